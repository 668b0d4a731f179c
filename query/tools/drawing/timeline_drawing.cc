#include "query/tools/drawing/timeline_drawing.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/event_histogram.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kMargin = 24;
constexpr double kStripHeight = 84;
constexpr double kRowHeight = 46;
constexpr double kYearHeight = 40;
constexpr double kFontSize = 14;
constexpr double kSmall = 12;
constexpr double kTypeSize = 11;
constexpr double kWidestDate = 150;

class TimelineRenderer {
 public:
  TimelineRenderer(const TimelineAnswer& answer, double width)
      : answer_(answer), width_(width), names_(answer.timeline.entities()) {
    names_.Add(answer.timeline.entity());
    double date = 0;
    double type = 0;
    for (const v1::EventRow& row : answer.timeline.events()) {
      date = std::max(date, TextWidth(TimeWords(row.event().time()), kSmall));
      type = std::max(type, TextWidth(TypeWord(row.event().type()), kTypeSize));
    }
    spine_ = kMargin + std::min(date, kWidestDate) + 18;
    content_ = spine_ + 18 + type + 14;
  }

  std::string Render() {
    DrawHeading();
    for (const v1::EventRow& row : answer_.timeline.events()) {
      DrawYear(YearOf(row.event()));
      DrawRow(row);
    }
    if (answer_.timeline.truncated()) DrawMore();
    return canvas_.Finish(width_, y_ + kMargin / 2, PrintableText(answer_.timeline.entity().name()));
  }

 private:
  void DrawHeading() {
    const std::string name = PrintableText(answer_.timeline.entity().name());
    canvas_.Text({kMargin, 42},
                 {.text = name, .size = 24, .max_width = width_ - 2 * kMargin, .classes = "strong"});
    canvas_.Text({kMargin, 64}, {.text = TimelineSummary(answer_.timeline),
                                 .size = 13,
                                 .max_width = width_ - 2 * kMargin,
                                 .classes = "muted"});
    y_ = 76;
    if (DrawEventHistogram(answer_.timeline, {kMargin, y_ + 8, width_ - 2 * kMargin, kStripHeight}, canvas_))
      y_ += kStripHeight + 8;
  }

  void DrawYear(const std::string& year) {
    if (year == year_) return;
    year_ = year;
    canvas_.Text({spine_ - 14, y_ + 26}, {.text = year, .size = 15, .classes = "strong", .anchor = "end"});
    canvas_.Line({spine_, y_ + 21}, {width_ - kMargin, y_ + 21}, "rule");
    canvas_.Line({spine_, y_ + 21}, {spine_, y_ + kYearHeight}, "spine");
    y_ += kYearHeight;
  }

  void DrawRow(const v1::EventRow& row) {
    const v1::Event& event = row.event();
    const auto found = answer_.records.find(event.id());
    const v1::EventRecord record = found == answer_.records.end() ? v1::EventRecord() : found->second;
    const double base = y_ + 16;
    canvas_.Line({spine_, y_}, {spine_, y_ + kRowHeight}, "spine");
    DrawMark({spine_, base - 5}, event);
    canvas_.Text({spine_ - 14, base}, {.text = TimeWords(event.time()),
                                       .size = kSmall,
                                       .max_width = kWidestDate,
                                       .classes = "muted",
                                       .anchor = "end"});
    canvas_.Text({spine_ + 18, base}, {.text = TypeWord(event.type()),
                                       .size = kTypeSize,
                                       .classes = absl::StrCat("strong f-", ColorOf(event.type()))});
    DrawWords(row, base);
    canvas_.Text({content_, base + 18}, {.text = StandingWords(row, record),
                                         .size = kSmall,
                                         .max_width = width_ - kMargin - content_,
                                         .classes = "muted"});
    y_ += kRowHeight;
  }

  void DrawWords(const v1::EventRow& row, double base) {
    const double room = width_ - kMargin - content_;
    const std::string who = FitText(WhoWords(row.event(), names_), kFontSize, room * 0.45);
    const std::string what = RowWords(row, names_);
    const double taken = who.empty() ? 0 : TextWidth(who, kFontSize) + 10;
    const std::string all = absl::StrCat(WhoWords(row.event(), names_), "  ", what);
    canvas_.Text({content_, base}, {.text = who, .size = kFontSize, .classes = "strong", .tooltip = all});
    canvas_.Text({content_ + taken, base},
                 {.text = what, .size = kFontSize, .max_width = room - taken, .tooltip = all});
  }

  void DrawMark(Point center, const v1::Event& event) {
    const bool occurred =
        event.status() == v1::EVENT_STATUS_OCCURRED || event.status() == v1::EVENT_STATUS_ONGOING;
    const bool rumor = event.certainty() == v1::CERTAINTY_RUMORED;
    const std::string color = ColorOf(event.type());
    canvas_.Circle(center, 8, "paper");
    canvas_.Circle(center, 5.5,
                   occurred && !rumor ? absl::StrCat("solid f-", color)
                                      : absl::StrCat("hollow s-", color, rumor ? " dots" : ""));
    if (event.status() != v1::EVENT_STATUS_FAILED && event.status() != v1::EVENT_STATUS_NEGATED) return;
    const double arm = 6.5;
    canvas_.Line({center.x - arm, center.y + arm}, {center.x + arm, center.y - arm},
                 absl::StrCat("cross s-", color));
  }

  void DrawMore() {
    canvas_.Line({spine_, y_}, {spine_, y_ + 24}, "spine ghost");
    canvas_.Text({content_, y_ + 22},
                 {.text = "… and more than can be shown", .size = kSmall, .classes = "muted"});
    y_ += 34;
  }

  const TimelineAnswer& answer_;
  const double width_;
  Names names_;
  double spine_ = 0;    // x of the line
  double content_ = 0;  // x of the words
  double y_ = 0;        // where the next row begins
  std::string year_;
  SvgCanvas canvas_;
};

}  // namespace

std::string YearOf(const v1::Event& event) {
  const std::string& day = event.time().start().empty() ? event.time().end() : event.time().start();
  return day.size() < 4 ? "undated" : PrintableText(day.substr(0, 4));
}

std::string TimelineSummary(const v1::GetTimelineResponse& timeline) {
  std::string first;
  std::string last;
  for (const v1::EventRow& row : timeline.events()) {
    const std::string year = YearOf(row.event());
    if (year == "undated") continue;
    if (first.empty() || year < first) first = year;
    last = std::max(last, year);
  }
  const std::string years = first == last ? first : absl::StrCat(first, " – ", last);
  return absl::StrCat(TypeWord(timeline.entity().type()), " · ", timeline.events_size(),
                      timeline.events_size() == 1 ? " event" : " events", years.empty() ? "" : " · ", years);
}

std::string StandingWords(const v1::EventRow& row, const v1::EventRecord& record) {
  std::vector<std::string> words = {StatusHistory(row.event(), record),
                                    CertaintyHistory(row.event(), record)};
  std::vector<std::string> sources;
  for (const v1::EventReport& report : record.reports()) sources.push_back(ReportWords(report));
  if (sources.empty()) sources.push_back(PrintableText(absl::StrJoin(row.article_ids(), ", ")));
  words.push_back(absl::StrJoin(sources, ", "));
  return absl::StrJoin(words, " · ");
}

std::string RenderTimelineSvg(const TimelineAnswer& answer, int width) {
  return TimelineRenderer(answer, width).Render();
}

}  // namespace annals
