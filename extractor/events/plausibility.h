// Whether what was found around a trigger makes an event.
#ifndef ANNALS_EXTRACTOR_EVENTS_PLAUSIBILITY_H_
#define ANNALS_EXTRACTOR_EVENTS_PLAUSIBILITY_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "extractor/events/assignment.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Refers to the document. Safe to share between threads.
class Plausibility {
 public:
  explicit Plausibility(const Document& document);

  // False with a reason in `outcome` where a participant is missing, or where the words tell of something
  // else.
  bool Stands(const EventDraft& draft, const Trigger& trigger, const Assignment& assignment,
              std::string& outcome) const;

 private:
  bool TellsFormerPost(const EventDraft& draft) const;
  bool WinsAward(const EventDraft& draft) const;
  bool IsAdmitted(const EventDraft& draft) const;
  bool IsProduced(const EventDraft& draft) const;
  bool IsCandidate(const EventDraft& draft) const;
  bool SellsOut(const EventDraft& draft) const;
  bool IsCounted(const EventDraft& draft) const;
  bool IsPlayersContract(const EventDraft& draft) const;
  bool LacksSum(const EventDraft& draft) const;
  bool GoesOn(const EventDraft& draft) const;
  bool LeavesPlace(const EventDraft& draft) const;
  bool SaysForHowLong(const EventDraft& draft) const;
  bool IsPast(const EventDraft& draft) const;
  bool BringsOutOther(const EventDraft& draft) const;
  bool ShowsPaper(const EventDraft& draft) const;
  bool AdoptsTerms(const EventDraft& draft) const;
  bool FoundsCompany(const EventDraft& draft) const;
  bool IsNoBusiness(const EventDraft& draft) const;
  bool BeginsNumber(const EventDraft& draft) const;
  bool IsNumber(Span span) const;
  bool IsMereModifier(const EventDraft& draft) const;
  bool TellsHowLong(const EventDraft& draft) const;
  int EndWithDuration(int position) const;
  bool AffectsNobody(const EventDraft& draft) const;
  bool StopsKindOf(const EventDraft& draft) const;
  bool ActsOnUnknown(const EventDraft& draft, const Trigger& trigger) const;
  bool TakesReins(const EventDraft& draft) const;
  bool BuysAsCompany(const EventDraft& draft) const;
  bool Dissolves(const EventDraft& draft) const;
  bool IsPartial(const EventDraft& draft) const;
  bool DissolvesUnit(const EventDraft& draft, const Frame& frame) const;
  bool IsSupported(const EventDraft& draft, const Assignment& assignment) const;
  bool LeavesThen(const EventDraft& draft) const;
  bool AllKeySlotsFilled(const EventDraft& draft, const Frame& frame) const;
  bool IsDemanded(const EventDraft& draft) const;
  bool TakesPost(const EventDraft& draft, const Frame& frame) const;

  const Document& document_;
  absl::flat_hash_map<int, int> former_posts_;  // by where the title begins: who had it
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_PLAUSIBILITY_H_
