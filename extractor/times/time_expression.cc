#include "extractor/times/time_expression.h"

namespace annals {

TimePrecision PrecisionOf(const TimePart& part) {
  switch (part.field) {
    case TimeField::kDecade:
    case TimeField::kYear:
      return TimePrecision::kYear;
    case TimeField::kHalf:
    case TimeField::kQuarters:
    case TimeField::kMonths:
      return TimePrecision::kHalf;
    case TimeField::kQuarter:
      return TimePrecision::kQuarter;
    case TimeField::kSeason:
    case TimeField::kYearEdge:
      return TimePrecision::kSeason;
    case TimeField::kMonth:
    case TimeField::kMonthEdge:
      return TimePrecision::kMonth;
    case TimeField::kWeek:
    case TimeField::kFestival:
      return TimePrecision::kWeek;
    case TimeField::kNth: {
      TimePart counted = part;
      counted.field = part.unit;
      return part.unit == TimeField::kNth ? TimePrecision::kVague : PrecisionOf(counted);
    }
    case TimeField::kWeekday:
    case TimeField::kDay:
    case TimeField::kDayPart:
      return TimePrecision::kDay;
    case TimeField::kSame:
    case TimeField::kWindow:
      return TimePrecision::kVague;
    case TimeField::kVague:
      return part.value == 0 ? TimePrecision::kVague : TimePrecision::kNone;
  }
  return TimePrecision::kNone;
}

}  // namespace annals
