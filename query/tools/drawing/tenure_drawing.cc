#include "query/tools/drawing/tenure_drawing.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/date_interval.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/drawing/time_axis.h"
#include "query/tools/names.h"
#include "query/tools/tenure_extent.h"
#include "query/tools/tenure_view.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kMargin = 24;
constexpr double kHeading = 84;
constexpr double kRowHeight = 38;
constexpr double kBarHeight = 22;
constexpr double kArrow = 9;
constexpr double kNameSize = 14;
constexpr double kTitleSize = 12;
constexpr double kPadding = 1.0 / 24;  // of the time shown, at either side: room for open ends

// Where the drawing has nothing to be measured by: tenures without any day.
constexpr int kYearWithoutDays = 2000;

class TenureRenderer {
 public:
  TenureRenderer(const v1::GetTenuresResponse& tenures, std::optional<absl::CivilDay> day, double width)
      : tenures_(tenures),
        names_(tenures.entities()),
        day_(day),
        width_(width),
        frame_(Frame()),
        by_organization_(OfOnePerson()),
        with_both_(WithBoth()),
        left_(kMargin + NamesWidth() + 14),
        axis_(frame_, left_, width - kMargin) {}

  std::string Render() {
    DrawHeading();
    const double bottom = kHeading + kRowHeight * tenures_.tenures_size() + 6;
    if (!tenures_.tenures().empty()) axis_.Draw(kHeading - 8, bottom, canvas_);
    double y = kHeading;
    for (const v1::Tenure& tenure : tenures_.tenures()) {
      DrawRow(tenure, y);
      y += kRowHeight;
    }
    if (day_) DrawDay(bottom);
    return canvas_.Finish(width_, bottom + 34, Title());
  }

 private:
  DayRange Frame() const {
    const absl::CivilDay none(kYearWithoutDays, 1, 1);
    DayRange frame =
        FrameOf({tenures_.tenures().begin(), tenures_.tenures().end()}, day_).value_or(DayRange{none, none});
    const int64_t padding =
        std::max<int64_t>(15, static_cast<int64_t>((frame.last - frame.first) * kPadding));
    return {frame.first - padding, frame.last + padding};
  }

  bool OfOnePerson() const {
    std::set<std::string> people;
    for (const v1::Tenure& tenure : tenures_.tenures()) people.insert(tenure.person_id());
    return people.size() == 1;
  }

  bool WithBoth() const {
    std::set<std::string> organizations;
    for (const v1::Tenure& tenure : tenures_.tenures()) organizations.insert(tenure.organization_id());
    return !by_organization_ && organizations.size() > 1;
  }

  std::string NameOf(const v1::Tenure& tenure) const {
    if (by_organization_) return names_.Of(tenure.organization_id());
    const std::string person = names_.Of(tenure.person_id());
    return with_both_ ? absl::StrCat(person, ", ", names_.Of(tenure.organization_id())) : person;
  }

  double NamesWidth() const {
    double widest = 40;
    for (const v1::Tenure& tenure : tenures_.tenures())
      widest = std::max(widest, TextWidth(NameOf(tenure), kNameSize));
    return std::min(widest, width_ * 0.3);
  }

  std::string Title() const {
    if (tenures_.tenures().empty()) return "No tenures";
    const v1::Tenure& first = tenures_.tenures(0);
    if (by_organization_) return names_.Of(first.person_id());
    return with_both_ ? "Tenures" : names_.Of(first.organization_id());
  }

  void DrawHeading() {
    canvas_.Text({kMargin, 42},
                 {.text = Title(), .size = 24, .max_width = width_ - 2 * kMargin, .classes = "strong"});
    canvas_.Text(
        {kMargin, 64},
        {.text = absl::StrCat(tenures_.tenures_size(), tenures_.tenures_size() == 1 ? " tenure" : " tenures",
                              " · hatched: possibly", day_ ? absl::StrCat(" · on ", FormatIsoDay(*day_)) : "",
                              tenures_.next_page_token().empty() ? "" : " · more than can be shown"),
         .size = 13,
         .max_width = width_ - 2 * kMargin,
         .classes = "muted"});
  }

  void DrawRow(const v1::Tenure& tenure, double y) {
    const TenureExtent extent = ExtentOf(tenure, frame_);
    const double base = y + kBarHeight / 2 + 5;
    canvas_.Text({left_ - 14, base}, {.text = NameOf(tenure),
                                      .size = kNameSize,
                                      .max_width = left_ - 14 - kMargin,
                                      .classes = "strong",
                                      .anchor = "end",
                                      .tooltip = Tooltip(tenure)});
    canvas_.OpenGroup(tenure.presence() == v1::PRESENCE_POSSIBLY ? "pale" : "", Tooltip(tenure));
    const Box bar = DrawBar(extent, y);
    canvas_.CloseGroup();
    DrawTitle(PrintableText(tenure.title()), bar, extent, base);
  }

