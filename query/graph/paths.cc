#include "query/graph/paths.h"

#include <algorithm>
#include <utility>

#include "common/status_macros.h"
#include "query/graph/link_graph.h"
#include "query/graph/link_reader.h"

namespace annals::query {
namespace {

class PathFinder {
 public:
  PathFinder(const IndexView& view, const EntityRecord& from, const EntityRecord& to, const PathQuery& query,
             WorkBudget& budget)
      : view_(view),
        query_(query),
        budget_(budget),
        reader_(view, query.selection, {query.max_fanout, query.max_fanout * kRowsPerEdge}, budget),
        from_(reader_.graph().Add(from.number)),
        to_(reader_.graph().Add(to.number)),
        ends_{from, to} {}

  absl::StatusOr<FoundPaths> Run() {
    for (int hops = 1; hops <= query_.max_hops; ++hops) {
      ANNALS_RETURN_IF_ERROR(ReadFor(hops));
      // The most recent path may be the longest.
      if (query_.order == PathOrder::kFewestHops) Rank(hops, hops);
      if (found_.paths.size() == query_.max_paths) break;
    }
    if (query_.order == PathOrder::kMostRecent) Rank(1, query_.max_hops);
    ANNALS_RETURN_IF_ERROR(budget_.status());
    found_.truncated = found_.truncated || reader_.truncated();
    return std::move(found_);
  }

 private:
  // Reads what paths of so many hops need beyond what shorter ones did.
  absl::Status ReadFor(int hops) {
    if (hops == 1) return reader_.Read({SmallerEnd()}, kPathRows / 4);
    if (hops == 2) return reader_.Read(ends_, kPathRows / 4);
    if (hops == 3) {
      ANNALS_RETURN_IF_ERROR(ReadNeighbours());
      return reader_.Read(nearer_, kPathRows / 4);
    }
    return reader_.Read(farther_, kPathRows / 2);
  }

  const EntityRecord& SmallerEnd() const {
    return ends_.back().edge_count < ends_.front().edge_count ? ends_.back() : ends_.front();
  }

  // The neighbours of both ends: those that cost less first.
  absl::Status ReadNeighbours() {
    ANNALS_ASSIGN_OR_RETURN(nearer_, NeighboursOf(from_));
    ANNALS_ASSIGN_OR_RETURN(farther_, NeighboursOf(to_));
    if (reader_.CostOf(farther_) < reader_.CostOf(nearer_)) std::swap(nearer_, farther_);
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<EntityRecord>> NeighboursOf(LinkGraph::Node node) const {
    std::vector<EntityNumber> numbers;
    for (const LinkGraph::Neighbour& next : reader_.graph().Neighbours(node))
      numbers.push_back(reader_.graph().EntityOf(next.node));
    return view_.ReadEntities(numbers);
  }

  void Rank(int min_hops, int max_hops) {
    const PathWanted wanted{.from = from_,
                            .to = to_,
                            .min_hops = min_hops,
                            .max_hops = max_hops,
                            .count = query_.max_paths - found_.paths.size(),
                            .order = query_.order};
    const RankedPaths ranked = RankPaths(reader_.graph(), wanted, budget_);
    for (const std::vector<LinkGraph::Link>& links : ranked.paths) {
      std::vector<GraphEdge>& path = found_.paths.emplace_back();
      for (LinkGraph::Link link : links) path.push_back(reader_.graph().EdgeOf(link));
    }
    if (ranked.truncated) found_.truncated = true;
  }

  const IndexView& view_;
  const PathQuery& query_;
  WorkBudget& budget_;
  LinkReader reader_;
  const LinkGraph::Node from_;
  const LinkGraph::Node to_;
  const std::vector<EntityRecord> ends_;
  std::vector<EntityRecord> nearer_;  // neighbours of one end, which cost less to read
  std::vector<EntityRecord> farther_;
  FoundPaths found_;
};

}  // namespace

absl::StatusOr<FoundPaths> FindPaths(const IndexView& view, const EntityRecord& from, const EntityRecord& to,
                                     const PathQuery& query, WorkBudget& budget) {
  return PathFinder(view, from, to, query, budget).Run();
}

}  // namespace annals::query
