// Which entity a request means by an id or a name.
#ifndef ANNALS_QUERY_ENTITIES_ENTITY_LOOKUP_H_
#define ANNALS_QUERY_ENTITIES_ENTITY_LOOKUP_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "query/index/index_view.h"

namespace annals::query {

// An id wins over any name. Of names, entities that are called so come before those that have it as an alias.
// If several are left, one is chosen only where the choice is plain: it is the whole that all the others are
// parts of (DeepSeek the company and DeepSeek its product: the company's reads include the product's), or it
// has at least kPlainStanding times as many edges as any other.
//
// NOT_FOUND (ENTITY_NOT_FOUND). FAILED_PRECONDITION (ENTITY_AMBIGUOUS) with EntityCandidates, best known
// first.
inline constexpr uint64_t kPlainStanding = 10;
absl::StatusOr<EntityRecord> LookUpEntity(const IndexView& view, absl::string_view id_or_name);

}  // namespace annals::query

#endif  // ANNALS_QUERY_ENTITIES_ENTITY_LOOKUP_H_
