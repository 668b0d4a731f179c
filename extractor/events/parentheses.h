// Parentheses that tell of something themselves: 产品负责人X(尚未离职,转为顾问). What they tell is of the one
// name they stand behind, and their names take no part in what is told around them.
#ifndef ANNALS_EXTRACTOR_EVENTS_PARENTHESES_H_
#define ANNALS_EXTRACTOR_EVENTS_PARENTHESES_H_

#include <vector>

#include "extractor/events/document.h"

namespace annals {

// Refers to the document. Safe to share between threads.
class Parentheses {
 public:
  // Only parentheses with a trigger in them count, and only up to 80 characters on either side of it.
  explicit Parentheses(const Document& document);

  // Number of the parenthesis a position stands in; -1: in none.
  int At(int position) const;
  // The name that the parenthesis at the position stands behind, an index into MentionSet::mentions; -1: no
  // name, or no parenthesis.
  int HeadAt(int position) const;

 private:
  struct Parenthesis {
    Span span;  // with its marks
    int head = -1;
  };
  Parenthesis Around(Span trigger) const;
  int MentionEndingAt(int position) const;

  const Document& document_;
  std::vector<Parenthesis> parentheses_;  // by position
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_PARENTHESES_H_
