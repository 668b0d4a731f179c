// What stands before a trigger: its subject, or what takes the subject's place.
#include <algorithm>
#include <cstdlib>

#include "extractor/events/assignment.h"
#include "extractor/events/own_subject.h"

namespace annals {
namespace {

constexpr double kFromClause = 2.0;  // less than a subject of its own, more than one that is carried
constexpr double kFromHead = 2.4;    // of a parenthesis
constexpr size_t kMaxCopula = 3;
constexpr size_t kMaxCleftDescription = 12;
constexpr size_t kMaxDescription = 6;  // 的|核心高管|包括
constexpr size_t kMaxCleft = 16;       // characters from a verb to the 的是 that ends its clause
constexpr int kMaxAdverbs = 14;        // characters before a verb in which 均, 相继 stand
constexpr int kMaxListClauses = 12;    // clauses of one list of people
constexpr double kPerListClause = 0.01;
constexpr double kInSentence = 1.3;  // scores of what an earlier clause of the sentence names are above
constexpr double kSubjectInSentence = 1.5;  // scores of subjects of earlier clauses of the sentence are above

// 在X收购Y后, 自X加入以来: whether the clause of a trigger ends as a time.
bool ClosesAsTime(const Document& document, const TriggerHit& hit) {
  const Span clause = document.ClauseSpan(hit.clause);
  const std::u32string_view rest = document.View({hit.span.end, std::max(hit.span.end, clause.end)});
  return rest.size() <= kMaxReach && document.classes->AnyIn(WordClass::kTimeNoun, rest);
}

// 云岚科技|一位员工: somebody nobody knows by name follows.
bool IntroducesSomebody(const Document& document, int position) {
  const int quotation = document.structure.QuotationAt(position + 1);
  // “…。”|一位知情者说: behind what is said.
  if (quotation >= 0 && document.structure.quotations[quotation].outer.begin == position)
    position = document.structure.quotations[quotation].outer.end;
  return document.classes->AnyOpens(WordClass::kSomebody,
                                    std::u32string_view(document.text.chars).substr(position));
}

// 均|相继|离开: whether a verb is said of several.
bool IsDistributive(const Document& document, const TriggerHit& hit) {
  const int begin = std::max(document.ClauseSpan(hit.clause).begin, hit.word.begin - kMaxAdverbs);
  const Span words{begin, std::min(hit.word.begin + 2, hit.word.end)};
  return document.classes->AnyIn(WordClass::kDistributive, document.View(words));
}

// 从线下转向线上，|X: a turn told before who makes it.
bool OpensWithTurn(const Document& document, const TriggerHit& hit) {
  if (document.ClauseSpan(hit.clause).empty() || hit.word.begin >= document.ClauseSpan(hit.clause).end)
    return false;
  const char32_t first = document.text.chars[document.ClauseSpan(hit.clause).begin];
  return (first == U'从' || first == U'由') &&
         document.classes->AnyOpens(WordClass::kTurns, document.View(hit.word));
}

}  // namespace

// X的洪涛，Y的魏伟，Z的张帆等均离开: clauses that are but a noun phrase are members of the list that the
// subject ends.
void Assigner::FillListedClauses(const Reach& reach, Assignment& assignment) const {
  const std::vector<SlotRole>& slots = reach.trigger.frame->subject;
  const Filler* last = slots.empty() ? nullptr : assignment.Find(slots.front().role);
  if (last == nullptr || reach.passive || !IsDistributive(document_, reach.hit)) return;
  const int subject = document_.structure.ClauseAt(document_.mention(last->mention).span.begin);
  const int sentence = document_.SentenceOf(reach.hit.clause);
  double score = last->score;
  for (int clause = subject - 1; clause >= 0 && subject - clause <= kMaxListClauses; --clause) {
    const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
    if (document_.SentenceOf(clause) != sentence || phrases.empty()) return;
    const NounPhrase& phrase = phrases.back();
    // 再是|投放负责人X: no verb but what is a part of the title.
    const std::vector<int>& verbs = parse_.TriggersOf(clause);
    if (!std::all_of(verbs.begin(), verbs.end(),
                     [&](int verb) { return phrase.span.Contains(document_.triggers[verb].word); }))
      return;
    if (document_.ClauseSpan(clause).end - phrase.span.end > 1) return;
    if (!TryFill(phrase, slots, score -= kPerListClause, "in the list that the subject ends", assignment))
      return;
  }
}

void Assigner::FillLeft(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  double penalty = 0;
  for (int i = static_cast<int>(reach.phrases.size()) - 1; i >= 0; --i) {
    NounPhrase phrase = reach.phrases[i];
    if (phrase.span.end > reach.hit.word.begin || used[i]) continue;
    phrase.alone = parentheses_.HeadAt(reach.hit.word.begin) == phrase.mention;
    if (!InSameText(reach.hit.word.begin, phrase) || parse_.GovernorOf(phrase) != nullptr) continue;
    const double score = kAdjacent - penalty - (phrase.possessive ? kPossessive : 0);
    if (score < 1.0) return;
    if (IsObjectOfOther(reach, i) || SaysWhoseNext(reach, i) || CountsWhoIsIncluded(phrase)) continue;
    if (IsStaff(reach, phrase)) continue;
    if (OwnsTheSpeaker(reach, i) || OwnsTheSubject(reach, i)) {
      assignment.own_subject = true;
      return;
    }
    used[i] = FillFromLeft(reach, phrase, score, assignment);
    penalty += kPerPhraseBetween;
  }
}

// 包括X在内的|五名高管|离开: of a number of people those are meant who are named before it.
bool Assigner::CountsWhoIsIncluded(const NounPhrase& phrase) const {
  constexpr int kMaxNumber = 10;  // characters
  const int begin = std::max(0, phrase.span.begin - kMaxNumber);
  return IsGeneric(phrase) &&
         document_.View({begin, phrase.span.begin}).find(U"在内的") != std::u32string_view::npos;
}

// 其|北美总经理X|离任: a pronoun that says whose the next phrase is takes no part.
bool Assigner::SaysWhoseNext(const Reach& reach, size_t index) const {
  const NounPhrase& phrase = reach.phrases[index];
  if (!phrase.possessive || document_.mention(phrase.mention).kind != Mention::Kind::kPronoun) return false;
  if (index + 1 >= reach.phrases.size()) return false;
  const NounPhrase& next = reach.phrases[index + 1];
  return next.span.end <= reach.hit.word.begin && next.span.begin - phrase.span.end <= 1;
}

// 接近公司的人士|透露: behind the 的 stands a speaker nobody knows by name.
bool Assigner::OwnsTheSpeaker(const Reach& reach, size_t index) const {
  const NounPhrase& phrase = reach.phrases[index];
  if (reach.trigger.type != v1::EVENT_TYPE_STATEMENT) return false;
  if (!phrase.possessive && !IntroducesSomebody(document_, phrase.span.end)) return false;
  // 云岚科技的|一名测试员
  if (phrase.possessive && IntroducesSomebody(document_, phrase.span.end + 1)) return true;
  if (!document_.MentionsIn({phrase.span.end, reach.hit.word.begin}).empty()) return false;
  return HasOwnSubject(document_, parse_, vocabulary_, {phrase.span.end + 1, reach.hit.word.begin},
                       reach.hit.clause);
}

// 其|女婿|接班: behind a pronoun that says whose stands somebody nobody knows by name.
bool Assigner::OwnsTheSubject(const Reach& reach, size_t index) const {
  const NounPhrase& phrase = reach.phrases[index];
  const std::vector<SlotRole>& subject = reach.trigger.frame->subject;
  if (subject.empty() || !subject.front().types.Has(EntityType::kPerson)) return false;
  if (document_.View(phrase.span) != U"其" || phrase.span.end >= reach.hit.word.begin) return false;
  return HasOwnSubject(document_, parse_, vocabulary_, {phrase.span.end, reach.hit.word.begin},
                       reach.hit.clause);
}

// 由中科院孵化的|寒武纪: a prepositional phrase inside the 的-clause of a later phrase has its verb there.
bool Assigner::IsInsideRelative(const Reach& reach, size_t index) const {
  const std::u32string& chars = document_.text.chars;
  const int from = reach.phrases[index].span.end;
  for (size_t i = index + 1; i < reach.phrases.size(); ++i) {
    const int head = reach.phrases[i].span.begin;
    if (head > reach.hit.word.begin || head - from > kMaxModifierGap) return false;
    if (head - from >= 3 && chars[head - 1] == U'的') return true;
  }
  return false;
}

// 接替|柯时迈|任总裁: who is succeeded does not take the post.
bool Assigner::IsSucceeded(const Reach& reach, const NounPhrase& phrase) const {
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const TriggerHit& verb = document_.triggers[other];
    if (&verb == &reach.hit || phrase.span.begin - verb.word.end > 1 || verb.word.end > phrase.span.begin)
      return false;
    return std::any_of(verb.readings.begin(), verb.readings.end(), [this](int reading) {
      const std::vector<SlotRole>& object = lexicon_.triggers()[reading].frame->object;
      return !object.empty() && object.front().role == v1::ROLE_PREDECESSOR;
    });
  });
}

