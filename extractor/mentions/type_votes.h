// What the surroundings of a name say it is: a person, an organisation, a unit or a product.
#ifndef ANNALS_EXTRACTOR_MENTIONS_TYPE_VOTES_H_
#define ANNALS_EXTRACTOR_MENTIONS_TYPE_VOTES_H_

#include <array>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/mention.h"
#include "extractor/mentions/reading.h"

namespace annals {

// By EntityType. Heuristic weights; a name whose type is certain has 5 for it.
using TypeWeights = std::array<float, 4>;

// Of one occurrence of a name; the votes of all its occurrences add up. Both arguments outlive it.
class TypeVotes {
 public:
  TypeVotes(const Reading& reading, const Anchors& anchors) : reading_(reading), anchors_(anchors) {}

  TypeWeights Of(const Mention& mention) const;

 private:
  Span WithMarks(Span name) const;
  void ByAnchors(Span name, TypeWeights* votes) const;
  void ByNouns(Span name, TypeWeights* votes) const;
  void ByNounBefore(const Token& noun, bool quoted, TypeWeights* votes) const;
  const Token* TokenFrom(int joint) const;
  const Token* TokenTo(int joint) const;

  const Reading& reading_;
  const Anchors& anchors_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_TYPE_VOTES_H_
