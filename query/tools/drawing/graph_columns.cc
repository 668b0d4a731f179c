#include "query/tools/drawing/graph_columns.h"

#include <algorithm>

namespace annals {
namespace {

constexpr GraphColumn kLeast = {.left_labels = 52, .box = 92, .right_labels = 52, .curves = 36};
constexpr double kWidestCurves = 260;

GraphColumn LeastOf(const GraphColumn& wanted) {
  return {std::min(wanted.left_labels, kLeast.left_labels), std::min(wanted.box, kLeast.box),
          std::min(wanted.right_labels, kLeast.right_labels), std::min(wanted.curves, kLeast.curves)};
}

// `share` of the way from least to wanted.
GraphColumn Between(const GraphColumn& least, const GraphColumn& wanted, double share) {
  const auto part = [&](double GraphColumn::*width) {
    return least.*width + share * (wanted.*width - least.*width);
  };
  return {part(&GraphColumn::left_labels), part(&GraphColumn::box), part(&GraphColumn::right_labels),
          part(&GraphColumn::curves)};
}

void WidenCurves(std::vector<GraphColumn>& columns, double width) {
  const auto curved =
      std::count_if(columns.begin(), columns.end(), [](const auto& column) { return column.curves > 0; });
  if (curved == 0) return;
  const double more = (width - WidthOf(columns)) / static_cast<double>(curved);
  for (GraphColumn& column : columns) {
    if (column.curves > 0)
      column.curves = std::max(column.curves, std::min(column.curves + more, kWidestCurves));
  }
}

}  // namespace

double WidthOf(const std::vector<GraphColumn>& columns) {
  double width = 0;
  for (const GraphColumn& column : columns) width += column.width();
  return width;
}

std::vector<GraphColumn> ShareWidth(std::vector<GraphColumn> wanted, double width) {
  const double all = WidthOf(wanted);
  if (all <= width) {
    WidenCurves(wanted, width);
    return wanted;
  }
  std::vector<GraphColumn> least;
  for (const GraphColumn& column : wanted) least.push_back(LeastOf(column));
  const double floor = WidthOf(least);
  const double share = all > floor ? std::clamp((width - floor) / (all - floor), 0.0, 1.0) : 0.0;
  for (size_t i = 0; i < wanted.size(); ++i) wanted[i] = Between(least[i], wanted[i], share);
  return wanted;
}

}  // namespace annals
