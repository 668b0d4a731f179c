// An entity as users send it, checked and brought into the one form in which it is kept.
#ifndef ANNALS_EXTRACTOR_TAUGHT_CANONICAL_ENTITY_H_
#define ANNALS_EXTRACTOR_TAUGHT_CANONICAL_ENTITY_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"
#include "extractor/extractor.h"

namespace annals {

// What PutEntity says of ids and names in proto/annals/v1/extractor_service.proto: the name folded, aliases
// trimmed, sorted and unique, an id where there was none. INVALID_ARGUMENT with the first field at fault, as
// "entity.aliases[2]": INVALID_FIELD or TOO_LARGE. Pure.
absl::StatusOr<v1::Entity> CanonicalEntity(const v1::Entity& entity, const Extractor& lexicon);

// 1 to limits::kEntityNameBytes bytes without control characters. `field` names it in the error.
absl::Status ValidateEntityId(absl::string_view id, absl::string_view field);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TAUGHT_CANONICAL_ENTITY_H_
