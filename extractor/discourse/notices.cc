#include "extractor/discourse/notices.h"

#include <algorithm>

#include "extractor/text/spans.h"

namespace annals {
namespace {

constexpr int kLongestRumour = 10;  // characters: 上述收购传闻

bool IsSpeech(const Document& document, int position) {
  const int quotation = document.structure.QuotationAt(position);
  return quotation >= 0 && document.structure.quotations[quotation].kind == Quotation::Kind::kSpeech;
}

// 在内部信中|说: between the beginning of the sentence and the claim.
bool IsNotice(const Document& document, const EventDraft& statement, Span claim) {
  const int begin = document.structure.sentences[document.SentenceOf(statement.clause)].span.begin;
  return begin < claim.begin &&
         document.classes->AnyIn(WordClass::kNotice, document.View({begin, claim.begin}));
}

// Triggers of events that are told and not denied, in text order.
std::vector<Span> ToldEvents(const std::vector<EventDraft>& drafts) {
  std::vector<Span> told;
  for (const EventDraft& draft : drafts) {
    const bool event = draft.type != v1::EVENT_TYPE_STATEMENT && draft.type != v1::EVENT_TYPE_METRIC;
    if (event && !draft.dropped && draft.status != v1::EVENT_STATUS_NEGATED) told.push_back(draft.trigger);
  }
  std::sort(told.begin(), told.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return told;
}

// 否认|这一说法: nothing is claimed but that it is not so.
bool OnlyDenies(const Document& document, const EventDraft& statement, Span claim) {
  return claim.size() <= kLongestRumour &&
         document.classes->AnyIn(WordClass::kDenial, document.View(statement.trigger)) &&
         document.classes->AnyCloses(WordClass::kRumour, document.View(claim));
}

}  // namespace

void FoldNotices(const Document& document, std::vector<EventDraft>& drafts) {
  const std::vector<Span> told = ToldEvents(drafts);
  for (EventDraft& statement : drafts) {
    if (statement.dropped || statement.type != v1::EVENT_TYPE_STATEMENT || statement.clause < 0) continue;
    const ArgumentDraft* claim = statement.Find(v1::ROLE_QUOTE);
    if (claim == nullptr || IsSpeech(document, claim->span.begin)) continue;
    if (OnlyDenies(document, statement, claim->span)) {
      statement.dropped = true;
      statement.note = "only denies";
    } else if (IsNotice(document, statement, claim->span) && AnyWithin(told, claim->span)) {
      statement.dropped = true;
      statement.note = "the notice of what it tells";
    }
  }
}

}  // namespace annals