  // The whole stretch hatched, the sure part over it; returns the whole.
  Box DrawBar(const TenureExtent& extent, double y) {
    const double begin = axis_.Begin(extent.possible.first);
    const double end = std::max(begin + 3, axis_.End(extent.possible.last));
    const Box whole = {begin, y, end - begin, kBarHeight};
    const double tip = extent.ongoing ? kArrow : 0;
    canvas_.Rect({begin, y, whole.width - tip, kBarHeight},
                 absl::StrCat("solid faint f-people", FadeOf(extent)));
    canvas_.Rect({begin, y, whole.width - tip, kBarHeight}, "hatch");
    if (extent.sure) {
      const double from = axis_.Begin(extent.sure->first);
      const double to = std::min(axis_.End(extent.sure->last), end - tip);
      canvas_.Rect({from, y, std::max(2.0, to - from), kBarHeight}, "solid f-people", 2);
    }
    if (extent.ongoing)
      canvas_.Path(absl::StrCat(MoveTo({end - tip - 0.5, y}), LineTo({end, y + kBarHeight / 2}),
                                LineTo({end - tip - 0.5, y + kBarHeight}), "Z"),
                   extent.sure ? "solid f-people" : "solid faint f-people");
    return whole;
  }

  // Which side nothing is known of.
  static const char* FadeOf(const TenureExtent& extent) {
    const bool right = !extent.end_known && !extent.ongoing;
    if (!extent.start_known && right) return " fade-both";
    if (!extent.start_known) return " fade-left";
    return right ? " fade-right" : "";
  }

  // A place for a title.
  struct Place {
    double x = 0;
    double room = 0;
    const char* anchor = "start";
    const char* classes = "halo";
  };

  // Where a title can stand, best first: on the sure part, on what is possible before and after it, right of
  // the bar, left of it.
  std::vector<Place> Places(const Box& bar, const TenureExtent& extent) const {
    std::vector<Place> places;
    const double tip = extent.ongoing ? kArrow : 0;
    if (extent.sure) {
      const double from = axis_.Begin(extent.sure->first);
      const double to = std::min(axis_.End(extent.sure->last), bar.right() - tip);
      places.push_back({from + 8, to - from - 12, "start", "on"});
      places.push_back({from - 6, from - bar.x - 12, "end"});
      places.push_back({to + 6, bar.right() - tip - to - 12});
    } else {
      places.push_back({bar.x + 8, bar.width - tip - 12});
    }
    places.push_back({bar.right() + 6, width_ - kMargin - bar.right() - 6});
    places.push_back({bar.x - 6, bar.x - left_ - 6, "end"});
    return places;
  }

  // In the first place that has room for it, else in the widest.
  void DrawTitle(const std::string& title, const Box& bar, const TenureExtent& extent, double base) {
    const std::vector<Place> places = Places(bar, extent);
    const double needed = TextWidth(title, kTitleSize);
    auto place =
        std::find_if(places.begin(), places.end(), [&](const Place& one) { return one.room >= needed; });
    if (place == places.end())
      place = std::max_element(places.begin(), places.end(),
                               [](const Place& a, const Place& b) { return a.room < b.room; });
    canvas_.Text({place->x, base - 1}, {.text = title,
                                        .size = kTitleSize,
                                        .max_width = place->room,
                                        .classes = place->classes,
                                        .anchor = place->anchor});
  }

  std::string Tooltip(const v1::Tenure& tenure) const {
    std::vector<std::string> lines = {
        absl::StrCat(names_.Of(tenure.person_id()), ", ", names_.Of(tenure.organization_id()))};
    if (!tenure.title().empty()) lines.push_back(PrintableText(tenure.title()));
    const std::string start = TimeWords(tenure.start());
    const std::string end = TenureEndWords(tenure);
    lines.push_back(absl::StrCat("from ", start.empty() ? "?" : start, end.empty() ? "" : " to ", end));
    if (tenure.presence() != v1::PRESENCE_UNSPECIFIED) lines.push_back(PresenceWord(tenure.presence()));
    return absl::StrJoin(lines, "\n");
  }

  void DrawDay(double bottom) {
    const double x = (axis_.Begin(*day_) + axis_.End(*day_)) / 2;
    canvas_.Line({x, kHeading - 12}, {x, bottom}, "day");
  }

  const v1::GetTenuresResponse& tenures_;
  const Names names_;
  const std::optional<absl::CivilDay> day_;
  const double width_;
  const DayRange frame_;
  const bool by_organization_;
  const bool with_both_;
  const double left_;  // where the scale begins
  const TimeAxis axis_;
  SvgCanvas canvas_;
};

}  // namespace

std::string RenderTenuresSvg(const v1::GetTenuresResponse& tenures, std::optional<absl::CivilDay> day,
                             int width) {
  return TenureRenderer(tenures, day, width).Render();
}

}  // namespace annals
