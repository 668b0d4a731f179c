#include "extractor/events/assignment.h"

#include <algorithm>

#include "extractor/events/own_subject.h"
#include "extractor/events/requirements.h"

namespace annals {
namespace {

// Where a filler stands decides what it is worth: marked by a preposition, in its own place, or carried over.
constexpr double kMarked = 4.0;
constexpr double kIncomplete = 5.0;   // a reading that lacks what its type needs
constexpr double kSlotDecides = 0.5;  // a name of open type that the slot makes a product
constexpr double kPerTriggerBetween = 0.8;
constexpr double kTitleNext = 1.5;
constexpr double kOpenListing = 1.0;
constexpr double kPatientUnused = 1.5;  // a reading that says nothing of what 把 puts before the verb
constexpr int kMaxMentionsBack = 12;
constexpr int kNobody = -2;
constexpr double kOwnerActs = 0.2;  // less for the owner of a unit than for the unit
constexpr double kMany = 5;         // 又一位主帅下课 is no layoff

// Of two companies.
bool IsDeal(v1::EventType type) {
  return type == v1::EVENT_TYPE_ACQUIRE || type == v1::EVENT_TYPE_FUND || type == v1::EVENT_TYPE_PARTNER;
}

bool HasRole(const std::vector<SlotRole>& slots, v1::Role role) {
  return std::any_of(slots.begin(), slots.end(), [role](const SlotRole& slot) { return slot.role == role; });
}

// What a preposition may mark: 与 in 与X解约 the company or the person.
std::vector<SlotRole> MarkedSlots(const Frame& frame, const std::u32string& marker) {
  std::vector<SlotRole> slots;
  for (const MarkerSlot& marked : frame.markers) {
    if (marked.marker == marker) slots.push_back(marked.slot);
  }
  return slots;
}

// Where a frame takes a person or an organisation behind the verb, and both stand there, the person is meant.
std::vector<SlotRole> PreferPerson(std::vector<SlotRole> slots, std::span<const NounPhrase> phrases, int from,
                                   const Document& document) {
  const bool mixed = slots.size() > 1 && slots.front().types.Only(EntityType::kPerson);
  const bool person = std::any_of(phrases.begin(), phrases.end(), [&](const NounPhrase& phrase) {
    return phrase.span.begin >= from && document.mention(phrase.mention).types.Has(EntityType::kPerson) &&
           document.mention(phrase.mention).entity >= 0;
  });
  if (mixed && person) slots.resize(1);
  return slots;
}

// Which slot of the frame a filler of this role takes; where both could be meant, the object.
void MarkFilled(const Frame& frame, v1::Role role, Assignment& assignment) {
  if (role == v1::ROLE_UNSPECIFIED) return;
  if (HasRole(frame.object, role)) {
    assignment.object_filled = OpenSlots(frame.object, assignment).empty();
  } else if (HasRole(frame.subject, role)) {
    assignment.subject_filled = true;
  }
}

}  // namespace

std::vector<SlotRole> OpenSlots(const std::vector<SlotRole>& slots, const Assignment& assignment) {
  std::vector<SlotRole> open;
  for (const SlotRole& slot : slots) {
    if (slot.role == v1::ROLE_UNSPECIFIED || assignment.Find(slot.role) == nullptr) open.push_back(slot);
  }
  return open;
}

int Assignment::Count(v1::Role role) const {
  return static_cast<int>(
      std::count_if(fillers.begin(), fillers.end(), [role](const Filler& f) { return f.role == role; }));
}

const Filler* Assignment::Find(v1::Role role) const {
  for (const Filler& filler : fillers) {
    if (filler.role == role) return &filler;
  }
  return nullptr;
}

// 请辞|执行长, 辞任|远图的总裁: a post is given up, not the company.
bool TitleFollows(const Document& document, const TriggerHit& hit) {
  for (const Mention& mention : document.MentionsIn({hit.span.end, document.text.size()})) {
    if (mention.kind == Mention::Kind::kTitle)
      return std::min(mention.span.begin, mention.chain.begin) <= hit.span.end + 1;
    if (mention.head || mention.span.begin - hit.span.end > kMaxRelativeGap) return false;
  }
  return false;
}

bool Assigner::MayMean(int hit, v1::EventType type) const {
  const std::vector<int>& readings = document_.triggers[hit].readings;
  return std::any_of(readings.begin(), readings.end(),
                     [&](int r) { return lexicon_.triggers()[r].type == type; });
}

Assignment Assigner::Assign(int hit) const {
  Assignment best;
  for (const int reading : document_.triggers[hit].readings) {
    Assignment assignment = AssignReading(hit, lexicon_.triggers()[reading]);
    const bool tied = best.trigger != nullptr && assignment.score == best.score;
    const bool longer =
        tied && best.trigger->weak && best.trigger->tail.empty() && !assignment.trigger->tail.empty();
    const bool surer = longer || (tied && best.trigger->weak && !assignment.trigger->weak &&
                                  best.trigger->tail.empty() == assignment.trigger->tail.empty());
    if (best.trigger == nullptr || assignment.score > best.score || surer) best = std::move(assignment);
  }
  if (CountsLeavers(hit, best))
    std::erase_if(best.fillers, [](const Filler& f) { return f.role == v1::ROLE_PERSON; });
  return IsOfMany(hit, best) ? AssignReading(hit, lexicon_.layoff()) : best;
}

// 40人|被“毕业”, 近百名工程师|丢了饭碗: people whom only a number names.
bool Assigner::IsOfMany(int hit, const Assignment& assignment) const {
  return assignment.trigger != nullptr && assignment.trigger->type == v1::EVENT_TYPE_DISMISS &&
         HasPeople(document_.triggers[hit], kMany) &&
         std::none_of(assignment.fillers.begin(), assignment.fillers.end(), [&](const Filler& filler) {
           return filler.role == v1::ROLE_PERSON && document_.mention(filler.mention).entity >= 0;
         });
}

// The phrases of the clause that stand near enough to matter: bounds the work in clauses without end.
std::span<const NounPhrase> Assigner::PhrasesAround(const TriggerHit& hit) const {
  const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(hit.clause);
  const auto before = [](const NounPhrase& phrase, int position) { return phrase.span.begin < position; };
  const auto from = std::lower_bound(phrases.begin(), phrases.end(), hit.word.begin - kMaxReach, before);
  const auto to = std::lower_bound(from, phrases.end(), hit.span.end + kMaxReach, before);
  return {from, to};
}

Assignment Assigner::AssignReading(int hit_index, const Trigger& trigger) const {
  const TriggerHit& hit = document_.triggers[hit_index];
  Reach reach{hit, trigger, document_.ClauseSpan(hit.clause), PhrasesAround(hit)};
  Assignment assignment;
  assignment.trigger = &trigger;
  std::vector<char> used(reach.phrases.size(), 0);
  FillMarked(reach, assignment, used);
  // A bare 被 right before the trigger: passive without its doer.
  reach.passive = assignment.passive = HasBarePassive(hit) && !Undergoes(reach);
  FillPossessor(reach, assignment, used);
  FillPatientOfCleft(reach, assignment, used);
  FillRight(reach, assignment, used);
  FillCleftInClause(reach, assignment);
  if (!assignment.subject_filled) FillNamedMembers(reach, assignment);
  FillRelative(reach, assignment, used);
  FillLeft(reach, assignment, used);
  FillFromPrepositional(reach, assignment, used);
  FillCleft(reach, assignment);
  FillCarried(reach, assignment);
  FillCarriedPatient(reach, assignment);
  FillSpokesman(reach, assignment);
  FillListedClauses(reach, assignment);
  DropSellers(reach, assignment);
  for (const Filler& filler : assignment.fillers) assignment.score += filler.score;
  if (trigger.frame->Takes(ValueKind::kCount) && HasPeople(hit)) assignment.score += kAdjacent;
  // 裁撤|办事处: without a number of people a unit is dissolved.
  if (trigger.type == v1::EVENT_TYPE_LAYOFF && assignment.Find(v1::ROLE_UNIT) != nullptr && !HasPeople(hit))
    assignment.score -= kSlotDecides;
  const auto count = [&assignment](v1::Role role) { return assignment.Count(role); };
  const bool titled = trigger.frame->Takes(ValueKind::kTitle) || trigger.frame->Takes(ValueKind::kNewTitle);
  if (titled && TitleFollows(document_, hit)) assignment.score += kTitleNext;
  if (trigger.type == v1::EVENT_TYPE_LIST && HasOpenName(assignment)) assignment.score -= kOpenListing;
  if (trigger.type == v1::EVENT_TYPE_RELEASE && NamesExchange(reach))
    assignment.score -= kMarked + kPatientUnused;
  if (LeavesPatientUnused(reach, assignment)) assignment.score -= kPatientUnused;
  if (StopsSomethingElse(reach, assignment)) assignment.score -= kIncomplete;
  const bool unnamed = trigger.type == v1::EVENT_TYPE_FOUND && FoundsUnnamed(reach);
  const bool nothing_founded = trigger.type == v1::EVENT_TYPE_FOUND && !HasFounded(assignment) && !unnamed;
  if (unnamed && HasRole(trigger.frame->subject, v1::ROLE_ORGANIZATION)) assignment.score -= kIncomplete;
  if (MissingParticipant(trigger.type, count) != nullptr || nothing_founded) assignment.score -= kIncomplete;
  return assignment;
}

// 拟将|海外事业部|与商务部合并: whether 把 or 将 names a unit or a person that the reading has no slot for.
bool Assigner::LeavesPatientUnused(const Reach& reach, const Assignment& assignment) const {
  return std::any_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (governor == nullptr || governor->kind != PrepositionKind::kPatient) return false;
    const Mention& mention = document_.mention(phrase.mention);
    const bool telling = mention.types.Only(EntityType::kUnit) || mention.types.Only(EntityType::kPerson);
    return telling && mention.entity >= 0 && phrase.span.end <= reach.hit.word.begin && !phrase.possessive &&
           std::none_of(assignment.fillers.begin(), assignment.fillers.end(),
                        [&](const Filler& filler) { return filler.mention == phrase.mention; });
  });
}

