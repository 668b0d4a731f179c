// Edges of answers as lines that can be compared.
#ifndef ANNALS_TESTS_QUERY_MODEL_EDGE_LINES_H_
#define ANNALS_TESTS_QUERY_MODEL_EDGE_LINES_H_

#include <algorithm>
#include <string>

#include "tests/query/model/answer_text.h"
#include "tests/query/model/model_graph.h"
#include "tests/query/model/model_paths.h"

namespace annals::query {

// Sorted; the ends of partners in order of id.
template <typename Edges>
Lines EdgeLines(const Edges& edges) {
  Lines lines;
  for (const v1::Edge& edge : edges) lines.push_back(OneLine(InOrderOfId(edge)));
  std::sort(lines.begin(), lines.end());
  return lines;
}

template <typename Edges>
std::string CompareOrder(const Edges& edges) {
  const bool newest_first = std::is_sorted(
      edges.begin(), edges.end(), [](const auto& a, const auto& b) { return RecencyOf(a) > RecencyOf(b); });
  return newest_first ? "" : "  edges are not newest first\n";
}

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_EDGE_LINES_H_
