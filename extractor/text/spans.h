// Looking up spans that are listed in text order.
#ifndef ANNALS_EXTRACTOR_TEXT_SPANS_H_
#define ANNALS_EXTRACTOR_TEXT_SPANS_H_

#include <algorithm>
#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

// The index of the first span that begins at the position or behind it; spans.size() where none does.
inline size_t FirstFrom(const std::vector<Span>& spans, int position) {
  return std::lower_bound(spans.begin(), spans.end(), position, [](Span s, int p) { return s.begin < p; }) -
         spans.begin();
}

// Whether the first span that begins in `within` also ends there. Spans that do not overlap: any of them.
inline bool AnyWithin(const std::vector<Span>& spans, Span within) {
  const size_t first = FirstFrom(spans, within.begin);
  return first < spans.size() && within.Contains(spans[first]);
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_SPANS_H_
