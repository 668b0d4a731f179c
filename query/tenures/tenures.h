// A page of tenures of a person or an organisation.
#ifndef ANNALS_QUERY_TENURES_TENURES_H_
#define ANNALS_QUERY_TENURES_TENURES_H_

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/tenures/stints.h"

namespace annals::query {

// Where a tenure stands in the list: by the first day it may have begun or, where none is known, the last;
// then by person and organisation, then in order of time.
struct TenurePosition {
  DayNumber day = 0;
  EntityNumber person = kNoEntity;
  EntityNumber organization = kNoEntity;
  uint64_t ordinal = 0;

  friend auto operator<=>(const TenurePosition&, const TenurePosition&) = default;
};

struct TenureQuery {
  DayBounds window;                  // only what may meet these days
  std::optional<DayNumber> true_on;  // only who may have been there on this day
  std::optional<TenurePosition> after;
  size_t page_size = 0;
};

struct Tenure {
  TenurePosition position;
  Stint stint;
  Presence presence = Presence::kNot;  // on TenureQuery::true_on
  std::string title;                   // the latest post named
  v1::EventTime start;                 // of the event or, where only bounded, one or both bounds
  v1::EventTime end;
  std::vector<std::string> start_event_ids;
  std::vector<std::string> end_event_ids;
  std::vector<std::string> event_ids;    // those, and others of presence
  std::vector<std::string> article_ids;  // that state it as a POSITION, at most kMaxTenureArticles
};
inline constexpr size_t kMaxTenureArticles = 20;
// Accounts of a start, of an end and of presence that a tenure names.
inline constexpr size_t kMaxTenureSources = 50;

struct TenurePage {
  std::vector<Tenure> tenures;
  std::optional<TenurePosition> next;  // of the last one, where there are more
  bool truncated = false;              // the work ran out before all evidence was read
};

absl::StatusOr<TenurePage> ReadTenures(const IndexView& view, const EntityRecord& entity,
                                       const TenureQuery& query, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_TENURES_TENURES_H_
