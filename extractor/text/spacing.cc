#include "extractor/text/spacing.h"

#include <algorithm>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr size_t kLongestHeading = 40;
constexpr size_t kLongestLabel = 2;

bool IsWordCharacter(char32_t c) { return IsLatinLetter(c) || IsAsciiDigit(c); }

// Latin punctuation that takes a space after it, but none before it.
bool IsLatinPunctuation(char32_t c) {
  return c == U',' || c == U'.' || c == U':' || c == U';' || c == U'!' || c == U'?';
}

// Signs that are written like words: C++ 20, $3 billion, 50% off, R&D - Labs.
bool IsWordSign(char32_t c) {
  return c == U'%' || c == U'+' || c == U'$' || c == U'&' || c == U'#' || c == U'@' || c == U'-' ||
         c == U'\'' || c == U'/' || c == U'|';
}

class Line {
 public:
  Line(FoldedText& text, size_t begin, size_t end)
      : text_(text),
        begin_(begin),
        end_(end),
        heading_(LooksLikeHeading(std::u32string_view(text.chars).substr(begin, end - begin))) {}

  // Writes the line without its idle spaces at `written`; returns where it ends.
  size_t WriteAt(size_t written) const {
    const size_t first = written;
    for (size_t i = begin_; i < end_; ++i) {
      if (text_.chars[i] == U' ') {
        size_t next = i;
        while (next < end_ && text_.chars[next] == U' ') ++next;
        const char32_t before_previous = written > first + 1 ? text_.chars[written - 2] : 0;
        const bool label = written - first <= kLongestLabel;
        const bool stays = written > first && next < end_ &&
                           Stays(before_previous, text_.chars[written - 1], text_.chars[next], label);
        i = next - 1;
        if (!stays) continue;
      }
      text_.chars[written] = text_.chars[i];
      text_.origin[written++] = text_.origin[i];
    }
    return written;
  }

 private:
  bool Stays(char32_t before_left, char32_t left, char32_t right, bool label) const {
    if (IsWordCharacter(left) && (IsWordCharacter(right) || IsWordSign(right) || right == U'(')) return true;
    if (IsWordCharacter(right) && (IsWordSign(left) || left == U')')) return true;
    if (IsWordCharacter(right) && IsLatinPunctuation(left)) return IsWordCharacter(before_left);
    if (!heading_ || IsLatinLetter(left) || IsLatinLetter(right) || IsLatinPunctuation(right)) return false;
    // A number labels what follows it where the line begins with it (02 反着写的故事); elsewhere it counts it
    // (550 亿美元).
    return IsAsciiDigit(left) ? label : !IsAsciiDigit(right);
  }

  FoldedText& text_;
  size_t begin_, end_;
  bool heading_;
};

}  // namespace

bool LooksLikeHeading(std::u32string_view line) {
  if (line.size() > kLongestHeading) return false;
  return line.find_first_of(U"。!?…;") == std::u32string_view::npos;
}

void DropSpaces(FoldedText& text) {
  size_t written = 0;
  for (size_t begin = 0; begin < text.chars.size();) {
    const size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    const size_t line_end = Line(text, begin, end).WriteAt(written);
    if (line_end > written && end < text.chars.size()) {
      text.chars[line_end] = U'\n';
      text.origin[line_end] = text.origin[end];
      written = line_end + 1;
    } else {
      written = line_end;
    }
    begin = end + 1;
  }
  while (written > 0 && text.chars[written - 1] == U'\n') --written;
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