// 卸下|执行长|、转任顾问: a bare title right behind another verb is the post that verb is about.
bool Assigner::IsGivenUp(const Reach& reach, const NounPhrase& phrase) const {
  if (document_.mention(phrase.mention).kind != Mention::Kind::kTitle) return false;
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const TriggerHit& verb = document_.triggers[other];
    return &verb != &reach.hit && verb.word.begin < phrase.span.begin &&
           std::abs(phrase.span.begin - verb.word.end) <= 1;
  });
}

// 三年后离开|云岚科技|创办X: right behind a verb of leaving or joining, with a verb of founding behind it.
bool Assigner::IsLeftOrJoined(const Reach& reach, const NounPhrase& phrase) const {
  if (reach.trigger.type != v1::EVENT_TYPE_FOUND) return false;
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const Span word = document_.triggers[other].word;
    const bool right_before = word.end <= phrase.span.begin && phrase.span.begin - word.end <= 1;
    return right_before && (MayMean(other, v1::EVENT_TYPE_DEPART) || MayMean(other, v1::EVENT_TYPE_JOIN));
  });
}

// 正找高盛|筹备IPO: what stands right behind another verb is that verb's, where the clause has a subject
// before it.
bool Assigner::IsObjectOfOther(const Reach& reach, size_t index) const {
  const NounPhrase& phrase = reach.phrases[index];
  if (IsSucceeded(reach, phrase) || IsGivenUp(reach, phrase)) return true;
  const auto fits = [&](const NounPhrase& other) {
    return MatchSlot(reach.trigger.frame->subject, document_.mention(other.mention).types) != nullptr;
  };
  // A verb may be about what its object does (请X出任), and a 的-clause has a subject of its own.
  const std::vector<SlotRole>& subject = reach.trigger.frame->subject;
  const bool person = !subject.empty() && subject.front().types.Has(EntityType::kPerson);
  const int end = reach.hit.span.end;
  const bool relative = end < document_.text.size() && document_.text.chars[end] == U'的';
  // X离开|谷歌|创办Y: a company behind a verb that a person before it is the subject of.
  const bool place = person && !document_.mention(phrase.mention).types.Has(EntityType::kPerson);
  if (place && IsLeftOrJoined(reach, phrase)) return true;
  if (reach.passive || (person && !place) || relative || !fits(phrase)) return false;
  const bool earlier = std::any_of(
      reach.phrases.begin(), reach.phrases.begin() + static_cast<int>(index), [&](const NounPhrase& other) {
        const Mention& subject_of_both = document_.mention(other.mention);
        return fits(other) && !other.possessive && parse_.GovernorOf(other) == nullptr &&
               subject_of_both.entity >= 0 && (!place || subject_of_both.types.Only(EntityType::kPerson));
      });
  const int first = document_.mention(parse_.ListMembers(phrase.mention).front()).span.begin;
  const int begin = std::min(phrase.span.begin, first);
  // 欧盟批准|云岚科技|收购Y
  const Span before{std::min(reach.clause.begin, begin), begin};
  if (document_.classes->AnyCloses(WordClass::kLets, document_.View(before))) return false;
  return earlier && begin > SubjectBegin(reach.hit) && FollowsVerb(document_, vocabulary_, begin);
}

