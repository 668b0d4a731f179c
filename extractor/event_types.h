// The event types as the lexicon describes them: event_types.tsv.
#ifndef ANNALS_EXTRACTOR_EVENT_TYPES_H_
#define ANNALS_EXTRACTOR_EVENT_TYPES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "extractor/extractor.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// By number. INVALID_ARGUMENT, with file and line, for an unknown type or role.
absl::StatusOr<std::vector<EventTypeDescription>> LoadEventTypes(const DataDirectory& data);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENT_TYPES_H_
