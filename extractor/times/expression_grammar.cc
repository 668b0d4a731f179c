// Whole expressions: points and ranges with what stands before and after them.
#include <utility>

#include "extractor/times/numerals.h"
#include "extractor/times/time_grammar.h"

namespace annals {
namespace {

using Role = TimeBoundWord::Role;

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

// Index after 至, 到, - and the like, with spaces around a dash; `position` where none stands.
int SkipConnector(const TimeSource& source, int position) {
  int at = source.SkipSpaces(position);
  if (IsOneOf(source.At(at), U"至到")) return at + 1;
  const int begin = at;
  while (IsOneOf(source.At(at), U"-–—~～〜ー─") && at - begin < 2) ++at;
  return at > begin ? source.SkipSpaces(at) : position;
}

TimeField UnitField(char32_t unit) {
  if (unit == U'年') return TimeField::kYear;
  return unit == U'月' ? TimeField::kMonth : TimeField::kDay;
}

// 1至9月, 6-8日, 2019至2022年: the first number has no unit of its own.
std::optional<TimePart> MatchElidedStart(const TimeSource& source, int position,
                                         const std::vector<TimePart>& before, int& end) {
  const std::optional<Cardinal> first = ReadCardinal(source.text, position);
  if (!first || IsAsciiLetter(source.At(position - 1)) || source.At(position - 1) == U'.')
    return std::nullopt;
  const int at = SkipConnector(source, first->end);
  if (at == first->end) return std::nullopt;
  const std::optional<Cardinal> second = ReadCardinal(source.text, at);
  if (!second) return std::nullopt;
  const char32_t unit = source.At(source.SkipSpaces(second->end));
  if (!IsOneOf(unit, U"年月日")) return std::nullopt;
  const TimePart part{.field = UnitField(unit), .value = first->value};
  const int most = part.field == TimeField::kYear ? 2200 : (part.field == TimeField::kMonth ? 12 : 31);
  const bool year = part.field == TimeField::kYear;
  if (first->value < (year ? 1000 : 1) || first->value > most || first->value >= second->value)
    return std::nullopt;
  if (!MayFollow(before, part)) return std::nullopt;
  end = first->end;
  return part;
}

struct RangeStart {
  PointMatch point;
  bool elided = false;  // the last part is a bare number, and means nothing unless the range goes on
};

std::optional<RangeStart> MatchRangeStart(const TimeSource& source, int position) {
  std::optional<PointMatch> point = MatchPoint(source, position);
  const int at = point ? source.SkipSpaces(point->end) : position;
  int end = 0;
  const std::optional<TimePart> part =
      MatchElidedStart(source, at, point ? point->parts : std::vector<TimePart>(), end);
  if (!part) return point ? std::optional(RangeStart{*std::move(point)}) : std::nullopt;
  if (!point) point.emplace();
  point->parts.push_back(*part);
  point->end = end;
  return RangeStart{*std::move(point), true};
}

// The second point of a range, without the parts it shares with the first (6月1日至30日 leaves the month
// out).
std::optional<PointMatch> MatchRangeEnd(const TimeSource& source, int position,
                                        const std::vector<TimePart>& start) {
  std::optional<PointMatch> numeric = MatchNumericDate(source, position);
  if (numeric) return numeric;
  std::vector<TimePart> shared = start;
  while (!shared.empty()) {
    shared.pop_back();
    std::optional<PointMatch> end = MatchPoint(source, position, shared);
    // 从9月到10月: the second month is no part of the first.
    if (end && end->parts.front().basis == TimeBasis::kNamed) return end;
  }
  return MatchPoint(source, position);
}

// 三月和九月之间.
std::optional<PointMatch> MatchBetween(const TimeSource& source, int position,
                                       const std::vector<TimePart>& start) {
  if (!IsOneOf(source.At(position), U"和与及")) return std::nullopt;
  std::optional<PointMatch> end = MatchRangeEnd(source, position + 1, start);
  if (!end) return std::nullopt;
  if (source.StartsWith(end->end, U"之间")) {
    end->end += 2;
  } else if (source.At(end->end) == U'间') {
    end->end += 1;
  } else {
    return std::nullopt;
  }
  return end;
}

void ExtendToRange(const TimeSource& source, TimeExpression& expression) {
  const int from = expression.span.end;
  std::optional<PointMatch> end = MatchBetween(source, from, expression.parts);
  const int at = SkipConnector(source, from);
  if (!end && at > from) end = MatchRangeEnd(source, at, expression.parts);
  if (!end || end->parts.front().field == TimeField::kVague) return;
  expression.until = std::move(end->parts);
  expression.span.end = end->end;
}

// Bounds behind the point, two at most: 3月底|前, 春节|期间.
void ExtendToSuffix(const TimeSource& source, TimeExpression& expression) {
  for (int i = 0; i < 2; ++i) {
    const auto* suffix = source.lexicon->suffixes().LongestAt(source.text, expression.span.end);
    if (suffix == nullptr || expression.bound != TimeBound::kNone) return;
    expression.bound = suffix->value.bound;
    expression.span.end += suffix->size();
  }
}

// 13:42 at the head of a paragraph: an entry of a live report, on the day of publication.
std::optional<PointMatch> MatchLogTime(const TimeSource& source, int position) {
  const char32_t before = source.At(position - 1);
  const int end = SkipDigitalClock(source, position);
  if (end == position || (before != 0 && !IsOneOf(before, U"\n【["))) return std::nullopt;
  return PointMatch{{{.field = TimeField::kDay, .basis = TimeBasis::kNow}}, end};
}

// Digits behind a letter, or behind a number and a dash or stroke: no beginning of a date.
bool GoesOnFromNumber(const TimeSource& source, int position) {
  const char32_t before = source.At(position - 1);
  if (IsAsciiLetter(before) || IsAsciiDigit(before)) return true;
  return IsOneOf(before, U"-/.") && IsAsciiDigit(source.At(position - 2));
}

std::optional<TimeExpression> MatchPointExpression(const TimeSource& source, int position, int begin) {
  std::optional<RangeStart> start;
  std::optional<PointMatch> date;
  if (!GoesOnFromNumber(source, begin)) date = MatchNumericDate(source, begin);
  if (!date) date = MatchLogTime(source, begin);
  if (date) {
    start = RangeStart{*std::move(date)};
  } else {
    start = MatchRangeStart(source, begin);
  }
  if (!start) return std::nullopt;
  TimeExpression expression{.span = {position, start->point.end}, .parts = start->point.parts};
  ExtendToRange(source, expression);
  if (start->elided && expression.until.empty()) return std::nullopt;
  ExtendToSuffix(source, expression);
  return expression;
}

// 至今 with nothing before it: until publication.
std::optional<TimeExpression> MatchUntilNow(const TimeSource& source, int position) {
  const auto* suffix = source.lexicon->suffixes().LongestAt(source.text, position);
  if (suffix == nullptr || suffix->value.bound != TimeBound::kSince) return std::nullopt;
  if (source.StartsWith(position, U"以来")) return std::nullopt;
  return TimeExpression{.span = {position, position + suffix->size()},
                        .parts = {{.field = TimeField::kVague, .basis = TimeBasis::kNow}},
                        .bound = TimeBound::kSince};
}

// 早在五天前, 就在两个月前: counts back from what was just told.
bool CountsFromStory(const TimeSource& source, int position) {
  return source.At(position - 1) == U'在' && IsOneOf(source.At(position - 2), U"早就");
}

// 最近三个月 is a length, where 最近 alone is a point.
bool IsLongerPast(const TimeExpression& length, const TimeExpression& point) {
  return length.bound == TimeBound::kPast && length.span.end > point.span.end;
}

}  // namespace

std::optional<TimeExpression> MatchTimeExpression(const TimeSource& source, int position) {
  const auto* prefix = source.lexicon->prefixes().LongestAt(source.text, position);
  const Role role = prefix == nullptr ? Role::kModifier : prefix->value.role;
  const int begin = prefix == nullptr ? position : source.SkipSpaces(position + prefix->size());
  std::optional<TimeExpression> expression = MatchPointExpression(source, position, begin);
  if (prefix == nullptr) {
    std::optional<TimeExpression> length = MatchLength(source, position);
    if (length) length->anchored_before = CountsFromStory(source, position);
    if (length && (!expression || IsLongerPast(*length, *expression))) expression = std::move(length);
    if (!expression) expression = MatchUntilNow(source, position);
  }
  // 从去年开始 lasts, 本月开始裁员 names the month it began in.
  if (expression && prefix == nullptr && expression->bound == TimeBound::kStart)
    expression->bound = TimeBound::kFrom;
  if (!expression || prefix == nullptr) return expression;
  if (role == Role::kRecurring) {
    expression->parts.assign(1, TimePart{.field = TimeField::kVague, .basis = TimeBasis::kNow, .value = 1});
    expression->until.clear();
    expression->bound = TimeBound::kVague;
  } else if (role == Role::kBound && expression->bound == TimeBound::kNone) {
    expression->bound = prefix->value.bound;
  } else if (role == Role::kRangeStart && expression->until.empty() &&
             expression->bound == TimeBound::kNone) {
    expression->span.begin = begin;
  }
  return expression;
}

}  // namespace annals
