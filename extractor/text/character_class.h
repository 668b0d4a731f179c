// What kind of character a folded character is, where the text stage asks.
#ifndef ANNALS_EXTRACTOR_TEXT_CHARACTER_CLASS_H_
#define ANNALS_EXTRACTOR_TEXT_CHARACTER_CLASS_H_

namespace annals {

constexpr bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool IsAsciiLetter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' && c < 0x80; }

// Latin letters with their accents: the Latin-1, Extended-A and Extended-B blocks.
constexpr bool IsLatinLetter(char32_t c) {
  return IsAsciiLetter(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Chinese characters of every plane, with 々 and 〇.
constexpr bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3134F) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005 || c == 0x3007;
}

// Ends a sentence: 。 and the folded ! and ?. An ellipsis does not: “他……走了” goes on.
constexpr bool EndsSentence(char32_t c) { return c == U'。' || c == U'!' || c == U'?'; }

constexpr bool OpensQuotation(char32_t c) { return c == U'“' || c == U'‘' || c == U'《' || c == U'〈'; }
constexpr bool ClosesQuotation(char32_t c) { return c == U'”' || c == U'’' || c == U'》' || c == U'〉'; }

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_CHARACTER_CLASS_H_