// 根据4月份|SSI|完成融资后…: where nothing else is the subject, the phrase behind a preposition that means
// nothing to the frame may be: the preposition governs the whole clause.
void Assigner::FillFromPrepositional(const Reach& reach, Assignment& assignment,
                                     std::vector<char>& used) const {
  if (assignment.subject_filled || reach.passive || reach.trigger.frame->subject.empty()) return;
  for (size_t i = reach.phrases.size(); i-- > 0;) {
    const NounPhrase& phrase = reach.phrases[i];
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (phrase.span.end > reach.hit.word.begin || governor == nullptr) continue;
    const bool means = governor->kind == PrepositionKind::kMeans || governor->kind == PrepositionKind::kTopic;
    const bool place =
        governor->kind == PrepositionKind::kPlace || governor->kind == PrepositionKind::kSource;
    const bool clausal = means || (place && ClosesAsTime(document_, reach.hit));
    const bool near = reach.hit.word.begin - phrase.span.end <= kMaxModifierGap;
    if (!clausal || !near || !InSameText(reach.hit.word.begin, phrase)) return;
    const bool taken = std::any_of(assignment.fillers.begin(), assignment.fillers.end(),
                                   [&](const Filler& filler) { return filler.mention == phrase.mention; });
    if (taken) return;
    assignment.subject_filled = TryFill(phrase, reach.trigger.frame->subject, kFromClause,
                                        "subject of a clause behind a preposition", assignment);
    used[i] = assignment.subject_filled;
    return;
  }
}

