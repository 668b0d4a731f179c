#include "extractor/text/clauses.h"

#include <algorithm>
#include <string_view>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

// Stands around a clause, and is no part of it.
bool IsEdge(char32_t c) {
  constexpr std::u32string_view kEdges = U" \n,;:—…。!?|、·▍■●▲△▼◆★※*【】[]";
  return kEdges.find(c) != std::u32string_view::npos;
}

class ClauseReader {
 public:
  ClauseReader(const FoldedText& text, int sentence, Structure& structure)
      : text_(text.chars), sentence_(sentence), structure_(structure) {}

  // Reads a sentence, or the inside of a speech.
  void Read(Span span, int quotation, int enclosing) {
    size_t q = FirstQuotation(span.begin);
    const size_t quotations = structure_.quotations.size();
    size_t first_inside = q;
    int begin = span.begin;
    for (int i = span.begin; i <= span.end;) {
      while (q < quotations && structure_.quotations[q].outer.begin < i) ++q;
      if (i < span.end && q < quotations && structure_.quotations[q].outer.begin == i && IsAtom(q, span)) {
        i = structure_.quotations[q].outer.end;
        if (EndsClause(structure_.quotations[q], span)) {
          AddClause(Trim({begin, i}), quotation, enclosing, first_inside);
          begin = i;
          while (q < quotations && structure_.quotations[q].outer.begin < i) ++q;
          first_inside = q;
        }
        continue;
      }
      if (i == span.end || IsBreak(i, span)) {
        AddClause(Trim({begin, i}), quotation, enclosing, first_inside);
        begin = i + 1;
        first_inside = q;
      }
      ++i;
    }
  }

 private:
  size_t FirstQuotation(int at) const {
    const auto before = [](const Quotation& quotation, int position) {
      return quotation.outer.begin < position;
    };
    const auto& quotations = structure_.quotations;
    return std::lower_bound(quotations.begin(), quotations.end(), at, before) - quotations.begin();
  }

  // Nothing inside a closed quotation splits the clause around it.
  bool IsAtom(size_t q, Span span) const {
    const Quotation& quotation = structure_.quotations[q];
    return quotation.closed && quotation.outer.end <= span.end;
  }

  // A speech that was announced and ends like a sentence: 他说:“走。”我没动。 The sentences around it end
  // there too, but not those inside another speech.
  bool EndsClause(const Quotation& quotation, Span span) const {
    return quotation.kind == Quotation::Kind::kSpeech && At(quotation.outer.begin - 1, span) == U':' &&
           EndsSentence(At(quotation.inner.end - 1, span));
  }

  char32_t At(int i, Span span) const { return i >= span.begin && i < span.end ? text_[i] : 0; }

  bool IsBreak(int i, Span span) const {
    const char32_t c = text_[i];
    if (EndsSentence(c)) return true;
    const bool between_digits = IsAsciiDigit(At(i - 1, span)) && IsAsciiDigit(At(i + 1, span));
    switch (c) {
      case U',':  // 1,000
        return !(between_digits && IsAsciiDigit(At(i + 2, span)) && IsAsciiDigit(At(i + 3, span)));
      case U':':  // 19:40, NYSE:XYZ
        return !between_digits && !(IsAsciiLetter(At(i - 1, span)) && IsAsciiLetter(At(i + 1, span)));
      case U';':
      case U'—':
      case U'…':
      case U'|':
      case U'】':
      case U']':
        return true;
      case U' ':
        return structure_.sentences[sentence_].heading && (IsHan(At(i - 1, span)) || IsHan(At(i + 1, span)));
      default:
        return false;
    }
  }

  Span Trim(Span span) const {
    while (!span.empty() && (IsEdge(text_[span.begin]) || OpensUnclosed(span.begin))) ++span.begin;
    while (!span.empty() && IsEdge(text_[span.end - 1])) --span.end;
    return span;
  }

  bool OpensUnclosed(int at) const {
    if (!OpensQuotation(text_[at])) return false;
    const size_t q = FirstQuotation(at);
    return q < structure_.quotations.size() && structure_.quotations[q].outer.begin == at &&
           !structure_.quotations[q].closed;
  }

  // Adds the clause and then what is said inside it. A speech that is all of the clause needs none around it.
  void AddClause(Span span, int quotation, int enclosing, size_t q) {
    if (span.empty()) return;
    const bool only_speech = IsOnlySpeech(span, q);
    if (!only_speech) {
      structure_.clauses.push_back({span, sentence_, SpeechAt(span.begin, quotation), enclosing});
      enclosing = static_cast<int>(structure_.clauses.size()) - 1;
    }
    for (; q < structure_.quotations.size() && structure_.quotations[q].outer.begin < span.end; ++q) {
      const Quotation inside = structure_.quotations[q];
      if (inside.kind != Quotation::Kind::kSpeech || !IsAtom(q, span)) continue;
      Read(inside.inner, static_cast<int>(q), enclosing);
      q = LastInside(q);
    }
  }

  bool IsOnlySpeech(Span span, size_t q) const {
    while (q < structure_.quotations.size() && structure_.quotations[q].outer.begin < span.begin) ++q;
    return q < structure_.quotations.size() && structure_.quotations[q].kind == Quotation::Kind::kSpeech &&
           structure_.quotations[q].outer == span && structure_.quotations[q].closed;
  }

  // The last quotation that stands inside q, or q.
  size_t LastInside(size_t q) const {
    const int end = structure_.quotations[q].outer.end;
    while (q + 1 < structure_.quotations.size() && structure_.quotations[q + 1].outer.begin < end) ++q;
    return q;
  }

  // `quotation`, or the unclosed speech inside it that holds the position: such a one has no level of its
  // own.
  int SpeechAt(int position, int quotation) const {
    for (int q = structure_.QuotationAt(position); q >= 0 && q != quotation;
         q = structure_.quotations[q].parent) {
      if (structure_.quotations[q].kind == Quotation::Kind::kSpeech && !structure_.quotations[q].closed)
        return q;
    }
    return quotation;
  }

  const std::u32string_view text_;
  const int sentence_;
  Structure& structure_;
};

}  // namespace

void FindClauses(const FoldedText& text, int sentence, Structure& structure) {
  structure.sentences[sentence].first_clause = static_cast<int>(structure.clauses.size());
  ClauseReader(text, sentence, structure).Read(structure.sentences[sentence].span, -1, -1);
  structure.sentences[sentence].end_clause = static_cast<int>(structure.clauses.size());
}

}  // namespace annals
