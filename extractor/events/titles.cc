#include "extractor/events/titles.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxToTitle = 24;
constexpr int kMovingVerb = 2;  // 转任 in 转任顾问
constexpr int kMaxNewTitle = 12;
constexpr double kOwnPlace = 3.0;   // scores of what stands in its own place are not below
constexpr double kWithTitle = 0.9;  // named with the title, not by the trigger

// The first title that stands on its own behind a position of the clause.
const Mention* TitleBehind(const Document& document, int clause, int from) {
  const int end = std::min(document.ClauseSpan(clause).end, from + kMaxToTitle + 1);
  for (const Mention& mention : document.MentionsIn({from, end})) {
    if (mention.kind == Mention::Kind::kTitle) return &mention;
  }
  return nullptr;
}

// 接任|总裁|的会是X: between the verb of a cleft and whom its copula names.
const Mention* TitleOfCleft(const Document& document, const TriggerHit& hit, int from, Span person) {
  const Mention* title = TitleBehind(document, hit.clause, from);
  if (title == nullptr || title->span.end >= person.begin) return nullptr;
  const std::u32string_view between = document.View({title->span.end, person.begin});
  const size_t of = between.find(U'的');
  return of != between.npos && between.find(U'是', of) != between.npos ? title : nullptr;
}

// 卸下|CEO|职务: the title that the words of the trigger end with.
const Mention* TitleWithin(const Document& document, Span word) {
  const Mention* next = document.MentionFrom(word.begin + 1);
  const bool within = next != nullptr && next->kind == Mention::Kind::kTitle && next->span.begin < word.end &&
                      next->span.end >= word.end;
  return within ? next : nullptr;
}

// CEO由X接任: the last title on its own before a position of the clause.
const Mention* TitleBefore(const Document& document, int clause, int position) {
  const int begin = document.ClauseSpan(clause).begin;
  const std::span<const Mention> before = document.MentionsBefore(position);
  for (auto last = before.rbegin(); last != before.rend(); ++last) {
    if (last->span.begin < begin || position - last->span.end > kMaxToTitle) return nullptr;
    if (last->kind == Mention::Kind::kTitle && last->former) return nullptr;  // 曾任X总监的Y加入Z
    if (last->kind == Mention::Kind::kTitle && last->head) return &*last;
  }
  return nullptr;
}

// 董事会主席兼CEO: two posts held as one are one title.
Span WithJointTitles(const Document& document, Span words) {
  while (words.end < document.text.size() && document.text.chars[words.end] == U'兼') {
    const Mention* next = document.MentionFrom(words.end + 1);
    if (next == nullptr || next->span.begin != words.end + 1 || next->kind != Mention::Kind::kTitle) break;
    words.end = next->span.end;
  }
  return words;
}

// 转任顾问, 改做执行董事长一职: the trigger's own title, else what is left of a short clause.
void AddNewTitle(const Document& document, const TriggerHit& hit, EventDraft& draft) {
  const std::u32string_view verb = document.View(hit.word);
  if (verb.find_first_of(U"任为做当") == verb.npos || verb.find(U"任期") != verb.npos) return;
  Span words = {hit.word.end, document.ClauseSpan(hit.clause).end};
  words.end =
      words.begin +
      static_cast<int>(document.View(words).substr(0, document.View(words).find_first_of(U"()")).size());
  if (words.empty()) words = {hit.word.begin + kMovingVerb, hit.word.end};
  const size_t noun = document.classes->FirstIn(WordClass::kPostNoun, document.View(words));
  if (noun != std::u32string_view::npos) words.end = words.begin + static_cast<int>(noun);
  if (words.size() < 2 || words.size() > kMaxNewTitle) return;
  draft.arguments.push_back({v1::ROLE_NEW_TITLE, -1, words, std::nullopt, "", 1.0});
}

void AddEntityOf(const Document& document, int mention, v1::Role role, EventDraft& draft) {
  if (mention < 0 || draft.Find(role) != nullptr) return;
  const int entity = document.mention(mention).entity;
  if (entity >= 0)
    draft.arguments.push_back({role, entity, document.mention(mention).span, std::nullopt, "", kWithTitle});
}

// |新任|总经理X走马上任: the title in the noun phrase is the one that is taken up.
void AddNewlyHeldTitle(const Document& document, EventDraft& draft) {
  constexpr int kLongest = 4;  // characters
  const int mention = draft.Find(v1::ROLE_PERSON)->mention;
  if (mention < 0 || draft.Find(v1::ROLE_TITLE) != nullptr) return;
  const Span title = document.mention(mention).title;
  if (title.empty() || document.mention(mention).former) return;
  const bool newly =
      document.classes->AnyOpens(WordClass::kNewlyHeld, document.View(title)) ||
      document.classes->AnyCloses(WordClass::kNewlyHeld,
                                  document.View({std::max(0, title.begin - kLongest), title.begin}));
  if (newly) draft.arguments.push_back({v1::ROLE_TITLE, -1, title, std::nullopt, "", 1.0});
}

