// Comings and goings that somebody but calls for, or may hope for.
#include <algorithm>

#include "extractor/events/plausibility.h"

namespace annals {

// 股东|要求|X辞职: others want it.
bool Plausibility::IsDemanded(const EventDraft& draft) const {
  constexpr int kLongest = 4;  // characters
  const bool leaves = LeavesPost(draft.type);
  const int begin = document_.ClauseSpan(draft.clause).begin;
  const auto is_asked = [&](const ArgumentDraft* who) {
    if (who == nullptr || who->span.end > draft.trigger.begin || who->span.begin < begin) return false;
    const Span before{std::max(begin, who->span.begin - kLongest), who->span.begin};
    return document_.classes->AnyCloses(WordClass::kDemand, document_.View(before));
  };
  const ArgumentDraft* person = draft.Find(v1::ROLE_PERSON);
  // 球迷|希望|X加入Y: who hopes so has no say in it.
  const bool comes = draft.type == v1::EVENT_TYPE_JOIN || draft.type == v1::EVENT_TYPE_APPOINT;
  if (comes && person != nullptr && person->span.begin > begin && person->span.end <= draft.trigger.begin) {
    const std::u32string_view before = document_.View({begin, person->span.begin});
    return document_.classes->LongestClosing(WordClass::kDemand, before) > 1 &&
           document_.classes->AnyIn(WordClass::kOtherSpeaker, before);
  }
  // 股东|呼吁|罢免X, 建议|公司|开除X
  if (leaves && draft.type != v1::EVENT_TYPE_DEPART && person != nullptr &&
      person->span.begin >= draft.trigger.end) {
    std::u32string_view before = document_.View({begin, std::max(begin, draft.trigger.begin)});
    before.remove_suffix(document_.classes->LongestClosing(WordClass::kDismisser, before));
    if (document_.classes->LongestClosing(WordClass::kDemand, before) > 1) return true;
  }
  // X|要求|Y开除Z
  return leaves && (is_asked(draft.Find(v1::ROLE_PERSON)) ||
                    (draft.type == v1::EVENT_TYPE_DISMISS && is_asked(draft.Find(v1::ROLE_ORGANIZATION))));
}

// 成为CEO|热门人选: a post that somebody may get.
bool Plausibility::IsCandidate(const EventDraft& draft) const {
  static constexpr std::u32string_view kBetween = U"职位一的之最";
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  if (draft.type != v1::EVENT_TYPE_APPOINT || title == nullptr || title->span.begin < draft.trigger.begin)
    return false;
  if (document_.classes->AnyCloses(WordClass::kCandidate, document_.View(title->span)) &&
      document_.View(title->span).find(U"热门") != std::u32string_view::npos)
    return true;
  const int end = std::max(title->span.end, document_.ClauseSpan(draft.clause).end);
  std::u32string_view rest = document_.View({title->span.end, end});
  rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
  return document_.classes->AnyOpens(WordClass::kCandidate, rest);
}

// 从X手中接过|云岚科技|的帅印: a company changes hands only as far as who leads it.
bool Plausibility::TakesReins(const EventDraft& draft) const {
  const ArgumentDraft* target = draft.Find(v1::ROLE_TARGET);
  if (draft.type != v1::EVENT_TYPE_ACQUIRE || target == nullptr) return false;
  std::u32string_view behind = document_.View({target->span.end, document_.text.size()});
  if (behind.starts_with(U'的')) behind.remove_prefix(1);
  return document_.classes->AnyOpens(WordClass::kReins, behind);
}

// 退出|云岚科技股东行列: shares are given up, and no work.
bool Plausibility::SellsOut(const EventDraft& draft) const {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  return draft.type == v1::EVENT_TYPE_DEPART && title != nullptr && title->span.begin >= draft.trigger.end &&
         document_.View(title->span).ends_with(U"股东");
}

}  // namespace annals
