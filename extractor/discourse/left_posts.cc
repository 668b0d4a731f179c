#include "extractor/discourse/left_posts.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace annals {
namespace {

// What the clause of the event itself says.
bool IsTold(const Document& document, const EventDraft& draft, const ArgumentDraft& argument) {
  const Span clause = document.ClauseSpan(draft.clause);
  return argument.entity >= 0 ? document.IsNamedIn(clause, argument.entity) : clause.Contains(argument.span);
}

// 才接替X出任|集团CEO|的Y, |阿里云|则交由Y兼管: a title that is nobody's noun phrase, or an organisation.
bool NamesPlace(const Document& document, Span clause) {
  const std::span<const Mention> named = document.MentionsIn(clause);
  return std::any_of(named.begin(), named.end(), [](const Mention& mention) {
    const bool place = mention.kind == Mention::Kind::kName && mention.types.Only(EntityType::kOrganization);
    return mention.kind == Mention::Kind::kTitle || (place && mention.head);
  });
}

// A place that the clause names has titles of its own.
bool TellsPost(const Document& document, const EventDraft& draft) {
  if (NamesPlace(document, document.ClauseSpan(draft.clause))) return true;
  return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
    const bool post = argument.role == v1::ROLE_ORGANIZATION || argument.role == v1::ROLE_TITLE ||
                      argument.role == v1::ROLE_UNIT;
    return post && IsTold(document, draft, argument);
  });
}

void TakeOver(const EventDraft& left, EventDraft& draft) {
  for (const v1::Role role : {v1::ROLE_ORGANIZATION, v1::ROLE_TITLE, v1::ROLE_UNIT}) {
    const ArgumentDraft* part = left.Find(role);
    if (part == nullptr) continue;
    std::erase_if(draft.arguments, [role](const ArgumentDraft& a) { return a.role == role; });
    draft.arguments.push_back(*part);
  }
}

}  // namespace

void TakeOverLeftPosts(const Document& document, std::vector<EventDraft>& drafts) {
  absl::flat_hash_map<int, const EventDraft*> left;  // by person
  for (EventDraft& draft : drafts) {
    if (draft.dropped || draft.clause < 0) continue;
    const bool leaves = LeavesPost(draft.type) && draft.Find(v1::ROLE_TITLE) != nullptr;
    if (leaves && draft.Entity(v1::ROLE_PERSON) >= 0) left[draft.Entity(v1::ROLE_PERSON)] = &draft;
    const int predecessor = draft.Entity(v1::ROLE_PREDECESSOR);
    if (draft.type != v1::EVENT_TYPE_APPOINT || predecessor < 0) continue;
    const auto post = left.find(predecessor);
    if (post == left.end() || TellsPost(document, draft)) continue;
    const bool same = draft.Entity(v1::ROLE_ORGANIZATION) == post->second->Entity(v1::ROLE_ORGANIZATION);
    if (!same || draft.Find(v1::ROLE_TITLE) == nullptr) TakeOver(*post->second, draft);
  }
}

}  // namespace annals