// 阿里成立|新公司: a company without a name is founded by who stands before the verb.
bool Assigner::FoundsUnnamed(const Reach& reach) const {
  const Span rest{reach.hit.word.end, std::max(reach.hit.word.end, reach.clause.end)};
  const std::u32string_view object = document_.View(rest.empty() ? reach.hit.word : rest);
  if (document_.classes->AnyCloses(WordClass::kCompany, object)) return true;
  return std::any_of(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& phrase) {
    const Mention& mention = document_.mention(phrase.mention);
    return phrase.span.begin >= reach.hit.word.end && mention.kind == Mention::Kind::kNominal &&
           mention.types.Has(EntityType::kOrganization);
  });
}

// 星河智能成立: a company that founds nothing is itself what is founded.
bool Assigner::HasFounded(const Assignment& assignment) const {
  const Filler* founder = assignment.Find(v1::ROLE_FOUNDER);
  return assignment.Find(v1::ROLE_ORGANIZATION) != nullptr || founder == nullptr ||
         document_.mention(founder->mention).types.Has(EntityType::kPerson);
}

// 由京东领投、|真格基金|跟投: the next event of the type begins with it. Not 获|真格基金|领投A轮融资: within
// a gap.
bool Assigner::LeadsSameType(const Reach& reach, const NounPhrase& phrase) const {
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const TriggerHit& next = document_.triggers[other];
    const bool inside = next.word.begin > reach.hit.word.end && next.word.end <= reach.hit.tail.begin;
    return next.word.begin == phrase.span.end && &next != &reach.hit && !inside &&
           MayMean(other, reach.trigger.type);
  });
}

