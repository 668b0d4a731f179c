#include "extractor/times/numerals.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace annals {
namespace {

// 10, 100, 1000 for 十 百 千; 0 for any other character.
double SmallPower(char32_t c) {
  if (c == U'十') return 10;
  if (c == U'百') return 100;
  return c == U'千' ? 1000 : 0;
}

// 万 亿 兆. A 兆 is a million million, as Taiwan's news writes it.
double LargePower(char32_t c) {
  if (c == U'万') return 1e4;
  if (c == U'亿') return 1e8;
  return c == U'兆' ? 1e12 : 0;
}

char32_t At(std::u32string_view text, int position) {
  return position >= 0 && position < static_cast<int>(text.size()) ? text[position] : U'\0';
}

// The sum of a number while it is read from left to right.
class Accumulator {
 public:
  void Digit(int digit) { Pend(pending_ * 10 + digit); }
  void Decimal(double number) { Pend(number); }
  void Power(double power) {
    last_power_ = power;
    if (power < 1e4) {
      section_ += (has_pending_ ? pending_ : 1) * power;
    } else {
      CloseSection(power);
    }
    Clear();
  }
  // A last digit without its power counts the power below: 三万五 is 35,000. Not after a 零.
  double Sum(bool bare_tail) const {
    const bool scaled = bare_tail && pending_ < 10 && last_power_ >= 100;
    return total_ + section_ + pending_ * (scaled ? last_power_ / 10 : 1);
  }

 private:
  void Pend(double number) {
    pending_ = number;
    has_pending_ = true;
  }
  void Clear() {
    pending_ = 0;
    has_pending_ = false;
  }
  void CloseSection(double power) {
    const double current = section_ + pending_;
    if (current == 0 && total_ == 0) {
      total_ = power;
    } else if (power > total_ && total_ > 0) {
      total_ = (total_ + current) * power;  // 12.7万亿
    } else {
      total_ += current * power;
    }
    section_ = 0;
  }

  double total_ = 0, section_ = 0, last_power_ = 0, pending_ = 0;
  bool has_pending_ = false;
};

// 143, 1,912 or 12.7; `position` is at a digit. Returns the index after it.
int ReadAsciiNumber(std::u32string_view text, int position, double& value) {
  std::string digits;
  int i = position;
  while (IsAsciiDigit(At(text, i)) && i - position < 18) digits.push_back(static_cast<char>(text[i++]));
  while (At(text, i) == U',' && digits.size() <= 15 && IsAsciiDigit(At(text, i + 1)) &&
         IsAsciiDigit(At(text, i + 2)) && IsAsciiDigit(At(text, i + 3)) && !IsAsciiDigit(At(text, i + 4))) {
    for (int k = 1; k <= 3; ++k) digits.push_back(static_cast<char>(text[i + k]));
    i += 4;
  }
  if (At(text, i) == U'.' && IsAsciiDigit(At(text, i + 1))) {
    digits.push_back('.');
    ++i;
    while (IsAsciiDigit(At(text, i)) && digits.size() < 24) digits.push_back(static_cast<char>(text[i++]));
  }
  value = std::stod(digits);
  return i;
}

// 数, 几, 上, 好几 before a power of ten: an order of magnitude. 0 where none stands.
int InexactOpening(std::u32string_view text, int position) {
  const int size =
      text.substr(position).starts_with(U"好几") || text.substr(position).starts_with(U"成百") ? 2 : 1;
  const char32_t c = At(text, position);
  if (size == 1 && c != U'数' && c != U'几' && c != U'上') return 0;
  const char32_t next = At(text, position + size);
  return SmallPower(next) > 0 || LargePower(next) > 0 ? size : 0;
}

bool IsMore(char32_t c) { return c == U'多' || c == U'余'; }

// The number within is exact, so it must say a digit of its own or be a round 百, 千, 万 before another
// power.
std::optional<Numeral> ReadScaled(std::u32string_view text, int position, bool inexact) {
  Accumulator sum;
  Numeral numeral{.inexact = inexact};
  int i = position;
  bool zero = false, said = false;
  if (IsAsciiDigit(At(text, i))) {
    double value = 0;
    i = ReadAsciiNumber(text, i, value);
    sum.Decimal(value);
    numeral.ascii = said = true;
  }
  for (;; ++i) {
    const char32_t c = At(text, i);
    const int digit = numeral.ascii ? -1 : DigitValue(c);
    if (digit >= 0) {
      sum.Digit(digit);
      zero |= digit == 0;
      said = true;
    } else if (SmallPower(c) > 0 || LargePower(c) > 0) {
      sum.Power(SmallPower(c) + LargePower(c));
      zero = false;
      numeral.scaled |= LargePower(c) > 0;
    } else if (i > position && IsMore(c)) {
      numeral.inexact |= !said;
    } else if (i > position && c == U'几' && At(text, i - 1) == U'十') {
      numeral.inexact = true;
    } else {
      break;
    }
  }
  if (i == position) return std::nullopt;
  numeral.value = sum.Sum(!zero && !numeral.ascii);
  numeral.end = i;
  return numeral;
}

std::optional<Cardinal> ReadDigitRun(std::u32string_view text, int position, bool ascii) {
  Cardinal cardinal{.end = position, .ascii = ascii, .positional = true};
  while (DigitValue(At(text, cardinal.end)) >= 0 && IsAsciiDigit(At(text, cardinal.end)) == ascii) {
    if (++cardinal.digits > 4) return std::nullopt;
    cardinal.value = cardinal.value * 10 + DigitValue(text[cardinal.end++]);
  }
  if (cardinal.digits == 0) return std::nullopt;
  return cardinal;
}

}  // namespace

int DigitValue(char32_t c) {
  if (IsAsciiDigit(c)) return static_cast<int>(c - U'0');
  switch (c) {
    case U'〇':
    case U'○':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

bool IsNumeralCharacter(char32_t c) { return DigitValue(c) >= 0 || SmallPower(c) > 0 || LargePower(c) > 0; }

std::optional<Cardinal> ReadCardinal(std::u32string_view text, int position) {
  if (IsAsciiDigit(At(text, position))) return ReadDigitRun(text, position, true);
  int end = position;
  bool powers = false;
  while (DigitValue(At(text, end)) >= 0 || SmallPower(At(text, end)) > 0) {
    if (IsAsciiDigit(text[end]) || end - position > 8) return std::nullopt;
    powers |= SmallPower(text[end++]) > 0;
  }
  if (end == position) return std::nullopt;
  if (!powers) return ReadDigitRun(text, position, false);
  const std::optional<Numeral> numeral = ReadScaled(text.substr(0, end), position, false);
  if (!numeral || numeral->value > 9999) return std::nullopt;
  return Cardinal{.value = static_cast<int>(numeral->value), .end = end};
}

std::optional<Numeral> ReadNumeral(std::u32string_view text, int position) {
  const int opening = InexactOpening(text, position);
  if (opening == 0 && !IsNumeralCharacter(At(text, position))) return std::nullopt;
  return ReadScaled(text, position + opening, opening > 0);
}

}  // namespace annals
