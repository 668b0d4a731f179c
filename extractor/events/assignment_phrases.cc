// What kind of noun phrase stands beside a trigger: nobody known, an open name, a group, an exchange, a site.
#include <algorithm>
#include <string_view>

#include "extractor/events/assignment.h"

namespace annals {
namespace {

constexpr int kMentionsBack = 12;
constexpr std::string_view kTradedFrame = "traded";

}  // namespace

// A noun phrase that stands for nobody known: 模型, 一名工程师.
bool Assigner::IsGeneric(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  return mention.entity < 0 &&
         (mention.kind == Mention::Kind::kNominal || mention.kind == Mention::Kind::kTitle);
}

// A name nobody knows, in Latin letters or quotation marks: it is what its slot takes it for.
bool Assigner::IsOpenName(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  if (mention.kind != Mention::Kind::kName || mention.entity < 0 || mention.types.Has(EntityType::kPerson))
    return false;
  if (!document_.mentions.entities[mention.entity].known_id.empty()) return false;
  const char32_t first = document_.text.chars[mention.span.begin];
  return first < 0x80 || document_.structure.QuotationAt(mention.span.begin) >= 0;
}

// 买下两家公司: behind a verb a number of companies is a new one, not those spoken of.
bool Assigner::IntroducesGroup(const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  return mention.kind == Mention::Kind::kNominal && !mention.group.empty();
}

// 迎来新任首席科学家：|曾在谷歌工作的X: the name of whom the clause ends with, where the next one is but a
// noun phrase; else -1.
int Assigner::NamedBehindColon(const Reach& reach, const NounPhrase& phrase) const {
  const int end = reach.clause.end, next = reach.hit.clause + 1;
  const bool colon = end < document_.text.size() && document_.text.chars[end] == U':';
  if (!colon || phrase.span.end != end || !IsGeneric(phrase) ||
      next >= static_cast<int>(document_.structure.clauses.size()))
    return -1;
  const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(next);
  if (phrases.empty() || phrases.back().span.end != document_.ClauseSpan(next).end) return -1;
  const Mention& name = document_.mention(phrases.back().mention);
  const bool person = name.kind == Mention::Kind::kName && name.types.Has(EntityType::kPerson);
  return person && parse_.GovernorOf(phrases.back()) == nullptr ? phrases.back().mention : -1;
}

// 它在港交所上市: shares come out there, not products.
bool Assigner::NamesExchange(const Reach& reach) const {
  return std::any_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    return parse_.GovernorOf(phrase) != nullptr && phrase.span.end <= reach.hit.word.begin &&
           IsExchange(phrase.span);
  });
}

bool Assigner::IsExchange(Span name) const { return document_.ExchangeAt(name.begin).end >= name.end; }

// 关闭|伦敦工作室: a place of work that nobody lists as a company.
bool Assigner::IsSite(const Mention& mention) const {
  if (mention.kind != Mention::Kind::kName || mention.entity < 0 ||
      !mention.types.Has(EntityType::kOrganization))
    return false;
  return document_.mentions.entities[mention.entity].known_id.empty() &&
         document_.classes->AnyCloses(WordClass::kSite, document_.View(mention.span));
}

// 三分之一|编辑: a bare calling right behind a share.
bool Assigner::CallsPeople(int position) const {
  const Mention* next = document_.MentionFrom(position);
  return next != nullptr && next->span.begin <= position + 1 && next->entity < 0 &&
         next->kind == Mention::Kind::kTitle;
}

// 云岚科技的130名|工程师|拿补偿走人: a calling, and nobody who cuts.
bool Assigner::IsStaff(const Reach& reach, const NounPhrase& phrase) const {
  return reach.trigger.type == v1::EVENT_TYPE_LAYOFF && IsGeneric(phrase) &&
         document_.mention(phrase.mention).kind == Mention::Kind::kTitle;
}

// 第一刀落下，280人|离开: who leaves is counted, and nobody that was named before.
bool Assigner::CountsLeavers(int hit, const Assignment& assignment) const {
  constexpr int kNear = 6;  // 300余名员工|离开
  if (assignment.trigger == nullptr || assignment.trigger->type != v1::EVENT_TYPE_DEPART) return false;
  const Span verb = document_.triggers[hit].word;
  const Filler* person = assignment.Find(v1::ROLE_PERSON);
  if (person == nullptr || document_.mention(person->mention).span.begin >=
                               document_.ClauseSpan(document_.triggers[hit].clause).begin)
    return false;
  const auto next =
      std::partition_point(document_.quantities.begin(), document_.quantities.end(),
                           [verb](const Quantity& q) { return q.span.end <= verb.begin - kNear; });
  return next != document_.quantities.end() && next->span.end <= verb.begin &&
         next->kind == Quantity::Kind::kPeople && next->number.value_or(2) >= 2;
}

