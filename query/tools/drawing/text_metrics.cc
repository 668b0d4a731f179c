#include "query/tools/drawing/text_metrics.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "query/tools/display_width.h"

namespace annals {
namespace {

// In em; between Noto Sans CJK, Arial and DejaVu Sans, nearer to the wider.
double AsciiWidth(char32_t c) {
  if (absl::string_view("ijl.,:;'|!").find(static_cast<char>(c)) != absl::string_view::npos) return 0.33;
  if (absl::string_view("frtI()[]{}-/\\\" ").find(static_cast<char>(c)) != absl::string_view::npos)
    return 0.42;
  if (absl::string_view("mwMW@%").find(static_cast<char>(c)) != absl::string_view::npos) return 0.95;
  if (c >= 'A' && c <= 'Z') return 0.68;
  return 0.58;
}

double CharacterWidth(char32_t c) {
  if (c < 0x7f) return AsciiWidth(c);
  const int columns = CharacterColumns(c);
  if (columns == 0) return 0;
  // Quotes, dashes, arrows and signs have one column on a terminal and are wide in a Chinese font.
  return columns == 2 || c >= 0x2000 ? 1.0 : 0.7;
}

// Length in bytes and width of the character at `offset`.
std::pair<int, double> CharacterAt(absl::string_view text, size_t offset) {
  const Utf8Step step = DecodeUtf8At(text, offset);
  return step.length == 0 ? std::pair(1, 1.0) : std::pair(step.length, CharacterWidth(step.code_point));
}

}  // namespace

double TextWidth(absl::string_view text, double font_size) {
  double em = 0;
  for (size_t offset = 0; offset < text.size();) {
    const auto [length, width] = CharacterAt(text, offset);
    offset += length;
    em += width;
  }
  return em * font_size;
}

std::string FitText(absl::string_view text, double font_size, double width) {
  if (TextWidth(text, font_size) <= width) return std::string(text);
  double left = width / font_size - 1.0;  // beside the "…"
  if (left < 0) return "";
  size_t offset = 0;
  while (offset < text.size()) {
    const auto [length, em] = CharacterAt(text, offset);
    left -= em;
    if (left < 0) break;
    offset += length;
  }
  return absl::StrCat(text.substr(0, offset), "…");
}

}  // namespace annals
