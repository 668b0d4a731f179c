// Numbers as news writes them: 143, 1,912, 12.7万亿, 三百二十, 二〇二四, 数千万, 两百多, 上百.
#ifndef ANNALS_EXTRACTOR_TIMES_NUMERALS_H_
#define ANNALS_EXTRACTOR_TIMES_NUMERALS_H_

#include <optional>
#include <string_view>

namespace annals {

inline char32_t AsciiLower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }
inline bool IsAsciiLetter(char32_t c) { return AsciiLower(c) >= U'a' && AsciiLower(c) <= U'z'; }
inline bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
// 0 to 9 for ASCII and Chinese digits (〇 零 一 … 九 两), else -1.
int DigitValue(char32_t c);
// A digit, or one of 十百千万亿.
bool IsNumeralCharacter(char32_t c);

// A whole number that counts years, months or days: 5, 05, 2024, 十二, 二十一, 二〇二四.
struct Cardinal {
  int value = 0;
  int end = 0;              // index after its last character
  int digits = 0;           // how many digits it is written with; 十二 has none
  bool ascii = false;       // written with 0 to 9
  bool positional = false;  // digit by digit: 2024, 二〇二四; not 二十四
};

// The cardinal at `position`, at most 9999. A run of more than four digits is none.
std::optional<Cardinal> ReadCardinal(std::u32string_view text, int position);

// A number of any size that measures something.
struct Numeral {
  double value = 0;
  int end = 0;
  bool inexact = false;  // 数千万, 几十, 上百: `value` is the order of magnitude
  bool ascii = false;    // begins with 0 to 9
  bool scaled = false;   // has a 万, 亿 or 兆 in it
};

// The numeral at `position`, with its powers of ten and a 多 or 余 inside or behind it: 两百多, 100多万.
std::optional<Numeral> ReadNumeral(std::u32string_view text, int position);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_NUMERALS_H_
