// From what the journal and the extractor say to what the API says. Pure.
#ifndef ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_
#define ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_

#include "absl/status/status.h"
#include "annals/v1/extractor_service.pb.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"

namespace annals {

v1::SubmitOutcome ToProto(Journal::Outcome outcome);
v1::EventTypeInfo ToProto(const EventTypeDescription& description);
// A status that is not OK, as a stream reports it for one article.
v1::SubmitError ToSubmitError(const absl::Status& status);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_
