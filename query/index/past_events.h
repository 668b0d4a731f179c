// Events as they were: the rows of the past say which there were and when; what they were made of follows
// from the reports that were there.
#ifndef ANNALS_QUERY_INDEX_PAST_EVENTS_H_
#define ANNALS_QUERY_INDEX_PAST_EVENTS_H_

#include <map>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "query/events/report_clusters.h"
#include "query/index/index_view.h"

namespace annals::query {

// For one thread. Reads at the past of its view, which owns it. Parts each block into events once, and keeps
// that.
class PastEvents {
 public:
  explicit PastEvents(const IndexView& view) : view_(view) {}

  // The events of these first reports, in order. DATA_LOSS: one is not there.
  absl::StatusOr<std::vector<StoredEvent>> Read(const std::vector<IndexView::EventToRead>& events);

  // The event that the report belongs to; empty where the report is not there.
  absl::StatusOr<std::optional<StoredEvent>> ReadWith(ReportRef report);

 private:
  struct Block {
    std::vector<ReportCluster> clusters;
    std::map<ReportRef, std::optional<DayNumber>> published;
  };

  // The block's reports at the past, parted into events.
  absl::StatusOr<const Block*> Find(const BlockId& block);
  absl::StatusOr<Block> Part(const BlockId& block) const;
  absl::StatusOr<std::vector<ReportFacts>> ReadFacts(const BlockId& block) const;
  absl::StatusOr<StoredEvent> Merge(const ReportCluster& cluster, const Block& block) const;

  const IndexView& view_;
  std::map<BlockId, Block> blocks_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_PAST_EVENTS_H_
