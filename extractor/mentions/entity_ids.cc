#include "extractor/mentions/entity_ids.h"

namespace annals {
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

}  // namespace annals
