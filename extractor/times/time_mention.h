// A time expression of the text and the days it means.
#ifndef ANNALS_EXTRACTOR_TIMES_TIME_MENTION_H_
#define ANNALS_EXTRACTOR_TIMES_TIME_MENTION_H_

#include <string>

#include "common/date_interval.h"
#include "extractor/text/folded_text.h"

namespace annals {

// How wide the interval is by nature: what the words say, not how many days they span.
enum class TimePrecision { kNone, kDay, kWeek, kMonth, kQuarter, kHalf, kSeason, kYear, kVague };

// What an expression was resolved against.
enum class TimeReference {
  kNone,         // could not be resolved: no interval
  kAbsolute,     // the words say everything: 2024年3月5日
  kPublication,  // the day of publication: 去年12月, 上周五, 8月25日
  kAnchor,       // another time of the text: 三个月后, 同月, 次日, 五天后
  kContext,      // a year or month taken from the text before it: 2017年……6月
};

struct TimeMention {
  Span span = {};
  TimeReference reference = TimeReference::kNone;
  TimePrecision precision = TimePrecision::kNone;
  DateInterval interval = {};         // as something that has happened
  DateInterval future_interval = {};  // as something planned: 年底, 周五, 3月 lie after publication
  int anchor = -1;                    // for kAnchor and kContext: index of the TimeMention it hangs on
  bool duration = false;              // 三年, 五个月: a length, no point of time; has no interval
  bool deadline = false;              // 月底前, 年内: has interval = the named period
  bool open_start = false;            // 截至…, …之前 …: only the end is meant
  bool open_end = false;              // …以来, 自…起, …至今 …
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIME_MENTION_H_
