#include "extractor/events/holder_title.h"

#include <vector>

namespace annals {
namespace {

// 影翎创始人X从大疆离职: the post in the noun phrase is not the one that is left.
bool HoldsElsewhere(const Document& document, const Mention& holder, int left) {
  if (holder.organization < 0 || holder.former || left < 0) return false;
  const int place = document.mention(holder.organization).entity;
  const auto& entities = document.mentions.entities;
  return place >= 0 && place != left && entities[place].owner != left && entities[left].owner != place;
}

// The title in the noun phrase, or of the list it stands in.
Span TitleOfPhrase(const Document& document, const ClauseParse& parse, int mention) {
  const Span title = document.mention(mention).title;
  return title.empty() ? document.mention(parse.ListMembers(mention).front()).title : title;
}

// 离任|浦银基金总经理: the title right behind the verb, or null.
const Mention* TitleLeft(const Document& document, const EventDraft& draft) {
  if (draft.type != v1::EVENT_TYPE_DEPART) return nullptr;
  const int end = document.triggers[draft.hit].word.end;
  for (const Mention& mention : document.MentionsIn({end, document.text.size()})) {
    if (mention.chain.begin > end) return nullptr;
    if (mention.kind == Mention::Kind::kTitle && document.ClauseSpan(draft.clause).Contains(mention.span))
      return &mention;
  }
  return nullptr;
}

}  // namespace

void AddHolderTitle(const Document& document, const Employment& employment, const ClauseParse& parse,
                    const Post* post, EventDraft& draft) {
  if (draft.Find(v1::ROLE_TITLE) != nullptr) return;
  const int place = draft.Entity(v1::ROLE_ORGANIZATION);
  const int mention = draft.Find(v1::ROLE_PERSON)->mention;
  Span title;
  if (const Mention* left = TitleLeft(document, draft); left != nullptr) {
    title = left->title;
  } else if (mention >= 0) {
    const Mention& holder = document.mention(mention);
    // Nobody gives up having founded a company.
    if (holder.founder && draft.type == v1::EVENT_TYPE_STEP_DOWN) return;
    // Who is dismissed by a parent company holds the post at its own.
    if (draft.type != v1::EVENT_TYPE_DISMISS && HoldsElsewhere(document, holder, place)) {
      post = employment.PostAt(draft.Entity(v1::ROLE_PERSON), place);
    } else {
      title = TitleOfPhrase(document, parse, mention);
    }
  }
  const bool same = post != nullptr && post->organization == place;
  if (same && (title.empty() || (post->told && post->former))) title = post->title;
  if (!title.empty()) draft.arguments.push_back({v1::ROLE_TITLE, -1, title, std::nullopt, "", 1.0});
}

}  // namespace annals
