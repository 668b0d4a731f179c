// Classes of characters that the name recognisers share.
#ifndef ANNALS_EXTRACTOR_MENTIONS_CHARACTERS_H_
#define ANNALS_EXTRACTOR_MENTIONS_CHARACTERS_H_

namespace annals {

// 丨 is a stroke among them that editors use as a bar: 独家丨….
constexpr bool IsHan(char32_t c) {
  if (c == U'丨') return false;
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) ||
         c == U'〇';
}
constexpr bool IsUpper(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool IsLower(char32_t c) { return c >= U'a' && c <= U'z'; }
constexpr bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
// Letters of Latin scripts, with accents.
constexpr bool IsLatin(char32_t c) {
  return IsUpper(c) || IsLower(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
constexpr char32_t ToLower(char32_t c) { return IsUpper(c) ? c + 32 : c; }

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_CHARACTERS_H_
