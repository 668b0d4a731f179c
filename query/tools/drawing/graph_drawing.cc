#include "query/tools/drawing/graph_drawing.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/edge_bundles.h"
#include "query/tools/drawing/graph_columns.h"
#include "query/tools/drawing/graph_layout.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kMargin = 24;
constexpr double kHeading = 92;
constexpr double kNameSize = 14;
constexpr double kTypeSize = 10;
constexpr double kLabelSize = 11;
constexpr double kLabelLine = 15;
constexpr double kLabelGap = 9;  // below the labels of a bundle: the line they stand on
constexpr double kPort = 14;     // height of the place where a line leaves
constexpr double kNodeHeight = 42;
constexpr double kNodeGap = 14;
constexpr double kWidestBox = 200;
constexpr double kWidestLabel = 240;
constexpr double kCurves = 80;

double LabelsHeight(const EdgeBundle& bundle) {
  return static_cast<double>(bundle.labels.size()) * kLabelLine + kLabelGap;
}

// An entity with the places at its sides where lines end and leave.
struct Node {
  const v1::Entity* entity = nullptr;
  uint64_t degree = 0;
  int layer = 0;
  std::vector<size_t> left;     // bundles that come from columns before: labelled here
  std::vector<size_t> right;    // bundles of the same column: labelled here
  std::vector<size_t> leaving;  // bundles of the same column that are labelled at their other end
  bool has_outward = false;     // bundles to columns after it leave in one place
  double left_height = 0;
  double right_height = 0;
  Box box;
};

class GraphRenderer {
 public:
  GraphRenderer(const v1::GetNeighborhoodResponse& graph, int width)
      : graph_(graph),
        width_(width),
        bundles_(BundleEdges(graph)),
        ends_(bundles_.size()),
        starts_(bundles_.size()) {
    for (const v1::NeighborhoodNode& node : graph.nodes()) {
      nodes_.push_back({&node.entity(), node.degree(), std::max(0, node.distance())});
    }
    for (size_t i = 0; i < bundles_.size(); ++i) Attach(i);
  }

  std::string Render() {
    PlaceColumns();
    PlaceRows();
    for (Node& node : nodes_) PlaceEnds(node);
    DrawHeading();
    for (size_t i = 0; i < bundles_.size(); ++i) DrawCurve(i);
    for (const Node& node : nodes_) {
      DrawLabels(node);
      DrawBox(node);
    }
    DrawLegend();
    return canvas_.Finish(full_width_, height_, PrintableText(graph_.entity().name()), width_);
  }

 private:
  bool SameColumn(const EdgeBundle& bundle) const {
    return nodes_[bundle.near].layer == nodes_[bundle.far].layer;
  }

  void Attach(size_t i) {
    const EdgeBundle& bundle = bundles_[i];
    Node& far = nodes_[bundle.far];
    Node& near = nodes_[bundle.near];
    if (SameColumn(bundle)) {
      far.right.push_back(i);
      far.right_height += LabelsHeight(bundle);
      near.leaving.push_back(i);
      near.right_height += kPort;
      return;
    }
    far.left.push_back(i);
    far.left_height += LabelsHeight(bundle);
    if (!near.has_outward) near.right_height += kPort;
    near.has_outward = true;
  }

  double WidestLabel(const std::vector<size_t>& bundles) const {
    double widest = 0;
    for (const size_t i : bundles) {
      for (const EdgeLabel& label : bundles_[i].labels)
        widest = std::max(widest, TextWidth(label.text, kLabelSize) + 22);
    }
    return std::min(widest, kWidestLabel);
  }

  void PlaceColumns() {
    std::vector<GraphColumn> wanted;
    for (const Node& node : nodes_) {
      if (wanted.size() <= static_cast<size_t>(node.layer)) wanted.resize(node.layer + 1);
      GraphColumn& column = wanted[node.layer];
      const double name = TextWidth(PrintableText(node.entity->name()), kNameSize) + 28;
      const double type = TextWidth(TypeWord(node.entity->type()), kTypeSize) + 16;
      column.box = std::max(column.box, std::clamp(std::max(name, type), 96.0, kWidestBox));
      column.left_labels = std::max(column.left_labels, WidestLabel(node.left));
      column.right_labels = std::max(column.right_labels, WidestLabel(node.right));
      if (!node.right.empty() || node.has_outward) column.curves = kCurves;
    }
    columns_ = ShareWidth(std::move(wanted), width_ - 2 * kMargin);
    full_width_ = std::max(width_, WidthOf(columns_) + 2 * kMargin);
    double x = kMargin;
    for (const GraphColumn& column : columns_) {
      x += column.left_labels;
      box_x_.push_back(x);
      x += column.width() - column.left_labels;
    }
  }

  void PlaceRows() {
    std::vector<LayoutNode> places;
    for (const Node& node : nodes_)
      places.push_back({node.layer, std::max({kNodeHeight, node.left_height, node.right_height}) + kNodeGap});
    std::vector<LayoutLink> links;
    for (const EdgeBundle& bundle : bundles_) links.push_back({bundle.near, bundle.far});
    const GraphLayout layout = LayOutGraph(places, links);
    for (size_t i = 0; i < nodes_.size(); ++i) {
      Node& node = nodes_[i];
      node.box = {box_x_[node.layer], kHeading + layout.top[i] + kNodeGap / 2, columns_[node.layer].box,
                  places[i].height - kNodeGap};
    }
    height_ = kHeading + layout.height + kMargin + 14;
  }

