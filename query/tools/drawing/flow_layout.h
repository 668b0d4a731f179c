// Where the bands of a flow drawing stand: organisations left at the left, joined at the right, a ribbon a
// flow.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_FLOW_LAYOUT_H_
#define ANNALS_QUERY_TOOLS_DRAWING_FLOW_LAYOUT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"

namespace annals {

// An organisation at one side, y downwards from 0.
struct FlowEnd {
  std::string id;
  double top = 0;
  double height = 0;
  int people = 0;
};

struct FlowRibbon {
  const v1::Flow* flow = nullptr;  // of the answer
  size_t from = 0;                 // index into FlowLayout.left
  size_t to = 0;                   // into right
  double from_top = 0;
  double to_top = 0;
  double height = 0;
};

struct FlowLayout {
  std::vector<FlowEnd> left;
  std::vector<FlowEnd> right;
  std::vector<FlowRibbon> ribbons;
  double height = 0;
};

// Of the flows of one period. The left side is in the order of the flows (the largest first), the right side
// by the mean place of where its people come from, which keeps ribbons from crossing. A ribbon is `unit` a
// person high, `least` at least (so that a name fits on it); `gap` between organisations.
FlowLayout LayOutFlows(const std::vector<const v1::Flow*>& flows, double unit, double least, double gap);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_FLOW_LAYOUT_H_
