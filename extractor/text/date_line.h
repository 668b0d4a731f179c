// Tells the line of a page that gives the source and the date from the article's own sentences.
#ifndef ANNALS_EXTRACTOR_TEXT_DATE_LINE_H_
#define ANNALS_EXTRACTOR_TEXT_DATE_LINE_H_

#include <string_view>

namespace annals {

// A short folded line that gives a full date (2025-07-18, 2025/7/18, 2025年7月18日) or begins or ends with a
// time of day (19:40), and holds little besides: a source, a weekday, an issue. No commas and no sentence
// end; so a subtitle that opens with a date is none.
bool IsDateLine(std::u32string_view line);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_DATE_LINE_H_
