// Fills the slots of a trigger's frame with the noun phrases around it.
#ifndef ANNALS_EXTRACTOR_EVENTS_ASSIGNMENT_H_
#define ANNALS_EXTRACTOR_EVENTS_ASSIGNMENT_H_

#include <span>
#include <vector>

#include "extractor/events/antecedents.h"
#include "extractor/events/clause_parse.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/filler.h"
#include "extractor/events/parentheses.h"
#include "extractor/mentions/vocabulary.h"

namespace annals {

// One reading of one trigger with its slots filled. Sum of scores tells readings apart.
struct Assignment {
  const Trigger* trigger = nullptr;
  std::vector<Filler> fillers;
  double score = 0;
  bool subject_filled = false;
  bool object_filled = false;
  bool carried_subject = false;
  bool own_subject = false;  // the clause has a subject nobody knows by name
  bool passive = false;      // 被 stands before the trigger
  bool relative = false;     // stands in a relative clause that modifies one of its fillers
  std::vector<SlotCandidate> candidates;

  const Filler* Find(v1::Role role) const;
  int Count(v1::Role role) const;
};

// The alternatives whose role nobody fills yet: 把X招进Y leaves the organisation open.
std::vector<SlotRole> OpenSlots(const std::vector<SlotRole>& slots, const Assignment& assignment);

// Whether a title stands right behind a trigger: what it is about is a post.
bool TitleFollows(const Document& document, const TriggerHit& hit);

class Assigner {
 public:
  Assigner(const Document& document, const ValencyLexicon& lexicon, const Vocabulary& vocabulary,
           const ClauseParse& parse)
      : document_(document),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        parse_(parse),
        antecedents_(document, parse),
        parentheses_(document) {}

  // The best reading of a trigger occurrence.
  Assignment Assign(int hit) const;

  const Antecedents& antecedents() const { return antecedents_; }

  // Whether a trigger occurrence has a reading of the type.
  bool MayMean(int hit, v1::EventType type) const;

