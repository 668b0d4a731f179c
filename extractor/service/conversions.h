// From what the extractor says to what the API says. Pure.
#ifndef ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_
#define ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_

#include "annals/v1/extractor_service.pb.h"
#include "extractor/extractor.h"

namespace annals {

v1::EventTypeInfo ToProto(const EventTypeDescription& description);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_CONVERSIONS_H_
