#include "extractor/events/named_members.h"

#include <algorithm>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

struct Members {
  v1::Role role = v1::ROLE_UNSPECIFIED;
  EntityType type = EntityType::kProduct;
};

Members MembersOf(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_RELEASE:
    case v1::EVENT_TYPE_OPEN_SOURCE:
    case v1::EVENT_TYPE_DISCONTINUE:
      return {v1::ROLE_PRODUCT, EntityType::kProduct};
    case v1::EVENT_TYPE_INTEGRATE:
      return {v1::ROLE_ADOPTER, EntityType::kOrganization};
    case v1::EVENT_TYPE_JOIN:
    case v1::EVENT_TYPE_DEPART:
    case v1::EVENT_TYPE_DISMISS:
    case v1::EVENT_TYPE_RECRUIT:
      return {v1::ROLE_PERSON, EntityType::kPerson};
    default:
      return {};
  }
}

// 砍掉|三款在研游戏，包括, 被十家银行|采用，包括, 三名高管|离开，包括, 一批研究员|离开，包括: whether what
// the event is about is counted.
bool CountsSome(const Document& document, const EventDraft& draft, v1::Role role) {
  Span clause = document.ClauseSpan(draft.clause);
  if (role == v1::ROLE_PERSON && document.classes->AnyIn(WordClass::kSeveral, document.View(clause)))
    return true;
  if (role == v1::ROLE_PRODUCT) clause.begin = std::max(clause.begin, draft.trigger.end);
  const auto next =
      std::partition_point(document.quantities.begin(), document.quantities.end(),
                           [clause](const Quantity& each) { return each.span.begin < clause.begin; });
  if (next == document.quantities.end() || next->span.begin >= clause.end) return false;
  return next->kind == (role == v1::ROLE_PERSON ? Quantity::Kind::kPeople : Quantity::Kind::kCount);
}

}  // namespace

void AddNamedMembers(const Document& document, EventDraft& draft) {
  const Members members = MembersOf(draft.type);
  const size_t next = draft.clause + 1;
  if (members.role == v1::ROLE_UNSPECIFIED || draft.clause < 0 || draft.Find(members.role) != nullptr) return;
  if (next >= document.structure.clauses.size() ||
      document.SentenceOf(static_cast<int>(next)) != document.SentenceOf(draft.clause))
    return;
  if (!CountsSome(document, draft, members.role)) return;
  const Span clause = document.ClauseSpan(static_cast<int>(next));
  if (!document.classes->AnyOpens(WordClass::kMembers, document.View(clause))) return;
  for (const Mention& name : document.MentionsIn(clause)) {
    const bool fits = name.kind == Mention::Kind::kName && name.entity >= 0 && name.types.Has(members.type);
    if (!fits || draft.Has(members.role, name.entity)) continue;
    draft.arguments.push_back(
        {members.role, name.entity, name.span, std::nullopt, "", 1.0, document.IndexOf(name)});
  }
}

}  // namespace annals
