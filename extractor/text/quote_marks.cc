#include "extractor/text/quote_marks.h"

#include <algorithm>
#include <string>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

// One paragraph of the text, [begin, end).
class Paragraph {
 public:
  Paragraph(std::u32string& chars, size_t begin, size_t end) : chars_(chars), begin_(begin), end_(end) {}

  void Pair() {
    PairStraightDoubles();
    if (Count(U'\'') % 2 == 0) Alternate(U'\'', U'‘', U'’');
    const int open = Count(U'“'), close = Count(U'”');
    if (open > 0 && close == 0 && open % 2 == 0) Alternate(U'“', U'“', U'”');
    if (close > 0 && open == 0 && close % 2 == 0) Alternate(U'”', U'“', U'”');
  }

 private:
  char32_t At(size_t i) const { return i >= begin_ && i < end_ ? chars_[i] : 0; }

  bool IsApostrophe(size_t i) const {
    return chars_[i] == U'\'' && (IsLatinLetter(At(i - 1)) || IsAsciiDigit(At(i - 1))) &&
           IsLatinLetter(At(i + 1));
  }

  int Count(char32_t mark) const {
    int count = 0;
    for (size_t i = begin_; i < end_; ++i) count += chars_[i] == mark && !IsApostrophe(i);
    return count;
  }

  void Alternate(char32_t mark, char32_t open, char32_t close) {
    bool inside = false;
    for (size_t i = begin_; i < end_; ++i) {
      if (chars_[i] != mark || IsApostrophe(i)) continue;
      chars_[i] = inside ? close : open;
      inside = !inside;
    }
  }

  void PairStraightDoubles() {
    bool inside = false;
    for (size_t i = begin_; i < end_; ++i) {
      if (chars_[i] != U'"' || (!inside && IsAsciiDigit(At(i - 1)))) continue;
      chars_[i] = inside ? U'”' : U'“';
      inside = !inside;
    }
  }

  std::u32string& chars_;
  size_t begin_, end_;
};

}  // namespace

void PairQuoteMarks(FoldedText& text) {
  for (size_t begin = 0; begin < text.chars.size();) {
    const size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    Paragraph(text.chars, begin, end).Pair();
    begin = end + 1;
  }
}

}  // namespace annals
