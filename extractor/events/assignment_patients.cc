// What is acted on where the clause names only who acts: 星河成立于2021年，由X|创办; 参与本轮融资的还有|X.
#include <algorithm>
#include <string_view>

#include "extractor/events/assignment.h"
#include "extractor/events/own_subject.h"

namespace annals {
namespace {

constexpr int kMaxToDoer = 1;  // characters from where a clause begins to 由, but for a time: 2021年|由X创办
constexpr int kMaxMentionsBack = 12;
constexpr int kBarePassiveReach = 8;
constexpr int kMaxToComma = 1;  // 相邀了，

}  // namespace

// 被|解雇: a preposition of the passive shortly before the trigger.
bool Assigner::HasBarePassive(const TriggerHit& hit) const {
  const int from = std::max(document_.ClauseSpan(hit.clause).begin, hit.word.begin - kBarePassiveReach);
  const auto& hits = document_.prepositions;
  auto next = std::lower_bound(hits.begin(), hits.end(), from,
                               [](const PrepositionHit& p, int position) { return p.span.begin < position; });
  for (; next != hits.end() && next->span.end <= hit.word.begin; ++next) {
    const Preposition& preposition = lexicon_.prepositions()[next->preposition];
    // 由 and 让 name a doer without making a passive.
    const bool passive = preposition.marker != U"由" && preposition.marker != U"让";
    if (preposition.kind == PrepositionKind::kAgent && passive) return true;
  }
  return false;
}

// Whether the clause has no room for a subject but the doer that a preposition marks.
bool Assigner::OpensWithDoer(const Reach& reach) const {
  int begin = reach.clause.begin;
  const auto time =
      std::partition_point(document_.times.begin(), document_.times.end(),
                           [begin](const TimeMention& each) { return each.span.begin < begin; });
  if (time != document_.times.end() && time->span.begin == begin) begin = time->span.end;
  return std::any_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (governor == nullptr || governor->kind != PrepositionKind::kAgent) return false;
    const int marker = document_.prepositions[phrase.preposition].span.begin;
    return phrase.span.end <= reach.hit.word.begin && marker - begin <= kMaxToDoer;
  });
}

// 星河成立于2021年，|总部位于苏州，由X创办: by name, where a description of it was carried over.
int Assigner::NamingBefore(int mention) const {
  const int entity = document_.mention(mention).entity;
  for (int i = mention; i >= std::max(0, mention - kMaxMentionsBack); --i) {
    const Mention& earlier = document_.mention(i);
    if (earlier.entity == entity && earlier.kind == Mention::Kind::kName && earlier.head) return i;
  }
  return mention;
}

// 云岚科技以三倍薪水相邀，|X婉拒|: who declines in the next clause is who was asked.
void Assigner::FillDecliner(const Reach& reach, Assignment& assignment) const {
  const size_t next = reach.hit.clause + 1;
  if (reach.trigger.type != v1::EVENT_TYPE_RECRUIT || assignment.Find(v1::ROLE_PERSON) != nullptr ||
      assignment.Find(v1::ROLE_RECRUITER) == nullptr || next >= document_.structure.clauses.size() ||
      reach.clause.end - reach.hit.span.end > kMaxToComma)
    return;
  const Span after = document_.ClauseSpan(static_cast<int>(next));
  const auto cue = std::partition_point(document_.cues.begin(), document_.cues.end(),
                                        [after](const CueHit& hit) { return hit.span.begin < after.begin; });
  if (std::none_of(cue, document_.cues.end(), [after](const CueHit& hit) {
        return hit.span.end <= after.end && hit.cue->kind == Cue::Kind::kFailed;
      }))
    return;
  const Filler ahead = antecedents_.Ahead(reach.hit.clause, reach.trigger.frame->object);
  if (ahead.mention < 0 || document_.mention(ahead.mention).kind != Mention::Kind::kName) return;
  const Mention& head = document_.mention(ahead.mention);
  const NounPhrase phrase{ahead.mention, head.chain.empty() ? head.span : head.chain, -1, -1, false};
  assignment.object_filled = TryFill(phrase, reach.trigger.frame->object, ahead.score,
                                     "who declines in the next clause", assignment);
}

