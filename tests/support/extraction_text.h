// An extraction as lines a person reads and a test compares.
#ifndef ANNALS_TESTS_SUPPORT_EXTRACTION_TEXT_H_
#define ANNALS_TESTS_SUPPORT_EXTRACTION_TEXT_H_

#include <string>

#include "annals/v1/extraction.pb.h"

namespace annals {

// One line an event, in order:
//   DEPART 2025-08-25 person=林知远 organization=云岚科技 title=算法负责人
// Status, certainty and attribution follow the type where they are not OCCURRED and CONFIRMED: JOIN PLANNED
// REPORTED(晚点). A stretch of days is 2025-06-01..2025-06-30; entities show their name, literals their words
// and, if exact, =number unit.
std::string EventLines(const v1::Extraction& extraction);

// One line a relation, sorted:  POSITION 林知远 -> 云岚科技 算法负责人 (former)
std::string RelationLines(const v1::Extraction& extraction);

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_EXTRACTION_TEXT_H_
