#include "query/tools/display_width.h"

#include <wchar.h>

#include <algorithm>
#include <clocale>

#include "absl/strings/str_cat.h"
#include "common/utf8.h"

namespace annals {
namespace {

// Length in bytes and width of the character at `offset`.
std::pair<int, int> CharacterAt(absl::string_view text, size_t offset) {
  const Utf8Step step = DecodeUtf8At(text, offset);
  if (step.length == 0 || step.code_point < 0x20) return {std::max(1, step.length), 1};
  return {step.length, CharacterColumns(step.code_point)};
}

}  // namespace

// wcwidth answers by the current locale; C.UTF-8 is part of glibc.
int CharacterColumns(char32_t character) {
  static const bool utf8 = std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr;
  if (!utf8) return character < 0x1100 ? 1 : 2;
  return std::max(0, ::wcwidth(static_cast<wchar_t>(character)));
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  for (size_t offset = 0; offset < text.size();) {
    const auto [length, columns] = CharacterAt(text, offset);
    offset += length;
    width += columns;
  }
  return width;
}

std::string PadTo(absl::string_view text, int width) {
  return absl::StrCat(text, std::string(std::max(0, width - DisplayWidth(text)), ' '));
}

std::string Shorten(absl::string_view text, int width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  int taken = 0;
  size_t offset = 0;
  while (offset < text.size()) {
    const auto [length, columns] = CharacterAt(text, offset);
    if (taken + columns > width - 1) break;
    offset += length;
    taken += columns;
  }
  return absl::StrCat(text.substr(0, offset), "…");
}

}  // namespace annals