  // Each side's places one below the other, the whole in the middle of the box.
  void PlaceEnds(Node& node) {
    double y = node.box.middle() - node.left_height / 2;
    for (const size_t i : node.left) {
      y += LabelsHeight(bundles_[i]);
      ends_[i] = {node.box.x - columns_[node.layer].left_labels, y - kLabelGap / 2};
    }
    y = node.box.middle() - node.right_height / 2;
    if (node.has_outward) y += kPort;
    outward_.push_back({node.box.right(), y - kPort / 2});
    for (const size_t i : node.leaving) {
      y += kPort;
      starts_[i] = {node.box.right(), y - kPort / 2};
    }
    for (const size_t i : node.right) {
      y += LabelsHeight(bundles_[i]);
      ends_[i] = {node.box.right() + columns_[node.layer].right_labels, y - kLabelGap / 2};
    }
  }

  void DrawHeading() {
    const v1::Entity& entity = graph_.entity();
    canvas_.Text({kMargin, 42}, {.text = PrintableText(entity.name()),
                                 .size = 24,
                                 .max_width = full_width_ - 2 * kMargin,
                                 .classes = "strong"});
    canvas_.Text({kMargin, 64}, {.text = absl::StrCat(TypeWord(entity.type()), " · ", graph_.nodes_size(),
                                                      " entities · ", graph_.edges_size(), " edges",
                                                      graph_.truncated() ? " · more than can be shown" : ""),
                                 .size = 13,
                                 .max_width = full_width_ - 2 * kMargin,
                                 .classes = "muted"});
  }

  void DrawCurve(size_t i) {
    const EdgeBundle& bundle = bundles_[i];
    const std::string classes =
        absl::StrCat("edge s-", bundle.fact ? bundle.color : "words", bundle.fact ? "" : " ghost");
    const Box& box = nodes_[bundle.far].box;
    const Point end = ends_[i];
    const bool same = SameColumn(bundle);
    const Point start = same ? starts_[i] : outward_[bundle.near];
    const Point turn = {start.x + columns_[nodes_[bundle.near].layer].right_labels, start.y};
    std::string data = MoveTo(start) + LineTo(turn);
    if (same) {
      const double bulge = turn.x + columns_[nodes_[bundle.far].layer].curves * 0.6;
      data += absl::StrCat("C", Number(bulge), " ", Number(start.y), " ", Number(bulge), " ", Number(end.y),
                           " ", Number(end.x), " ", Number(end.y), LineTo({box.right(), end.y}));
    } else {
      data += CurveTo(turn, end) + LineTo({box.x, end.y});
    }
    canvas_.Path(data, classes, bundle.tooltip);
  }

  // On the line that ends at the box.
  void DrawLabels(const Node& node) {
    const GraphColumn& column = columns_[node.layer];
    for (const size_t i : node.left)
      DrawBundleLabels(bundles_[i], ends_[i].x + 6, ends_[i].y, column.left_labels - 14);
    for (const size_t i : node.right)
      DrawBundleLabels(bundles_[i], node.box.right() + 8, ends_[i].y, column.right_labels - 14);
  }

  void DrawBundleLabels(const EdgeBundle& bundle, double x, double line, double width) {
    double y = line - 5 - static_cast<double>(bundle.labels.size() - 1) * kLabelLine;
    for (const EdgeLabel& label : bundle.labels) {
      canvas_.Text({x, y}, {.text = label.text,
                            .size = kLabelSize,
                            .max_width = width,
                            .classes = absl::StrCat("halo f-", label.fact ? label.color : "words"),
                            .tooltip = bundle.tooltip});
      y += kLabelLine;
    }
  }

  void DrawBox(const Node& node) {
    const v1::Entity& entity = *node.entity;
    const bool center = entity.id() == graph_.entity().id();
    const double radius = entity.type() == v1::ENTITY_TYPE_PERSON ? kNodeHeight / 2 : 4;
    const double x = node.box.x + node.box.width / 2;
    canvas_.OpenGroup("",
                      absl::StrCat(EntityTitle(entity), "\n", PrintableText(entity.id()),
                                   node.degree > 0 ? absl::StrCat("\n", node.degree, " edges in all") : ""));
    canvas_.Rect(node.box, center ? "card center" : "card", radius);
    canvas_.Text({x, node.box.middle() + 1}, {.text = PrintableText(entity.name()),
                                              .size = kNameSize,
                                              .max_width = node.box.width - 16,
                                              .classes = "strong",
                                              .anchor = "middle"});
    canvas_.Text({x, node.box.middle() + 15}, {.text = TypeWord(entity.type()),
                                               .size = kTypeSize,
                                               .max_width = node.box.width - 6,
                                               .classes = "muted",
                                               .anchor = "middle"});
    canvas_.CloseGroup();
  }

  void DrawLegend() {
    canvas_.Text(
        {kMargin, height_ - 12},
        {.text = "→ from the nearer one   ← to it   grey: no fact (rumoured, planned, failed, former)",
         .size = kLabelSize,
         .max_width = full_width_ - 2 * kMargin,
         .classes = "muted"});
  }

  const v1::GetNeighborhoodResponse& graph_;
  const double width_;
  const std::vector<EdgeBundle> bundles_;
  std::vector<Node> nodes_;
  std::vector<GraphColumn> columns_;
  std::vector<double> box_x_;   // by column
  std::vector<Point> ends_;     // by bundle: where the labels of its far end begin
  std::vector<Point> starts_;   // by bundle: where one of the same column leaves
  std::vector<Point> outward_;  // by node
  double full_width_ = 0;
  double height_ = 0;
  SvgCanvas canvas_;
};

}  // namespace

std::string RenderGraphSvg(const v1::GetNeighborhoodResponse& graph, int width) {
  return GraphRenderer(graph, width).Render();
}

}  // namespace annals
