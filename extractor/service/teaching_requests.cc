#include "extractor/service/teaching_requests.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"

namespace annals {
namespace {

// There is nothing to filter by, so every page is one of the same listing.
constexpr char kListing[] = "ListEntities";

size_t PageSize(int32_t requested) {
  return requested == 0 ? limits::kDefaultArticlePage : std::min(requested, limits::kMaxArticlePage);
}

}  // namespace

absl::Status PutEntity(TaughtEntities& taught, const v1::PutEntityRequest& request,
                       v1::PutEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(TaughtEntities::Taught put, taught.Put(request.entity()));
  *response.mutable_entity() = std::move(put.entity);
  response.set_revision(put.revision);
  return absl::OkStatus();
}

absl::Status MergeEntities(TaughtEntities& taught, const v1::MergeEntitiesRequest& request,
                           v1::MergeEntitiesResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision,
                          taught.Merge(request.from_entity_id(), request.into_entity_id()));
  response.set_revision(revision);
  return absl::OkStatus();
}

absl::Status DeleteEntity(TaughtEntities& taught, const v1::DeleteEntityRequest& request,
                          v1::DeleteEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, taught.Delete(request.entity_id()));
  response.set_revision(revision);
  return absl::OkStatus();
}

absl::Status ListEntities(const TaughtEntities& taught, const PageTokens& tokens,
                          const v1::ListEntitiesRequest& request, v1::ListEntitiesResponse& response) {
  if (request.page_size() < 0) return InvalidField("page_size", "is negative");
  std::string after_id;
  if (!request.page_token().empty()) {
    ANNALS_ASSIGN_OR_RETURN(after_id, tokens.Decode(kListing, request.page_token()));
  }
  TaughtEntities::Page page = taught.List(after_id, PageSize(request.page_size()));
  for (v1::Entity& entity : page.entities) *response.add_entities() = std::move(entity);
  for (auto& [from, into] : page.merges) {
    v1::EntityMerge* merge = response.add_merges();
    merge->set_from_entity_id(std::move(from));
    merge->set_into_entity_id(std::move(into));
  }
  if (page.more) response.set_next_page_token(tokens.Encode(kListing, page.last_id));
  return absl::OkStatus();
}

}  // namespace annals
