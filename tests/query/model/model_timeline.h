// Timelines and listings of the model: every event is looked at, one after the other.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_TIMELINE_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_TIMELINE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_moment.h"

namespace annals::query {

// EventFilter and AsOf.day.
struct ModelSelection {
  v1::EventFilter filter;
  std::optional<DayNumber> true_on;

  // `roles`: those of the entity whose event it is; null: roles do not apply.
  bool Accepts(const ModelEvent& event, const std::set<v1::Role>* roles) const;
};

// The entity first, then its parts, nearest first.
std::vector<std::string> WithParts(const ModelMoment& moment, const std::string& entity,
                                   std::optional<DayNumber> true_on);

// Whether an event of a part counts as the whole's: see PartFilter.
bool CountsForWhole(const ModelMoment& moment, const std::vector<std::string>& family, size_t member,
                    const ModelEvent& event);

// Whether a relation holds on a day.
bool HeldOn(const ModelRelation& relation, DayNumber day);

struct ModelRow {
  const ModelEvent* event = nullptr;
  std::set<std::string> via;  // the parts that could be named for it; empty: the entity itself
};

std::vector<ModelRow> TimelineRows(const ModelMoment& moment, const std::string& entity,
                                   const v1::GetTimelineRequest& request);
std::vector<ModelRow> ListedRows(const ModelMoment& moment, const v1::ListEventsRequest& request);

// First day of the bucket that a day lies in.
std::string BucketStart(const std::string& day, v1::TimelineBucket width);

// First day of the bucket, "" for undated events, to the number of rows.
std::map<std::string, uint64_t> BucketsOf(const std::vector<ModelRow>& rows, v1::TimelineBucket width);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_TIMELINE_H_
