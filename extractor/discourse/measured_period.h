// Of which period a measure is.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_MEASURED_PERIOD_H_
#define ANNALS_EXTRACTOR_DISCOURSE_MEASURED_PERIOD_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// 盘后股价|大跌: is of a day, whatever quarter the clause before tells of.
bool IsPriceOfShare(const Document& document, const EventDraft& draft);

// A quarter, a half or a year.
bool IsReportedPeriod(const TimeMention& time);

// 较昨日|减少, 比去年|翻倍: what a measure is held against, and the time of nothing.
bool IsYardstick(const Document& document, const TimeMention& time);

// 一年前, 前一年: beside the measure of another time, and not that of the clauses behind it.
bool LooksBack(const Document& document, const TimeMention& time);

// |这个数字|是100家: a measure that was told before, and is now of another time.
bool TellsAgain(const Document& document, const EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_MEASURED_PERIOD_H_
