// Points of time to days: the first part is placed on the calendar, each further one narrows it.
#include <vector>

#include "extractor/times/time_resolver.h"

namespace annals {
namespace {

int YearNumber(absl::CivilDay day) { return static_cast<int>(day.year()); }

// The part of field `field` that is `steps` from the one `day` lies in.
std::optional<Days> StepTo(const TimePart& part, absl::CivilDay day) {
  const int year = YearNumber(day);
  switch (part.field) {
    case TimeField::kYear:
      return YearDays(year + part.value);
    case TimeField::kHalf: {
      const int half = (day.month() > 6 ? 1 : 0) + part.value;
      return MonthSpan(year, half * 6 + 1, half * 6 + 6);
    }
    case TimeField::kQuarter:
      return QuarterDays(year, (day.month() + 2) / 3 + part.value);
    case TimeField::kSeason:
      return SeasonDays(year, part.value);
    case TimeField::kMonth:
      return MonthDays(year, day.month() + part.value);
    case TimeField::kWeek:
      return WeekDays(day + 7 * part.value);
    case TimeField::kDay:
      return OneDay(day + part.value);
    case TimeField::kWindow:
      return Days{day - part.value, day};
    default:
      return std::nullopt;
  }
}

std::optional<Days> WeekdayWithin(Days week, int weekday) {
  if (week.first == week.last) return week;  // 8月25日星期一 says the day twice
  if (weekday == 8) return Days{week.first + 5, week.first + 6};
  return OneDay(week.first + (weekday - 1));
}

std::optional<Days> DayWithin(Days month, int day) {
  const absl::CivilDay result = month.first + (day - 1);
  return result <= month.last ? std::optional(OneDay(result)) : std::nullopt;
}

// All stretches of the unit that lie wholly within.
std::vector<Days> UnitsWithin(Days whole, const TimePart& part) {
  std::vector<Days> units;
  for (absl::CivilDay day = whole.first; day <= whole.last;) {
    Days unit = OneDay(day);
    if (part.unit == TimeField::kMonth) unit = MonthDays(YearNumber(day), day.month());
    if (part.unit == TimeField::kWeek) unit = WeekDays(day);
    const bool counted = part.unit != TimeField::kWeekday || WeekdayNumber(day) == part.weekday;
    if (counted && whole.Contains(unit)) units.push_back(unit);
    day = unit.last + 1;
  }
  return units;
}

std::optional<Days> NthWithin(Days whole, const TimePart& part) {
  const std::vector<Days> units = UnitsWithin(whole, part);
  const int size = static_cast<int>(units.size());
  const int first = part.value > 0 ? part.value - 1 : size - part.count;
  if (first < 0 || first + part.count > size) return std::nullopt;
  return Days{units[first].first, units[first + part.count - 1].last};
}

std::optional<Days> Narrow(Days whole, const TimePart& part, const Festivals& festivals) {
  const int year = YearNumber(whole.first);
  switch (part.field) {
    case TimeField::kHalf:
      return HalfDays(year, part.value);
    case TimeField::kQuarter:
      return QuarterDays(year, part.value);
    case TimeField::kQuarters:
      return Days{QuarterDays(year, 1).first, QuarterDays(year, part.value).last};
    case TimeField::kMonths:
      return MonthSpan(year, 1, part.value);
    case TimeField::kSeason:
      return SeasonDays(year, part.value);
    case TimeField::kFestival:
      return festivals.Find(part.value, year);
    case TimeField::kYearEdge:
      return YearEdge(year, part.value);
    case TimeField::kMonth:
      return MonthDays(year, part.value);
    case TimeField::kMonthEdge:
      return MonthEdge(whole.first, part.value);
    case TimeField::kNth:
      return NthWithin(whole, part);
    case TimeField::kWeekday:
      return WeekdayWithin(whole, part.value);
    case TimeField::kDay:
      return DayWithin(whole, part.value);
    case TimeField::kDayPart:
      return OneDay(whole.first);
    default:
      return std::nullopt;
  }
}

std::optional<Days> NarrowAll(Days whole, const std::vector<TimePart>& parts, size_t from,
                              const Festivals& festivals) {
  std::optional<Days> days = whole;
  for (size_t i = from; i < parts.size() && days; ++i) days = Narrow(*days, parts[i], festivals);
  return days;
}

// The year, month or week a part is counted in, `steps` from the one `day` lies in.
Days Container(TimeField field, absl::CivilDay day, int steps) {
  if (field == TimeField::kWeekday) return WeekDays(day + 7 * steps);
  if (field == TimeField::kDay || field == TimeField::kMonthEdge) {
    return MonthDays(YearNumber(day), day.month() + steps);
  }
  return YearDays(YearNumber(day) + steps);
}

// Looks through the containers on one side of a day for parts whose container is not said. 2月29日 may be
// eight years off.
class ContainerSearch {
 public:
  ContainerSearch(const std::vector<TimePart>& parts, const Festivals& festivals)
      : parts_(parts), festivals_(festivals) {}

