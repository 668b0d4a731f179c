// What is seen of a finished event that tells right ones from wrong ones: the features of the confidence
// model.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_EVENT_FEATURES_H_
#define ANNALS_EXTRACTOR_DISCOURSE_EVENT_FEATURES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// The names of features, as confidence.tsv has them; they live as long as the program.
using EventFeatures = std::vector<absl::string_view>;

// The features of each draft; none for a draft that was dropped. The
// drafts are merged, with status and time; traces[i] is of document.triggers[i]. Deterministic, linear in the
// drafts.
std::vector<EventFeatures> FeaturesOf(const Document& document, const std::vector<TriggerTrace>& traces,
                                      const std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_EVENT_FEATURES_H_