// Whether a phrase behind the trigger is the subject of the next event, and not the object of this one.
bool Assigner::LeadsNext(const Reach& reach, const NounPhrase& phrase,
                         const std::vector<SlotRole>& slots) const {
  // 接替|张勇|出任CEO: who is succeeded leads no event of his own.
  if (slots.front().role == v1::ROLE_PREDECESSOR) return false;
  // 收购|云岚科技|完成交割: what is bought is bought by the verb right before it.
  // 牵手|云岚科技|共建实验室
  const bool dealt = slots.front().role == v1::ROLE_TARGET || reach.trigger.type == v1::EVENT_TYPE_PARTNER;
  const bool bought = dealt && phrase.span.begin == reach.hit.word.end;
  return !bought && LeadsSameType(reach, phrase);
}

// 由|京东|领投、真格基金跟投: the doer of an event of the type that was told between it and the trigger.
bool Assigner::ServesSameType(const Reach& reach, const NounPhrase& phrase) const {
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const TriggerHit& between = document_.triggers[other];
    return between.word.begin >= phrase.span.end && between.word.begin - phrase.span.end <= 2 &&
           between.word.end < reach.hit.word.begin && MayMean(other, reach.trigger.type);
  });
}

// 离职|创办|星澜科技: where who leaves goes next, or what they found then. Not 离开|创办十年的星澜科技.
bool Assigner::IsWhereToNext(const Reach& reach, const NounPhrase& phrase) const {
  const bool leaves =
      reach.trigger.type == v1::EVENT_TYPE_DEPART || reach.trigger.type == v1::EVENT_TYPE_STEP_DOWN;
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return leaves && std::any_of(triggers.begin(), triggers.end(), [&](int other) {
           const Span word = document_.triggers[other].word;
           const bool comes = MayMean(other, v1::EVENT_TYPE_FOUND) || MayMean(other, v1::EVENT_TYPE_JOIN);
           return comes && word.begin >= reach.hit.word.end && word.end <= phrase.span.begin &&
                  document_.View({word.end, phrase.span.begin}).find(U'的') == std::u32string_view::npos;
         });
}

