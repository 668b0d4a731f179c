// Lengths of time to days: 三个月后, 半年前, 过去一年.
#include <cmath>

#include "extractor/times/time_resolver.h"

namespace annals {
namespace {

bool IsWhole(double count) { return count == std::floor(count); }

int UnitDays(TimeUnit unit) {
  if (unit == TimeUnit::kWeek) return 7;
  return unit == TimeUnit::kDay ? 1 : 30;
}

// 几天后: some time until the month is over.
std::optional<Days> StepVaguely(Days days, const TimeLength& length, int sign) {
  if (sign < 0 || length.unit != TimeUnit::kDay) return std::nullopt;
  return Days{days.first, MonthDays(static_cast<int>(days.last.year()), days.last.month()).last};
}

Days StepYears(Days days, int years) {
  return {YearDays(static_cast<int>(days.first.year()) + years).first,
          YearDays(static_cast<int>(days.last.year()) + years).last};
}

Days StepMonths(Days days, int months) {
  return {MonthDays(static_cast<int>(days.first.year()), days.first.month() + months).first,
          MonthDays(static_cast<int>(days.last.year()), days.last.month() + months).last};
}

Days StepDays(Days days, const TimeLength& length, int sign) {
  const int unit = UnitDays(length.unit);
  const int steps = static_cast<int>(std::lround(length.count * unit)) * sign;
  Days result{days.first + steps, days.last + steps};
  if (length.more) (sign > 0 ? result.last : result.first) += unit * sign;
  return result;
}

Days StepHours(Days days, const TimeLength& length, int sign) {
  const int whole = length.unit == TimeUnit::kHour ? static_cast<int>(std::ceil(length.count / 24)) : 0;
  (sign > 0 ? days.last : days.first) += whole * sign;
  return days;
}

}  // namespace

std::optional<Days> StepFrom(Days days, const TimeLength& length, int sign) {
  if (length.vague) return StepVaguely(days, length, sign);
  const bool whole = IsWhole(length.count);
  switch (length.unit) {
    case TimeUnit::kYear:
      if (!whole) return StepMonths(days, static_cast<int>(length.count * 12) * sign);
      return StepYears(days, static_cast<int>(length.count) * sign);
    case TimeUnit::kQuarter:
      return StepMonths(days, static_cast<int>(length.count * 3) * sign);
    case TimeUnit::kMonth:
      if (!whole) return StepDays(days, length, sign);
      return StepMonths(days, static_cast<int>(length.count) * sign);
    case TimeUnit::kWeek:
    case TimeUnit::kDay:
      return StepDays(days, length, sign);
    case TimeUnit::kHour:
    case TimeUnit::kMinute:
      return StepHours(days, length, sign);
  }
  return std::nullopt;
}

}  // namespace annals
