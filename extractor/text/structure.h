// Paragraphs, sentences, clauses and quotations of a folded text.
#ifndef ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_
#define ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_

#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

// A stretch between commas, semicolons, colons, dashes or sentence ends. Punctuation inside a quotation does not split the
// clause that holds the quotation: a quotation has sentences and clauses of its own (see Quotation).
struct Clause {
  Span span;     // without the punctuation around it
  int sentence;  // index into Structure::sentences
};

struct Sentence {
  Span span;             // with its final punctuation
  int paragraph;         // index into Structure::paragraphs
  int first_clause = 0;  // its clauses are [first_clause, end_clause) of Structure::clauses
  int end_clause = 0;
  bool heading = false;  // a short line of its own without final punctuation: title, subtitle, caption
};

// A text in quotation marks. A *speech* is long or ends like a sentence (“…。”) or follows a colon; otherwise it is a name or
// a word in quotes (“冒泡鸭”). Titles in 《》 are quotations of kind kTitle.
struct Quotation {
  enum class Kind { kSpeech, kName, kTitle };
  Span outer;       // with the marks
  Span inner;       // without them
  Kind kind;
  int parent = -1;  // the quotation it stands in, or -1
};

// All vectors are in text order. Sentences do not overlap and cover every paragraph.
struct Structure {
  std::vector<Span> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Quotation> quotations;

  // The sentence / clause that holds a character, by binary search; -1 where none does (punctuation between clauses
  // belongs to the clause before it).
  int SentenceAt(int character) const;
  int ClauseAt(int character) const;
  // The innermost quotation whose inner span holds the character, or -1.
  int QuotationAt(int character) const;
};

// Total and linear: any text gives a structure; nesting deeper than 8 quotations is read as flat text.
Structure ParseStructure(const FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_
