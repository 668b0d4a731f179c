#include "query/tools/tenure_view.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "common/date_interval.h"
#include "query/markup/quoting.h"
#include "query/tools/display_width.h"
#include "query/tools/names.h"
#include "query/tools/tenure_extent.h"
#include "query/tools/text_table.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr int kBarColumns = 36;

// The column of a day on the scale.
int ColumnOf(absl::CivilDay day, const DayRange& frame) {
  const int64_t days = std::max<int64_t>(1, frame.last - frame.first);
  return static_cast<int>((day - frame.first) * (kBarColumns - 1) / days);
}

std::string Bar(const v1::Tenure& tenure, const DayRange& frame) {
  const TenureExtent extent = ExtentOf(tenure, frame);
  std::vector<std::string> cells(kBarColumns, " ");
  const auto fill = [&](const DayRange& days, const char* cell) {
    for (int i = ColumnOf(days.first, frame); i <= ColumnOf(days.last, frame); ++i) cells[i] = cell;
  };
  fill(extent.possible, "░");
  if (extent.sure) fill(*extent.sure, "█");
  if (!extent.start_known) cells.front() = "?";
  if (!extent.end_known) cells.back() = extent.ongoing ? "▶" : "?";
  std::string bar;
  for (const std::string& cell : cells) bar += cell;
  return bar;
}

std::string Scale(const DayRange& frame) {
  const std::string first = FormatIsoDay(frame.first);
  return PadTo(first, kBarColumns - static_cast<int>(first.size())) + FormatIsoDay(frame.last);
}

}  // namespace

std::string PresenceWord(v1::Presence presence) {
  switch (presence) {
    case v1::PRESENCE_DEFINITELY:
      return "definitely";
    case v1::PRESENCE_POSSIBLY:
      return "possibly";
    default:
      return "";
  }
}

std::string TenureEndWords(const v1::Tenure& tenure) {
  const std::string words = TimeWords(tenure.end());
  return words.empty() && tenure.ended() ? "ended" : words;
}

std::string RenderTenures(const v1::GetTenuresResponse& tenures, std::optional<absl::CivilDay> day) {
  const Names names(tenures.entities());
  const auto frame = FrameOf({tenures.tenures().begin(), tenures.tenures().end()}, day);
  std::vector<std::vector<std::string>> rows;
  for (const v1::Tenure& tenure : tenures.tenures()) {
    rows.push_back({names.Of(tenure.person_id()), names.Of(tenure.organization_id()),
                    PrintableText(tenure.title()), TimeWords(tenure.start()), TenureEndWords(tenure),
                    PresenceWord(tenure.presence()), frame ? Bar(tenure, *frame) : ""});
  }
  if (rows.empty()) return "no tenures\n";
  std::string text = RenderTable(
      {"person", "organization", "title", "from", "to", "then", frame ? Scale(*frame) : ""}, rows);
  if (!tenures.next_page_token().empty()) text += "… and more than can be shown\n";
  return text;
}

}  // namespace annals
