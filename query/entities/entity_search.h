// Entities by a name, its beginning, or a part of it.
#ifndef ANNALS_QUERY_ENTITIES_ENTITY_SEARCH_H_
#define ANNALS_QUERY_ENTITIES_ENTITY_SEARCH_H_

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

enum class MatchTier { kExact = 0, kBeginning = 1, kPart = 2 };

// Where an entity stands among the matches: tier, then the best known, then the first come.
struct SearchPosition {
  MatchTier tier = MatchTier::kExact;
  uint64_t edge_count = 0;
  EntityNumber entity = kNoEntity;

  friend bool operator<(const SearchPosition& a, const SearchPosition& b) {
    return std::tuple(a.tier, b.edge_count, a.entity) < std::tuple(b.tier, a.edge_count, b.entity);
  }
};

struct SearchQuery {
  absl::string_view text;
  std::vector<v1::EntityType> types;  // empty: all
  std::optional<SearchPosition> after;
  size_t page_size = 0;
};

struct SearchPage {
  std::vector<EntityRecord> entities;
  std::optional<SearchPosition> next;  // of the last entity, where there are more
};

// Parts of names are looked for only where exact names and beginnings do not fill the page: it takes a walk
// through all names, of which at most kMaxNamesWalked are looked at. Of each tier at most kMaxTierMatches are
// ranked.
inline constexpr size_t kMaxNamesWalked = 500000;
inline constexpr size_t kMaxTierMatches = 2000;
absl::StatusOr<SearchPage> SearchEntities(const IndexView& view, const SearchQuery& query,
                                          WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_ENTITIES_ENTITY_SEARCH_H_
