#include "extractor/mentions/entity_ids.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace annals {
namespace {

std::string PrefixOf(v1::EntityType type) {
  const std::string name = v1::EntityType_Name(type);
  return absl::StrCat(absl::AsciiStrToLower(absl::StripPrefix(name, "ENTITY_TYPE_")), ":");
}

}  // namespace

v1::EntityType ToProto(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return v1::ENTITY_TYPE_PERSON;
    case EntityType::kOrganization:
      return v1::ENTITY_TYPE_ORGANIZATION;
    case EntityType::kUnit:
      return v1::ENTITY_TYPE_UNIT;
    case EntityType::kProduct:
      return v1::ENTITY_TYPE_PRODUCT;
  }
  return v1::ENTITY_TYPE_UNSPECIFIED;
}

EntityType FromProto(v1::EntityType type) {
  switch (type) {
    case v1::ENTITY_TYPE_PERSON:
      return EntityType::kPerson;
    case v1::ENTITY_TYPE_UNIT:
      return EntityType::kUnit;
    case v1::ENTITY_TYPE_PRODUCT:
      return EntityType::kProduct;
    default:
      return EntityType::kOrganization;
  }
}

std::string MakeEntityId(v1::EntityType type, absl::string_view name) {
  return absl::StrCat(PrefixOf(type), name);
}

std::optional<MadeEntityId> ParseMadeEntityId(absl::string_view id) {
  for (const v1::EntityType type : {v1::ENTITY_TYPE_PERSON, v1::ENTITY_TYPE_ORGANIZATION,
                                    v1::ENTITY_TYPE_UNIT, v1::ENTITY_TYPE_PRODUCT}) {
    const std::string prefix = PrefixOf(type);
    if (absl::StartsWith(id, prefix) && id.size() > prefix.size()) {
      return MadeEntityId{type, std::string(absl::StripPrefix(id, prefix))};
    }
  }
  return std::nullopt;
}

}  // namespace annals
