// The text every later stage reads: one code point per character, script and width folded, markup and noise
// gone, and each character knowing the bytes of the submitted text it came from.
#ifndef ANNALS_EXTRACTOR_TEXT_FOLDED_TEXT_H_
#define ANNALS_EXTRACTOR_TEXT_FOLDED_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

// Half-open range of character indices into FoldedText::chars. Every stage of the extraction uses it.
struct Span {
  int begin = 0;
  int end = 0;

  int size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
};

// Half-open range of bytes of the submitted article text.
struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(ByteSpan, ByteSpan) = default;
};

// chars[i] stands for the bytes [origin[i].begin, origin[i].end) of the submitted text. Origins ascend and
// never overlap; between two of them may lie bytes that were dropped (markup, noise, spaces between Chinese
// characters).
struct FoldedText {
  std::u32string chars;
  std::vector<ByteSpan> origin;

  int size() const { return static_cast<int>(chars.size()); }
  std::u32string_view View(Span span) const {
    return std::u32string_view(chars).substr(span.begin, span.size());
  }
  // The smallest byte range of the submitted text that covers a span that is not empty.
  ByteSpan Origin(Span span) const { return {origin[span.begin].begin, origin[span.end - 1].end}; }
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_FOLDED_TEXT_H_