// Whether the clause counts people: 裁掉200人, 砍掉三成员工 is a layoff, 裁掉团队 a reorganisation.
bool Assigner::HasPeople(const TriggerHit& hit, double fewest) const {
  const Span clause = document_.ClauseSpan(hit.clause);
  auto next = std::lower_bound(document_.quantities.begin(), document_.quantities.end(), clause.begin,
                               [](const Quantity& q, int position) { return q.span.begin < position; });
  for (; next != document_.quantities.end() && next->span.begin < clause.end; ++next) {
    if (next->kind == Quantity::Kind::kPeople && next->number.value_or(fewest) >= fewest) return true;
    if (next->kind != Quantity::Kind::kPercent) continue;
    const std::u32string_view rest = document_.View({next->span.end, clause.end});
    if (document_.classes->AnyOpens(WordClass::kStaff, rest) || CallsPeople(next->span.end)) return true;
  }
  return false;
}

// “小回音”上市: of a name nobody knows, a product comes out more often than a company goes public.
bool Assigner::HasOpenName(const Assignment& assignment) const {
  return std::any_of(assignment.fillers.begin(), assignment.fillers.end(), [this](const Filler& filler) {
    const Mention& mention = document_.mention(filler.mention);
    return IsOpenName({filler.mention, mention.span, -1, -1, false});
  });
}

// 开源|其|自研模型“回声”: behind the verb, with nothing but a description up to a name.
bool Assigner::IsDeterminer(const Reach& reach, size_t index) const {
  const NounPhrase& phrase = reach.phrases[index];
  if (index + 1 >= reach.phrases.size() || phrase.span.begin < reach.hit.word.end) return false;
  if (document_.mention(phrase.mention).kind != Mention::Kind::kPronoun) return false;
  const NounPhrase& next = reach.phrases[index + 1];
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return parse_.GovernorOf(next) == nullptr && std::none_of(triggers.begin(), triggers.end(), [&](int other) {
           const Span word = document_.triggers[other].word;
           return word.begin >= phrase.span.end && word.end <= next.span.begin;
         });
}

// 采用|英伟达|Orin芯片, 收购|华为|引望: the product that is named right behind its maker, or the company
// behind its owner, is meant.
bool Assigner::MakesNext(const Reach& reach, size_t index, const std::vector<SlotRole>& slots) const {
  const NounPhrase& maker = reach.phrases[index];
  if (index + 1 >= reach.phrases.size() || maker.span.begin < reach.hit.word.end) return false;
  const NounPhrase& made = reach.phrases[index + 1];
  const SlotRole* slot = MatchSlot(slots, document_.mention(maker.mention).types);
  const int gap = made.span.begin - maker.span.end;
  const bool joined = gap == 0 || (gap == 1 && document_.text.chars[maker.span.end] == U' ');
  const int entity = document_.mention(made.mention).entity, owner = document_.mention(maker.mention).entity;
  if (!joined || slot == nullptr || entity < 0 || owner < 0) return false;
  const DocumentEntity& part = document_.mentions.entities[entity];
  if (slot->role == v1::ROLE_TARGET) return part.type == EntityType::kOrganization && part.owner == owner;
  return slot->role == v1::ROLE_PRODUCT && !slot->types.Has(EntityType::kProduct) &&
         part.type == EntityType::kProduct;
}

// Whether a phrase only modifies the next one that fits: 特斯拉的|超充网络, 万亿参数模型|Kimi K2.
bool Assigner::IsModifier(const Reach& reach, size_t index, const std::vector<SlotRole>& slots) const {
  const NounPhrase& phrase = reach.phrases[index];
  if (MakesNext(reach, index, slots)) return true;
  const bool generic = IsGeneric(phrase);
  const bool cleft =
      document_.View({phrase.span.end, std::min(document_.text.size(), phrase.span.end + 2)}) == U"的是";
  if (!generic && (!phrase.possessive || cleft) && !IsDeterminer(reach, index)) return false;
  const bool takes_product = MatchSlot(slots, EntityType::kProduct) != nullptr;
  for (size_t i = index + 1; i < reach.phrases.size(); ++i) {
    const NounPhrase& next = reach.phrases[i];
    if (next.span.begin - phrase.span.end > kMaxModifierGap) return false;
    const bool trigger_between =
        phrase.span.end <= reach.hit.word.begin && next.span.begin >= reach.hit.word.end;
    if (trigger_between) return false;
    const TypeSet types = document_.mention(next.mention).types;
    const bool fits = MatchSlot(slots, types) != nullptr;
    // 离开|长城汽车的|王凤英: of a person, not of what is named behind.
    if (!generic && !fits && types.Only(EntityType::kPerson)) return false;
    if (!fits && !(takes_product && IsOpenName(next))) continue;
    return generic || document_.mention(next.mention).kind == Mention::Kind::kName;
  }
  return false;
}

