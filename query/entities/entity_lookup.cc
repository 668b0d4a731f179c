#include "query/entities/entity_lookup.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "annals/v1/query_service.pb.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

// More of one name are not looked at.
constexpr size_t kMaxNamesakes = 200;
constexpr size_t kMaxCandidates = 10;
// Parts of an entity that are looked through for its namesakes.
constexpr size_t kMaxPartsLookedAt = 200;

bool BetterKnown(const EntityRecord& a, const EntityRecord& b) {
  if (a.edge_count != b.edge_count) return a.edge_count > b.edge_count;
  return a.event_count != b.event_count ? a.event_count > b.event_count : a.number < b.number;
}

// Those that have it as their name; where none has, those that have it as an alias.
std::vector<EntityNumber> BestRanked(const std::vector<NameMatch>& matches) {
  const bool named = !matches.empty() && matches.front().rank == NameRank::kName;
  std::vector<EntityNumber> numbers;
  for (const NameMatch& match : matches) {
    if (!named || match.rank == NameRank::kName) numbers.push_back(match.entity);
  }
  return numbers;
}

// The number of candidates that are parts of `whole`.
absl::StatusOr<size_t> CountParts(const IndexView& view, const EntityRecord& whole,
                                  const std::vector<EntityRecord>& candidates) {
  const IndexView::WayAndType parts_of{RelationWay::kIn, v1::RELATION_TYPE_PART_OF};
  ANNALS_ASSIGN_OR_RETURN(const auto parts, view.ReadRelations(whole.number, parts_of, kMaxPartsLookedAt));
  return std::count_if(candidates.begin(), candidates.end(), [&](const EntityRecord& candidate) {
    return std::any_of(parts.begin(), parts.end(), [&](const StoredRelation& part) {
      return part.relation.other == candidate.number && !part.former;
    });
  });
}

absl::Status Ambiguous(absl::string_view name, const std::vector<EntityRecord>& candidates) {
  absl::Status status =
      MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_ENTITY_AMBIGUOUS,
                absl::StrCat("\"", name, "\" may mean ", candidates.size(), " entities: give an id"));
  v1::EntityCandidates detail;
  for (size_t i = 0; i < candidates.size() && i < kMaxCandidates; ++i)
    *detail.add_candidates() = candidates[i].entity.ToProto();
  AttachDetail(status, detail);
  return status;
}

}  // namespace

absl::StatusOr<EntityRecord> LookUpEntity(const IndexView& view, absl::string_view id_or_name) {
  ANNALS_ASSIGN_OR_RETURN(const EntityNumber number, view.FindEntity(id_or_name));
  std::vector<EntityNumber> numbers = {number};
  if (number == kNoEntity) {
    const std::string key = view.NameKeyOf(id_or_name);
    if (key.empty()) return EntityNotFound(id_or_name);
    ANNALS_ASSIGN_OR_RETURN(const std::vector<NameMatch> matches, view.FindName(key, kMaxNamesakes));
    numbers = BestRanked(matches);
  }
  ANNALS_ASSIGN_OR_RETURN(std::vector<EntityRecord> candidates, view.ReadEntities(numbers));
  if (candidates.empty()) return EntityNotFound(id_or_name);
  std::sort(candidates.begin(), candidates.end(), BetterKnown);
  if (candidates.size() == 1) return candidates.front();
  const uint64_t runner_up = std::max<uint64_t>(1, candidates[1].edge_count);
  if (candidates.front().edge_count / kPlainStanding >= runner_up) return candidates.front();
  for (const EntityRecord& whole : candidates) {
    ANNALS_ASSIGN_OR_RETURN(const size_t parts, CountParts(view, whole, candidates));
    if (parts + 1 == candidates.size()) return whole;
  }
  return Ambiguous(id_or_name, candidates);
}

}  // namespace annals::query
