// Stretches of the civil calendar: the year, month, week, season a day lies in, and steps between them.
#ifndef ANNALS_EXTRACTOR_TIMES_CIVIL_PERIODS_H_
#define ANNALS_EXTRACTOR_TIMES_CIVIL_PERIODS_H_

#include "absl/time/civil_time.h"
#include "common/date_interval.h"

namespace annals {

// First and last day, both inclusive; always both known.
struct Days {
  absl::CivilDay first;
  absl::CivilDay last;

  DateInterval interval() const { return {first, last}; }
  bool Contains(Days other) const { return first <= other.first && other.last <= last; }
  friend bool operator==(const Days&, const Days&) = default;
};

inline Days OneDay(absl::CivilDay day) { return {day, day}; }
Days YearDays(int year);
// `month` may lie outside 1 to 12: month 13 is January of the next year.
Days MonthDays(int year, int month);
// From the first to the last of several months, both inclusive.
Days MonthSpan(int year, int first_month, int last_month);
Days QuarterDays(int year, int quarter);  // `quarter` may lie outside 1 to 4
Days HalfDays(int year, int half);        // 1 or 2
Days SeasonDays(int year, int season);    // 1 spring is March to May … 4 winter is December to February
Days WeekDays(absl::CivilDay day);        // Monday to Sunday

// 1 Monday … 7 Sunday.
int WeekdayNumber(absl::CivilDay day);
// Months since the year 0: MonthIndex(b) - MonthIndex(a) is how many months lie between them.
int MonthIndex(absl::CivilDay day);

// The parts of a year and of a month that 初, 中 and 底 name: 1, 2, 3; for a month also its halves, 4 and 5.
Days YearEdge(int year, int edge);
Days MonthEdge(absl::CivilDay month, int edge);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_CIVIL_PERIODS_H_
