// The requests by which users teach, see and take back what was taught: each validates, runs, converts back.
#ifndef ANNALS_EXTRACTOR_SERVICE_TEACHING_REQUESTS_H_
#define ANNALS_EXTRACTOR_SERVICE_TEACHING_REQUESTS_H_

#include "absl/status/status.h"
#include "annals/v1/extractor_service.pb.h"
#include "common/page_token/page_token.h"
#include "extractor/taught/taught_entities.h"

namespace annals {

// Statuses: see proto/annals/v1/extractor_service.proto.
absl::Status PutEntity(TaughtEntities& taught, const v1::PutEntityRequest& request,
                       v1::PutEntityResponse& response);
absl::Status MergeEntities(TaughtEntities& taught, const v1::MergeEntitiesRequest& request,
                           v1::MergeEntitiesResponse& response);
absl::Status DeleteEntity(TaughtEntities& taught, const v1::DeleteEntityRequest& request,
                          v1::DeleteEntityResponse& response);
absl::Status ListEntities(const TaughtEntities& taught, const PageTokens& tokens,
                          const v1::ListEntitiesRequest& request, v1::ListEntitiesResponse& response);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_TEACHING_REQUESTS_H_
