// A scale of time: days to pixels, and where its labels stand.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_TIME_AXIS_H_
#define ANNALS_QUERY_TOOLS_DRAWING_TIME_AXIS_H_

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/tenure_extent.h"

namespace annals {

class TimeAxis {
 public:
  struct Tick {
    double x = 0;
    std::string label;  // 2025, 2025-03, 2025-03-14
  };

  // The first day begins at pixel `left`, the last one ends at `right`; left < right.
  TimeAxis(const DayRange& days, double left, double right);

  // Where a day begins; days outside lie outside.
  double Begin(absl::CivilDay day) const;
  double End(absl::CivilDay day) const { return Begin(day + 1); }

  // Beginnings of days, months, quarters or years, as many as have room for their labels at `font_size`.
  std::vector<Tick> Ticks(double font_size) const;

  // A vertical rule from `top` on at each tick, its label below `bottom` and right of the rule; 18 pixels
  // below `bottom` are free again. A last label that has no room is left out.
  void Draw(double top, double bottom, SvgCanvas& canvas) const;

 private:
  std::vector<Tick> MonthTicks(int months) const;
  std::vector<Tick> DayTicks(int days) const;

  const DayRange days_;
  const double left_;
  const double right_;
};

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_TIME_AXIS_H_