// Neither of the two inside a quotation or a parenthesis that the other is not in.
bool Assigner::InSameText(int position, const NounPhrase& phrase) const {
  const int head = document_.mention(phrase.mention).span.begin;
  const bool together = parentheses_.At(position) == parentheses_.At(head);
  if (!together && parentheses_.HeadAt(position) != phrase.mention) return false;
  const int here = document_.structure.QuotationAt(position);
  if (here == phrase.quotation) return true;
  // A name in quotation marks belongs to the text around it.
  return phrase.quotation >= 0 &&
         document_.structure.quotations[phrase.quotation].kind != Quotation::Kind::kSpeech &&
         document_.structure.quotations[phrase.quotation].parent == here;
}

bool Assigner::TryFill(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score,
                       const char* reason, Assignment& assignment) const {
  const Mention& head = document_.mention(phrase.mention);
  const SlotRole* slot = MatchSlot(slots, head.types);
  if (slot != nullptr && IsPronounOfOther(head, slots)) {
    NounPhrase meant = phrase;
    meant.mention = EarlierFor(phrase.mention, slots);
    meant.alone = true;
    return meant.mention >= 0 && TryFill(meant, slots, score, reason, assignment);
  }
  // 计划到|港交所|上市: where shares are listed is not who lists them.
  if (assignment.trigger->type == v1::EVENT_TYPE_LIST && IsExchange(head.span)) return false;
  // 旗下|产品|接入X: whose product it is takes it in.
  if (slot != nullptr && slot->role == v1::ROLE_ADOPTER && head.entity < 0 && head.group.empty() &&
      head.types.Only(EntityType::kProduct))
    return false;
  if (slot != nullptr && slot->role == v1::ROLE_PRODUCT && IsRivaled(phrase)) return false;
  if (slot != nullptr && slot->role == v1::ROLE_PRODUCT && IsLicense(phrase)) return false;
  if (slot != nullptr && !head.group.empty()) return FillGroup(phrase, slots, score, assignment);
  // 接班|信德集团财务总监: a bare title behind the verb is the post, not who held it.
  if (slot != nullptr && slot->role == v1::ROLE_PREDECESSOR && IsGeneric(phrase)) return false;
  if (slot == nullptr) {
    const SlotRole* unit = MatchSlot(slots, EntityType::kUnit);
    if (unit != nullptr && (IsSite(head) || IsSubsidiary(head))) slot = unit;
  }
  const bool open = slot == nullptr && IsOpenName(phrase);
  if (open) {
    slot = MatchSlot(slots, EntityType::kProduct);
    score -= kSlotDecides;
  }
  if (slot == nullptr) return TryOwner(phrase, slots, score, assignment);
  bool filled = slot->role == v1::ROLE_UNSPECIFIED;
  const std::vector<int> members =
      phrase.alone ? std::vector<int>{phrase.mention} : parse_.ListMembers(phrase.mention);
  for (const int member : members) {
    const Mention& mention = document_.mention(member);
    // 发布“听雨”和“看山”: what the slot says of one of a list it says of all.
    const bool made = open && IsOpenName({member, mention.span, -1, phrase.quotation, false});
    const bool site = slot->types.Has(EntityType::kUnit) && (IsSite(mention) || IsSubsidiary(mention));
    if ((mention.types & slot->types).empty() && member != phrase.mention && !made && !site) continue;
    const bool taken =
        std::any_of(assignment.fillers.begin(), assignment.fillers.end(), [&](const Filler& filler) {
          return filler.mention == member || (mention.entity >= 0 && filler.role != v1::ROLE_UNSPECIFIED &&
                                              document_.mention(filler.mention).entity == mention.entity);
        });
    if (taken) continue;
    assignment.fillers.push_back({member, slot->role, score, reason});
    filled = true;
  }
  assignment.candidates.push_back({slot->role, phrase.span, score, filled, reason});
  return filled;
}

