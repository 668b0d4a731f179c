// From a text to its names and words.
#ifndef ANNALS_EXTRACTOR_MENTIONS_WORD_READING_H_
#define ANNALS_EXTRACTOR_MENTIONS_WORD_READING_H_

#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Fixes the names whose form is certain: quoted, dotted, mixed, Latin.
Reading StartReading(const MentionContext& context, const KnownNames& known);
// A first round of the soft names. Gives what was weighed for it.
std::vector<NameClaim> ReadOnce(const Anchors& anchors, Reading* reading);
// Two rounds: what the first has found, in full, the second also knows in its short forms, and with the words
// it has cut come the names that no list has.
void ReadWords(const Anchors& anchors, Reading* reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_WORD_READING_H_
