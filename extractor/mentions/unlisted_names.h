// Organisations that no list has and no ending gives away (晨雾互动, 远山智慧, 上汽砺川), weighed by a linear
// model.
#ifndef ANNALS_EXTRACTOR_MENTIONS_UNLISTED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_UNLISTED_NAMES_H_

#include <cstdint>
#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

struct UnlistedName {
  Span span;                 // where it was first seen
  uint64_t features = 0;     // bits of UnlistedFeature
  float plain = 0;           // what it costs as everyday words, in nats
  std::vector<Span> places;  // all over the text
  bool like_person = false;  // one word that the first reading took for somebody's name
};

// What may be such a name by the words of a first reading, each form once.
std::vector<UnlistedName> CollectUnlistedNames(const Reading& reading, const Anchors& anchors);
// Those that the model takes for names, at all their places.
void OfferUnlistedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_UNLISTED_NAMES_H_
