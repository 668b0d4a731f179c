// What Chinese characters cost as a name that nobody has listed.
#ifndef ANNALS_EXTRACTOR_MENTIONS_MADE_UP_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_MADE_UP_NAMES_H_

#include <cstdint>
#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Answers for stretches of one text, all of them Chinese; borrows the reading.
class MadeUpNames {
 public:
  explicit MadeUpNames(const Reading& reading);

  // In nats; negative: they cannot be a name.
  float Cost(Span span) const;
  // The same for one that may begin with its place or with a known company: 青岛|红狮, 长虹|华意.
  float CostOfPlaced(Span span) const;
  // 碰见|屿光科技.
  bool StartsWithVerb(Span span) const;
  bool OpensLikeVerb(int begin) const;
  // A word of the dictionary that is no proper name …
  bool IsWord(Span span) const;
  // … and an everyday one.
  bool IsCommon(Span span) const;
  // A name of the lexicon.
  bool IsKnown(Span span) const {
    return span.size() < kLongestKnown && (known_[span.begin] >> span.size() & 1);
  }

 private:
  static constexpr int kLongestKnown = 32;

  bool IsCounted(Span span) const;
  bool OpensWithHolding(int begin) const;

  const Reading& reading_;
  // By where they begin: a bit for the length of each name of the lexicon, and of its sure companies.
  std::vector<uint32_t> known_, companies_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_MADE_UP_NAMES_H_
