// Paragraphs, sentences, clauses and quotations of a folded text.
#ifndef ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_
#define ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_

#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

// A stretch between commas, semicolons, colons, dashes or sentence ends; in a heading also between spaces.
// Punctuation inside a quotation does not split the clause that holds it: a speech has clauses of its own,
// which lie inside that one.
//
//   他说:“钱不多,人不少。”随后离开。   clauses: 他说 | 钱不多 | 人不少 | 随后离开
//   “钱不多,人不少。”他说。           clauses: “钱不多,人不少。”他说 | 钱不多 | 人不少    (the last two with
//   enclosing = 0)
struct Clause {
  Span span;           // without the punctuation around it
  int sentence;        // index into Structure::sentences
  int quotation = -1;  // the innermost speech it stands in, index into Structure::quotations, or -1
  int enclosing = -1;  // the clause that holds that speech, where the speech is only a part of one, or -1
};

struct Sentence {
  Span span;             // with its final punctuation and the closing marks after it
  int paragraph;         // index into Structure::paragraphs
  int first_clause = 0;  // its clauses, those of its quotations included, are [first_clause, end_clause) of
  int end_clause = 0;    // Structure::clauses
  bool heading = false;  // a short line of its own without final punctuation: title, subtitle, caption
};

// A text in quotation marks. A *speech* is long or ends like a sentence (“…。”) or follows a colon; otherwise
// it is a name or a word in quotes (“冒泡鸭”). Titles in 《》 are quotations of kind kTitle.
struct Quotation {
  enum class Kind { kSpeech, kName, kTitle };
  Span outer;  // with the marks
  Span inner;  // without them; may be empty
  Kind kind;
  int parent = -1;     // the quotation it stands in, or -1
  bool closed = true;  // false: the mark that closes it is missing; it ends with its paragraph
};

// Vectors are in text order; where one clause encloses another the outer one comes first. Sentences do not
// overlap and cover every paragraph. A sentence end inside a speech that is closed does not end the sentence;
// a speech and the speaker named after it (“…。”他说。) are one. After a speech that a colon or a comma
// introduces, and that ends like a sentence, a new sentence begins. An unclosed quotation may hold several
// sentences. After 2000 characters a sentence ends wherever it is, as does one inside a quotation that is
// longer, so that what asks for the words of a sentence costs what the text is long.
struct Structure {
  std::vector<Span> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Clause> clauses;
  std::vector<Quotation> quotations;
  std::vector<int> sentence_of, clause_of;  // by character: what SentenceAt and ClauseAt say

  // The sentence / innermost clause that holds a character; -1 where none does (punctuation between clauses
  // belongs to the clause before it).
  int SentenceAt(int character) const { return At(character, sentence_of); }
  int ClauseAt(int character) const { return At(character, clause_of); }
  // The innermost quotation whose inner span holds the character, or -1.
  int QuotationAt(int character) const;

 private:
  static int At(int character, const std::vector<int>& index) {
    return static_cast<size_t>(character) < index.size() ? index[character] : -1;
  }
};

// Total and linear: any text gives a structure; nesting deeper than 8 quotations is read as flat text.
Structure ParseStructure(const FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_STRUCTURE_H_
