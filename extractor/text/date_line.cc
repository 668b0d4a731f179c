#include "extractor/text/date_line.h"

#include <cstddef>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr size_t kLongestLine = 48;
constexpr size_t kLongestRemainder = 24;

// Up to `most` digits at the front, taken off; how many there were.
size_t TakeDigits(std::u32string_view& text, size_t most) {
  size_t count = 0;
  while (count < most && count < text.size() && IsAsciiDigit(text[count])) ++count;
  text.remove_prefix(count);
  return count;
}

bool Take(std::u32string_view& text, std::u32string_view marks) {
  if (text.empty() || marks.find(text.front()) == std::u32string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

// The length of a full date at the front, 0 for none.
size_t DateLength(std::u32string_view text) {
  std::u32string_view rest = text;
  if (TakeDigits(rest, 4) != 4 || !Take(rest, U"-/.年")) return 0;
  const size_t month = TakeDigits(rest, 2);
  if (month == 0 || !Take(rest, U"-/.月")) return 0;
  if (TakeDigits(rest, 2) == 0) return 0;
  Take(rest, U"日T");
  return text.size() - rest.size();
}

// 19:40 or 19:40:05.
size_t ClockLength(std::u32string_view text) {
  std::u32string_view rest = text;
  if (TakeDigits(rest, 2) == 0 || !Take(rest, U":") || TakeDigits(rest, 2) != 2) return 0;
  if (Take(rest, U":") && TakeDigits(rest, 2) != 2) return 0;
  return text.size() - rest.size();
}

}  // namespace

bool IsDateLine(std::u32string_view line) {
  if (line.size() > kLongestLine || line.find_first_of(U",。?;") != std::u32string_view::npos) return false;
  bool dated = false;
  size_t remainder = 0;
  for (size_t i = 0; i < line.size();) {
    // A digit before would make it the tail of another number.
    const bool fresh = i == 0 || !IsAsciiDigit(line[i - 1]) || dated;
    const size_t date = fresh ? DateLength(line.substr(i)) : 0;
    const size_t clock = date == 0 && fresh ? ClockLength(line.substr(i)) : 0;
    dated |= date > 0 || (clock > 0 && (i == 0 || i + clock == line.size()));
    remainder += date + clock == 0;
    i += date + clock > 0 ? date + clock : 1;
  }
  return dated && remainder <= kLongestRemainder;
}

}  // namespace annals
