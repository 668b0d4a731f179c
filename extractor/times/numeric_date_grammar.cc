// Dates in digits: 2024-03-05.
#include <array>

#include "extractor/times/numerals.h"
#include "extractor/times/time_grammar.h"

namespace annals {
namespace {

bool IsDateSeparator(char32_t c) { return c == U'-' || c == U'/' || c == U'.'; }

// Two or three numbers with one separator between them.
struct Numbers {
  std::array<Cardinal, 3> items;
  int size = 0;
  char32_t separator = 0;
  int end() const { return items[size - 1].end; }
};

std::optional<Numbers> ReadNumbers(const TimeSource& source, int position) {
  Numbers numbers;
  while (numbers.size < 3) {
    const std::optional<Cardinal> number = ReadCardinal(source.text, position);
    if (!number || !number->ascii) break;
    numbers.items[numbers.size++] = *number;
    const char32_t c = source.At(number->end);
    if (!IsDateSeparator(c) || (numbers.separator != 0 && c != numbers.separator)) break;
    numbers.separator = c;
    position = number->end + 1;
  }
  if (numbers.size < 2) return std::nullopt;
  const char32_t next = source.At(numbers.end());
  if (IsAsciiLetter(next) || next == U'%' ||
      (next == numbers.separator && IsAsciiDigit(source.At(numbers.end() + 1)))) {
    return std::nullopt;
  }
  return numbers;
}

bool IsYear(const Cardinal& number) {
  return number.digits == 4 && number.value >= 1000 && number.value <= 2200;
}
bool IsMonth(const Cardinal& number) { return number.digits <= 2 && number.value >= 1 && number.value <= 12; }
bool IsDay(const Cardinal& number) { return number.digits <= 2 && number.value >= 1 && number.value <= 31; }

PointMatch Date(int year, int month, int day, int end) {
  PointMatch match{.end = end};
  if (year > 0) match.parts.push_back({.field = TimeField::kYear, .value = year});
  match.parts.push_back({.field = TimeField::kMonth, .value = month});
  if (day > 0) match.parts.push_back({.field = TimeField::kDay, .value = day});
  return match;
}

std::optional<PointMatch> ThreeNumbers(const Numbers& numbers) {
  const auto& [a, b, c] = numbers.items;
  if (IsYear(a) && IsMonth(b) && IsDay(c)) return Date(a.value, b.value, c.value, numbers.end());
  if (numbers.separator == U'/' && IsDay(a) && IsMonth(b) && IsYear(c)) {
    return Date(c.value, b.value, a.value, numbers.end());
  }
  if (numbers.separator == U'-' && a.digits == 2 && IsMonth(b) && IsDay(c)) {
    return Date(2000 + a.value, b.value, c.value, numbers.end());
  }
  return std::nullopt;
}

std::optional<PointMatch> TwoNumbers(const TimeSource& source, const Numbers& numbers) {
  const auto& [a, b, c] = numbers.items;
  if (IsYear(a) && IsMonth(b) && b.digits == 2 && numbers.separator != U'.') {
    return Date(a.value, b.value, 0, numbers.end());
  }
  const bool clock = SkipClock(source, numbers.end()) > numbers.end();
  const bool with_clock = numbers.separator == U'-' && clock;
  const bool no_fraction = numbers.separator == U'/' && a.value > b.value;  // 12/1, but not 1/3
  if (!IsMonth(a) || !IsDay(b) || !(with_clock || no_fraction)) return std::nullopt;
  return Date(0, a.value, b.value, numbers.end());
}

}  // namespace

std::optional<PointMatch> MatchNumericDate(const TimeSource& source, int position) {
  if (!IsAsciiDigit(source.At(position))) return std::nullopt;
  const std::optional<Numbers> numbers = ReadNumbers(source, position);
  if (!numbers) return std::nullopt;
  std::optional<PointMatch> match =
      numbers->size == 3 ? ThreeNumbers(*numbers) : TwoNumbers(source, *numbers);
  if (match) match->end = SkipClock(source, match->end);
  return match;
}

}  // namespace annals
