// Types of entities in the terms of the API.
#ifndef ANNALS_EXTRACTOR_MENTIONS_ENTITY_IDS_H_
#define ANNALS_EXTRACTOR_MENTIONS_ENTITY_IDS_H_

#include "annals/v1/entity.pb.h"
#include "common/entity_ids/made_entity_id.h"  // IWYU pragma: export
#include "extractor/mentions/mention.h"

namespace annals {

v1::EntityType ToProto(EntityType type);
// `type` is not UNSPECIFIED.
EntityType FromProto(v1::EntityType type);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_ENTITY_IDS_H_
