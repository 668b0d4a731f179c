#include "query/graph/path_ranking.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

namespace annals::query {
namespace {

using Node = LinkGraph::Node;
using Link = LinkGraph::Link;

constexpr DayNumber kNoWalk = std::numeric_limits<DayNumber>::min();
constexpr DayNumber kNoLinkYet = std::numeric_limits<DayNumber>::max();

// By number of hops to the target, by node: how recent the oldest link of a walk is at best. Neither end is
// passed through.
using Promises = std::vector<std::vector<DayNumber>>;

Promises PromisesTo(const LinkGraph& graph, const PathWanted& wanted) {
  Promises promises(wanted.max_hops + 1, std::vector<DayNumber>(graph.size(), kNoWalk));
  promises[0][wanted.to] = kNoLinkYet;
  for (int hops = 0; hops < wanted.max_hops; ++hops) {
    for (Node node = 0; node < graph.size(); ++node) {
      const DayNumber onward = promises[hops][node];
      if (onward == kNoWalk || node == wanted.from) continue;
      for (const LinkGraph::Neighbour& next : graph.Neighbours(node)) {
        if (next.node == wanted.to) continue;
        DayNumber& promise = promises[hops + 1][next.node];
        promise = std::max(promise, std::min(onward, graph.Recency(next.link)));
      }
    }
  }
  return promises;
}

// The beginning of a path of `hops` links in all, or the whole.
struct Beginning {
  int hops = 0;
  DayNumber oldest = kNoLinkYet;   // of its links
  DayNumber promise = kNoLinkYet;  // of the whole path, at best
  std::vector<EntityNumber> entities;
  std::vector<Node> nodes;
  std::vector<Link> links;
};

class Search {
 public:
  Search(const LinkGraph& graph, const PathWanted& wanted, WorkBudget& budget)
      : graph_(graph), wanted_(wanted), budget_(budget), promises_(PromisesTo(graph, wanted)) {}

  RankedPaths Run() {
    for (int hops = wanted_.min_hops; hops <= wanted_.max_hops; ++hops) Push(Start(hops));
    RankedPaths found;
    while (!queue_.empty() && found.paths.size() < wanted_.count) {
      if (!budget_.Spend()) {
        found.truncated = true;
        break;
      }
      const Beginning best = queue_.top();
      queue_.pop();
      if (best.links.size() == static_cast<size_t>(best.hops)) {
        found.paths.push_back(best.links);
      } else {
        Lengthen(best);
      }
    }
    return found;
  }

 private:
  struct ComesLater {
    PathOrder order;
    auto Rank(const Beginning& path) const {
      const auto hops = static_cast<int64_t>(path.hops);
      const auto age = -static_cast<int64_t>(path.promise);
      return order == PathOrder::kFewestHops ? std::tuple(hops, age) : std::tuple(age, hops);
    }
    bool operator()(const Beginning& a, const Beginning& b) const {
      const auto a_rank = Rank(a);
      const auto b_rank = Rank(b);
      return a_rank != b_rank ? b_rank < a_rank : b.entities < a.entities;
    }
  };

  Beginning Start(int hops) const {
    return {.hops = hops,
            .promise = promises_[hops][wanted_.from],
            .entities = {graph_.EntityOf(wanted_.from)},
            .nodes = {wanted_.from}};
  }

  void Push(Beginning path) {
    if (path.promise != kNoWalk) queue_.push(std::move(path));
  }

  void Lengthen(const Beginning& path) {
    const int left = path.hops - static_cast<int>(path.links.size()) - 1;
    for (const LinkGraph::Neighbour& next : graph_.Neighbours(path.nodes.back())) {
      const DayNumber onward = promises_[left][next.node];
      if (onward == kNoWalk || next.node == wanted_.from) continue;
      if (std::find(path.nodes.begin(), path.nodes.end(), next.node) != path.nodes.end()) continue;
      Beginning longer = path;
      longer.oldest = std::min(path.oldest, graph_.Recency(next.link));
      longer.promise = std::min(longer.oldest, onward);
      longer.entities.push_back(graph_.EntityOf(next.node));
      longer.nodes.push_back(next.node);
      longer.links.push_back(next.link);
      Push(std::move(longer));
    }
  }

  const LinkGraph& graph_;
  const PathWanted& wanted_;
  WorkBudget& budget_;
  const Promises promises_;
  std::priority_queue<Beginning, std::vector<Beginning>, ComesLater> queue_{ComesLater{wanted_.order}};
};

}  // namespace

RankedPaths RankPaths(const LinkGraph& graph, const PathWanted& wanted, WorkBudget& budget) {
  return Search(graph, wanted, budget).Run();
}

}  // namespace annals::query