// 星河智能|董事会|罢免X, 云岚科技的|客服|用上了X: where a frame takes no unit, the company that the unit is
// of acts, and what people without a name take in their company does.
bool Assigner::TryOwner(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score,
                        Assignment& assignment) const {
  const Mention& part = document_.mention(phrase.mention);
  if (part.organization < 0) return false;
  const Mention& owner = document_.mention(part.organization);
  const SlotRole* slot = owner.entity < 0 ? nullptr : MatchSlot(slots, owner.types);
  if (slot == nullptr || slot->role == v1::ROLE_UNSPECIFIED) return false;
  const bool staff = slot->role == v1::ROLE_ADOPTER && IsGeneric(phrase);
  if (!part.types.Only(EntityType::kUnit) && !staff) return false;
  const char* reason = staff ? "whose people they are" : "owner of the unit";
  // 云岚科技的|算法组|并入平台部: the unit itself, where it may be what the verb is about.
  if (assignment.trigger->type == v1::EVENT_TYPE_REORGANIZE) score -= kOwnerActs;
  assignment.fillers.push_back({part.organization, slot->role, score, reason});
  assignment.candidates.push_back({slot->role, phrase.span, score, true, reason});
  return true;
}

// 双方, 两人: all they stand for.
bool Assigner::FillGroup(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score,
                         Assignment& assignment) const {
  const SlotRole* taken = nullptr;
  for (const int entity : document_.mention(phrase.mention).group) {
    const SlotRole* slot = MatchSlot(slots, document_.mentions.entities[entity].type);
    if (slot == nullptr) continue;
    taken = slot;
    assignment.fillers.push_back({phrase.mention, slot->role, score, "one of those meant", entity});
  }
  if (taken == nullptr) taken = MatchSlot(slots, document_.mention(phrase.mention).types);
  assignment.candidates.push_back({taken->role, phrase.span, score, true, "all of those meant"});
  return true;
}

