#include "tests/query/model/random_query.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "common/limits.h"
#include "tests/query/model/answer_text.h"

namespace annals::query {
namespace {

template <typename Values>
void Choose(RandomSource& random, int largest, int chance, Values values) {
  if (!random.OneIn(chance)) return;
  for (int i = 1 + random.Below(3); i > 0; --i) values->Add(1 + random.Below(largest));
}

v1::DayWindow MakeWindow(RandomSource& random) {
  v1::DayWindow window;
  std::string first = random.Of(TestDays());
  std::string last = random.Of(TestDays());
  if (last < first) first.swap(last);
  if (!random.OneIn(4)) window.set_start(first);
  if (!random.OneIn(4)) window.set_end(last);
  return window;
}

v1::EventFilter MakeFilter(RandomSource& random) {
  v1::EventFilter filter;
  Choose(random, 8, 4, filter.mutable_types());
  Choose(random, 3, 6, filter.mutable_roles());
  Choose(random, 5, 5, filter.mutable_statuses());
  if (random.OneIn(4)) filter.set_min_certainty(static_cast<v1::Certainty>(1 + random.Below(3)));
  if (random.OneIn(3)) *filter.mutable_time() = MakeWindow(random);
  return filter;
}

// As a rule an id that articles give; names only at the present.
std::string MakeName(RandomSource& random, const v1::AsOf& as_of) {
  const bool present = as_of.revision() == 0 && as_of.known_on().empty();
  if (random.OneIn(6)) return random.Of(TestNamesakeIds());
  return present && random.OneIn(5) ? random.Of(TestNames()) : random.Of(TestEntityIds());
}

// Half of the questions are about the present.
v1::AsOf MakeAsOf(RandomSource& random, uint64_t revision) {
  v1::AsOf as_of;
  if (random.OneIn(2)) return as_of;
  if (random.OneIn(2)) as_of.set_revision(1 + random.Below(static_cast<int>(revision)));
  if (random.OneIn(2)) as_of.set_known_on(random.Of(TestDays()));
  if (random.OneIn(2)) as_of.set_day(random.Of(TestDays()));
  return as_of;
}

v1::GetTimelineRequest MakeTimeline(RandomSource& random, uint64_t revision) {
  v1::GetTimelineRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  request.set_entity(MakeName(random, request.as_of()));
  *request.mutable_filter() = MakeFilter(random);
  request.set_order(static_cast<v1::TimelineOrder>(random.Below(3)));
  request.set_bucket(static_cast<v1::TimelineBucket>(random.Below(5)));
  request.set_exclude_parts(random.OneIn(3));
  request.set_page_size(random.OneIn(2) ? 0 : 1 + random.Below(4));
  return request;
}

v1::ListEventsRequest MakeList(RandomSource& random, uint64_t revision) {
  v1::ListEventsRequest request;
  *request.mutable_filter() = MakeFilter(random);
  request.set_page_size(random.OneIn(2) ? 0 : 1 + random.Below(7));
  *request.mutable_as_of() = MakeAsOf(random, revision);
  return request;
}

v1::GetNeighborhoodRequest MakeNeighborhood(RandomSource& random, uint64_t revision) {
  v1::GetNeighborhoodRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  request.set_entity(MakeName(random, request.as_of()));
  request.set_depth(random.Below(limits::kMaxDepth + 1));
  *request.mutable_filter() = MakeFilter(random);
  Choose(random, 4, 4, request.mutable_relation_types());
  request.set_exclude_parts(random.OneIn(3));
  const bool limited = random.OneIn(3);
  request.set_max_edges(limited ? 1 + random.Below(12) : 2000);
  request.set_max_fanout(limited ? 1 + random.Below(5) : 500);
  return request;
}

v1::GetEntityRequest MakeEntity(RandomSource& random, uint64_t revision) {
  v1::GetEntityRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  request.set_entity(MakeName(random, request.as_of()));
  return request;
}

v1::FindPathsRequest MakePaths(RandomSource& random, uint64_t revision) {
  v1::FindPathsRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  request.set_from_entity(MakeName(random, request.as_of()));
  request.set_to_entity(MakeName(random, request.as_of()));
  request.set_max_hops(random.Below(5));
  request.set_max_paths(random.Below(11));
  request.set_max_fanout(random.OneIn(4) ? 1 + random.Below(4) : 0);
  request.set_order(static_cast<v1::PathOrder>(random.Below(3)));
  *request.mutable_filter() = MakeFilter(random);
  Choose(random, 4, 4, request.mutable_relation_types());
  return request;
}

v1::SearchEntitiesRequest MakeSearch(RandomSource& random) {
  v1::SearchEntitiesRequest request;
  const std::string name =
      random.OneIn(2) ? random.Of(TestNames()) : NameInTestId(random.Of(TestEntityIds()));
  request.set_query(random.OneIn(3) ? name.substr(0, 3) : name);
  Choose(random, 4, 4, request.mutable_types());
  request.set_page_size(random.OneIn(2) ? 0 : 1 + random.Below(3));
  return request;
}

v1::GetTenuresRequest MakeTenures(RandomSource& random, uint64_t revision) {
  v1::GetTenuresRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  request.set_entity(MakeName(random, request.as_of()));
  if (random.OneIn(3)) *request.mutable_time() = MakeWindow(random);
  request.set_page_size(random.OneIn(2) ? 0 : 1 + random.Below(3));
  return request;
}

v1::GetFlowsRequest MakeFlows(RandomSource& random, uint64_t revision) {
  v1::GetFlowsRequest request;
  *request.mutable_as_of() = MakeAsOf(random, revision);
  if (random.OneIn(2)) request.set_entity(MakeName(random, request.as_of()));
  if (random.OneIn(3)) *request.mutable_time() = MakeWindow(random);
  request.set_bucket(static_cast<v1::TimelineBucket>(random.Below(5)));
  Choose(random, 5, 3, request.mutable_statuses());
  if (random.OneIn(4)) request.set_min_certainty(static_cast<v1::Certainty>(1 + random.Below(3)));
  request.set_max_flows(random.OneIn(3) ? 1 + random.Below(3) : 0);
  return request;
}

v1::ExportGraphRequest MakeExport(RandomSource& random, uint64_t revision) {
  v1::ExportGraphRequest request;
  if (!random.OneIn(3)) *request.mutable_filter() = MakeFilter(random);
  if (!random.OneIn(3)) *request.mutable_as_of() = MakeAsOf(random, revision);
  return request;
}

v1::WatchEventsRequest MakeWatch(RandomSource& random, uint64_t revision) {
  v1::WatchEventsRequest request;
  if (random.OneIn(2)) request.set_entity(MakeName(random, {}));
  if (random.OneIn(2)) *request.mutable_filter() = MakeFilter(random);
  request.set_after_revision(random.Below(static_cast<int>(revision)));
  return request;
}

std::string Text(const EventQuery& query) {
  return absl::StrCat("GetEvent of number ", query.pick, " as of {", OneLine(query.as_of), "}");
}

template <typename Request>
std::string Text(const Request& request) {
  return absl::StrCat(request.GetDescriptor()->name(), " { ", OneLine(request), "}");
}

v1::AsOf* AsOfIn(EventQuery& query) { return &query.as_of; }
// Null where the request has none.
template <typename Request>
v1::AsOf* AsOfIn(Request& request) {
  if constexpr (requires { request.as_of(); }) return request.mutable_as_of();
  return nullptr;
}

}  // namespace

Query MakeQuery(RandomSource& random, uint64_t revision) {
  switch (random.Below(16)) {
    case 0:
    case 1:
    case 2:
      return MakeTimeline(random, revision);
    case 3:
      return MakeList(random, revision);
    case 4:
      return EventQuery{MakeAsOf(random, revision), static_cast<uint32_t>(random.Below(1000))};
    case 5:
      return MakeEntity(random, revision);
    case 6:
    case 7:
      return MakePaths(random, revision);
    case 8:
      return MakeSearch(random);
    case 9:
    case 10:
      return MakeTenures(random, revision);
    case 11:
      return MakeFlows(random, revision);
    case 12:
      return MakeExport(random, revision);
    case 13:
      return MakeWatch(random, revision);
    default:
      return MakeNeighborhood(random, revision);
  }
}

std::string QueryText(const Query& query) {
  return std::visit([](const auto& request) { return Text(request); }, query);
}

Query Within(Query query, uint64_t revision) {
  std::visit(
      [&](auto& request) {
        v1::AsOf* const as_of = AsOfIn(request);
        if (as_of != nullptr && as_of->revision() > revision) as_of->set_revision(revision);
        if constexpr (requires { request.after_revision(); })
          request.set_after_revision(std::min(request.after_revision(), revision));
      },
      query);
  return query;
}

}  // namespace annals::query
