#include "query/tools/drawing/graph_layout.h"

#include <algorithm>
#include <numeric>

namespace annals {
namespace {

constexpr int kSweeps = 4;

class LayeredLayout {
 public:
  LayeredLayout(const std::vector<LayoutNode>& nodes, const std::vector<LayoutLink>& links)
      : nodes_(nodes), neighbours_(nodes.size()), middle_(nodes.size(), 0) {
    for (const LayoutLink& link : links) {
      if (link.a == link.b) continue;
      neighbours_[link.a].push_back(link.b);
      neighbours_[link.b].push_back(link.a);
    }
    for (size_t i = 0; i < nodes.size(); ++i) {
      const size_t layer = static_cast<size_t>(std::max(0, nodes[i].layer));
      if (layers_.size() <= layer) layers_.resize(layer + 1);
      layers_[layer].push_back(i);
    }
    for (const auto& layer : layers_) Stack(layer);
  }

  GraphLayout Run() {
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (size_t i = 1; i < layers_.size(); ++i) Order(layers_[i], static_cast<int>(i) - 1);
      for (size_t i = layers_.size() - 1; i-- > 0;) Order(layers_[i], static_cast<int>(i) + 1);
    }
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (size_t i = 1; i < layers_.size(); ++i) Move(layers_[i], static_cast<int>(i) - 1);
      for (size_t i = layers_.size() - 1; i-- > 0;) Move(layers_[i], static_cast<int>(i) + 1);
    }
    return Result();
  }

 private:
  // One below the other, the whole around 0.
  void Stack(const std::vector<size_t>& layer) {
    double height = 0;
    for (const size_t node : layer) height += nodes_[node].height;
    double top = -height / 2;
    for (const size_t node : layer) {
      middle_[node] = top + nodes_[node].height / 2;
      top += nodes_[node].height;
    }
  }

  // Where the neighbours in the other layer are in the mean; where it is, without any.
  double Wanted(size_t node, int other_layer) const {
    double sum = 0;
    int count = 0;
    for (const size_t neighbour : neighbours_[node]) {
      if (nodes_[neighbour].layer != other_layer) continue;
      sum += middle_[neighbour];
      ++count;
    }
    return count == 0 ? middle_[node] : sum / count;
  }

  std::vector<double> WantedOf(const std::vector<size_t>& layer, int other_layer) const {
    std::vector<double> wanted;
    for (const size_t node : layer) wanted.push_back(Wanted(node, other_layer));
    return wanted;
  }

  void Order(std::vector<size_t>& layer, int other_layer) {
    const std::vector<double> wanted = WantedOf(layer, other_layer);
    std::vector<size_t> order(layer.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wanted[a] < wanted[b]; });
    std::vector<size_t> sorted;
    for (const size_t i : order) sorted.push_back(layer[i]);
    layer = std::move(sorted);
    Stack(layer);
  }

  void Move(const std::vector<size_t>& layer, int other_layer) {
    std::vector<double> distance;
    for (size_t i = 1; i < layer.size(); ++i)
      distance.push_back((nodes_[layer[i - 1]].height + nodes_[layer[i]].height) / 2);
    const std::vector<double> placed = NearestInOrder(WantedOf(layer, other_layer), distance);
    for (size_t i = 0; i < layer.size(); ++i) middle_[layer[i]] = placed[i];
  }

  GraphLayout Result() const {
    GraphLayout layout{std::vector<double>(nodes_.size()), layers_};
    double first = 0;
    double last = 0;
    for (size_t i = 0; i < nodes_.size(); ++i) {
      layout.top[i] = middle_[i] - nodes_[i].height / 2;
      first = i == 0 ? layout.top[i] : std::min(first, layout.top[i]);
      last = i == 0 ? layout.top[i] + nodes_[i].height : std::max(last, layout.top[i] + nodes_[i].height);
    }
    for (double& top : layout.top) top -= first;
    layout.height = last - first;
    return layout;
  }

  const std::vector<LayoutNode>& nodes_;
  std::vector<std::vector<size_t>> neighbours_;
  std::vector<std::vector<size_t>> layers_;
  std::vector<double> middle_;
};

// Neighbours that were pooled: their common position is the mean of what they wanted.
struct Pool {
  double sum = 0;
  double count = 0;

  double mean() const { return sum / count; }
};

}  // namespace

std::vector<double> NearestInOrder(const std::vector<double>& wanted, const std::vector<double>& distance) {
  // Less the distances before it, each position may be that of the one before it, at least.
  std::vector<double> offset(wanted.size(), 0);
  for (size_t i = 1; i < wanted.size(); ++i) offset[i] = offset[i - 1] + distance[i - 1];
  std::vector<Pool> pools;
  for (size_t i = 0; i < wanted.size(); ++i) {
    pools.push_back({wanted[i] - offset[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  std::vector<double> placed;
  for (const Pool& pool : pools) {
    for (int i = 0; i < pool.count; ++i) placed.push_back(pool.mean() + offset[placed.size()]);
  }
  return placed;
}

GraphLayout LayOutGraph(const std::vector<LayoutNode>& nodes, const std::vector<LayoutLink>& links) {
  if (nodes.empty()) return {};
  return LayeredLayout(nodes, links).Run();
}

}  // namespace annals
