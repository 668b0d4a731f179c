#include "extractor/text/width.h"

#include <string_view>
#include <vector>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr char32_t kDropped = 0xFFFFFFFF;
constexpr char32_t kFullWidthStop = 0xFF0E;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kApostrophe = 0x2019;

bool IsInvisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0xFEFF || c == 0xFFFC;
}

struct Signs {
  std::u32string_view from;
  char32_t to;
};

constexpr Signs kSigns[] = {
    {U"\t\u00A0\u1680\u202F\u205F\u3000", U' '},
    {U"\r\v\f\u0085\u2028\u2029", U'\n'},
    {U"「〝\uFE41\u201F", U'“'},
    {U"」〞〟\uFE42", U'”'},
    {U"『\uFE43", U'‘'},
    {U"』\uFE44", U'’'},
    {U"\u2022\u2027\u30FB\uFF65\u2219\u22C5\u25E6", U'·'},
    {U"\u2015\u2500\u2501\u2E3A\u2E3B\uFE31\uFE58", U'—'},
    {U"\u2010\u2011\u2212\uFE63", U'-'},
    {U"\u301C\u223C", U'~'},
    {U"\u22EF", U'…'},
    {U"\uFF61", U'。'},
    {U"\uFF64", U'、'},
    {U"\uFE50", U','},
    {U"\uFE54", U';'},
    {U"\uFE55\u2236", U':'},
};

// What a sign of the Basic Multilingual Plane becomes; 0 for itself.
const std::vector<char32_t>& SignTable() {
  static const auto* const kTable = new std::vector<char32_t>([] {
    std::vector<char32_t> table(0x10000, 0);
    for (char32_t c = 0; c < table.size(); ++c) {
      if (c >= 0xFF01 && c <= 0xFF5E && c != kFullWidthStop) table[c] = c - 0xFEE0;
      if (c >= 0x2000 && c <= 0x200A) table[c] = U' ';
      if (IsInvisible(c) && c != U'\n') table[c] = kDropped;
    }
    for (const Signs& signs : kSigns) {
      for (char32_t c : signs.from) table[c] = signs.to;
    }
    return table;
  }());
  return *kTable;
}

// What a character is without regard to its neighbours.
char32_t FoldAlone(const std::vector<char32_t>& signs, char32_t c) {
  if ((c >= 0x4E00 && c <= 0x9FFF) || c >= signs.size()) return c;
  return signs[c] != 0 ? signs[c] : c;
}

char32_t FoldBetween(char32_t before, char32_t c, char32_t after) {
  if (c == kFullWidthStop) return IsHan(before) && IsHan(after) ? U'·' : U'.';
  if (c == kEnDash) return IsAsciiDigit(before) && IsAsciiDigit(after) ? U'-' : U'—';
  if (c == kApostrophe && IsLatinLetter(before) && IsLatinLetter(after)) return U'\'';
  return c;
}

// How many characters at the end of `written`, together with `c`, are one mark; that mark is then `c`.
int MergedBefore(std::u32string_view written, char32_t& c) {
  if (written.empty() || (c != U'\n' && c != U'—' && c != U'…' && c != U'-' && c != U'.')) return 0;
  const char32_t last = written.back();
  if ((c == U'\n' || c == U'—' || c == U'…') && last == c) return 1;
  if (c == U'-' && (last == U'-' || last == U'—')) {
    c = U'—';
    return 1;
  }
  if (c == U'.' && last == U'…') {
    c = U'…';
    return 1;
  }
  if (c == U'.' && last == U'.' && written.size() > 1 && written[written.size() - 2] == U'.') {
    c = U'…';
    return 2;
  }
  return 0;
}

}  // namespace

void FoldWidth(FoldedText& text) {
  const std::vector<char32_t>& signs = SignTable();
  size_t written = 0;
  for (size_t i = 0; i < text.chars.size(); ++i) {
    char32_t c = FoldAlone(signs, text.chars[i]);
    if (c == kDropped) continue;
    const char32_t before = written > 0 ? text.chars[written - 1] : 0;
    const char32_t after = i + 1 < text.chars.size() ? text.chars[i + 1] : 0;
    c = FoldBetween(before, c, after);
    ByteSpan origin = text.origin[i];
    const int merged = MergedBefore(std::u32string_view(text.chars).substr(0, written), c);
    written -= merged;
    // One newline stands for several, at the place of the first.
    if (merged > 0) origin = {text.origin[written].begin, c == U'\n' ? text.origin[written].end : origin.end};
    text.chars[written] = c;
    text.origin[written++] = origin;
  }
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