// 离职的|高管包括|A、B: behind the noun that the 的-clause is of stands who they are.
void Assigner::FillNamedMembers(const Reach& reach, Assignment& assignment) const {
  const std::vector<SlotRole>& subject = reach.trigger.frame->subject;
  const bool person = !subject.empty() && subject.front().types.Only(EntityType::kPerson);
  if ((!person && !NamesInvestorsBehind(reach)) || reach.trigger.type == v1::EVENT_TYPE_STATEMENT) return;
  const std::u32string_view rest = document_.View({reach.hit.span.end, reach.clause.end});
  for (const NounPhrase& phrase : reach.phrases) {
    const Mention& member = document_.mention(phrase.mention);
    if (phrase.span.begin <= reach.hit.span.end || member.entity < 0) continue;
    if (!person && member.kind != Mention::Kind::kName) continue;  // 领投的是|总部|设在伦敦的X
    const std::u32string_view before = rest.substr(0, phrase.span.begin - reach.hit.span.end);
    const size_t of = before.find(U'的'),
                 copula = document_.classes->LongestClosing(WordClass::kCopula, before);
    if (of == before.npos || copula == 0 || before.size() < of + 1 + copula) continue;
    if (before.size() - of - 1 - copula > kMaxDescription) return;
    assignment.subject_filled =
        TryFill(phrase, subject, kRelative, "one of those that the clause is about", assignment);
    return;
  }
}

