#include "query/tools/drawing/edge_bundles.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

// Kind, title and time of an edge in few words.
std::string ShortWords(const v1::Edge& edge) {
  std::string words = EdgeKind(edge);
  if (edge.has_relation_type() && !edge.title().empty()) words = PrintableText(edge.title());
  const std::string time = TimeWords(edge.time());
  if (!time.empty()) absl::StrAppend(&words, " ", time);
  if (edge.has_relation_type()) return edge.former() ? words + ", former" : words;
  if (edge.status() != v1::EVENT_STATUS_OCCURRED) absl::StrAppend(&words, ", ", StatusWord(edge.status()));
  if (edge.certainty() == v1::CERTAINTY_RUMORED)
    absl::StrAppend(&words, ", ", CertaintyWord(edge.certainty()));
  return words;
}

EdgeBundle MakeBundle(size_t near, size_t far, const std::vector<const v1::Edge*>& edges,
                      const v1::GetNeighborhoodResponse& graph) {
  EdgeBundle bundle{near, far};
  const std::string& near_id = graph.nodes(static_cast<int>(near)).entity().id();
  const std::string near_name = PrintableText(graph.nodes(static_cast<int>(near)).entity().name());
  const std::string far_name = PrintableText(graph.nodes(static_cast<int>(far)).entity().name());
  bundle.color = ColorOf(*edges.front());
  for (const v1::Edge* edge : edges) {
    const bool outward = edge->from_entity_id() == near_id;
    const bool more = edges.size() > kLabelsShown && bundle.labels.size() + 1 == kLabelsShown;
    if (!more && bundle.labels.size() < kLabelsShown)
      bundle.labels.push_back(
          {absl::StrCat(outward ? "→ " : "← ", ShortWords(*edge)), ColorOf(*edge), IsFact(*edge)});
    absl::StrAppend(&bundle.tooltip, bundle.tooltip.empty() ? "" : "\n", outward ? near_name : far_name,
                    " → ", outward ? far_name : near_name, ": ", EdgeWords(*edge));
    if (IsFact(*edge) && !std::exchange(bundle.fact, true)) bundle.color = ColorOf(*edge);
  }
  if (edges.size() > bundle.labels.size())
    bundle.labels.push_back(
        {absl::StrCat("+", edges.size() - bundle.labels.size(), " more"), "words", false});
  return bundle;
}

}  // namespace

std::vector<EdgeBundle> BundleEdges(const v1::GetNeighborhoodResponse& graph) {
  std::map<std::string, size_t> numbers;
  for (int i = 0; i < graph.nodes_size(); ++i) numbers.emplace(graph.nodes(i).entity().id(), i);
  std::vector<std::pair<std::pair<size_t, size_t>, std::vector<const v1::Edge*>>> pairs;
  std::map<std::pair<size_t, size_t>, size_t> places;
  for (const v1::Edge& edge : graph.edges()) {
    const auto from = numbers.find(edge.from_entity_id());
    const auto to = numbers.find(edge.to_entity_id());
    if (from == numbers.end() || to == numbers.end() || from == to) continue;
    // The answer lists the nearest nodes first.
    const std::pair<size_t, size_t> pair = std::minmax(from->second, to->second);
    const auto [place, added] = places.emplace(pair, pairs.size());
    if (added) pairs.push_back({pair, {}});
    pairs[place->second].second.push_back(&edge);
  }
  std::vector<EdgeBundle> bundles;
  for (const auto& [pair, edges] : pairs)
    bundles.push_back(MakeBundle(pair.first, pair.second, edges, graph));
  return bundles;
}

}  // namespace annals
