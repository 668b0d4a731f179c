// What a clause takes over from those before it: the subject that is not said again.
#ifndef ANNALS_EXTRACTOR_EVENTS_ANTECEDENTS_H_
#define ANNALS_EXTRACTOR_EVENTS_ANTECEDENTS_H_

#include <vector>

#include "extractor/events/clause_parse.h"
#include "extractor/events/document.h"
#include "extractor/events/filler.h"

namespace annals {

// The first of the slots that one of the types fits, or null.
const SlotRole* MatchSlot(const std::vector<SlotRole>& slots, TypeSet types);

// Refers to the document and its parse. Safe to share between threads.
class Antecedents {
 public:
  Antecedents(const Document& document, const ClauseParse& parse) : document_(document), parse_(parse) {}

  // What the clauses before are about: the nearest earlier phrase that fits one of the slots and is none of
  // the entities `except`; subjects first, in the sentence and then in those before it. mention -1: none
  // near.
  Filler Carry(int clause, const std::vector<SlotRole>& slots, const std::vector<int>& except = {}) const;

  // The subject of the clauses that follow in the sentence (离开X后，|Y|创办Z). mention -1: none near.
  Filler Ahead(int clause, const std::vector<SlotRole>& slots) const;

  // What a text that opens without a subject is about: 裁员30%？|滴滴|回应. The subject of the clauses that
  // follow, in the sentence or, where it asks or exclaims, at the head of the next. mention -1: not the first
  // sentence, or none.
  Filler Teased(int clause, const std::vector<SlotRole>& slots) const;

 private:
  struct Wanted;
  bool SaysWhere(const std::vector<NounPhrase>& phrases, size_t index) const;
  const NounPhrase* FirstFit(const Wanted& wanted, int clause, bool objects) const;
  Filler CarryInSentence(const Wanted& wanted, int clause) const;
  Filler CarryFromBefore(const Wanted& wanted, int sentence) const;

  const Document& document_;
  const ClauseParse& parse_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_ANTECEDENTS_H_
