#include "tests/query/model/model_paths.h"

#include <algorithm>
#include <climits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"

namespace annals::query {
namespace {

constexpr int kMostHops = 4;
constexpr int kUsualPaths = 3;

using Pair = std::pair<std::string, std::string>;

// Either way round.
Pair EndsOf(const v1::Edge& edge) { return std::minmax(edge.from_entity_id(), edge.to_entity_id()); }

// All edges between two entities, by the two.
std::map<Pair, std::vector<v1::Edge>> EdgesByEnds(const ModelMoment& moment,
                                                  const v1::FindPathsRequest& request) {
  ModelEdgeSelection selection{.events = {request.filter(), ParseDayNumber(request.as_of().day())},
                               .relation_types = request.relation_types()};
  std::map<Pair, std::vector<v1::Edge>> edges;
  for (const auto& [id, entity] : moment.entities()) {
    for (v1::Edge& edge : EdgesSeenFrom(moment, id, selection))
      edges[EndsOf(edge)].push_back(std::move(edge));
  }
  return edges;
}

// Every simple path of so many hops at most, in depth.
class Walk {
 public:
  Walk(const std::map<Pair, DayNumber>& links, std::string to, int max_hops)
      : links_(links), to_(std::move(to)), max_hops_(max_hops) {}

  std::vector<PathRank> From(const std::string& from) {
    Step(from, 0, INT_MAX);
    return std::move(ranks_);
  }

 private:
  void Step(const std::string& at, int hops, DayNumber oldest) {
    if (at == to_) return ranks_.push_back({hops, oldest});
    if (hops == max_hops_) return;
    passed_.insert(at);
    for (const auto& [ends, day] : links_) {
      if (ends.first != at && ends.second != at) continue;
      const std::string& next = ends.first == at ? ends.second : ends.first;
      if (!passed_.contains(next)) Step(next, hops + 1, std::min(oldest, day));
    }
    passed_.erase(at);
  }

  const std::map<Pair, DayNumber>& links_;
  const std::string to_;
  const int max_hops_;
  std::set<std::string> passed_;
  std::vector<PathRank> ranks_;
};

DayNumber Newest(const std::vector<v1::Edge>& edges) {
  DayNumber newest = -1;
  for (const v1::Edge& edge : edges) newest = std::max(newest, RecencyOf(edge));
  return newest;
}

}  // namespace

DayNumber RecencyOf(const v1::Edge& edge) {
  const auto span = SpanOf(edge.time());
  return span ? span->first : -1;
}

PathRank RankOf(const v1::Path& path) {
  PathRank rank{path.edges_size(), INT_MAX};
  for (const v1::Edge& edge : path.edges()) rank.oldest = std::min(rank.oldest, RecencyOf(edge));
  return rank;
}

std::vector<PathRank> BestRanks(const ModelMoment& moment, const v1::FindPathsRequest& request) {
  std::map<Pair, DayNumber> links;
  for (const auto& [ends, edges] : EdgesByEnds(moment, request)) links[ends] = Newest(edges);
  const int hops = request.max_hops() == 0 ? kMostHops : request.max_hops();
  std::vector<PathRank> ranks = Walk(links, request.to_entity(), hops).From(request.from_entity());
  const bool recent = request.order() == v1::PATH_ORDER_MOST_RECENT;
  std::sort(ranks.begin(), ranks.end(), [&](const PathRank& a, const PathRank& b) {
    return recent ? std::tuple(-a.oldest, a.hops) < std::tuple(-b.oldest, b.hops)
                  : std::tuple(a.hops, -a.oldest) < std::tuple(b.hops, -b.oldest);
  });
  const size_t count = request.max_paths() == 0 ? kUsualPaths : request.max_paths();
  if (ranks.size() > count) ranks.resize(count);
  return ranks;
}

std::string CheckPaths(const ModelMoment& moment, const v1::FindPathsRequest& request,
                       const v1::FindPathsResponse& response) {
  const auto edges = EdgesByEnds(moment, request);
  std::set<std::string> texts;
  for (const v1::Path& path : response.paths()) {
    if (!texts.insert(OneLine(path)).second) return "  a path comes twice\n";
    std::set<std::string> passed;
    std::string at = request.from_entity();
    for (const v1::Edge& edge : path.edges()) {
      if (!passed.insert(at).second) return absl::StrCat("  passes twice: ", at, "\n");
      const auto between = edges.find(EndsOf(edge));
      const auto same = [&](const v1::Edge& other) { return OneLine(other) == OneLine(InOrderOfId(edge)); };
      if (between == edges.end() || std::none_of(between->second.begin(), between->second.end(), same))
        return absl::StrCat("  no such edge: ", OneLine(edge), "\n");
      if (request.max_fanout() == 0 && RecencyOf(edge) < Newest(between->second))
        return absl::StrCat("  not the newest: ", OneLine(edge), "\n");
      if (edge.from_entity_id() != at && edge.to_entity_id() != at) return "  a path is broken\n";
      at = edge.from_entity_id() == at ? edge.to_entity_id() : edge.from_entity_id();
    }
    if (at != request.to_entity() || passed.contains(at)) return "  a path does not lead to its end\n";
  }
  return "";
}

}  // namespace annals::query
