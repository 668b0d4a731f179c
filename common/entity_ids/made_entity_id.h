// The ids of entities that no list knows: made of type and name, so that every article gives the same.
#ifndef ANNALS_COMMON_ENTITY_IDS_MADE_ENTITY_ID_H_
#define ANNALS_COMMON_ENTITY_IDS_MADE_ENTITY_ID_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"

namespace annals {

// "organization:星槎智能". `type` is not UNSPECIFIED.
std::string MakeEntityId(v1::EntityType type, absl::string_view name);

struct MadeEntityId {
  v1::EntityType type;
  std::string name;
};
// What such an id was made of; nothing: it is another kind of id.
std::optional<MadeEntityId> ParseMadeEntityId(absl::string_view id);

}  // namespace annals

#endif  // ANNALS_COMMON_ENTITY_IDS_MADE_ENTITY_ID_H_
