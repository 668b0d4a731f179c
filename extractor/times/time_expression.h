// What a time expression says, before anybody knows which days are meant.
#ifndef ANNALS_EXTRACTOR_TIMES_TIME_EXPRESSION_H_
#define ANNALS_EXTRACTOR_TIMES_TIME_EXPRESSION_H_

#include <optional>
#include <vector>

#include "extractor/text/folded_text.h"
#include "extractor/times/time_mention.h"

namespace annals {

enum class TimeField {
  kDecade,     // 90年代: value is its first year
  kYear,       // 2024年, 去年, 同年
  kHalf,       // 上半年: 1 or 2
  kQuarter,    // 三季度: 1 to 4
  kQuarters,   // 前三季度: how many from the first on
  kMonths,     // 前四个月: how many from January on
  kSeason,     // 春天: 1 spring to 4 winter
  kFestival,   // 春节: index into Festivals
  kYearEdge,   // 年初 年中 年底: 1 to 3
  kMonth,      // 3月, 上个月
  kMonthEdge,  // 月初 中旬 月底: 1 to 3; 上半月 下半月: 4 and 5
  kWeek,       // 上周
  kNth,        // 第一周, 最后一个周四, 前10天: see TimePart::unit and count
  kWeekday,    // 1 Monday to 7 Sunday, 8 the weekend
  kDay,        // 5日, 昨天, 次日
  kDayPart,    // 晚间: names no other day
  kSame,       // 届时: the anchor's own interval
  kWindow,     // 近日: value days before the publication, and the day itself
  kVague,      // no days; value 0 speaks of the present (目前), 1 of some other time (此前)
};

enum class TimeBasis {
  kNamed,   // `value` is the number of the thing; which one is meant depends on what stands around it
  kNow,     // `value` steps from the one that holds the day of publication
  kAnchor,  // `value` steps from the one that holds the anchor
};

// One link of an expression: 去年|12月|底 has three, each within the one before it.
struct TimePart {
  TimeField field = TimeField::kVague;
  TimeBasis basis = TimeBasis::kNamed;
  int value = 0;
  TimeField unit = TimeField::kDay;  // kNth: what is counted: kMonth, kWeek, kDay, kWeekday
  int count = 1;                     // kNth: how many of them: 前10天
  int weekday = 0;                   // kNth of kWeekday: which
};

enum class TimeUnit { kYear, kQuarter, kMonth, kWeek, kDay, kHour, kMinute };

// 三个月, 两周多, 半年, 几天.
struct TimeLength {
  double count = 1;
  TimeUnit unit = TimeUnit::kDay;
  bool more = false;   // 两周多: up to one unit longer
  bool vague = false;  // 几天, 数月: `count` means nothing
};

// What stands before or after says which end of the named stretch is meant.
enum class TimeBound {
  kNone,
  kAsOf,    // 截至…
  kFrom,    // …起: starts then
  kStart,   // 从…开始
  kSince,   // …以来, …至今: until publication
  kBefore,  // …前: a deadline; of a length: that long ago
  kAfter,   // …后
  kWithin,  // …内
  kAround,  // …前后
  kVague,   // …前夕: no days
  kPast,    // 过去一年
  kRun,     // 前三天: the days right before
  kRunOn,   // 后三天
  kComing,  // 未来三年
  kFirst,   // 头四天: from the anchor on
};

// A point of time (`parts`), a range of two (`parts` to `until`), or a length with its bound.
struct TimeExpression {
  Span span = {};
  std::vector<TimePart> parts = {};  // from coarse to fine
  std::vector<TimePart> until = {};
  std::optional<TimeLength> length = {};
  TimeBound bound = TimeBound::kNone;
  bool anchored_before = false;  // 早在五天前: counts back from the time told of, not from publication
};

// How wide the stretch is that a part names.
TimePrecision PrecisionOf(const TimePart& part);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIME_EXPRESSION_H_
