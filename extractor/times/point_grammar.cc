// Points of time: chains of parts, each within the one before it.
#include "extractor/times/numerals.h"
#include "extractor/times/time_grammar.h"

namespace annals {
namespace {

PointMatch One(TimePart part, int end) { return {{part}, end}; }

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool IsPunctuationOrEnd(char32_t c) { return c == 0 || IsOneOf(c, U" \n，。、；：！？,.;:!?()（）”’"); }

bool FollowsYear(TimeField field) {
  switch (field) {
    case TimeField::kHalf:
    case TimeField::kQuarter:
    case TimeField::kQuarters:
    case TimeField::kMonths:
    case TimeField::kSeason:
    case TimeField::kFestival:
    case TimeField::kYearEdge:
    case TimeField::kMonth:
    case TimeField::kNth:
      return true;
    default:
      return false;
  }
}

bool IsDayLike(TimeField field) {
  return field == TimeField::kDay || field == TimeField::kWeekday || field == TimeField::kFestival ||
         field == TimeField::kNth || field == TimeField::kDayPart;
}

// 底 behind a month is 月底, behind a year 年底.
std::optional<PointMatch> MatchTail(const TimeSource& source, int position, const TimePart& last) {
  if (last.field == TimeField::kWeek) {
    const auto* entry = source.lexicon->week_days().LongestAt(source.text, position);
    if (entry != nullptr) return One(entry->value, position + entry->size());
  }
  if (last.field == TimeField::kYear || last.field == TimeField::kMonth) {
    const auto* entry = source.lexicon->edges().LongestAt(source.text, position);
    if (entry == nullptr) return std::nullopt;
    TimePart part = entry->value;
    if (last.field == TimeField::kMonth) part.field = TimeField::kMonthEdge;
    return One(part, position + entry->size());
  }
  if (IsDayLike(last.field)) {
    const auto* entry = source.lexicon->day_parts().LongestAt(source.text, position);
    if (entry != nullptr) return One(entry->value, position + entry->size());
  }
  return std::nullopt;
}

std::optional<PointMatch> MatchWord(const TimeSource& source, int position) {
  const auto* entry = source.lexicon->points().LongestAt(source.text, position);
  if (entry == nullptr) return std::nullopt;
  return PointMatch{entry->value, position + entry->size()};
}

// 八月十五: a Chinese day without its 日, where nothing else can follow.
std::optional<PointMatch> MatchBareDay(const TimeSource& source, int position) {
  const std::optional<Cardinal> day = ReadCardinal(source.text, position);
  if (!day || day->ascii || day->value < 10 || day->value > 31) return std::nullopt;
  if (!IsPunctuationOrEnd(source.At(day->end))) return std::nullopt;
  return One({.field = TimeField::kDay, .value = day->value}, day->end);
}

// The length of （8日） or (20)日 behind 前天 or 昨: it repeats the day. 0 where none stands.
int ParenthesisedDay(const TimeSource& source, int position) {
  if (!IsOneOf(source.At(position), U"(（")) return 0;
  const std::optional<Cardinal> day = ReadCardinal(source.text, source.SkipSpaces(position + 1));
  if (!day || day->value < 1 || day->value > 31) return 0;
  int end = source.SkipSpaces(day->end);
  if (IsOneOf(source.At(end), U"日号")) ++end;
  if (!IsOneOf(source.At(end), U")）")) return 0;
  return end + 1 - position;
}

// 昨(20)日.
std::optional<PointMatch> MatchDayStub(const TimeSource& source, int position) {
  const auto* entry = source.lexicon->day_stubs().LongestAt(source.text, position);
  if (entry == nullptr) return std::nullopt;
  const int length = ParenthesisedDay(source, position + entry->size());
  const int end = position + entry->size() + length;
  if (length == 0 || source.At(end) != U'日') return std::nullopt;
  return One(entry->value, end + 1);
}

// May the 的 at `position` be skipped? 四月的最后一个周四; not before a bare day.
bool IsJoint(const TimeSource& source, int position, const std::vector<TimePart>& before) {
  return !before.empty() && source.At(position) == U'的';
}

int EndOfDay(const TimeSource& source, const TimePart& last, int end) {
  if (!IsDayLike(last.field)) return end;
  end += ParenthesisedDay(source, end);
  return last.field == TimeField::kFestival ? end : SkipClock(source, end);
}

}  // namespace

bool MayFollow(const std::vector<TimePart>& before, const TimePart& part) {
  if (before.empty()) return true;
  if (part.basis != TimeBasis::kNamed) return false;
  const TimeField last = before.back().field;
  switch (part.field) {
    case TimeField::kMonthEdge:
    case TimeField::kDay:
      return last == TimeField::kMonth;
    case TimeField::kWeekday:
      return last == TimeField::kWeek || last == TimeField::kDay;
    case TimeField::kNth:
      return FollowsYear(last)
                 ? last == TimeField::kMonth || last == TimeField::kQuarter || last == TimeField::kHalf
                 : last == TimeField::kYear;
    default:
      return last == TimeField::kYear && FollowsYear(part.field);
  }
}

std::optional<PointMatch> MatchPart(const TimeSource& source, int position,
                                    const std::vector<TimePart>& before) {
  if (!before.empty()) {
    std::optional<PointMatch> tail = MatchTail(source, position, before.back());
    if (tail) return tail;
  }
  const auto fits = [&](const std::optional<PointMatch>& match) {
    return match && MayFollow(before, match->parts.front());
  };
  if (std::optional<PointMatch> word = MatchWord(source, position); fits(word)) return word;
  const bool numeral = IsNumeralCharacter(source.At(position));
  if (before.empty()) {  // years and decades are within nothing
    if (std::optional<PointMatch> year = MatchYear(source, position)) return year;
    if (std::optional<PointMatch> decade = MatchDecade(source, position)) return decade;
  }
  if (numeral) {
    if (std::optional<PointMatch> month = MatchMonth(source, position); fits(month)) return month;
    if (std::optional<PointMatch> day = MatchDay(source, position, before); fits(day)) return day;
  }
  if (!before.empty()) {
    if (std::optional<PointMatch> nth = MatchNth(source, position); fits(nth)) return nth;
    if (before.back().field == TimeField::kMonth) return MatchBareDay(source, position);
  } else if (std::optional<PointMatch> stub = MatchDayStub(source, position)) {
    return stub;
  }
  return std::nullopt;
}

std::optional<PointMatch> MatchPoint(const TimeSource& source, int position,
                                     const std::vector<TimePart>& before) {
  PointMatch match{before, position};
  for (;;) {
    const bool first = match.parts.size() == before.size();
    int next = first ? position : source.SkipSpaces(match.end);
    std::optional<PointMatch> part = MatchPart(source, next, match.parts);
    if (!part && !first && IsJoint(source, next, match.parts)) {
      part = MatchPart(source, next + 1, match.parts);
      if (part && part->parts.front().field == TimeField::kDay) part.reset();
    }
    if (!part) break;
    match.parts.insert(match.parts.end(), part->parts.begin(), part->parts.end());
    match.end = EndOfDay(source, match.parts.back(), part->end);
  }
  if (match.parts.size() == before.size()) return std::nullopt;
  match.parts.erase(match.parts.begin(), match.parts.begin() + before.size());
  return match;
}

}  // namespace annals
