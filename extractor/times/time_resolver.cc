#include "extractor/times/time_resolver.h"

#include <cmath>

namespace annals {
namespace {

constexpr int kAroundDays = 7;  // 春节前后 is the holiday and a week on either side; 春节后 is that week

// The day `length` away from `day`, to the day: for stretches that run up to or from the publication.
std::optional<absl::CivilDay> DayAway(absl::CivilDay day, const TimeLength& length, int sign) {
  if (length.vague) return std::nullopt;
  const int count = static_cast<int>(std::floor(length.count)) * sign;
  switch (length.unit) {
    case TimeUnit::kYear:
      if (length.count != std::floor(length.count)) {  // 过去半年
        const int months = static_cast<int>(std::lround(length.count * 12)) * sign;
        return absl::CivilDay(day.year(), day.month() + months, day.day());
      }
      return absl::CivilDay(day.year() + count, day.month(), day.day());
    case TimeUnit::kQuarter:
      return absl::CivilDay(day.year(), day.month() + count * 3, day.day());
    case TimeUnit::kMonth:
      return absl::CivilDay(day.year(), day.month() + count, day.day());
    case TimeUnit::kWeek:
      return day + count * 7;
    case TimeUnit::kDay:
      return day + count;
    case TimeUnit::kHour:
    case TimeUnit::kMinute:
      return day;
  }
  return std::nullopt;
}

// 过去一年, 前三天, 五日内: a stretch that touches the publication.
DateInterval Stretch(const TimeLength& length, TimeBound bound, absl::CivilDay published, TimeLean lean) {
  const bool back = bound == TimeBound::kPast || bound == TimeBound::kRun;
  const std::optional<absl::CivilDay> far = DayAway(published, length, back ? -1 : 1);
  if (!far) return {};
  // 关窗前十分钟: less than a day ends on the day itself, and before something else than the publication.
  if (back && *far >= published) {
    if (bound == TimeBound::kRun) return {};
    return {published, published};
  }
  if (back) return {*far, published - 1};
  if (lean == TimeLean::kPast) return {};
  return {bound == TimeBound::kRunOn ? published + 1 : published, *far};
}

ResolvedTime ResolveLength(const TimeExpression& expression, const TimeScope& scope, TimeLean lean) {
  const TimeLength& length = *expression.length;
  switch (expression.bound) {
    case TimeBound::kAfter: {
      ResolvedTime result{.reference = TimeReference::kAnchor};
      std::optional<Days> days;
      if (scope.anchor) {
        days = StepFrom(*scope.anchor, length, 1);
      } else if (scope.published && lean == TimeLean::kFuture) {
        days = StepFrom(OneDay(*scope.published), length, 1);
      }
      if (days) result.interval = days->interval();
      return result;
    }
    case TimeBound::kBefore: {
      const bool anchored = scope.anchor.has_value();
      if (!anchored && !scope.published) return {};
      const Days from = anchored ? *scope.anchor : OneDay(*scope.published);
      const std::optional<Days> days = StepFrom(from, length, -1);
      if (!days) return {};
      return {days->interval(), anchored ? TimeReference::kAnchor : TimeReference::kPublication};
    }
    case TimeBound::kFirst: {
      if (!scope.anchor) return {};
      const std::optional<absl::CivilDay> next = DayAway(scope.anchor->first, length, 1);
      if (!next) return {};
      return {{scope.anchor->first, *next - 1}, TimeReference::kAnchor};
    }
    case TimeBound::kPast:
    case TimeBound::kRun:
    case TimeBound::kRunOn:
    case TimeBound::kWithin:
      if (!scope.published) return {};
      return {Stretch(length, expression.bound, *scope.published, lean), TimeReference::kPublication};
    default:
      return {};
  }
}

DateInterval UntilPublication(Days days, const TimeScope& scope) {
  if (!scope.published || days.first > *scope.published) return days.interval();
  return {days.first, *scope.published};
}

bool IsHoliday(const TimeExpression& expression) {
  return expression.until.empty() && expression.parts.back().field == TimeField::kFestival;
}

DateInterval ApplyBound(Days days, const TimeExpression& expression, const TimeScope& scope) {
  switch (expression.bound) {
    case TimeBound::kSince:
      return UntilPublication(days, scope);
    case TimeBound::kStart:
      return days.first == days.last ? days.interval() : UntilPublication(days, scope);
    case TimeBound::kAfter:
      if (IsHoliday(expression)) return {days.last + 1, days.last + kAroundDays};
      // 今日开盘后: on the day itself.
      if (expression.parts.back().field == TimeField::kDayPart) return days.interval();
      return {days.last + 1, std::nullopt};
    case TimeBound::kAround:
      if (IsHoliday(expression)) return {days.first - kAroundDays, days.last + kAroundDays};
      return days.interval();
    case TimeBound::kVague:
      return {};
    default:
      return days.interval();
  }
}

// 截至目前, 至今: only the end is known.
ResolvedTime ResolveUntilNow(const TimeExpression& expression, const TimeScope& scope) {
  const bool ends_now = expression.bound == TimeBound::kAsOf || expression.bound == TimeBound::kSince;
  if (!ends_now || !scope.published || expression.parts.front().value != 0) return {};
  return {{std::nullopt, *scope.published}, TimeReference::kPublication};
}

// The last day of a range is the next of its kind from the start on, whatever has been published since.
std::optional<Days> ResolveRangeEnd(const TimeExpression& expression, Days start, const TimeScope& scope,
                                    const Festivals& festivals) {
  const bool from_now = expression.until.front().basis == TimeBasis::kNow;
  const TimeScope from_start{.published = from_now ? scope.published : std::optional(start.first),
                             .anchor = start};
  const auto end = ResolvePoint(expression.until, from_start, TimeLean::kFuture, festivals);
  return end && end->days.last >= start.first ? std::optional(end->days) : std::nullopt;
}

ResolvedTime ResolveExpression(const TimeExpression& expression, const TimeScope& scope, TimeLean lean,
                               const Festivals& festivals) {
  if (expression.length) return ResolveLength(expression, scope, lean);
  if (expression.parts.front().field == TimeField::kVague) return ResolveUntilNow(expression, scope);
  const std::optional<ResolvedPoint> start = ResolvePoint(expression.parts, scope, lean, festivals);
  if (!start) return {};
  Days days = start->days;
  if (!expression.until.empty()) {
    const std::optional<Days> end = ResolveRangeEnd(expression, days, scope, festivals);
    if (!end) return {};
    days.last = end->last;
  }
  return {ApplyBound(days, expression, scope), start->reference};
}

// Days are written with four digits of the year.
bool IsWritable(const std::optional<absl::CivilDay>& day) {
  return !day || (day->year() >= 1 && day->year() <= 9999);
}

}  // namespace

ResolvedTime ResolveTime(const TimeExpression& expression, const TimeScope& scope, TimeLean lean,
                         const Festivals& festivals) {
  const ResolvedTime time = ResolveExpression(expression, scope, lean, festivals);
  return IsWritable(time.interval.start) && IsWritable(time.interval.end) ? time : ResolvedTime{};
}

}  // namespace annals
