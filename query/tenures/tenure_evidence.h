// What the events and relations of an entity say of who was where.
#ifndef ANNALS_QUERY_TENURES_TENURE_EVIDENCE_H_
#define ANNALS_QUERY_TENURES_TENURE_EVIDENCE_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/tenures/stints.h"

namespace annals::query {

// Where a piece of evidence comes from: an event, or an article that states a POSITION.
struct TenureSource {
  std::optional<IndexView::EventToRead> event;
  std::string article_id;
  std::string title;  // of the POSITION
  DayNumber day = 0;  // of the event, or on which the article became known
};

struct TenureEvidence {
  struct Pair {
    EntityNumber person = kNoEntity;
    EntityNumber organization = kNoEntity;
    friend auto operator<=>(const Pair&, const Pair&) = default;
  };
  std::vector<TenureSource> sources;
  std::map<Pair, std::vector<StintEvidence>> pairs;  // StintEvidence::source is a place in `sources`
  bool truncated = false;                            // the budget was spent
};

// Of a person: the organisations; of anything else: the people. Of events that OCCURRED:
//
//   JOIN, FOUND        a start; rumoured: StintSign::kRumouredStart
//   JOIN               of from_organization: StintSign::kMovedOn
//   APPOINT            presence
//   DEPART, DISMISS    an end; DEPART, of to_organization: StintSign::kHeadedFor
//   POSITION           presence on the day the article became known and on the days the relation is dated
//                      with, or StintSign::kFormer
//
// An event without a time had happened by the day its first report became known. Other rumours, and events
// that did not occur, say nothing.
absl::StatusOr<TenureEvidence> ReadTenureEvidence(const IndexView& view, const EntityRecord& entity,
                                                  WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_TENURES_TENURE_EVIDENCE_H_
