#include "query/index/held_relation.h"

#include <utility>

namespace annals::query {

void HeldRelation::Note(const rows::RelationReport& word, uint64_t article) {
  if (!day_) return;
  if (std::exchange(first_, false)) {
    const std::optional<DayNumber> start = ParseDayNumber(word.time().start());
    const std::optional<DayNumber> end = ParseDayNumber(word.time().end());
    dated_ = start || end;
    if (dated_) held_ = start.value_or(0) <= *day_ && *day_ <= end.value_or(kLastDay);
  }
  const auto known = static_cast<DayNumber>(word.known());
  const bool later = known > known_ || (known == known_ && article < article_);
  if (dated_ || known > *day_ || !later) return;
  known_ = known;
  article_ = article;
  held_ = !word.former();
}

}  // namespace annals::query
