// Whether a clause has a subject of its own that nobody knows by name (多位高管, 外媒, 一位合伙人): then
// nothing is carried over from the clauses before.
#ifndef ANNALS_EXTRACTOR_EVENTS_OWN_SUBJECT_H_
#define ANNALS_EXTRACTOR_EVENTS_OWN_SUBJECT_H_

#include "extractor/events/clause_parse.h"
#include "extractor/mentions/vocabulary.h"

namespace annals {

// Reads the words of a span of the clause (up to the verb) by longest match against the everyday vocabulary:
// true where a noun is left that is no time, amount, named phrase or part of a prepositional phrase.
bool HasOwnSubject(const Document& document, const ClauseParse& parse, const Vocabulary& vocabulary,
                   Span before_verb, int clause);

// Whether an everyday verb stands right before a position (找|高盛); 了, 着 and 过 may stand between.
bool FollowsVerb(const Document& document, const Vocabulary& vocabulary, int position);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_OWN_SUBJECT_H_