  std::optional<Days> LastBegunBy(absl::CivilDay day) const {
    for (int steps = 0; steps >= -kFurthest; --steps) {
      const std::optional<Days> days = At(day, steps);
      if (days && days->first <= day) return days;
    }
    return std::nullopt;
  }
  std::optional<Days> NextNotEndedBy(absl::CivilDay day) const {
    for (int steps = -1; steps <= kFurthest; ++steps) {
      const std::optional<Days> days = At(day, steps);
      if (days && days->last >= day) return days;
    }
    return std::nullopt;
  }
  // In the year (month, week) of that day, and not before it.
  std::optional<Days> FollowingWithin(absl::CivilDay day) const {
    const std::optional<Days> days = At(day, 0);
    return days && days->first >= day ? days : std::nullopt;
  }

 private:
  static constexpr int kFurthest = 9;

  std::optional<Days> At(absl::CivilDay day, int steps) const {
    return NarrowAll(Container(parts_.front().field, day, steps), parts_, 0, festivals_);
  }

  const std::vector<TimePart>& parts_;
  const Festivals& festivals_;
};

std::optional<ResolvedPoint> PlaceNamed(const std::vector<TimePart>& parts, const TimeScope& scope,
                                        TimeLean lean, const Festivals& festivals) {
  const ContainerSearch search(parts, festivals);
  if (scope.context) {
    const std::optional<Days> days = search.FollowingWithin(scope.context->first);
    const bool past = !scope.published || (days && days->first <= *scope.published);
    if (days && (past || scope.context->last > *scope.published)) {
      return ResolvedPoint{*days, TimeReference::kContext};
    }
  }
  if (!scope.published) return std::nullopt;
  const std::optional<Days> days = lean == TimeLean::kPast ? search.LastBegunBy(*scope.published)
                                                           : search.NextNotEndedBy(*scope.published);
  if (!days) return std::nullopt;
  return ResolvedPoint{*days, TimeReference::kPublication};
}

// Of an anchor that is wider than the step (当天 of a month) every day may be the one.
std::optional<Days> StepFromAll(const TimePart& part, Days anchor) {
  const std::optional<Days> from_first = StepTo(part, anchor.first);
  const std::optional<Days> from_last = StepTo(part, anchor.last);
  if (!from_first || !from_last) return std::nullopt;
  return Days{from_first->first, from_last->last};
}

// The first part alone, where it says or steps to its own place.
std::optional<ResolvedPoint> PlaceFirst(const TimePart& part, const TimeScope& scope) {
  std::optional<Days> days;
  TimeReference reference = TimeReference::kAbsolute;
  if (part.basis == TimeBasis::kNow) {
    if (scope.published) days = StepTo(part, *scope.published);
    reference = TimeReference::kPublication;
  } else if (part.basis == TimeBasis::kAnchor) {
    if (scope.anchor && part.field == TimeField::kSame) {
      days = *scope.anchor;
    } else if (scope.anchor) {
      days = StepFromAll(part, *scope.anchor);
    }
    reference = TimeReference::kAnchor;
  } else if (part.field == TimeField::kYear) {
    days = YearDays(part.value);
  } else if (part.field == TimeField::kDecade) {
    days = Days{YearDays(part.value).first, YearDays(part.value + 9).last};
  }
  if (!days) return std::nullopt;
  return ResolvedPoint{*days, reference};
}

}  // namespace

std::optional<ResolvedPoint> ResolvePoint(const std::vector<TimePart>& parts, const TimeScope& scope,
                                          TimeLean lean, const Festivals& festivals) {
  if (parts.empty()) return std::nullopt;
  const TimePart& first = parts.front();
  const bool placed = first.basis != TimeBasis::kNamed || first.field == TimeField::kYear ||
                      first.field == TimeField::kDecade;
  if (!placed) return PlaceNamed(parts, scope, lean, festivals);
  std::optional<ResolvedPoint> point = PlaceFirst(first, scope);
  if (!point) return std::nullopt;
  const std::optional<Days> days = NarrowAll(point->days, parts, 1, festivals);
  if (!days) return std::nullopt;
  return ResolvedPoint{*days, point->reference};
}

}  // namespace annals
