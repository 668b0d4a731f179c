#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/comparison.h"
#include "tests/query/model/edge_lines.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/model_graph.h"
#include "tests/query/model/model_lookup.h"
#include "tests/query/model/model_paths.h"

namespace annals::query {
namespace {

// With limits: nothing that is not there, no more than asked for, and the flag where something is missing.
std::string CompareLimited(const ModelNeighborhood& model, const v1::GetNeighborhoodRequest& request,
                           const v1::GetNeighborhoodResponse& response) {
  const Lines all = EdgeLines(model.edges);
  const Lines some = EdgeLines(response.edges());
  if (!std::includes(all.begin(), all.end(), some.begin(), some.end())) return Difference(all, some);
  if (std::adjacent_find(some.begin(), some.end()) != some.end()) return "  an edge comes twice\n";
  if (response.edges_size() > request.max_edges()) return "  more edges than asked for\n";
  if (some.size() < all.size() && !response.truncated()) return "  edges are missing without a word\n";
  std::set<std::string> given;
  for (const auto& node : response.nodes()) given.insert(node.entity().id());
  for (const v1::Edge& edge : response.edges()) {
    if (!given.contains(edge.from_entity_id()) || !given.contains(edge.to_entity_id()))
      return "  an edge's end is no node\n";
  }
  return "";
}

Lines NodeLines(const Model& model, const ModelMoment& moment, const ModelNeighborhood& found, bool present) {
  Lines lines;
  for (const auto& [id, distance] : found.distances) {
    lines.push_back(absl::StrCat(distance, " ", id));
    if (present)
      absl::StrAppend(&lines.back(), " ", DegreeOf(model.Now(), id), " ",
                      OneLine(moment.entities().at(id).Shown()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines NodeLines(const v1::GetNeighborhoodResponse& response, bool present) {
  Lines lines;
  for (const v1::NeighborhoodNode& node : response.nodes()) {
    lines.push_back(absl::StrCat(node.distance(), " ", node.entity().id()));
    if (present) absl::StrAppend(&lines.back(), " ", node.degree(), " ", OneLine(node.entity()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines RankLines(const std::vector<PathRank>& ranks) {
  Lines lines;
  for (const PathRank& rank : ranks) lines.push_back(absl::StrCat(rank.hops, " hops, oldest ", rank.oldest));
  return lines;
}

}  // namespace

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetNeighborhoodRequest& request) {
  v1::GetNeighborhoodResponse response;
  const absl::Status asked = Ask(index, request, response);
  const ComparedLookup centre = CompareLookup(model, request.as_of(), request.entity(), asked);
  if (centre.ends) return centre.differ;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const ModelNeighborhood found = NeighborhoodOf(moment, centre.entity, request);
  const std::string order = CompareOrder(response.edges());
  if (request.max_fanout() < 500) return order + CompareLimited(found, request, response);
  const bool present = IsPresent(request.as_of());
  return absl::StrCat(order, Difference(EdgeLines(found.edges), EdgeLines(response.edges())),
                      Difference(NodeLines(model, moment, found, present), NodeLines(response, present)),
                      response.truncated() ? "  index says truncated\n" : "");
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::FindPathsRequest& request) {
  v1::FindPathsResponse response;
  absl::Status asked = Ask(index, request, response);
  const ModelCandidates from = LookUp(model, model.PastOf(request.as_of()), request.from_entity());
  const ModelCandidates to = LookUp(model, model.PastOf(request.as_of()), request.to_entity());
  const bool one = asked.code() == absl::StatusCode::kInvalidArgument;
  if (one && from == to && from.size() <= 1) return "";
  const std::string& first_wrong =
      from.size() == 1 && !asked.ok() ? request.to_entity() : request.from_entity();
  const ComparedLookup first = CompareLookup(model, request.as_of(), first_wrong, asked);
  if (first.ends) return first.differ;
  const ComparedLookup second = CompareLookup(model, request.as_of(), request.to_entity(), asked);
  if (second.ends) return second.differ;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  v1::FindPathsRequest resolved = request;
  resolved.set_from_entity(first.entity);
  resolved.set_to_entity(second.entity);
  std::vector<PathRank> ranks;
  for (const v1::Path& path : response.paths()) ranks.push_back(RankOf(path));
  const std::string differ = Difference(RankLines(BestRanks(moment, resolved)), RankLines(ranks));
  // With a limit: nothing that is not there, and the flag where something is missing.
  const bool limited = request.max_fanout() > 0 && response.truncated();
  return absl::StrCat(limited ? "" : differ, CheckPaths(moment, resolved, response),
                      response.truncated() && !limited ? "  index says truncated\n" : "");
}

}  // namespace annals::query
