#include "query/tools/drawing/drawing_style.h"

#include <array>

#include "absl/strings/str_cat.h"

namespace annals {
namespace {

struct Color {
  const char* name;
  const char* light;
  const char* dark;
};

// Each has a contrast of 4.5 and more on its paper.
constexpr std::array kColors = {
    Color{"people", "#2a5c9a", "#8ab4e8"}, Color{"companies", "#7a4b94", "#c8a2e3"},
    Color{"deals", "#25734a", "#6cc491"},  Color{"products", "#9a5a0c", "#e3a24f"},
    Color{"words", "#5c6670", "#a9b3be"},
};

struct Theme {
  const char* paper;
  const char* card;
  const char* ink;
  const char* muted;
  const char* rule;
};

constexpr Theme kLight = {"#fdfcfa", "#f4f1ea", "#22211f", "#66625b", "#d9d4c9"};
constexpr Theme kDark = {"#191a1c", "#26272a", "#e8e6e1", "#a8a49c", "#43444a"};

// Everything that depends on the colours.
std::string ThemeRules(const Theme& theme, bool dark) {
  std::string rules =
      absl::StrCat(".annals text{fill:", theme.ink, "}.annals .muted{fill:", theme.muted,
                   "}.annals .on{fill:", theme.paper, "}.annals .halo{stroke:", theme.paper,
                   "}.annals .paper{fill:", theme.paper, "}.annals .card{fill:", theme.card,
                   ";stroke:", theme.rule, "}.annals .rule{stroke:", theme.rule,
                   "}.annals .spine{stroke:", theme.muted, "}.annals .center{stroke:", theme.ink,
                   "}.annals .day{stroke:", theme.ink, "}.annals .hatch-line{stroke:", theme.paper, "}");
  for (const Color& color : kColors) {
    const char* value = dark ? color.dark : color.light;
    absl::StrAppend(&rules, ".annals .f-", color.name, "{fill:", value, "}.annals .s-", color.name,
                    "{stroke:", value, "}.annals .hollow.s-", color.name, "{fill:", theme.paper, "}");
  }
  return rules;
}

// As variables, for a style sheet that only browsers read.
std::string PageRules(const Theme& theme, bool dark) {
  std::string rules = absl::StrCat(":root{color-scheme:", dark ? "dark" : "light", ";--paper:", theme.paper,
                                   ";--card:", theme.card, ";--ink:", theme.ink, ";--muted:", theme.muted,
                                   ";--rule:", theme.rule, "}");
  for (const Color& color : kColors)
    absl::StrAppend(&rules, ".t-", color.name, "{--kind:", dark ? color.dark : color.light, "}");
  return rules;
}

// A mask from nothing to all, along the width of what it is laid on.
std::string Fade(const char* side, const char* stops) {
  return absl::StrCat(
      "<linearGradient id=\"annals-to-", side, "\">", stops, "</linearGradient><mask id=\"annals-fade-", side,
      "\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\" style=\"fill:url(#annals-to-",
      side, ")\"/></mask>");
}

}  // namespace

const char kFontFamilies[] =
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Hiragino Sans GB','Microsoft "
    "YaHei',"
    "'WenQuanYi Micro Hei',system-ui,sans-serif";

std::string DrawingStyle() {
  return absl::StrCat(
      ".annals text{font-family:", kFontFamilies,
      "}.annals .strong{font-weight:600}.annals "
      ".halo{stroke-width:3px;stroke-linejoin:round;paint-order:stroke}"
      ".annals line,.annals path{fill:none;stroke-width:1}.annals .edge{stroke-width:1.5;opacity:.75}"
      ".annals .center{stroke-width:2}.annals .spine{stroke-width:1.5}.annals .hollow{stroke-width:2}"
      ".annals .ghost{stroke-dasharray:4 3}.annals .hatch{fill:url(#annals-hatch)}.annals "
      ".hatch-line{stroke-width:3}"
      ".annals .dots{stroke-dasharray:2.5 2}.annals .cross{stroke-width:2}.annals "
      ".ribbon{opacity:.35;stroke:none}.annals .ribbon:hover{opacity:.6}.annals .solid{stroke:none}"
      ".annals .faint{opacity:.45}.annals .pale{opacity:.6}.annals .day{stroke-width:1.5;stroke-dasharray:5 "
      "3}"
      ".annals .fade-left{mask:url(#annals-fade-left)}.annals .fade-right{mask:url(#annals-fade-right)}"
      ".annals .fade-both{mask:url(#annals-fade-both)}",
      ThemeRules(kLight, false), "@media screen and (prefers-color-scheme:dark){", ThemeRules(kDark, true),
      "}");
}

std::string PageStyle() {
  return absl::StrCat("body{font-family:", kFontFamilies, "}", PageRules(kLight, false),
                      "@media screen and (prefers-color-scheme:dark){", PageRules(kDark, true), "}");
}

std::string DrawingPatterns() {
  return absl::StrCat(
      "<defs><pattern id=\"annals-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" class=\"hatch-line\"/></pattern>",
      Fade("left", "<stop stop-color=\"#000\"/><stop offset=\".5\" stop-color=\"#fff\"/>"),
      Fade("right", "<stop offset=\".5\" stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#000\"/>"),
      Fade("both",
           "<stop stop-color=\"#000\"/><stop offset=\".5\" stop-color=\"#fff\"/>"
           "<stop offset=\"1\" stop-color=\"#000\"/>"),
      "</defs>\n");
}

const char* ColorOf(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_JOIN:
    case v1::EVENT_TYPE_DEPART:
    case v1::EVENT_TYPE_DISMISS:
    case v1::EVENT_TYPE_APPOINT:
    case v1::EVENT_TYPE_STEP_DOWN:
    case v1::EVENT_TYPE_RECRUIT:
      return "people";
    case v1::EVENT_TYPE_FOUND:
    case v1::EVENT_TYPE_LAYOFF:
    case v1::EVENT_TYPE_REORGANIZE:
    case v1::EVENT_TYPE_PIVOT:
      return "companies";
    case v1::EVENT_TYPE_ACQUIRE:
    case v1::EVENT_TYPE_FUND:
    case v1::EVENT_TYPE_LIST:
    case v1::EVENT_TYPE_PARTNER:
      return "deals";
    case v1::EVENT_TYPE_INTEGRATE:
    case v1::EVENT_TYPE_RELEASE:
    case v1::EVENT_TYPE_OPEN_SOURCE:
    case v1::EVENT_TYPE_DISCONTINUE:
      return "products";
    default:
      return "words";
  }
}

const char* ColorOf(const v1::Edge& edge) {
  if (edge.has_event_type()) return ColorOf(edge.event_type());
  return edge.relation_type() == v1::RELATION_TYPE_PART_OF ? "companies" : "people";
}

}  // namespace annals
