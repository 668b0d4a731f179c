// Takes off what stands before the first word of a line and is no part of its sentence.
#ifndef ANNALS_EXTRACTOR_TEXT_LINE_MARKS_H_
#define ANNALS_EXTRACTOR_TEXT_LINE_MARKS_H_

#include <string_view>

#include "extractor/text/folded_text.h"

namespace annals {

// In place and linear. Drops at the start of every line: bullets and ornaments (· ● ■ ▍ ▲), numbers of a list
// (3. 12、 (4)), and, near the top, the dateline of a news agency (某社旧金山9月13日电(编译 某人)——). Expects
// FoldWidth's output, spaces included.
void DropLineMarks(FoldedText& text);

// Length of the dateline at the front of a line, with the marks after it; 0 for none.
size_t DatelineLength(std::u32string_view line);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_LINE_MARKS_H_