// 接过袖标的是X, 接替|Y|的则是X: behind the 的是 of its own clause, which may be the tail of the trigger.
void Assigner::FillCleftInClause(const Reach& reach, Assignment& assignment) const {
  const std::u32string_view rest =
      document_.View({reach.hit.word.end, std::max(reach.hit.word.end, reach.clause.end)})
          .substr(0, kMaxCleft);
  const std::vector<SlotRole>& subject = reach.trigger.frame->subject;
  const bool by_person =
      !subject.empty() && subject.front().types.Only(EntityType::kPerson) && subject.size() == 1;
  size_t cleft = rest.find(U"的是"), length = 2;
  const size_t who = by_person ? document_.classes->FirstIn(WordClass::kCleft, rest) : rest.npos;
  if (who < cleft) {
    cleft = who;
    length = document_.classes->LongestOpening(WordClass::kCleft, rest.substr(who));
  }
  const size_t is = cleft, also = rest.find(U"的还有");
  if (also < cleft) cleft = also, length = 3;
  if (assignment.subject_filled || cleft == rest.npos) return;
  const int from = reach.hit.word.end + static_cast<int>(cleft + length);
  if (FillsBehind(assignment, from)) {
    // 同日登场的还有|Y: nobody else is the subject.
    assignment.subject_filled = also < is;
    return;
  }
  for (const NounPhrase& phrase : reach.phrases) {
    // 的是|公司副总裁|X
    const TypeSet types = document_.mention(phrase.mention).types;
    if (phrase.span.begin < from || MatchSlot(subject, types) == nullptr) continue;
    // 的是|41岁的荷兰人|X
    const bool person = by_person && types.Only(EntityType::kPerson);
    if (phrase.span.begin - from > static_cast<int>(person ? kMaxCleftDescription : kMaxCopula)) return;
    assignment.subject_filled =
        TryFill(phrase, subject, kAdjacent, "behind the copula of a cleft", assignment);
    return;
  }
}

// 接替他的，是X: a clause that ends in 的 has its missing part behind the 是 of the next one.
void Assigner::FillCleft(const Reach& reach, Assignment& assignment) const {
  const std::vector<Clause>& clauses = document_.structure.clauses;
  const size_t next = reach.hit.clause + 1;
  if (assignment.subject_filled || next >= clauses.size()) return;
  const std::u32string_view text = document_.text.chars;
  const Span here = reach.clause, after = clauses[next].span;
  if (clauses[next].sentence != document_.SentenceOf(reach.hit.clause)) return;
  const size_t last = text.find_last_not_of(U",: ", after.begin - 1);
  if (last == text.npos || static_cast<int>(last) < here.begin || text[last] != U'的') return;
  const size_t copula = text.substr(after.begin, after.size()).find(U'是');
  if (copula > kMaxCopula) return;
  for (const NounPhrase& phrase : parse_.PhrasesOf(static_cast<int>(next))) {
    if (phrase.span.begin <= after.begin + static_cast<int>(copula)) continue;
    assignment.subject_filled =
        TryFill(phrase, reach.trigger.frame->subject, kRelative, "behind the copula of a cleft", assignment);
    return;
  }
}

// 上汽集团|旗下的云图资本: of whom who acts is a part.
bool Assigner::IsOwner(const NounPhrase& phrase) const {
  return document_.classes->AnyOpens(WordClass::kOwned,
                                     document_.View({phrase.span.end, document_.text.size()}));
}

