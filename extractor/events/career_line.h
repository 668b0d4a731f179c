// Words behind a colon that tell a career: 林知远：1998年入职云岚科技，2020年退休.
#ifndef ANNALS_EXTRACTOR_EVENTS_CAREER_LINE_H_
#define ANNALS_EXTRACTOR_EVENTS_CAREER_LINE_H_

#include <vector>

#include "extractor/events/assignment.h"
#include "extractor/events/document.h"

namespace annals {

// Whether the words that begin at a position are a time and a verb of joining, leaving or taking a post: what
// somebody did, not what somebody says. `assignments`: one for each of the document's triggers.
bool TellsCareer(const Document& document, const std::vector<Assignment>& assignments, int begin);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_CAREER_LINE_H_