// X的|总裁一职|由Y接手: whose post it was.
void AddPossessorOfPost(const Document& document, EventDraft& draft) {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  if (title == nullptr || draft.Find(v1::ROLE_PREDECESSOR) != nullptr) return;
  const int joint = title->span.begin - 1;
  if (title->span.end > draft.trigger.begin || joint < 1 || document.text.chars[joint] != U'的') return;
  const std::span<const Mention> before = document.MentionsBefore(joint);
  if (before.empty() || before.back().span.end != joint || !before.back().types.Has(EntityType::kPerson))
    return;
  const Mention& owner = before.back();
  const bool other = owner.entity >= 0 && !draft.Has(v1::ROLE_PERSON, owner.entity);
  if (other && document.mentions.entities[owner.entity].type == EntityType::kPerson)
    draft.arguments.push_back({v1::ROLE_PREDECESSOR, owner.entity, owner.span, std::nullopt, "", 1.0});
}

}  // namespace

void AddHeldPost(const Document& document, EventDraft& draft) {
  AddNewlyHeldTitle(document, draft);
  AddPossessorOfPost(document, draft);
}

void AddTitles(const Document& document, const TriggerHit& hit, const Frame& frame, EventDraft& draft) {
  const bool renames = frame.Takes(ValueKind::kNewTitle);
  if (!renames && !frame.Takes(ValueKind::kTitle)) return;
  // 请来Google Fellow、副总裁吴永辉担任…: what stands before the person is what they were.
  const ArgumentDraft* person = draft.Find(v1::ROLE_PERSON);
  const int clause_end = document.ClauseSpan(hit.clause).end;
  const bool behind =
      person != nullptr && person->span.begin >= hit.word.end && person->span.begin < clause_end;
  // 任…总经理: the title is the verb's own tail.
  const int end = hit.tail.empty() ? hit.span.end : hit.word.end;
  const Mention* title = TitleWithin(document, hit.word);
  if (title == nullptr && behind) title = TitleOfCleft(document, hit, end, person->span);
  if (title == nullptr)
    title = TitleBehind(document, hit.clause, behind ? std::max(person->span.end, end) : end);
  if (title == nullptr && !renames) title = TitleBefore(document, hit.clause, hit.word.begin);
  if (title == nullptr && renames) AddNewTitle(document, hit, draft);
  if (title == nullptr) return;
  // 招来三名云岚研究员：|X、Y: a title before the colon is what they were, or what any of them is.
  const bool before_colon = person != nullptr && person->span.begin > clause_end;
  if (before_colon && draft.type == v1::EVENT_TYPE_JOIN)
    return AddEntityOf(document, title->organization, v1::ROLE_FROM_ORGANIZATION, draft);
  const Span words = WithJointTitles(document, title->title.empty() ? title->span : title->title);
  draft.arguments.push_back(
      {renames ? v1::ROLE_NEW_TITLE : v1::ROLE_TITLE, -1, words, std::nullopt, "", 1.0});
  if (renames) return;
  // 刚离开长城的X出任小鹏总裁: the company of the title is surer than one that stands before the verb.
  if (title->organization >= 0 && title->span.begin >= hit.word.end) {
    std::erase_if(draft.arguments, [&](const ArgumentDraft& place) {
      return place.role == v1::ROLE_ORGANIZATION && place.score < kOwnPlace &&
             place.span.end <= hit.word.begin;
    });
  }
  AddEntityOf(document, title->organization, v1::ROLE_ORGANIZATION, draft);
  AddEntityOf(document, title->unit, v1::ROLE_UNIT, draft);
}

bool IsPostElsewhere(const Document& document, const Post& post, const EventDraft& draft) {
  const ArgumentDraft* title = draft.Find(v1::ROLE_TITLE);
  const Span phrase = draft.Find(v1::ROLE_PERSON)->span;
  if (title == nullptr || title->span.end > phrase.begin || phrase.begin == 0) return false;
  if (post.implied || !phrase.Contains(post.title) || document.text.chars[phrase.begin - 1] != U'由')
    return false;
  const auto& mentions = document.mentions.mentions;
  const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.entity == post.organization && phrase.Contains(mention.span);
  });
  return named && document.OrganizationInFocus(title->span.begin, post.organization) >= 0;
}

}  // namespace annals