// Before the trigger stands its subject, in a passive its object; a second phrase is an object put first
// (DeepSeek V3.1发布).
bool Assigner::FillFromLeft(const Reach& reach, const NounPhrase& phrase, double score,
                            Assignment& assignment) const {
  const Frame& frame = *reach.trigger.frame;
  if (reach.passive && !frame.object.empty()) {
    if (assignment.object_filled) return false;
    assignment.object_filled = TryFill(phrase, frame.object, score, "subject of a passive", assignment);
    return assignment.object_filled;
  }
  // 林知远的|任命; but 林知远的|招募 is of whom he wants.
  const bool acted_on = reach.trigger.noun && phrase.possessive &&
                        phrase.span.end + 1 == reach.hit.word.begin &&
                        document_.mention(phrase.mention).types.Only(EntityType::kPerson) &&
                        !frame.object.empty() && frame.object.front().types.Only(EntityType::kPerson) &&
                        !frame.subject.empty() && !frame.subject.front().types.Has(EntityType::kPerson);
  if (acted_on && !assignment.object_filled) {
    assignment.object_filled = TryFill(phrase, frame.object, score, "whom the noun is about", assignment);
    return assignment.object_filled;
  }
  if (!assignment.subject_filled && TryFill(phrase, frame.subject, score, "before the trigger", assignment)) {
    assignment.subject_filled = true;
    return true;
  }
  if (frame.object.empty() || assignment.object_filled || IsOwner(phrase) || ServesSameType(reach, phrase))
    return false;
  // 云图资本、|老股东|远山资本|跟投: with a description between them they are one list still.
  const bool listed =
      phrase.span.end < document_.text.size() && document_.text.chars[phrase.span.end] == U'、';
  if (listed && reach.trigger.type == v1::EVENT_TYPE_FUND)
    return TryFill(phrase, frame.subject, score, "listed before the subject", assignment);
  assignment.object_filled =
      TryFill(phrase, frame.object, score - kFromObjectSide, "object before the trigger", assignment);
  return assignment.object_filled;
}

// Where the words that may be the trigger's subject begin: behind a verb of saying in the clause
// (有媒体称|公司裁员), else at the clause.
int Assigner::SubjectBegin(const TriggerHit& hit) const {
  int begin = document_.ClauseSpan(hit.clause).begin;
  for (const int other : parse_.TriggersOf(hit.clause)) {
    const TriggerHit& said = document_.triggers[other];
    if (said.span.end <= hit.word.begin && MayMean(other, v1::EVENT_TYPE_STATEMENT)) begin = said.span.end;
  }
  return begin;
}

// 客服系统接入了X, 权重开源: what stands for the product, or for whom it serves. Not so 多家企业接入.
bool Assigner::SpeaksOfParts(const Reach& reach) const {
  if (reach.trigger.type == v1::EVENT_TYPE_OPEN_SOURCE) return true;
  if (reach.trigger.type != v1::EVENT_TYPE_INTEGRATE) return false;
  const int begin = SubjectBegin(reach.hit);
  const auto counted =
      std::lower_bound(document_.quantities.begin(), document_.quantities.end(), begin,
                       [](const Quantity& quantity, int position) { return quantity.span.begin < position; });
  return counted == document_.quantities.end() || counted->span.end > reach.hit.word.begin;
}

// 继去年收购X后, 离开X的第一百天: a clause that says when something else happened.
bool Assigner::TellsOfATime(const Reach& reach) const {
  const std::u32string_view rest =
      document_.View({reach.hit.span.end, std::max(reach.hit.span.end, reach.clause.end)});
  return rest.size() <= kMaxReach && document_.classes->AnyCloses(WordClass::kTimeEnding, rest);
}

// 被曝|裁员|30%, …: a clause that says no more than what happened, and is no noun that opens another.
bool Assigner::IsTeaser(const Reach& reach) const {
  constexpr int kLongestRest = 8;  // characters
  const int rest = reach.clause.end - reach.hit.span.end;
  if (reach.trigger.type == v1::EVENT_TYPE_STATEMENT || rest > kLongestRest || TellsOfATime(reach))
    return false;
  const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(reach.hit.clause)];
  const char32_t end = document_.text.chars[sentence.span.end - 1];
  if (end == U'?' || end == U'!') return true;
  // 特效跳票，影片《赤壁夜航》改到国庆节公映: what comes out has its own subject more often than not.
  constexpr int kLongestOpening = 8;  // 为了把柳瀚文请到杭州，…: an aside is longer
  const int opening = reach.hit.word.begin - reach.clause.begin;
  return opening > 0 && opening <= kLongestOpening && reach.trigger.type != v1::EVENT_TYPE_RELEASE;
}

