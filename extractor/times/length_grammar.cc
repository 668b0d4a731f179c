// Lengths of time and what they are counted from: 三个月后, 半年前, 两周内, 过去一年, 没过几天.
#include "extractor/times/numerals.h"
#include "extractor/times/time_grammar.h"

namespace annals {
namespace {

using Role = TimeBoundWord::Role;

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

struct LengthMatch {
  TimeLength length;
  int end = 0;
};

// How many: a number, 半, 数 or 几.
struct Count {
  double value = 0;
  bool vague = false;
  bool more = false;
  int end = 0;
};

std::optional<Count> MatchCount(const TimeSource& source, int position) {
  if (source.StartsWith(position, U"大半")) return Count{0.5, true, false, position + 2};
  if (source.At(position) == U'半') return Count{0.5, false, false, position + 1};
  if (IsOneOf(source.At(position), U"数几多")) return Count{0, true, false, position + 1};
  if (source.StartsWith(position, U"好几")) return Count{0, true, false, position + 2};
  const std::optional<Cardinal> number = ReadCardinal(source.text, position);
  if (!number || number->digits > 3) return std::nullopt;
  Count count{static_cast<double>(number->value), false, false, number->end};
  if (number->positional && !number->ascii && number->digits == 2) count.vague = true;  // 两三天
  if (IsOneOf(source.At(count.end), U"多余来几")) {
    count.more = true;
    count.vague |= source.At(count.end) == U'几';
    ++count.end;
  }
  return count;
}

std::optional<LengthMatch> MatchCountAndUnit(const TimeSource& source, int position) {
  const std::optional<Count> count = MatchCount(source, position);
  if (!count) return std::nullopt;
  const int at = source.SkipSpaces(count->end);
  const auto* unit = source.lexicon->units().LongestAt(source.text, at);
  if (unit == nullptr || (unit->value.only_vague && !count->vague)) return std::nullopt;
  TimeLength length{.count = count->value + (unit->value.half ? 0.5 : 0),
                    .unit = unit->value.unit,
                    .more = count->more || unit->value.more,
                    .vague = count->vague};
  int end = at + unit->size();
  if (source.At(end) == U'多') {
    length.more = true;
    ++end;
  } else if (source.At(end) == U'半' && unit->value.unit == TimeUnit::kYear) {
    length.count += 0.5;
    ++end;
  }
  return LengthMatch{length, end};
}

// Digits of a name or of a larger number are no count: K2天, 1.5年 keeps its own.
bool MayBegin(const TimeSource& source, int position) {
  const char32_t before = source.At(position - 1);
  if (before == U'第' || before == U'.' || IsAsciiLetter(before)) return false;
  return !IsNumeralCharacter(before) || !IsNumeralCharacter(source.At(position));
}

struct LengthPrefix {
  TimeBoundWord word;
  int end = 0;
};

LengthPrefix MatchLengthPrefix(const TimeSource& source, int position) {
  const auto* entry = source.lexicon->length_prefixes().LongestAt(source.text, position);
  if (entry == nullptr) return {{.role = Role::kModifier}, position};
  return {entry->value, position + entry->size()};
}

// 近半年，…, 近三年来: looks back from the head of a clause, where 谈了近一年 is almost a year.
bool LooksBack(const TimeSource& source, int position, int end) {
  const char32_t before = source.At(position - 1);
  if (before != 0 && !IsOneOf(before, U"\n，。,;；:：“「")) return false;
  return source.At(end) == U',' || source.At(end) == U'，' ||
         source.lexicon->length_suffixes().LongestAt(source.text, end) != nullptr;
}

}  // namespace

std::optional<TimeExpression> MatchLength(const TimeSource& source, int position) {
  LengthPrefix prefix = MatchLengthPrefix(source, position);
  if (prefix.word.role == Role::kOrdinal ||
      !MayBegin(source, prefix.end == position ? position : prefix.end)) {
    return std::nullopt;
  }
  if (prefix.word.role == Role::kModifier && prefix.end > position) {  // 仅仅过了一个月
    const LengthPrefix inner = MatchLengthPrefix(source, prefix.end);
    if (inner.word.role == Role::kElapsed) prefix = inner;
  }
  const std::optional<LengthMatch> match = MatchCountAndUnit(source, prefix.end);
  if (!match) return std::nullopt;
  TimeExpression expression{.span = {position, match->end}, .length = match->length};
  expression.bound = prefix.word.bound;
  if (prefix.word.role == Role::kNear && LooksBack(source, position, match->end))
    expression.bound = TimeBound::kPast;
  const auto* suffix = source.lexicon->length_suffixes().LongestAt(source.text, match->end);
  if (suffix == nullptr) return expression;
  expression.span.end += suffix->size();
  // 未来三年内, 过去一年里, 又过了四天后: the word before decides.
  if (expression.bound == TimeBound::kNone || expression.bound == TimeBound::kRun)
    expression.bound = suffix->value.bound;
  return expression;
}

}  // namespace annals
