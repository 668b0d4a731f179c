#include "query/entities/entity_search.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

// The matches of one request, tier by tier.
class Search {
 public:
  Search(const IndexView& view, const SearchQuery& query, WorkBudget& budget)
      : view_(view), query_(query), budget_(budget), key_(view.NameKeyOf(query.text)) {}

  absl::StatusOr<SearchPage> Run() {
    if (key_.empty()) return SearchPage();
    for (MatchTier tier : {MatchTier::kExact, MatchTier::kBeginning, MatchTier::kPart}) {
      ANNALS_RETURN_IF_ERROR(Collect(tier));
      if (page_.size() > query_.page_size) break;
    }
    SearchPage result;
    for (size_t i = 0; i < page_.size() && i < query_.page_size; ++i)
      result.entities.push_back(page_[i].second);
    if (page_.size() > query_.page_size) result.next = page_[query_.page_size - 1].first;
    return result;
  }

 private:
  bool Matches(MatchTier tier, absl::string_view name_key) const {
    if (tier == MatchTier::kExact) return name_key == key_;
    if (tier == MatchTier::kBeginning) return name_key != key_;
    return absl::StrContains(name_key, key_);
  }

  // Appends what matches in this tier and no earlier one, in order of standing.
  absl::Status Collect(MatchTier tier) {
    std::vector<EntityNumber> numbers;
    size_t walked = 0;
    const auto take = [&](const NameMatch& match) {
      if (tier == MatchTier::kExact && match.name_key != key_) return false;
      if (++walked > kMaxNamesWalked || numbers.size() == kMaxTierMatches || !budget_.Spend()) return false;
      if (Matches(tier, match.name_key) && seen_.insert(match.entity).second) numbers.push_back(match.entity);
      return true;
    };
    ANNALS_RETURN_IF_ERROR(view_.ScanNames(tier == MatchTier::kPart ? "" : key_, take));
    ANNALS_RETURN_IF_ERROR(budget_.status());
    ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityRecord> records, view_.ReadEntities(numbers));
    const size_t before = page_.size();
    for (const EntityRecord& record : records) {
      const SearchPosition position{tier, record.edge_count, record.number};
      const bool passed = query_.after && !(*query_.after < position);
      if (!passed && TypeFits(record.entity.type())) page_.emplace_back(position, record);
    }
    std::sort(page_.begin() + before, page_.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return absl::OkStatus();
  }

  bool TypeFits(v1::EntityType type) const {
    return query_.types.empty() ||
           std::find(query_.types.begin(), query_.types.end(), type) != query_.types.end();
  }

  const IndexView& view_;
  const SearchQuery& query_;
  WorkBudget& budget_;
  const std::string key_;
  absl::flat_hash_set<EntityNumber> seen_;
  std::vector<std::pair<SearchPosition, EntityRecord>> page_;
};

}  // namespace

absl::StatusOr<SearchPage> SearchEntities(const IndexView& view, const SearchQuery& query,
                                          WorkBudget& budget) {
  return Search(view, query, budget).Run();
}

}  // namespace annals::query
