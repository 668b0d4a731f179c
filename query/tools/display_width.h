// How many terminal columns a text takes: Chinese characters take two.
#ifndef ANNALS_QUERY_TOOLS_DISPLAY_WIDTH_H_
#define ANNALS_QUERY_TOOLS_DISPLAY_WIDTH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace annals {

// Columns of one character: 0 for marks that combine, 2 for Chinese and other wide ones.
int CharacterColumns(char32_t character);

// Columns by the C library's table for UTF-8. Control characters and broken bytes count as one.
int DisplayWidth(absl::string_view text);

// Followed by spaces up to `width` columns; longer text stays as it is.
std::string PadTo(absl::string_view text, int width);

// At most `width` columns, 1 at least; what does not fit becomes one "…". Cuts between characters.
std::string Shorten(absl::string_view text, int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DISPLAY_WIDTH_H_
