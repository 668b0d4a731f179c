// How the width of a drawing is shared among the columns of a graph.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_GRAPH_COLUMNS_H_
#define ANNALS_QUERY_TOOLS_DRAWING_GRAPH_COLUMNS_H_

#include <vector>

namespace annals {

// Pixels of a column from left to right: labels of what comes from the columns before, boxes, labels of what
// comes from the column itself, and room for curves to the next one.
struct GraphColumn {
  double left_labels = 0;
  double box = 0;
  double right_labels = 0;
  double curves = 0;

  double width() const { return left_labels + box + right_labels + curves; }
};

// From what each part would like to have, what it gets of `width` pixels: all of it and wider curves, or
// proportionally less, but never less than can be read (so that the sum may be more than `width`). Parts of 0
// stay 0.
std::vector<GraphColumn> ShareWidth(std::vector<GraphColumn> wanted, double width);

double WidthOf(const std::vector<GraphColumn>& columns);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_GRAPH_COLUMNS_H_
