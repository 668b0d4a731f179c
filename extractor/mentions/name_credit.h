// Which of the names the lattice has read to believe.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_CREDIT_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_CREDIT_H_

#include "extractor/mentions/reading.h"

namespace annals {

// A name that the document gives once, in surroundings that say nothing, is as likely an odd word. Each
// occurrence of the same characters, its surroundings and its form earn a name credit; tokens of names
// without enough become plain words.
void DropDoubtfulNames(Reading* reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_CREDIT_H_
