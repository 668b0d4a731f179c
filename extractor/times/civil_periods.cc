#include "extractor/times/civil_periods.h"

namespace annals {

Days YearDays(int year) { return MonthSpan(year, 1, 12); }

Days MonthDays(int year, int month) { return MonthSpan(year, month, month); }

Days MonthSpan(int year, int first_month, int last_month) {
  const absl::CivilMonth first = absl::CivilMonth(year) + (first_month - 1);
  const absl::CivilMonth next = absl::CivilMonth(year) + last_month;
  return {absl::CivilDay(first), absl::CivilDay(next) - 1};
}

Days QuarterDays(int year, int quarter) { return MonthSpan(year, quarter * 3 - 2, quarter * 3); }

Days HalfDays(int year, int half) { return MonthSpan(year, half * 6 - 5, half * 6); }

Days SeasonDays(int year, int season) { return MonthSpan(year, season * 3, season * 3 + 2); }

Days WeekDays(absl::CivilDay day) {
  const absl::CivilDay monday = day - (WeekdayNumber(day) - 1);
  return {monday, monday + 6};
}

int WeekdayNumber(absl::CivilDay day) { return static_cast<int>(absl::GetWeekday(day)) + 1; }

int MonthIndex(absl::CivilDay day) { return static_cast<int>(day.year()) * 12 + day.month() - 1; }

Days YearEdge(int year, int edge) {
  constexpr int kFirstMonth[] = {1, 6, 11};
  return MonthSpan(year, kFirstMonth[edge - 1], kFirstMonth[edge - 1] + 1);
}

Days MonthEdge(absl::CivilDay month, int edge) {
  constexpr int kFirst[] = {1, 11, 21, 1, 16};
  constexpr int kLast[] = {10, 20, 0, 15, 0};  // 0: the last day
  const Days whole = MonthDays(static_cast<int>(month.year()), month.month());
  const absl::CivilDay last = kLast[edge - 1] == 0 ? whole.last : whole.first + (kLast[edge - 1] - 1);
  return {whole.first + (kFirst[edge - 1] - 1), last};
}

}  // namespace annals
