// The grammar of time expressions: one function for each kind, all tried at one character of the folded text.
//
//   expression := [prefix] (numeric date | point [connector point | elided range] [suffix] | [prefix] length
//   [suffix]) point      := part { [的] part }, each part within the one before it: 去年|12月|底,
//   2024年|三季度, 上周|五|晚间 length     := number unit, as in 三个月, 两周多, 半年, 几天
//
// Refused: a two-digit year that nothing follows (21年 is a length), a bare N号, anything 每 stands before,
// fiscal years.
#ifndef ANNALS_EXTRACTOR_TIMES_TIME_GRAMMAR_H_
#define ANNALS_EXTRACTOR_TIMES_TIME_GRAMMAR_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/times/time_expression.h"
#include "extractor/times/time_lexicon.h"

namespace annals {

// What the grammar reads; a view, cheap to copy.
struct TimeSource {
  std::u32string_view text;
  const TimeLexicon* lexicon;

  int size() const { return static_cast<int>(text.size()); }
  // The character at `position`, or 0 outside of the text.
  char32_t At(int position) const { return position >= 0 && position < size() ? text[position] : U'\0'; }
  bool StartsWith(int position, std::u32string_view word) const {
    return position >= 0 && position <= size() && text.substr(position).starts_with(word);
  }
  int SkipSpaces(int position) const {
    while (At(position) == U' ') ++position;
    return position;
  }
};

// Parts from coarse to fine, and where they end.
struct PointMatch {
  std::vector<TimePart> parts = {};
  int end = 0;
};

// 2024-03-05, 2024/3/5, 2024.3.5, 2024-03, 5/3/2024; 03-05 only before a clock time, 12/1 only where it is no
// fraction. A clock time behind it belongs to it. What stands before `position` is not looked at.
std::optional<PointMatch> MatchNumericDate(const TimeSource& source, int position);

// The parts that can stand at `position` behind `before` (empty: at the beginning).
std::optional<PointMatch> MatchPoint(const TimeSource& source, int position,
                                     const std::vector<TimePart>& before = {});

// One part behind `before`, and functions for the parts that are written with numbers.
std::optional<PointMatch> MatchPart(const TimeSource& source, int position,
                                    const std::vector<TimePart>& before);
std::optional<PointMatch> MatchYear(const TimeSource& source, int position);
std::optional<PointMatch> MatchDecade(const TimeSource& source, int position);
std::optional<PointMatch> MatchMonth(const TimeSource& source, int position);
std::optional<PointMatch> MatchDay(const TimeSource& source, int position,
                                   const std::vector<TimePart>& before);
std::optional<PointMatch> MatchNth(const TimeSource& source, int position);
// Index after a clock time (八点半, 19:40, 14时许), or `position` where none stands.
int SkipClock(const TimeSource& source, int position);

// The same for digits alone: 19:40, 19:40:05.
int SkipDigitalClock(const TimeSource& source, int position);

// May a part stand behind `before`? Then it lies within it.
bool MayFollow(const std::vector<TimePart>& before, const TimePart& part);

// A length with its own prefix and suffix; the expression's span begins at `position`.
std::optional<TimeExpression> MatchLength(const TimeSource& source, int position);

// Any expression that begins at `position`.
std::optional<TimeExpression> MatchTimeExpression(const TimeSource& source, int position);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIME_GRAMMAR_H_
