#include "extractor/discourse/plan_scope.h"

#include <algorithm>

namespace annals {
namespace {

constexpr char32_t kDone[] = U"已曾过刚";  // 已于8月创办, 创办过

bool IsEvent(const EventDraft& draft) {
  return !draft.dropped && draft.type != v1::EVENT_TYPE_STATEMENT && draft.type != v1::EVENT_TYPE_METRIC;
}

bool SharesEntity(const EventDraft& a, const EventDraft& b) {
  return std::any_of(a.arguments.begin(), a.arguments.end(), [&](const ArgumentDraft& argument) {
    return argument.entity >= 0 &&
           std::any_of(b.arguments.begin(), b.arguments.end(),
                       [&](const ArgumentDraft& other) { return other.entity == argument.entity; });
  });
}

// By a semicolon.
bool IsParted(const Document& document, int clause) {
  const Span before = document.ClauseSpan(clause - 1), own = document.ClauseSpan(clause);
  return document.View({before.end - 1, own.begin + 1}).find(U';') != std::u32string_view::npos;
}

bool GoesOn(const Document& document, const EventDraft& plan, const EventDraft& draft) {
  return plan.status == v1::EVENT_STATUS_PLANNED && plan.intended && draft.carried &&
         draft.status == v1::EVENT_STATUS_OCCURRED && draft.clause == plan.clause + 1 &&
         document.SentenceOf(draft.clause) == document.SentenceOf(plan.clause) && SharesEntity(plan, draft) &&
         !SaysDone(document, draft);
}

// 将斥资8亿元，|收购X: the clause before plans, and what it plans stands only here.
bool IsPlannedBefore(const Document& document, const EventDraft& draft) {
  if (draft.clause <= 0 || !draft.carried || draft.status != v1::EVENT_STATUS_OCCURRED) return false;
  if (document.SentenceOf(draft.clause - 1) != document.SentenceOf(draft.clause)) return false;
  if (IsParted(document, draft.clause)) return false;
  const Span before = document.ClauseSpan(draft.clause - 1);
  auto cue = std::partition_point(document.cues.begin(), document.cues.end(),
                                  [&](const CueHit& hit) { return hit.span.begin < before.begin; });
  for (; cue != document.cues.end() && cue->span.begin < before.end; ++cue) {
    if (cue->cue->kind == Cue::Kind::kPlanned && cue->cue->side == Cue::Side::kBefore &&
        cue->cue->reach == Cue::Reach::kClause)
      return !SaysDone(document, draft);
  }
  return false;
}

}  // namespace

bool SaysDone(const Document& document, const EventDraft& draft) {
  const Span clause = document.ClauseSpan(draft.clause);
  const std::u32string_view before = document.View({clause.begin, draft.trigger.begin});
  const std::u32string_view behind =
      document.View({draft.trigger.end - 1, std::min(clause.end, draft.trigger.end + 1)});
  return before.find_first_of(kDone) != before.npos || behind.find_first_of(U"了过") != behind.npos;
}

void ExtendPlans(const Document& document, std::vector<EventDraft>& drafts) {
  const EventDraft* last = nullptr;
  for (EventDraft& draft : drafts) {
    if (!IsEvent(draft)) continue;
    const bool told_before = last != nullptr && last->clause + 1 >= draft.clause;
    const bool goes_on = last != nullptr && GoesOn(document, *last, draft);
    if (goes_on || (!told_before && IsPlannedBefore(document, draft))) {
      draft.status = v1::EVENT_STATUS_PLANNED;
      draft.intended = true;
    }
    last = &draft;
  }
}

}  // namespace annals
