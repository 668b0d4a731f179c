#include "query/service/index_metrics.h"

#include <memory>
#include <utility>

namespace annals::query {
namespace {

uint64_t Lag(const Index& index, const FollowState& state) {
  const uint64_t applied = index.applied_revision();
  return state.journal_revision > applied ? state.journal_revision - applied : 0;
}

std::vector<MetricSample> Counts(const Index& index) {
  const absl::StatusOr<std::unique_ptr<IndexView>> view = index.View();
  if (!view.ok()) return {};
  const rows::Meta& meta = (*view)->meta();
  return {{{{"what", "articles"}}, static_cast<double>(meta.article_count())},
          {{{"what", "events"}}, static_cast<double>(meta.event_count())},
          {{{"what", "entities"}}, static_cast<double>(meta.entity_count())}};
}

}  // namespace

void AddIndexMetrics(const Index& index, std::function<FollowState()> follow_state, Telemetry& telemetry) {
  MetricSource& source = telemetry.source();
  source.AddGauge("annals_index_revision", "The last journal entry that the index shows.",
                  [&index] { return static_cast<double>(index.applied_revision()); });
  source.AddGauge("annals_follower_lag_entries", "Journal entries that the index does not show yet.",
                  [&index, follow_state] { return static_cast<double>(Lag(index, follow_state())); });
  source.AddGauge("annals_follower_connected", "1 while the journal answers.",
                  [follow_state = std::move(follow_state)] { return follow_state().following ? 1.0 : 0.0; });
  source.AddGauge("annals_index_size", "Articles, events and entities in the index.",
                  MetricSource::Read([&index] { return Counts(index); }));
  telemetry.AddStore([&index] { return index.store_figures(); });
}

bool CaughtUp(const Index& index, const FollowState& state, uint64_t max_lag) {
  return state.following && Lag(index, state) <= max_lag;
}

}  // namespace annals::query
