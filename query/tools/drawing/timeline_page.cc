#include "query/tools/drawing/timeline_page.h"

#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/event_histogram.h"
#include "query/tools/drawing/html_page.h"
#include "query/tools/drawing/timeline_drawing.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr int kStripWidth = 944;

constexpr char kStyle[] = R"css(
h1{margin:0;font-size:1.9rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--rule)}
.sub,.standing,.reports{color:var(--muted);font-size:.85rem;margin:0}
form{display:flex;gap:.6rem;flex-wrap:wrap;margin:1rem 0 0}form[hidden]{display:none}
input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--rule);border-radius:4px;padding:.3rem .5rem}
input{flex:1 1 12rem;min-width:0}
ol{list-style:none;margin:0;padding:0}
.event{display:grid;grid-template-columns:9rem 1.2rem minmax(0,1fr);gap:0 .6rem;padding:.35rem 0;break-inside:avoid}
.event[hidden],section[hidden]{display:none}
.date{color:var(--muted);font-size:.85rem;text-align:right;padding-top:.1rem;overflow-wrap:anywhere}
.mark{width:.7rem;height:.7rem;box-sizing:border-box;border:2px solid var(--kind);border-radius:50%;margin-top:.42rem;
background:var(--kind);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.mark.open{background:none}.mark.rumor{border-style:dashed;background:none}
.mark.off{background:linear-gradient(135deg,transparent 42%,var(--kind) 42% 58%,transparent 58%)}
.words{margin:0;overflow-wrap:anywhere;unicode-bidi:isolate}
.type{color:var(--kind);font-size:.75rem;font-weight:600;letter-spacing:.03em;margin-right:.5rem}
details{font-size:.85rem;color:var(--muted)}summary{cursor:pointer}
details ul{margin:.2rem 0 .3rem;padding-left:1.2rem;overflow-wrap:anywhere}
@media (max-width:34rem){.event{grid-template-columns:1.2rem minmax(0,1fr)}.date{grid-column:1/3;text-align:left}}
@media print{form{display:none!important}.event[hidden]{display:grid}section[hidden]{display:block}}
)css";

constexpr char kScript[] = R"js(
const form = document.querySelector('form');
const [words, type] = form.elements;
const filter = () => {
  const wanted = words.value.toLowerCase().split(/\s+/);
  for (const section of document.querySelectorAll('section')) {
    let shown = 0;
    for (const event of section.querySelectorAll('.event')) {
      const text = event.textContent.toLowerCase();
      event.hidden = !(type.value === '' || type.value === event.dataset.type) || !wanted.every(word => text.includes(word));
      shown += !event.hidden;
    }
    section.hidden = shown === 0;
  }
};
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', event => event.preventDefault());
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(details => { details.open = true; }));
)js";

const char* MarkClasses(const v1::Event& event) {
  switch (event.status()) {
    case v1::EVENT_STATUS_FAILED:
    case v1::EVENT_STATUS_NEGATED:
      return "mark off";
    case v1::EVENT_STATUS_PLANNED:
      return event.certainty() == v1::CERTAINTY_RUMORED ? "mark rumor" : "mark open";
    default:
      return event.certainty() == v1::CERTAINTY_RUMORED ? "mark rumor" : "mark";
  }
}

std::string ReportItem(const v1::EventReport& report) {
  const std::string standing =
      absl::StrCat(StatusWord(report.event().status()), ", ", CertaintyWord(report.event().certainty()));
  return absl::StrCat("<li>", XmlText(ReportWords(report)), report.title().empty() ? "" : " · ",
                      XmlText(PrintableText(report.title())), " (", XmlText(standing), ")</li>\n");
}

// The reports, to open; the articles' ids where no record says more.
std::string Reports(const v1::EventRow& row, const v1::EventRecord& record) {
  if (record.reports().empty())
    return absl::StrCat("<p class=\"reports\">",
                        XmlText(PrintableText(absl::StrJoin(row.article_ids(), ", "))), "</p>\n");
  std::string items;
  for (const v1::EventReport& report : record.reports()) items += ReportItem(report);
  const int count = record.reports_size();
  return absl::StrCat("<details><summary>", count, count == 1 ? " report" : " reports", "</summary><ul>\n",
                      items, "</ul></details>\n");
}

std::string EventItem(const v1::EventRow& row, const v1::EventRecord& record, const Names& names) {
  const v1::Event& event = row.event();
  const std::string standing =
      absl::StrCat(StatusHistory(event, record), " · ", CertaintyHistory(event, record));
  const std::string type = XmlText(TypeWord(event.type()));
  return absl::StrCat("<li class=\"event t-", ColorOf(event.type()), "\" data-type=\"", type,
                      "\">\n<span class=\"date\">", XmlText(TimeWords(event.time())), "</span><span class=\"",
                      MarkClasses(event), "\"></span>\n<div><p class=\"words\"><span class=\"type\">", type,
                      "</span><strong>", XmlText(WhoWords(event, names)), "</strong> ",
                      XmlText(RowWords(row, names)), "</p>\n<p class=\"standing\">", XmlText(standing),
                      "</p>\n", Reports(row, record), "</div></li>\n");
}

std::string Form(const v1::GetTimelineResponse& timeline) {
  std::set<std::string> types;
  for (const v1::EventRow& row : timeline.events()) types.insert(TypeWord(row.event().type()));
  std::string options;
  for (const std::string& type : types) absl::StrAppend(&options, "<option>", XmlText(type), "</option>");
  return absl::StrCat(
      "<form hidden><input type=\"search\" placeholder=\"search\" aria-label=\"search\">"
      "<select aria-label=\"type\"><option value=\"\">all types</option>",
      options, "</select></form>\n");
}

}  // namespace

std::string RenderTimelinePage(const TimelineAnswer& answer) {
  const v1::GetTimelineResponse& timeline = answer.timeline;
  Names names(timeline.entities());
  names.Add(timeline.entity());
  const std::string name = names.Of(timeline.entity().id());
  std::string body =
      absl::StrCat("<h1>", XmlText(name), "</h1>\n<p class=\"sub\">", XmlText(TimelineSummary(timeline)),
                   "</p>\n", RenderHistogramSvg(timeline, kStripWidth), Form(timeline));
  std::string year;
  for (const v1::EventRow& row : timeline.events()) {
    if (YearOf(row.event()) != year) {
      absl::StrAppend(&body, year.empty() ? "" : "</ol></section>\n");
      year = YearOf(row.event());
      absl::StrAppend(&body, "<section><h2>", XmlText(year), "</h2><ol>\n");
    }
    const auto found = answer.records.find(row.event().id());
    body += EventItem(row, found == answer.records.end() ? v1::EventRecord() : found->second, names);
  }
  if (!year.empty()) body += "</ol></section>\n";
  if (timeline.truncated()) body += "<p class=\"sub\">… and more than can be shown</p>\n";
  return HtmlPage(name, body, kStyle, kScript);
}

}  // namespace annals
