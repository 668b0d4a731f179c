#include "extractor/discourse/bare_valuations.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr std::string_view kValuedFrame = "be_valued";
constexpr std::u32string_view kWorth = U"估值";

bool IsBare(const EventDraft& draft) {
  return !draft.dropped && std::string_view(draft.frame) == kValuedFrame;
}

bool HasDeal(const std::vector<EventDraft>& drafts, int company) {
  return std::any_of(drafts.begin(), drafts.end(), [company](const EventDraft& draft) {
    const bool deal = draft.type == v1::EVENT_TYPE_FUND || draft.type == v1::EVENT_TYPE_LIST;
    return deal && !IsBare(draft) && !draft.dropped && draft.Has(v1::ROLE_ORGANIZATION, company);
  });
}

// Whether it became a metric.
bool ToMetric(const Document& document, EventDraft& draft) {
  const ArgumentDraft* company = draft.Find(v1::ROLE_ORGANIZATION);
  const ArgumentDraft* worth = draft.Find(v1::ROLE_VALUATION);
  const size_t word = document.View(draft.trigger).find(kWorth);
  if (company == nullptr || worth == nullptr || !worth->number || word == kWorth.npos) return false;
  // 投后估值: of a deal, whoever makes it.
  if (draft.carried || document.View(draft.trigger).find_first_of(U"投融") != kWorth.npos) return false;
  const int begin = draft.trigger.begin + static_cast<int>(word);
  const Span measure{begin, begin + static_cast<int>(kWorth.size())};
  ArgumentDraft subject = *company, value = *worth;
  subject.role = v1::ROLE_SUBJECT;
  value.role = v1::ROLE_VALUE;
  draft.type = v1::EVENT_TYPE_METRIC;
  draft.arguments = {subject, {v1::ROLE_METRIC, -1, measure, std::nullopt, "", 1.0}, value};
  return true;
}

}  // namespace

void MeasureBareValuations(const Document& document, std::vector<EventDraft>& drafts) {
  for (EventDraft& draft : drafts) {
    if (!IsBare(draft)) continue;
    const bool deal = HasDeal(drafts, draft.Entity(v1::ROLE_ORGANIZATION));
    if (!deal && ToMetric(document, draft)) continue;
    draft.dropped = true;
    draft.note = "a valuation without a deal";
  }
}

}  // namespace annals
