// The newest rows of an entity's timeline, kept out of the store: a step through them costs a fifth of a step
// of an iterator, and a walk through the graph takes thousands.
#ifndef ANNALS_QUERY_INDEX_TIMELINE_RUN_H_
#define ANNALS_QUERY_INDEX_TIMELINE_RUN_H_

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "query/index/index_caches.h"
#include "query/index/index_keys.h"
#include "query/index/index_view.h"

namespace annals::query {

// Of one class at most this many are kept: what a walk takes of one entity, or a page and more.
inline constexpr size_t kRunRows = 128;

// As the index shows it at the present; shared with others. The entity's record is of the same view.
// DATA_LOSS, INTERNAL: see IndexView.
absl::StatusOr<SharedTimeline> ShareTimeline(const IndexView& view, const EntityRecord& entity);

// Walks the rows of a run whose places are in [lower, upper); an empty `upper` is none. A place is a key
// without the prefix of its entity and class. The run outlives it.
class TimelineWalk {
 public:
  TimelineWalk() = default;
  TimelineWalk(const TimelineRun& run, absl::string_view lower, std::string upper);

  // False at the end.
  bool AtRow() const { return at_row_; }
  void Next();

  // At the end: whether the store may have more, all behind `place`.
  bool GoesOn() const { return goes_on_; }
  absl::string_view place() const { return place_; }
  absl::string_view value() const { return value_; }

 private:
  absl::string_view rest_;
  std::string upper_;
  bool at_row_ = false;
  bool goes_on_ = false;
  absl::string_view place_;
  absl::string_view value_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_TIMELINE_RUN_H_
