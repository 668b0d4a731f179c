#include "query/tools/drawing/flow_layout.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace annals {
namespace {

using Numbers = std::map<std::string, size_t>;

size_t NumberOf(const std::string& id, Numbers& numbers, std::vector<FlowEnd>& ends) {
  const auto [found, added] = numbers.emplace(id, ends.size());
  if (added) ends.push_back({id});
  return found->second;
}

// One below the other; returns where the last one ends.
double Stack(std::vector<FlowEnd>& ends, double gap) {
  double y = 0;
  for (FlowEnd& end : ends) {
    end.top = y;
    y += end.height + gap;
  }
  return std::max(0.0, y - gap);
}

// Ribbon numbers by a place at the one end, then by a place at the other.
template <typename First, typename Second>
std::vector<size_t> OrderBy(const std::vector<FlowRibbon>& ribbons, const First& first,
                            const Second& second) {
  std::vector<size_t> order(ribbons.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::pair(first(ribbons[a]), second(ribbons[a])) <
           std::pair(first(ribbons[b]), second(ribbons[b]));
  });
  return order;
}

// The right side by the mean of the middles of where its ribbons come from.
void OrderRightSide(FlowLayout& layout) {
  std::vector<double> sum(layout.right.size(), 0);
  std::vector<double> weight(layout.right.size(), 0);
  for (const FlowRibbon& ribbon : layout.ribbons) {
    sum[ribbon.to] += (layout.left[ribbon.from].top + layout.left[ribbon.from].height / 2) * ribbon.height;
    weight[ribbon.to] += ribbon.height;
  }
  std::vector<size_t> order(layout.right.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return sum[a] / weight[a] < sum[b] / weight[b]; });
  std::vector<FlowEnd> sorted;
  std::vector<size_t> place(order.size());
  for (const size_t i : order) {
    place[i] = sorted.size();
    sorted.push_back(std::move(layout.right[i]));
  }
  layout.right = std::move(sorted);
  for (FlowRibbon& ribbon : layout.ribbons) ribbon.to = place[ribbon.to];
}

void PlaceRibbons(FlowLayout& layout) {
  const auto from = [](const FlowRibbon& ribbon) { return ribbon.from; };
  const auto to = [](const FlowRibbon& ribbon) { return ribbon.to; };
  std::vector<double> used(layout.left.size(), 0);
  for (const size_t i : OrderBy(layout.ribbons, from, to)) {
    FlowRibbon& ribbon = layout.ribbons[i];
    ribbon.from_top = layout.left[ribbon.from].top + used[ribbon.from];
    used[ribbon.from] += ribbon.height;
  }
  used.assign(layout.right.size(), 0);
  for (const size_t i : OrderBy(layout.ribbons, to, from)) {
    FlowRibbon& ribbon = layout.ribbons[i];
    ribbon.to_top = layout.right[ribbon.to].top + used[ribbon.to];
    used[ribbon.to] += ribbon.height;
  }
}

}  // namespace

FlowLayout LayOutFlows(const std::vector<const v1::Flow*>& flows, double unit, double least, double gap) {
  FlowLayout layout;
  Numbers left;
  Numbers right;
  for (const v1::Flow* flow : flows) {
    FlowRibbon ribbon{flow, NumberOf(flow->from_entity_id(), left, layout.left),
                      NumberOf(flow->to_entity_id(), right, layout.right)};
    ribbon.height = std::max(least, unit * flow->person_ids_size());
    for (FlowEnd* end : {&layout.left[ribbon.from], &layout.right[ribbon.to]}) {
      end->height += ribbon.height;
      end->people += flow->person_ids_size();
    }
    layout.ribbons.push_back(ribbon);
  }
  layout.height = Stack(layout.left, gap);
  OrderRightSide(layout);
  layout.height = std::max(layout.height, Stack(layout.right, gap));
  PlaceRibbons(layout);
  return layout;
}

}  // namespace annals