void Assigner::FillMarked(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  const Frame& frame = *reach.trigger.frame;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    const NounPhrase& phrase = reach.phrases[i];
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (governor == nullptr || used[i] || !InSameText(reach.hit.word.begin, phrase)) continue;
    // Behind the trigger a phrase is marked only if no other trigger stands between.
    const bool left = phrase.span.end <= reach.hit.word.begin;
    if (left && (IsInsideRelative(reach, i) || ServesSameType(reach, phrase))) {
      used[i] = true;
      continue;
    }
    const std::vector<SlotRole> marked = MarkedSlots(frame, governor->marker);
    // 把|董事长的位子|让出: a post is put before the verb, and nobody.
    if (governor->kind == PrepositionKind::kPatient && frame.Takes(ValueKind::kTitle) && IsGeneric(phrase)) {
      used[i] = true;
      continue;
    }
    if (!marked.empty() && IsModifier(reach, i, marked)) {
      used[i] = true;
    } else if (!marked.empty()) {
      const SlotRole* slot = MatchSlot(marked, document_.mention(phrase.mention).types);
      used[i] = TryFill(OtherParty(reach, phrase), marked, left ? kMarked : kMarked - 1,
                        "marked by its preposition", assignment);
      // 他与妹妹创办: who stands behind 与 does it too, and leaves the place of the subject open.
      const v1::Role role = marked.front().role;
      const bool joint = governor->kind == PrepositionKind::kWith && HasRole(frame.subject, role) &&
                         !HasRole(frame.object, role);
      if (used[i] && !joint) MarkFilled(frame, (slot != nullptr ? *slot : marked.front()).role, assignment);
    } else if (left && governor->kind == PrepositionKind::kAgent) {
      used[i] = TryFill(phrase, frame.subject, kMarked, "doer of a passive", assignment);
      if (used[i]) assignment.subject_filled = true;
    } else if ((left || reach.hit.span.Contains(phrase.span)) &&
               (governor->kind == PrepositionKind::kPatient || governor->kind == PrepositionKind::kGoal)) {
      // 完成|对云岚科技的|收购: in the gap of the trigger as before it.
      used[i] = TryFill(OtherParty(reach, phrase), frame.object, kMarked, "object moved before the verb",
                        assignment);
      if (used[i]) assignment.object_filled = true;
    } else {
      used[i] = left;  // governed by something that means nothing to this frame
    }
  }
}

// A pronoun or description behind the verb is not its subject; where no name is left for it in a deal,
// kNobody: where it was resolved to the subject, the nearest earlier mention of somebody else that fits it;
// else -1.
int Assigner::OtherThanSubject(const Reach& reach, const NounPhrase& phrase) const {
  const Mention& mention = document_.mention(phrase.mention);
  if (mention.kind == Mention::Kind::kName || mention.entity < 0 ||
      document_.View(mention.span).front() == U'自')
    return -1;
  // 合资成立|电动车公司: what is founded is new.
  if (reach.trigger.type == v1::EVENT_TYPE_FOUND && mention.kind == Mention::Kind::kNominal) return kNobody;
  const auto subject = std::find_if(reach.phrases.begin(), reach.phrases.end(), [&](const NounPhrase& other) {
    return other.span.end <= reach.hit.word.begin && parse_.GovernorOf(other) == nullptr &&
           document_.mention(other.mention).entity == mention.entity;
  });
  if (subject == reach.phrases.end()) return -1;
  const int list = document_.mention(subject->mention).list;  // A和B领投|它: neither of them
  const int first = std::max(0, phrase.mention - kMaxMentionsBack);
  for (int i = phrase.mention - 1; i >= first; --i) {
    const Mention& earlier = document_.mention(i);
    const bool fits =
        earlier.kind == Mention::Kind::kName && earlier.head && !(earlier.types & mention.types).empty();
    if (list >= 0 && earlier.list == list) continue;
    if (fits && earlier.entity >= 0 && earlier.entity != mention.entity) return i;
  }
  // 收购一家硬件公司: a description of what has no name.
  return mention.kind == Mention::Kind::kNominal && IsDeal(reach.trigger.type) ? kNobody : -1;
}

