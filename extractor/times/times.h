// Finds the time expressions of a text and resolves them to days.
#ifndef ANNALS_EXTRACTOR_TIMES_TIMES_H_
#define ANNALS_EXTRACTOR_TIMES_TIMES_H_

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"
#include "extractor/text/structure.h"
#include "extractor/times/time_lexicon.h"
#include "extractor/times/time_mention.h"

namespace annals {

// In text order, not overlapping, resolved in one pass: an expression that hangs on another takes the nearest
// one before it (same sentence first). `published` missing: what needs it stays unresolved.
std::vector<TimeMention> FindTimes(const FoldedText& text, const Structure& structure,
                                   std::optional<absl::CivilDay> published, const TimeLexicon& lexicon);

// Resolves an expression again, as if `anchor` were the time it hangs on: the event stage knows better than
// text order. Leaves it alone unless its reference is kAnchor, or kNone for want of an anchor.
void ResolveAgainst(const DateInterval& anchor, const FoldedText& text, const TimeLexicon& lexicon,
                    TimeMention& mention);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIMES_H_
