// Which reports tell of one event, restated plainly from the words of query/events/report_clusters.h: every
// pair is compared, nothing is kept between comparisons.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_CLUSTERS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_CLUSTERS_H_

#include <optional>
#include <string>
#include <vector>

#include "query/events/report_facts.h"

namespace annals::query {

// One event of one article version, entities by the index's ids.
struct ModelReport {
  ReportRef ref;
  std::string article_id;
  uint64_t revision = 0;
  std::optional<DayNumber> published;
  DayNumber known = 0;
  v1::Article article;
  v1::Event event;
};

using ModelCluster = std::vector<const ModelReport*>;

// Each cluster ascends by ref; the clusters are in no order. `reports` must outlive them.
std::vector<ModelCluster> ClustersOf(const std::vector<ModelReport>& reports);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_CLUSTERS_H_
