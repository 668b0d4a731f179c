#include "extractor/text/structure.h"

#include <algorithm>
#include <string_view>

#include "extractor/text/character_class.h"
#include "extractor/text/clauses.h"
#include "extractor/text/quotations.h"
#include "extractor/text/spacing.h"

namespace annals {
namespace {

// Characters: what looks further back and ahead than its clause costs no more in a text without marks.
constexpr int kLongestSentence = 2000;

// Splits one paragraph, whose quotations have been found, into sentences.
class SentenceReader {
 public:
  SentenceReader(const FoldedText& text, Span paragraph, size_t first_quotation, const Structure& structure)
      : text_(text.chars), paragraph_(paragraph), quotation_(first_quotation), structure_(structure) {}

  // Where the sentence that begins at `begin` ends. Ask in text order.
  int EndOf(int begin) {
    for (int i = begin; i < paragraph_.end;) {
      if (const Quotation* quotation = ClosedAt(i)) {
        i = quotation->outer.end;
        if (EndsWith(*quotation, begin)) return AbsorbTail(i);
        continue;
      }
      if (EndsSentence(text_[i])) return AbsorbTail(i + 1);
      if (++i - begin >= kLongestSentence) return AbsorbTail(i);
    }
    return paragraph_.end;
  }

 private:
  const Quotation* ClosedAt(int i) {
    const auto& quotations = structure_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].outer.begin < i) ++quotation_;
    if (quotation_ == quotations.size() || quotations[quotation_].outer.begin != i) return nullptr;
    const Quotation& quotation = quotations[quotation_];
    return quotation.closed && quotation.outer.size() <= kLongestSentence ? &quotation : nullptr;
  }

  char32_t At(int i) const { return i >= paragraph_.begin && i < paragraph_.end ? text_[i] : 0; }

  // Further marks that belong to the end: ?! and a bracket or a stray mark that closes.
  int AbsorbTail(int i) const {
    const auto belongs = [](char32_t c) {
      return EndsSentence(c) || ClosesQuotation(c) || c == U')' || c == U'】' || c == U']' || c == U'…' ||
             c == U' ';
    };
    while (belongs(At(i))) ++i;
    return i;
  }

  // Does the sentence that began at `begin` end with this quotation? Not where its speaker is still to come.
  bool EndsWith(const Quotation& quotation, int begin) const {
    int last = quotation.inner.end - 1;
    while (last > quotation.inner.begin && ClosesQuotation(text_[last])) --last;
    if (quotation.inner.empty() || !(EndsSentence(text_[last]) || text_[last] == U'…')) return false;
    const char32_t next = At(quotation.outer.end);
    constexpr std::u32string_view kGoesOn = U",;:、—)的。!?";
    if (kGoesOn.find(next) != std::u32string_view::npos) return false;
    if (quotation.outer.begin == begin) return next == U'“' || next == U'‘';
    const char32_t before = text_[quotation.outer.begin - 1];
    if (before == U':' || before == U',') return true;
    return quotation.kind == Quotation::Kind::kSpeech && text_[last] == U'。';
  }

  const std::u32string_view text_;
  const Span paragraph_;
  size_t quotation_;
  const Structure& structure_;
};

// A line that announces something goes on in the next one.
bool IsHeading(std::u32string_view line) {
  return LooksLikeHeading(line) && line.back() != U':' && line.back() != U',';
}

void ReadParagraph(const FoldedText& text, Span paragraph, Structure& structure) {
  const size_t first_quotation = structure.quotations.size();
  const int index = static_cast<int>(structure.paragraphs.size());
  structure.paragraphs.push_back(paragraph);
  FindQuotations(text, paragraph, structure.quotations);
  SentenceReader reader(text, paragraph, first_quotation, structure);
  for (int begin = paragraph.begin; begin < paragraph.end;) {
    Sentence sentence{{begin, reader.EndOf(begin)}, index};
    sentence.heading = sentence.span == paragraph && IsHeading(text.View(paragraph));
    begin = sentence.span.end;
    structure.sentences.push_back(sentence);
    FindClauses(text, static_cast<int>(structure.sentences.size()) - 1, structure);
  }
}

// The last of the items, which are in order, that begins at or before the position; -1 for none.
template <typename Item, typename Begin>
int LastFrom(const std::vector<Item>& items, int position, Begin begin) {
  const auto after = std::upper_bound(items.begin(), items.end(), position,
                                      [&](int p, const Item& item) { return p < begin(item); });
  return static_cast<int>(after - items.begin()) - 1;
}

// What each character stands in, for all that ask for it.
void IndexCharacters(int size, Structure& structure) {
  const std::vector<Clause>& clauses = structure.clauses;
  structure.sentence_of.assign(size, -1);
  structure.clause_of.assign(size, -1);
  int last = -1;  // the last clause that has begun
  for (size_t s = 0; s < structure.sentences.size(); ++s) {
    const Sentence& sentence = structure.sentences[s];
    for (int i = sentence.span.begin; i < sentence.span.end; ++i) {
      structure.sentence_of[i] = static_cast<int>(s);
      while (last + 1 < static_cast<int>(clauses.size()) && clauses[last + 1].span.begin <= i) ++last;
      int clause = last < sentence.first_clause ? -1 : last;
      // Out of the speeches that have ended before the character, into the clause that holds them.
      while (clause >= 0 && clauses[clause].enclosing >= 0 &&
             i >= structure.quotations[clauses[clause].quotation].inner.end)
        clause = clauses[clause].enclosing;
      structure.clause_of[i] = clause;
    }
  }
}

}  // namespace

int Structure::QuotationAt(int character) const {
  int i = LastFrom(quotations, character, [](const Quotation& q) { return q.inner.begin; });
  while (i >= 0 && character >= quotations[i].inner.end) i = quotations[i].parent;
  return i;
}

Structure ParseStructure(const FoldedText& text) {
  Structure structure;
  for (size_t begin = 0; begin < text.chars.size();) {
    const size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    if (end > begin) ReadParagraph(text, {static_cast<int>(begin), static_cast<int>(end)}, structure);
    begin = end + 1;
  }
  IndexCharacters(text.size(), structure);
  return structure;
}

}  // namespace annals