 private:
  // What one trigger sees: its clause, its phrases, its voice.
  struct Reach {
    const TriggerHit& hit;
    const Trigger& trigger;
    Span clause;
    std::span<const NounPhrase> phrases;
    bool passive = false;  // 被: what stands before is the object
  };
  std::span<const NounPhrase> PhrasesAround(const TriggerHit& hit) const;
  bool HasBarePassive(const TriggerHit& hit) const;
  bool Undergoes(const Reach& reach) const;
  bool HasOpenName(const Assignment& assignment) const;
  bool CallsPeople(int position) const;
  bool HasPeople(const TriggerHit& hit, double fewest = 0) const;
  bool StopsSomethingElse(const Reach& reach, const Assignment& assignment) const;
  bool FoundsUnnamed(const Reach& reach) const;
  bool HasFounded(const Assignment& assignment) const;
  bool IsOpenName(const NounPhrase& phrase) const;
  bool IsOwner(const NounPhrase& phrase) const;
  bool IsRivaled(const NounPhrase& phrase) const;
  bool IsLicense(const NounPhrase& phrase) const;
  bool FillFromLeft(const Reach& reach, const NounPhrase& phrase, double score, Assignment& assignment) const;
  bool IsGeneric(const NounPhrase& phrase) const;
  bool LeadsSameType(const Reach& reach, const NounPhrase& phrase) const;
  bool LeadsNext(const Reach& reach, const NounPhrase& phrase, const std::vector<SlotRole>& slots) const;
  bool IsWhereToNext(const Reach& reach, const NounPhrase& phrase) const;
  bool ServesSameType(const Reach& reach, const NounPhrase& phrase) const;
  bool IntroducesGroup(const NounPhrase& phrase) const;
  int NamedBehindColon(const Reach& reach, const NounPhrase& phrase) const;
  bool IsDeterminer(const Reach& reach, size_t index) const;
  bool MakesNext(const Reach& reach, size_t index, const std::vector<SlotRole>& slots) const;
  bool IsModifier(const Reach& reach, size_t index, const std::vector<SlotRole>& slots) const;
  bool CountsLeavers(int hit, const Assignment& assignment) const;
  bool IsOfMany(int hit, const Assignment& assignment) const;
  Assignment AssignReading(int hit, const Trigger& trigger) const;
  void FillMarked(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillLeft(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  bool DoesWhatFollows(const Reach& reach, const NounPhrase& phrase) const;
  void FillRight(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillPossessor(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillRelative(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillFromPrepositional(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillPatientOfCleft(const Reach& reach, Assignment& assignment, std::vector<char>& used) const;
  void FillCleft(const Reach& reach, Assignment& assignment) const;
  void FillNamedMembers(const Reach& reach, Assignment& assignment) const;
  void FillCleftInClause(const Reach& reach, Assignment& assignment) const;
  bool FillFromHead(int head, const std::vector<SlotRole>& slots, Assignment& assignment) const;
  bool IsOfClauseBefore(const Reach& reach, const Filler& carried) const;
  void FillCarried(const Reach& reach, Assignment& assignment) const;
  bool IsBeforePatient(const Reach& reach, int end) const;
  void DropSellers(const Reach& reach, Assignment& assignment) const;
  bool OpensWithDoer(const Reach& reach) const;
  int NamingBefore(int mention) const;
  bool QuotesBeside(const Reach& reach) const;
  void FillSpokesman(const Reach& reach, Assignment& assignment) const;
  void FillDecliner(const Reach& reach, Assignment& assignment) const;
  void FillCarriedPatient(const Reach& reach, Assignment& assignment) const;
  bool NamesInvestorsBehind(const Reach& reach) const;
  void FillListedClauses(const Reach& reach, Assignment& assignment) const;
  bool IsInsideRelative(const Reach& reach, size_t index) const;
  bool SaysWhoseNext(const Reach& reach, size_t index) const;
  bool OwnsTheSpeaker(const Reach& reach, size_t index) const;
  bool OwnsTheSubject(const Reach& reach, size_t index) const;
  bool IsLeftOrJoined(const Reach& reach, const NounPhrase& phrase) const;
  bool IsStaff(const Reach& reach, const NounPhrase& phrase) const;
  bool CountsWhoIsIncluded(const NounPhrase& phrase) const;
  bool IsObjectOfOther(const Reach& reach, size_t index) const;
  bool IsSucceeded(const Reach& reach, const NounPhrase& phrase) const;
  bool IsGivenUp(const Reach& reach, const NounPhrase& phrase) const;
  int SubjectBegin(const TriggerHit& hit) const;
  int OtherThanSubject(const Reach& reach, const NounPhrase& phrase) const;
  NounPhrase OtherParty(const Reach& reach, const NounPhrase& phrase) const;
  bool SpeaksOfParts(const Reach& reach) const;
  bool TellsOfATime(const Reach& reach) const;
  bool IsTeaser(const Reach& reach) const;
  bool LeavesPatientUnused(const Reach& reach, const Assignment& assignment) const;
  bool IsSite(const Mention& mention) const;
  bool IsSubsidiary(const Mention& mention) const;
  bool IsExchange(Span name) const;
  bool NamesExchange(const Reach& reach) const;
  bool FillsBehind(const Assignment& assignment, int position) const;
  int EndOfTitle(const Reach& reach, int position) const;
  int EndOfNumbers(int position) const;
  bool TryFill(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score, const char* reason,
               Assignment& assignment) const;
  bool IsPronounOfOther(const Mention& mention, const std::vector<SlotRole>& slots) const;
  int EarlierFor(int mention, const std::vector<SlotRole>& slots) const;
  bool TryOwner(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score,
                Assignment& assignment) const;
  bool FillGroup(const NounPhrase& phrase, const std::vector<SlotRole>& slots, double score,
                 Assignment& assignment) const;
  bool InSameText(int position, const NounPhrase& phrase) const;

  const Document& document_;
  const ValencyLexicon& lexicon_;
  const Vocabulary& vocabulary_;
  const ClauseParse& parse_;
  const Antecedents antecedents_;
  const Parentheses parentheses_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_ASSIGNMENT_H_
