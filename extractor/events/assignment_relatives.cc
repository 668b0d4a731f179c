// What stands in or behind a 的-clause: whom the clause of the trigger modifies.
#include <algorithm>

#include "extractor/events/assignment.h"

namespace annals {

// 离开长城的王凤英: read as a noun phrase the company would be the person's; behind a verb that takes both,
// it is the verb's.
void Assigner::FillPossessor(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  const Frame& frame = *reach.trigger.frame;
  if (assignment.subject_filled || assignment.object_filled || reach.passive) return;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    const NounPhrase& phrase = reach.phrases[i];
    const Mention& head = document_.mention(phrase.mention);
    if (phrase.span.begin < reach.hit.span.end || phrase.span.begin > reach.hit.span.end + 1) continue;
    if (used[i] || head.organization < 0 || !head.types.Only(EntityType::kPerson)) return;
    // 出任|华为的总经理: the post that is taken, and nobody.
    if (head.kind == Mention::Kind::kTitle && frame.Takes(ValueKind::kTitle)) return;
    const Mention& owner = document_.mention(head.organization);
    const bool marked =
        owner.span.end < document_.text.size() && document_.text.chars[owner.span.end] == U'的';
    const SlotRole* subject = MatchSlot(frame.subject, head.types);
    const SlotRole* object = MatchSlot(frame.object, owner.types);
    if (!marked || subject == nullptr || object == nullptr || subject->role != v1::ROLE_PERSON) return;
    assignment.fillers.push_back({phrase.mention, subject->role, kRelative, "head of the 的-clause"});
    assignment.fillers.push_back({head.organization, object->role, kRelative, "inside the 的-clause"});
    assignment.subject_filled = assignment.object_filled = assignment.relative = true;
    used[i] = 1;
    return;
  }
}

// 财务总监X|则是从普华永道|挖来的: before the 是 of a clause that ends in 的 stands whom somebody hired.
void Assigner::FillPatientOfCleft(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  const Frame& frame = *reach.trigger.frame;
  const bool of_person = !frame.object.empty() && frame.object.front().types.Only(EntityType::kPerson) &&
                         !frame.subject.empty() && !frame.subject.front().types.Has(EntityType::kPerson);
  const int end = reach.hit.span.end;
  if (!of_person || assignment.object_filled || end + 1 != reach.clause.end ||
      document_.text.chars[end] != U'的')
    return;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    const NounPhrase& phrase = reach.phrases[i];
    if (used[i] || phrase.span.end >= reach.hit.word.begin || parse_.GovernorOf(phrase) != nullptr) continue;
    const std::u32string_view behind = document_.View({phrase.span.end, reach.hit.word.begin});
    const size_t copula = behind.find(U'是');
    if (copula == behind.npos || copula > 2 ||
        !document_.mention(phrase.mention).types.Has(EntityType::kPerson))
      continue;
    used[i] = assignment.object_filled =
        TryFill(phrase, frame.object, kRelative, "before the copula of a cleft", assignment);
    return;
  }
}

// 出任|集团CEO|的X: where the title ends that stands behind a verb of taking a post, else the position.
int Assigner::EndOfTitle(const Reach& reach, int position) const {
  if (!reach.trigger.frame->Takes(ValueKind::kTitle)) return position;
  for (const Mention& mention : document_.MentionsIn({position, position + kMaxRelativeGap + 1})) {
    if (mention.kind == Mention::Kind::kTitle && mention.head) return mention.span.end;
    if (mention.head) return position;
  }
  return position;
}

// 领投云岚科技|B轮融资|的X: where the numbers end that stand behind the object.
int Assigner::EndOfNumbers(int position) const {
  const auto next = std::partition_point(document_.quantities.begin(), document_.quantities.end(),
                                         [position](const Quantity& q) { return q.span.begin < position; });
  if (next == document_.quantities.end() || next->span.begin != position) return position;
  constexpr std::u32string_view kFinancing = U"融资";
  const int end = next->span.end;
  return document_.View({end, end + static_cast<int>(kFinancing.size())}) == kFinancing
             ? end + static_cast<int>(kFinancing.size())
             : end;
}

// 接入的是|晨曦的模型“山海”: whether the object stands behind a position.
bool Assigner::FillsBehind(const Assignment& assignment, int position) const {
  return std::any_of(assignment.fillers.begin(), assignment.fillers.end(), [&](const Filler& filler) {
    return document_.mention(filler.mention).span.begin >= position;
  });
}

void Assigner::FillRelative(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  const Frame& frame = *reach.trigger.frame;
  const std::u32string& chars = document_.text.chars;
  // 离开长城的王凤英: the 的 stands behind the trigger or behind its object.
  int from = reach.hit.span.end;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    if (used[i] && reach.phrases[i].span.begin >= from && reach.phrases[i].span.begin - from <= 2) {
      from = reach.phrases[i].span.end;
      break;
    }
  }
  // 采用“听雨”|的X; but 叫“听雨”|的公司 says its own name.
  const bool adopts = reach.trigger.type == v1::EVENT_TYPE_INTEGRATE;
  if (adopts && from < reach.clause.end && chars[from] == U'”') ++from;
  from = EndOfNumbers(EndOfTitle(reach, from));
  if (from >= reach.clause.end || chars[from] != U'的') return;
  if (document_.View({from, from + 2}) == U"的是" && FillsBehind(assignment, from)) return;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    const NounPhrase& phrase = reach.phrases[i];
    if (used[i] || phrase.span.begin <= from) continue;
    if (phrase.span.begin - from > kMaxRelativeGap) return;
    if (parse_.GovernorOf(phrase) != nullptr) continue;
    const bool as_subject =
        (assignment.object_filled || frame.object.empty() || NamesInvestorsBehind(reach)) && !reach.passive;
    for (const bool subject : {as_subject, !as_subject}) {
      if (subject ? assignment.subject_filled : assignment.object_filled) continue;
      if (!TryFill(phrase, subject ? frame.subject : frame.object, kRelative, "head of the 的-clause",
                   assignment))
        continue;
      used[i] = 1;
      assignment.relative = true;
      (subject ? assignment.subject_filled : assignment.object_filled) = true;
      return;
    }
    return;
  }
}

}  // namespace annals
