// What a company is worth, where no deal says who pays for it: a measure of the company.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_BARE_VALUATIONS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_BARE_VALUATIONS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Of the drafts that tell a valuation and nothing of a deal makes metrics; drops those that tell no number,
// and those of companies of which another draft tells a deal. Once deals are paired.
void MeasureBareValuations(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_BARE_VALUATIONS_H_
