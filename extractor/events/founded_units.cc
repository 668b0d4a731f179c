#include "extractor/events/founded_units.h"

#include <string_view>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

// The person who sets up, where nobody has said what post they hold now; -1: none.
int Independent(const Document& document, const Employment& employment, const Filler& subject) {
  const Mention& mention = document.mention(subject.mention);
  const int person = subject.entity >= 0 ? subject.entity : mention.entity;
  if (person < 0 || document.mentions.entities[person].type != EntityType::kPerson) return -1;
  const Post* post = employment.PostOf(person, mention.span.begin);
  return post == nullptr || post->former || post->organization < 0 ? person : -1;
}

// Whether the sentence tells before the trigger that somebody leaves.
bool LeftBefore(const Document& document, const EventDraft& draft) {
  const int begin = document.structure.sentences[document.SentenceOf(draft.clause)].span.begin;
  return document.classes->AnyIn(WordClass::kLeftWork, document.View({begin, draft.trigger.begin}));
}

// 创办|“山海工作室”: what was read as a unit right behind the verb.
void AddFoundedUnit(const Document& document, EventDraft& draft) {
  constexpr int kReach = 3;  // 了“, 一家
  if (draft.Find(v1::ROLE_ORGANIZATION) != nullptr) return;
  const Mention* next = document.MentionFrom(draft.trigger.end);
  if (next == nullptr || next->span.begin > draft.trigger.end + kReach || next->entity < 0) return;
  if (next->kind != Mention::Kind::kName || !next->types.Only(EntityType::kUnit) ||
      !document.classes->AnyCloses(WordClass::kSite, document.View(next->span)))
    return;
  draft.arguments.push_back(
      {v1::ROLE_ORGANIZATION, next->entity, next->span, std::nullopt, "", 1.0, document.IndexOf(*next)});
}

}  // namespace

void FoundOwnUnit(const Document& document, const Employment& employment, const Assignment& assignment,
                  EventDraft& draft) {
  if (draft.type == v1::EVENT_TYPE_FOUND) return AddFoundedUnit(document, draft);
  const Filler* subject = assignment.Find(v1::ROLE_ORGANIZATION);
  const ArgumentDraft* unit = draft.Find(v1::ROLE_UNIT);
  if (draft.type != v1::EVENT_TYPE_REORGANIZE || std::string_view(draft.frame) != "set_up_unit" ||
      subject == nullptr || unit == nullptr || unit->mention < 0)
    return;
  const Mention& name = document.mention(unit->mention);
  if (name.kind != Mention::Kind::kName ||
      !document.classes->AnyCloses(WordClass::kSite, document.View(name.span)))
    return;
  const Mention& mention = document.mention(subject->mention);
  int founder = Independent(document, employment, *subject);
  const bool person =
      mention.entity >= 0 && document.mentions.entities[mention.entity].type == EntityType::kPerson;
  if (founder < 0 && person && LeftBefore(document, draft)) founder = mention.entity;
  if (founder < 0) return;
  const Span phrase = mention.chain.empty() ? mention.span : mention.chain;
  draft.type = v1::EVENT_TYPE_FOUND;
  std::erase_if(draft.arguments, [](const ArgumentDraft& a) { return a.role == v1::ROLE_ORGANIZATION; });
  for (ArgumentDraft& argument : draft.arguments) {
    if (argument.role == v1::ROLE_UNIT) argument.role = v1::ROLE_ORGANIZATION;
  }
  draft.arguments.push_back(
      {v1::ROLE_FOUNDER, founder, phrase, std::nullopt, "", subject->score, subject->mention});
}

}  // namespace annals
