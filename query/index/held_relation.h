// Whether a relation held on a day, by what articles say of it.
#ifndef ANNALS_QUERY_INDEX_HELD_RELATION_H_
#define ANNALS_QUERY_INDEX_HELD_RELATION_H_

#include <cstdint>
#include <optional>

#include "query/events/day_span.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Takes the words for one relation, the latest published first.
class HeldRelation {
 public:
  // Without a day every relation counts.
  explicit HeldRelation(std::optional<DayNumber> day) : day_(day) {}

  void Note(const rows::RelationReport& word, uint64_t article);

  // A relation with a start or an end held from the one to the other, as the latest word has them. One
  // without held where the latest word published by the day does not call it former.
  bool Held() const { return !day_ || held_; }

 private:
  std::optional<DayNumber> day_;
  bool dated_ = false;
  bool held_ = false;
  bool first_ = true;
  DayNumber known_ = -1;  // of the word that counts, and its article
  uint64_t article_ = 0;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_HELD_RELATION_H_
