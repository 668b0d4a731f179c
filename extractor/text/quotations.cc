#include "extractor/text/quotations.h"

#include <algorithm>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr size_t kDeepest = 8;
constexpr int kLongestTitle = 60;
constexpr int kLongName = 12;  // words; what is longer is said, not named

char32_t ClosingOf(char32_t open) {
  switch (open) {
    case U'“':
      return U'”';
    case U'‘':
      return U'’';
    case U'《':
      return U'》';
    default:
      return U'〉';
  }
}

bool IsTitleMark(char32_t open) { return open == U'《' || open == U'〈'; }

// Chinese characters and Latin words, up to a little more than a name has.
int WordsIn(std::u32string_view text) {
  int words = 0;
  for (size_t i = 0; i < text.size() && words <= kLongName; ++i) {
    const bool latin = IsLatinLetter(text[i]) || IsAsciiDigit(text[i]);
    const bool goes_on = i > 0 && (IsLatinLetter(text[i - 1]) || IsAsciiDigit(text[i - 1]));
    words += IsHan(text[i]) || (latin && !goes_on);
  }
  return words;
}

// The last character, marks that close a quotation inside left out: ‘走。’ ends with '。'.
char32_t LastOf(std::u32string_view text) {
  while (!text.empty() && ClosesQuotation(text.back())) text.remove_suffix(1);
  return text.empty() ? 0 : text.back();
}

class MarkPairing {
 public:
  MarkPairing(const FoldedText& text, Span paragraph, std::vector<Quotation>& quotations)
      : text_(text.chars), paragraph_(paragraph), quotations_(quotations), first_(quotations.size()) {}

  void Run() {
    for (int i = paragraph_.begin; i < paragraph_.end; ++i) {
      if (OpensQuotation(text_[i])) Open(i);
      if (ClosesQuotation(text_[i])) Close(i);
    }
    while (!stack_.empty()) CloseTop(paragraph_.end, false);
    RemoveBrokenTitles();
    for (size_t i = first_; i < quotations_.size(); ++i) quotations_[i].kind = KindOf(quotations_[i]);
  }

 private:
  void Open(int at) {
    if (stack_.size() >= kDeepest) return;
    Quotation quotation;
    quotation.outer.begin = at;
    quotation.parent = stack_.empty() ? -1 : stack_.back();
    stack_.push_back(static_cast<int>(quotations_.size()));
    quotations_.push_back(quotation);
  }

  // Closes the innermost quotation of the mark, and with it what was left open inside.
  void Close(int at) {
    const auto match = std::find_if(stack_.rbegin(), stack_.rend(), [&](int q) {
      return ClosingOf(text_[quotations_[q].outer.begin]) == text_[at];
    });
    if (match == stack_.rend()) return;
    for (auto left = match - stack_.rbegin(); left > 0; --left) CloseTop(at, false);
    CloseTop(at, true);
  }

  void CloseTop(int at, bool closed) {
    Quotation& quotation = quotations_[stack_.back()];
    quotation.closed = closed;
    quotation.inner = {quotation.outer.begin + 1, at};
    quotation.outer.end = closed ? at + 1 : at;
    stack_.pop_back();
  }

  bool IsBrokenTitle(const Quotation& quotation) const {
    return IsTitleMark(text_[quotation.outer.begin]) &&
           (!quotation.closed || quotation.inner.size() > kLongestTitle);
  }

  // Takes them out and gives their children to their parents.
  void RemoveBrokenTitles() {
    std::vector<int> moved(quotations_.size() - first_);
    size_t kept = first_;
    for (size_t i = first_; i < quotations_.size(); ++i) {
      Quotation quotation = quotations_[i];
      if (quotation.parent >= 0) quotation.parent = moved[quotation.parent - first_];
      const bool broken = IsBrokenTitle(quotation);
      moved[i - first_] = broken ? quotation.parent : static_cast<int>(kept);
      if (!broken) quotations_[kept++] = quotation;
    }
    quotations_.resize(kept);
  }

  Quotation::Kind KindOf(const Quotation& quotation) const {
    if (IsTitleMark(text_[quotation.outer.begin])) return Quotation::Kind::kTitle;
    const std::u32string_view inner = text_.substr(quotation.inner.begin, quotation.inner.size());
    const char32_t before = quotation.outer.begin > paragraph_.begin ? text_[quotation.outer.begin - 1] : 0;
    const char32_t last = LastOf(inner);
    if (before == U':' || EndsSentence(last) || last == U',') return Quotation::Kind::kSpeech;
    return WordsIn(inner) > kLongName ? Quotation::Kind::kSpeech : Quotation::Kind::kName;
  }

  const std::u32string_view text_;
  const Span paragraph_;
  std::vector<Quotation>& quotations_;
  const size_t first_;
  std::vector<int> stack_;
};

}  // namespace

void FindQuotations(const FoldedText& text, Span paragraph, std::vector<Quotation>& quotations) {
  MarkPairing(text, paragraph, quotations).Run();
}

}  // namespace annals
