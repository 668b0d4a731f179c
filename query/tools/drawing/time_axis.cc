#include "query/tools/drawing/time_axis.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_format.h"
#include "common/date_interval.h"
#include "query/tools/drawing/text_metrics.h"

namespace annals {
namespace {

constexpr double kFontSize = 11;
constexpr double kOverhang = 12;  // of the last label, into the margin
constexpr std::array kDaySteps = {1, 2, 7, 14};
constexpr std::array kMonthSteps = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};

std::string MonthLabel(absl::CivilMonth month, int step) {
  return step >= 12 ? absl::StrFormat("%04d", month.year())
                    : absl::StrFormat("%04d-%02d", month.year(), month.month());
}

// Months since the year 0, of which ticks are multiples.
int64_t MonthNumber(absl::CivilMonth month) { return month.year() * 12 + month.month() - 1; }

bool HaveRoom(const std::vector<TimeAxis::Tick>& ticks, double font_size) {
  for (size_t i = 1; i < ticks.size(); ++i) {
    if (ticks[i].x - ticks[i - 1].x < TextWidth(ticks[i].label, font_size) + 16) return false;
  }
  return true;
}

}  // namespace

TimeAxis::TimeAxis(const DayRange& days, double left, double right)
    : days_(days), left_(left), right_(right) {}

double TimeAxis::Begin(absl::CivilDay day) const {
  const double all = static_cast<double>(days_.last - days_.first + 1);
  return left_ + (right_ - left_) * static_cast<double>(day - days_.first) / all;
}

std::vector<TimeAxis::Tick> TimeAxis::DayTicks(int days) const {
  std::vector<Tick> ticks;
  for (absl::CivilDay day = days_.first; day <= days_.last; day += days)
    ticks.push_back({Begin(day), FormatIsoDay(day)});
  return ticks;
}

std::vector<TimeAxis::Tick> TimeAxis::MonthTicks(int months) const {
  std::vector<Tick> ticks;
  absl::CivilMonth month(days_.first);
  month -= static_cast<int>(MonthNumber(month) % months);
  for (; absl::CivilDay(month) <= days_.last; month += months) {
    if (absl::CivilDay(month) >= days_.first)
      ticks.push_back({Begin(absl::CivilDay(month)), MonthLabel(month, months)});
  }
  return ticks;
}

std::vector<TimeAxis::Tick> TimeAxis::Ticks(double font_size) const {
  const int64_t days = days_.last - days_.first + 1;
  if (days <= 92) {
    for (const int step : kDaySteps) {
      std::vector<Tick> ticks = DayTicks(step);
      if (HaveRoom(ticks, font_size)) return ticks;
    }
  }
  for (const int step : kMonthSteps) {
    if (days / 28 / step > 400) continue;  // they would not have room on any screen
    std::vector<Tick> ticks = MonthTicks(step);
    if (HaveRoom(ticks, font_size)) return ticks;
  }
  return {};
}

void TimeAxis::Draw(double top, double bottom, SvgCanvas& canvas) const {
  for (const Tick& tick : Ticks(kFontSize)) {
    canvas.Line({tick.x, top}, {tick.x, bottom + 16}, "rule");
    if (tick.x + 4 + TextWidth(tick.label, kFontSize) > right_ + kOverhang) continue;
    canvas.Text({tick.x + 4, bottom + 14}, {.text = tick.label, .size = kFontSize, .classes = "muted"});
  }
}

}  // namespace annals