// 解散|子公司哲库: a company that is a part of another.
bool Assigner::IsSubsidiary(const Mention& mention) const {
  constexpr int kLongest = 4;
  const int begin = mention.span.begin;
  return mention.types.Has(EntityType::kOrganization) && mention.entity >= 0 &&
         document_.classes->AnyCloses(WordClass::kSubsidiary,
                                      document_.View({std::max(0, begin - kLongest), begin}));
}

// 发布对标|Model Y|的L6: what something else is measured against.
bool Assigner::IsRivaled(const NounPhrase& phrase) const {
  constexpr int kReach = 2;
  const int begin = std::max(0, phrase.span.begin - kReach);
  return document_.classes->AnyCloses(WordClass::kRivals, document_.View({begin, phrase.span.begin}));
}

// 以|Apache 2.0|协议开源: the terms, not what is opened.
bool Assigner::IsLicense(const NounPhrase& phrase) const {
  return document_.classes->AnyOpens(WordClass::kLicense,
                                     document_.View({phrase.span.end, document_.text.size()}));
}

// 被|停职, 被|X|暂停职务: of a post the subject is who has it, with 被 right before the verb or without. So
// it is of a club: 被|交易至.
bool Assigner::Undergoes(const Reach& reach) const {
  const v1::EventType type = reach.trigger.type;
  const Frame& frame = *reach.trigger.frame;
  const auto person = [](const SlotRole& slot) { return slot.types.Has(EntityType::kPerson); };
  const bool post = type == v1::EVENT_TYPE_STEP_DOWN || type == v1::EVENT_TYPE_APPOINT;
  if ((!post && frame.name != kTradedFrame) || frame.subject.empty() || !person(frame.subject.front()) ||
      std::any_of(frame.object.begin(), frame.object.end(), person))
    return false;
  int begin = reach.hit.word.begin;
  for (const NounPhrase& phrase : reach.phrases) {
    if (phrase.span.end == begin && parse_.GovernorOf(phrase) != nullptr) begin = phrase.span.begin;
  }
  constexpr int kLongest = 4;  // characters of a preposition
  const auto& hits = document_.prepositions;
  auto hit = std::partition_point(hits.begin(), hits.end(), [begin](const PrepositionHit& each) {
    return each.span.begin < begin - kLongest;
  });
  while (hit != hits.end() && hit->span.begin < begin && hit->span.end != begin) ++hit;
  return hit != hits.end() && hit->span.end == begin;
}

// 将|其|解职: read as the company that is spoken of, where the slot takes a person.
bool Assigner::IsPronounOfOther(const Mention& mention, const std::vector<SlotRole>& slots) const {
  if (mention.kind != Mention::Kind::kPronoun || mention.entity < 0 || !mention.group.empty()) return false;
  // 其|课题组解散: of a unit that has no name the company stands in its place.
  if (MatchSlot(slots, EntityType::kUnit) != nullptr && MatchSlot(slots, EntityType::kPerson) == nullptr)
    return false;
  return MatchSlot(slots, document_.mentions.entities[mention.entity].type) == nullptr;
}

// The last person named before a mention in its sentence, where a slot takes one; -1: there is none.
int Assigner::EarlierFor(int mention, const std::vector<SlotRole>& slots) const {
  if (MatchSlot(slots, EntityType::kPerson) == nullptr) return -1;
  const int sentence = document_.structure.SentenceAt(document_.mention(mention).span.begin);
  for (int i = mention - 1; i >= std::max(0, mention - kMentionsBack); --i) {
    const Mention& earlier = document_.mention(i);
    if (document_.structure.SentenceAt(earlier.span.begin) != sentence) return -1;
    const bool named = earlier.kind == Mention::Kind::kName && earlier.head && earlier.entity >= 0;
    if (named && document_.mentions.entities[earlier.entity].type == EntityType::kPerson) return i;
  }
  return -1;
}

}  // namespace annals
