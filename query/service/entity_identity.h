// Why the mentions of an entity are held for one: what GetEntity says of it besides its events and relations.
#ifndef ANNALS_QUERY_SERVICE_ENTITY_IDENTITY_H_
#define ANNALS_QUERY_SERVICE_ENTITY_IDENTITY_H_

#include "absl/status/status.h"
#include "annals/v1/query_service.pb.h"
#include "query/index/index_view.h"

namespace annals::query {

// Fills names, article_count and identity, as judged by all that is known now. Of people of one name the
// organisations are told while their mentions are few (kPlacesInRow).
absl::Status AddIdentity(const IndexView& view, EntityNumber entity, v1::GetEntityResponse& response);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_ENTITY_IDENTITY_H_