// 天龙曾想把|它|买下, 天龙给|这家公司|投了1亿元: who stands behind 把, 给 or 与 is not the subject either.
NounPhrase Assigner::OtherParty(const Reach& reach, const NounPhrase& phrase) const {
  NounPhrase other = phrase;
  if (document_.mention(phrase.mention).kind == Mention::Kind::kName) return other;
  if (const int antecedent = OtherThanSubject(reach, phrase); antecedent >= 0) other.mention = antecedent;
  return other;
}

// 离开了|自己|一手创办的云岚科技: the subject of the 的-clause that says which one.
bool Assigner::DoesWhatFollows(const Reach& reach, const NounPhrase& phrase) const {
  constexpr int kMaxBetween = 8;  // characters
  if (document_.View(phrase.span) != U"自己") return false;
  const std::vector<int>& triggers = parse_.TriggersOf(reach.hit.clause);
  return std::any_of(triggers.begin(), triggers.end(), [&](int other) {
    const TriggerHit& verb = document_.triggers[other];
    const int between = verb.word.begin - phrase.span.end;
    return between >= 0 && between <= kMaxBetween &&
           document_.View({verb.word.end, std::max(verb.word.end, reach.clause.end)})
                   .substr(0, kMaxBetween)
                   .find(U'的') != std::u32string_view::npos;
  });
}

void Assigner::FillRight(const Reach& reach, Assignment& assignment, std::vector<char>& used) const {
  const Frame& frame = *reach.trigger.frame;
  const std::vector<SlotRole> slots =
      PreferPerson(OpenSlots(frame.object, assignment), reach.phrases, reach.hit.word.end, document_);
  if (slots.empty() || assignment.object_filled || reach.passive || NamesInvestorsBehind(reach)) return;
  double penalty = 0;
  int previous_end = reach.hit.span.end;
  for (size_t i = 0; i < reach.phrases.size(); ++i) {
    const NounPhrase& phrase = reach.phrases[i];
    if (phrase.span.begin < reach.hit.word.end || !InSameText(reach.hit.word.begin, phrase)) continue;
    for (const int other : parse_.TriggersOf(reach.hit.clause)) {
      const Span word = document_.triggers[other].word;
      if (word.begin >= previous_end && word.end <= phrase.span.begin) penalty += kPerTriggerBetween;
    }
    previous_end = phrase.span.end;
    if (IsModifier(reach, i, slots) || IntroducesGroup(phrase) || LeadsNext(reach, phrase, slots) ||
        IsWhereToNext(reach, phrase) || DoesWhatFollows(reach, phrase))
      continue;
    if (!used[i] && parse_.GovernorOf(phrase) == nullptr) {
      const int named = NamedBehindColon(reach, phrase);
      const int other = named >= 0 ? named : OtherThanSubject(reach, phrase);
      if (other == kNobody) continue;
      if (other >= 0) {
        NounPhrase antecedent = phrase;
        antecedent.mention = other;
        assignment.object_filled =
            TryFill(antecedent, slots, kAdjacent - penalty, "antecedent that is not the subject", assignment);
        used[i] = 1;
        return;
      }
      const double possessive = phrase.possessive ? kPossessive : 0;
      if (kAdjacent - penalty - possessive < 1.0) return;
      if (TryFill(phrase, slots, kAdjacent - penalty - possessive, "after the trigger", assignment)) {
        used[i] = 1;
        assignment.object_filled = true;
        return;
      }
    }
    penalty += kPerPhraseBetween;
  }
}

}  // namespace annals
