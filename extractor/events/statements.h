// Reads who said what: a reporting verb with its claim, or a quotation with its speaker.
#ifndef ANNALS_EXTRACTOR_EVENTS_STATEMENTS_H_
#define ANNALS_EXTRACTOR_EVENTS_STATEMENTS_H_

#include <vector>

#include "extractor/events/assignment.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"

namespace annals {

// A stretch of text that stands on a named source's word: 据《晚点》报道, …
struct Attribution {
  int entity;                // the source; -1: one that is no mention
  Span scope;                // the words it covers
  bool cited = false;        // by 据…报道, not by a verb of saying
  Span name = {};            // of a source that is no mention
  bool of_measures = false;  // 招股书显示: a company's own paper, the source of numbers alone
};

struct Statements {
  std::vector<EventDraft> drafts;         // STATEMENT, in text order
  std::vector<Attribution> attributions;  // in text order
};

// By entity: whether it is a medium or research house.
std::vector<char> FindSources(const Document& document, const EventWords& words);

// `assignments[i]` is the reading of trigger hit i. Media and 据… only attribute; everybody else speaks.
// A claim that only states one of `measures` (the words of measures, in order) makes its speaker the source
// of that measure.
Statements ReadStatements(const Document& document, const ClauseParse& parse,
                          const std::vector<Span>& measures, const std::vector<Assignment>& assignments);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_STATEMENTS_H_