// X、Y(尚未离职,|转为|顾问): of the one name that the parenthesis stands behind.
bool Assigner::FillFromHead(int head, const std::vector<SlotRole>& slots, Assignment& assignment) const {
  NounPhrase phrase{head, document_.mention(head).span, -1, -1, false};
  phrase.alone = true;
  assignment.carried_subject = TryFill(phrase, slots, kFromHead, "before the parenthesis", assignment);
  return assignment.carried_subject;
}

// 一封匿名信在网上流传，|称|…: what a clause before says that has a subject of its own nobody named.
bool Assigner::IsOfClauseBefore(const Reach& reach, const Filler& carried) const {
  const int before = reach.hit.clause - 1;
  if (reach.trigger.type != v1::EVENT_TYPE_STATEMENT || carried.mention < 0 || before < 0) return false;
  if (document_.SentenceOf(before) != document_.SentenceOf(reach.hit.clause)) return false;
  const int clause = document_.structure.ClauseAt(document_.mention(carried.mention).span.begin);
  const std::u32string_view words = document_.View(document_.ClauseSpan(before));
  return clause < before && parse_.PhrasesOf(before).empty() &&
         document_.classes->AnyIn(WordClass::kSomeText, words);
}

void Assigner::FillCarried(const Reach& reach, Assignment& assignment) const {
  const Frame& frame = *reach.trigger.frame;
  const bool as_object = reach.passive && !frame.object.empty();
  const std::vector<SlotRole>& slots = as_object ? frame.object : frame.subject;
  if (slots.empty() || (as_object ? assignment.object_filled : assignment.subject_filled)) return;
  if (NamesInvestorsBehind(reach)) return;
  const int head_before = parentheses_.HeadAt(reach.hit.word.begin);
  if (head_before >= 0 && FillFromHead(head_before, slots, assignment)) return;
  const int begin = SubjectBegin(reach.hit);
  const bool somebody =
      reach.trigger.type == v1::EVENT_TYPE_STATEMENT && IntroducesSomebody(document_, begin);
  assignment.own_subject = somebody || HasOwnSubject(document_, parse_, vocabulary_,
                                                     {begin, reach.hit.word.begin}, reach.hit.clause);
  if (assignment.own_subject && !SpeaksOfParts(reach)) return;
  Filler carried = antecedents_.Carry(reach.hit.clause, slots);
  if (IsOfClauseBefore(reach, carried)) return;
  if (assignment.own_subject && carried.score < kInSentence) return;
  const bool named =
      !assignment.fillers.empty() ||
      (frame.Takes(ValueKind::kTitle) && (!reach.hit.tail.empty() || TitleFollows(document_, reach.hit)));
  const bool told = named && reach.trigger.type != v1::EVENT_TYPE_STATEMENT;
  const bool ahead_said = (told && TellsOfATime(reach)) || OpensWithTurn(document_, reach.hit);
  if (carried.score < kSubjectInSentence && ahead_said) {
    const Filler ahead = antecedents_.Ahead(reach.hit.clause, slots);
    if (ahead.mention >= 0) carried = ahead;
  }
  if (carried.mention < 0 && IsTeaser(reach)) carried = antecedents_.Teased(reach.hit.clause, slots);
  if (carried.mention < 0) return;
  const Mention& head = document_.mention(carried.mention);
  // 停服时间定在…: what an earlier clause says of a company is not what is stopped.
  if (reach.trigger.type == v1::EVENT_TYPE_DISCONTINUE && head.types.Only(EntityType::kOrganization) &&
      MatchSlot(slots, head.types)->role == v1::ROLE_PRODUCT)
    return;
  const NounPhrase phrase{carried.mention, head.chain.empty() ? head.span : head.chain, -1, -1, false};
  if (TryFill(phrase, slots, carried.score, carried.reason, assignment)) assignment.carried_subject = true;
}

}  // namespace annals
