#include "common/entity_ids/made_entity_id.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace annals {
namespace {

absl::string_view PrefixOf(v1::EntityType type) {
  switch (type) {
    case v1::ENTITY_TYPE_PERSON:
      return "person:";
    case v1::ENTITY_TYPE_ORGANIZATION:
      return "organization:";
    case v1::ENTITY_TYPE_UNIT:
      return "unit:";
    case v1::ENTITY_TYPE_PRODUCT:
      return "product:";
    default:
      return "unspecified:";
  }
}

}  // namespace

std::string MakeEntityId(v1::EntityType type, absl::string_view name) {
  return absl::StrCat(PrefixOf(type), name);
}

std::optional<MadeEntityId> ParseMadeEntityId(absl::string_view id) {
  for (const v1::EntityType type : {v1::ENTITY_TYPE_PERSON, v1::ENTITY_TYPE_ORGANIZATION,
                                    v1::ENTITY_TYPE_UNIT, v1::ENTITY_TYPE_PRODUCT}) {
    const absl::string_view prefix = PrefixOf(type);
    if (absl::StartsWith(id, prefix) && id.size() > prefix.size()) {
      return MadeEntityId{type, std::string(absl::StripPrefix(id, prefix))};
    }
  }
  return std::nullopt;
}

}  // namespace annals
