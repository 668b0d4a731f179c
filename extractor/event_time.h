// A time expression as clients see it.
#ifndef ANNALS_EXTRACTOR_EVENT_TIME_H_
#define ANNALS_EXTRACTOR_EVENT_TIME_H_

#include "absl/strings/string_view.h"
#include "annals/v1/event.pb.h"
#include "common/date_interval.h"
#include "extractor/text/folded_text.h"
#include "extractor/times/time_mention.h"

namespace annals {

// `days` is what the expression means here: its interval, its future_interval, or what an event made of it.
// `text` holds the mention, `submitted` the bytes it was folded from.
void SetEventTime(const TimeMention& time, const DateInterval& days, const FoldedText& text,
                  absl::string_view submitted, v1::EventTime& out);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENT_TIME_H_
