#include "extractor/text/width.h"

#include <string_view>

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

// What a character is without regard to its neighbours.
char32_t FoldAlone(char32_t c) {
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c > 0x20 && c < 0x7F)) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c == kFullWidthStop ? c : c - 0xFEE0;
  switch (c) {
    case U'\t':
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return U' ';
    case U'\n':
    case U'\r':
    case U'\v':
    case U'\f':
    case 0x85:
    case 0x2028:
    case 0x2029:
      return U'\n';
    case U'「':
    case U'〝':
    case 0xFE41:
    case 0x201F:
      return U'“';
    case U'」':
    case U'〞':
    case U'〟':
    case 0xFE42:
      return U'”';
    case U'『':
    case 0xFE43:
      return U'‘';
    case U'』':
    case 0xFE44:
      return U'’';
    case 0x2022:
    case 0x2027:
    case 0x30FB:
    case 0xFF65:
    case 0x2219:
    case 0x22C5:
    case 0x25E6:
      return U'·';
    case 0x2015:
    case 0x2500:
    case 0x2501:
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE31:
    case 0xFE58:
      return U'—';
    case 0x2010:
    case 0x2011:
    case 0x2212:
    case 0xFE63:
      return U'-';
    case 0x301C:
    case 0x223C:
      return U'~';
    case 0x22EF:
      return U'…';
    case 0xFF61:
      return U'。';
    case 0xFF64:
      return U'、';
    case 0xFE50:
      return U',';
    case 0xFE54:
      return U';';
    case 0xFE55:
      return U':';
    case 0x2236:
      return U':';
    default:
      break;
  }
  if (c >= 0x2000 && c <= 0x200A) return U' ';
  return IsInvisible(c) ? kDropped : c;
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
  size_t written = 0;
  for (size_t i = 0; i < text.chars.size(); ++i) {
    char32_t c = FoldAlone(text.chars[i]);
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
