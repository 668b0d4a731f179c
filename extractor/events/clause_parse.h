// A shallow parse of the clauses: which noun phrases stand where, what governs them, and what a clause is
// about.
#ifndef ANNALS_EXTRACTOR_EVENTS_CLAUSE_PARSE_H_
#define ANNALS_EXTRACTOR_EVENTS_CLAUSE_PARSE_H_

#include <vector>

#include "extractor/events/document.h"

namespace annals {

// A noun phrase's place in its clause.
struct NounPhrase {
  int mention;         // its head, index into MentionSet::mentions
  Span span;           // the whole phrase
  int preposition;     // index into Document::prepositions of what governs it; -1: nothing does
  int quotation;       // innermost quotation it stands in, or -1
  bool possessive;     // 的 follows, and something that is no name: it only modifies what follows
  bool alone = false;  // the list it ends takes no part with it
};

// The phrases of every clause, by position.
class ClauseParse {
 public:
  ClauseParse(const Document& document, const ValencyLexicon& lexicon);

  const std::vector<NounPhrase>& PhrasesOf(int clause) const { return phrases_[clause]; }
  const Preposition* GovernorOf(const NounPhrase& phrase) const;
  // All members of the list a phrase belongs to that stand in the article, the phrase included.
  std::vector<int> ListMembers(int mention) const;
  // Trigger hits of a clause: indices into Document::triggers.
  const std::vector<int>& TriggersOf(int clause) const { return triggers_[clause]; }

 private:
  int FindGovernor(const Document& document, int clause, Span phrase) const;
  bool PassiveEndsBefore(const Document& document, int clause, const PrepositionHit& hit, Span phrase) const;
  bool GovernsTime(const PrepositionHit& hit) const;
  bool IsWhereSomebodyWas(const PrepositionHit& hit, Span phrase) const;

  const Document& document_;
  const ValencyLexicon& lexicon_;
  std::vector<std::vector<NounPhrase>> phrases_;
  std::vector<std::vector<int>> triggers_;
  std::vector<std::vector<int>> lists_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_CLAUSE_PARSE_H_
