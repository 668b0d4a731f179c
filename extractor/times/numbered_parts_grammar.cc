// The parts of a point of time that are written with numbers: 2024年, 90年代, 3月, 5日, 第一周, 八点半.
#include "extractor/times/numerals.h"
#include "extractor/times/time_grammar.h"

namespace annals {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

PointMatch One(TimePart part, int end) { return {{part}, end}; }

// Digits that a letter, a decimal point or a 第 leads belong to something else: K2, V3.1, 第21年.
bool LedByName(const TimeSource& source, int position) {
  const char32_t before = source.At(position - 1);
  if (before == U'第') return true;
  if (!IsAsciiDigit(source.At(position))) return DigitValue(before) >= 0;
  return IsAsciiLetter(before) || IsAsciiDigit(before) || before == U'.' || before == U'$';
}

// Does something stand at `position` that makes a year of the two digits before 年?
bool YearGoesOn(const TimeSource& source, int position) {
  const std::vector<TimePart> year = {{.field = TimeField::kYear, .value = 2000}};
  return MatchPart(source, source.SkipSpaces(position), year).has_value();
}

int FullYear(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

std::optional<PointMatch> MatchEra(const TimeSource& source, int position) {
  const auto* era = source.lexicon->eras().LongestAt(source.text, position);
  if (era == nullptr) return std::nullopt;
  const int at = source.SkipSpaces(position + era->size());
  if (source.StartsWith(at, U"元年"))
    return One({.field = TimeField::kYear, .value = era->value + 1}, at + 2);
  const std::optional<Cardinal> number = ReadCardinal(source.text, at);
  if (!number || number->value < 1 || number->value > 150) return std::nullopt;
  const int end = source.SkipSpaces(number->end);
  if (source.At(end) != U'年') return std::nullopt;
  return One({.field = TimeField::kYear, .value = era->value + number->value}, end + 1);
}

bool IsNamedYear(const TimeSource& source, const Cardinal& number, int after) {
  if (!number.positional) return false;
  if (number.digits == 4) return number.value >= 1000 && number.value <= 2200;
  if (number.digits != 2) return false;
  const bool leading_zero = number.value < 10;
  const bool last_century = number.value >= 80 && !IsOneOf(source.At(after), U"前后来内间以之的历寿期租");
  return leading_zero || last_century || YearGoesOn(source, after);
}

// The weekday number or unit behind 第一个 and 最后一个.
std::optional<PointMatch> MatchNthUnit(const TimeSource& source, int position, int value, int count) {
  TimePart part{.field = TimeField::kNth, .value = value, .count = count};
  position = source.SkipSpaces(position);
  const auto* word = source.lexicon->points().LongestAt(source.text, position);
  if (word != nullptr && word->value.front().field == TimeField::kWeekday) {
    part.unit = TimeField::kWeekday;
    part.weekday = word->value.front().value;
    return One(part, position + word->size());
  }
  const auto* unit = source.lexicon->units().LongestAt(source.text, position);
  if (unit == nullptr) return std::nullopt;
  if (unit->value.unit == TimeUnit::kMonth) {
    part.unit = TimeField::kMonth;
  } else if (unit->value.unit == TimeUnit::kWeek) {
    part.unit = TimeField::kWeek;
  } else if (unit->value.unit == TimeUnit::kDay) {
    part.unit = TimeField::kDay;
  } else {
    return std::nullopt;
  }
  return One(part, position + unit->size());
}

int SkipDigits(const TimeSource& source, int position, int most) {
  int end = position;
  while (end - position < most && IsAsciiDigit(source.At(end))) ++end;
  return end;
}

// 八点半, 8点30分, 14时许.
int SkipSpokenClock(const TimeSource& source, int position) {
  const std::optional<Cardinal> hour = ReadCardinal(source.text, position);
  if (!hour || hour->value > 24 || !IsOneOf(source.At(hour->end), U"点时")) return position;
  int end = hour->end + 1;
  if (const std::optional<Cardinal> minute = ReadCardinal(source.text, end);
      minute && source.At(minute->end) == U'分') {
    end = minute->end + 1;
  } else if (IsOneOf(source.At(end), U"半整钟")) {
    ++end;
  }
  if (source.At(end) == U'许') ++end;
  return source.StartsWith(end, U"左右") ? end + 2 : end;
}

}  // namespace

std::optional<PointMatch> MatchYear(const TimeSource& source, int position) {
  if (std::optional<PointMatch> era = MatchEra(source, position)) return era;
  const std::optional<Cardinal> number = ReadCardinal(source.text, position);
  if (!number || LedByName(source, position)) return std::nullopt;
  const int end = source.SkipSpaces(number->end);
  const int value = number->digits == 2 ? FullYear(number->value) : number->value;
  const TimePart part{.field = TimeField::kYear, .value = value};
  if (source.At(end) != U'年') {
    const bool quarter = number->ascii && number->digits == 4 && IsOneOf(source.At(end), U"QHqh");
    return quarter && YearGoesOn(source, end) ? std::optional(One(part, end)) : std::nullopt;
  }
  if (IsOneOf(source.At(end + 1), U"代薪龄级报")) return std::nullopt;
  if (!IsNamedYear(source, *number, end + 1)) return std::nullopt;
  return One(part, source.At(end + 1) == U'度' ? end + 2 : end + 1);
}

std::optional<PointMatch> MatchDecade(const TimeSource& source, int position) {
  int at = position, century = 0;
  if (source.StartsWith(at, U"上世纪")) {
    century = 1900;
    at += 3;
  } else if (source.StartsWith(at, U"本世纪")) {
    century = 2000;
    at += 3;
  } else if (const std::optional<Cardinal> count = ReadCardinal(source.text, at);
             count && count->value <= 21 && source.StartsWith(count->end, U"世纪")) {
    century = (count->value - 1) * 100;
    at = count->end + 2;
  }
  const std::optional<Cardinal> number = ReadCardinal(source.text, at);
  if (!number || number->value % 10 != 0 || !source.StartsWith(number->end, U"年代")) return std::nullopt;
  if (LedByName(source, at)) return std::nullopt;
  const int recent = number->value >= 30 ? 1900 : 2000;
  const int first = number->value >= 1000 ? number->value : number->value + (century > 0 ? century : recent);
  return One({.field = TimeField::kDecade, .value = first}, number->end + 2);
}

std::optional<PointMatch> MatchMonth(const TimeSource& source, int position) {
  const std::optional<Cardinal> number = ReadCardinal(source.text, position);
  if (!number || number->value < 1 || number->value > 12 || LedByName(source, position)) return std::nullopt;
  const int end = source.SkipSpaces(number->end);
  if (source.At(end) != U'月' || IsOneOf(source.At(end + 1), U"球饼薪嫂")) return std::nullopt;
  return One({.field = TimeField::kMonth, .value = number->value},
             source.At(end + 1) == U'份' ? end + 2 : end + 1);
}

std::optional<PointMatch> MatchDay(const TimeSource& source, int position,
                                   const std::vector<TimePart>& before) {
  const std::optional<Cardinal> number = ReadCardinal(source.text, position);
  if (!number || number->value < 1 || number->value > 31 || LedByName(source, position)) return std::nullopt;
  const int end = source.SkipSpaces(number->end);
  if (!IsOneOf(source.At(end), U"日号")) return std::nullopt;
  if (before.empty()) {
    // Standing alone a number of days is likelier: 五日内, 六日后; and 一号位, 3号线 are no days at all.
    if (source.At(end) == U'号' || !number->ascii) return std::nullopt;
    if (IsOneOf(source.At(end + 1), U"内后前来间之以游均活里")) return std::nullopt;
  }
  return One({.field = TimeField::kDay, .value = number->value}, end + 1);
}

std::optional<PointMatch> MatchNth(const TimeSource& source, int position) {
  const bool last = source.StartsWith(position, U"最后");
  const bool run = IsOneOf(source.At(position), U"前头");
  if (!last && !run && source.At(position) != U'第') return std::nullopt;
  const int at = source.SkipSpaces(position + (last ? 2 : 1));
  const std::optional<Cardinal> number = ReadCardinal(source.text, at);
  if (!number || number->value < 1 || number->value > 53) return std::nullopt;
  const bool both = last && number->value > 1;
  const int value = last ? -1 : (run ? 1 : number->value);
  const int count = run || both ? number->value : 1;
  const int unit = source.SkipSpaces(number->end);
  // 最后一个星期一 is a weekday, though 个星期 is a unit.
  std::optional<PointMatch> match;
  if (source.At(unit) == U'个') match = MatchNthUnit(source, unit + 1, value, count);
  return match ? match : MatchNthUnit(source, unit, value, count);
}

int SkipDigitalClock(const TimeSource& source, int position) {
  int end = SkipDigits(source, position, 2);
  if (end == position) return position;
  for (int i = 0; i < 2; ++i) {
    if (!IsOneOf(source.At(end), U":：") || !IsAsciiDigit(source.At(end + 1)) ||
        !IsAsciiDigit(source.At(end + 2))) {
      return i == 0 ? position : end;
    }
    end += 3;
  }
  return end;
}

int SkipClock(const TimeSource& source, int position) {
  const int at = source.SkipSpaces(position);
  int end = SkipDigitalClock(source, at);
  if (end == at) end = SkipSpokenClock(source, at);
  return end == at ? position : end;
}

}  // namespace annals
