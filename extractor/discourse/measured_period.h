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

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_MEASURED_PERIOD_H_