// 星河成立于2021年，|由X创办|: the subject of the clauses before is what the doer acts on.
void Assigner::FillCarriedPatient(const Reach& reach, Assignment& assignment) const {
  FillDecliner(reach, assignment);
  const std::vector<SlotRole>& slots = reach.trigger.frame->object;
  if (!assignment.subject_filled || assignment.object_filled || assignment.carried_subject || slots.empty() ||
      reach.trigger.type != v1::EVENT_TYPE_FOUND || !OpensWithDoer(reach))
    return;
  const Filler carried = antecedents_.Carry(reach.hit.clause, slots);
  if (carried.mention < 0) return;
  const int patient = NamingBefore(carried.mention);
  const Mention& head = document_.mention(patient);
  const NounPhrase phrase{patient, head.chain.empty() ? head.span : head.chain, -1, -1, false};
  assignment.object_filled = TryFill(phrase, slots, carried.score, carried.reason, assignment);
}

// 云岚地产|把三个项目|卖给听雨地产: who stands before 把 is not what is sold.
bool Assigner::IsBeforePatient(const Reach& reach, int end) const {
  constexpr int kShortestPatient = 2;
  const int verb = reach.hit.word.begin;
  const auto& hits = document_.prepositions;
  auto hit = std::partition_point(hits.begin(), hits.end(),
                                  [end](const PrepositionHit& each) { return each.span.begin < end; });
  for (; hit != hits.end() && hit->span.end + kShortestPatient <= verb; ++hit) {
    if (lexicon_.prepositions()[hit->preposition].kind != PrepositionKind::kPatient) continue;
    const std::u32string_view patient = document_.View({hit->span.end, verb});
    if (document_.View(hit->span) == U"把" || document_.classes->AnyOpens(WordClass::kOwned, patient) ||
        document_.classes->AnyOpens(WordClass::kHolds, patient) || patient.front() == U'其')
      return true;
  }
  return false;
}

void Assigner::DropSellers(const Reach& reach, Assignment& assignment) const {
  if (reach.trigger.type != v1::EVENT_TYPE_ACQUIRE) return;
  std::erase_if(assignment.fillers, [&](const Filler& filler) {
    const int end = document_.mention(filler.mention).span.end;
    return filler.role == v1::ROLE_TARGET && end <= reach.hit.word.begin && IsBeforePatient(reach, end);
  });
}

// 云岚汽车停产|山海3: a company that stands before the verb is not what is stopped where that stands behind
// it.
bool Assigner::StopsSomethingElse(const Reach& reach, const Assignment& assignment) const {
  constexpr int kShortestObject = 2;
  const Filler* stopped = assignment.Find(v1::ROLE_PRODUCT);
  if (reach.trigger.type != v1::EVENT_TYPE_DISCONTINUE || stopped == nullptr) return false;
  const Mention& mention = document_.mention(stopped->mention);
  if (mention.entity < 0 || mention.span.end > reach.hit.word.begin) return false;
  if (document_.mentions.entities[mention.entity].type != EntityType::kOrganization) return false;
  const Span between{mention.span.end, reach.hit.word.begin};  // 云岚科技|旧版客户端|停止服务
  return reach.clause.end - reach.hit.word.end >= kShortestObject ||
         HasOwnSubject(document_, parse_, vocabulary_, between, reach.hit.clause);
}

// 参与本轮融资|的还有|X、Y, 原定领投的|X|退出: who invests stands behind.
bool Assigner::NamesInvestorsBehind(const Reach& reach) const {
  const std::vector<SlotRole>& subject = reach.trigger.frame->subject;
  if (subject.empty() || subject.front().role != v1::ROLE_INVESTOR) return false;
  const std::u32string_view rest =
      document_.View({reach.hit.span.end, std::max(reach.hit.span.end, reach.clause.end)});
  if (rest.empty() || rest.front() != U'的') return false;
  if (document_.classes->AnyOpens(WordClass::kCopula, rest.substr(1))) return true;
  return std::none_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    return phrase.span.end <= reach.hit.word.begin &&
           MatchSlot(subject, document_.mention(phrase.mention).types) != nullptr;
  });
}

}  // namespace annals
