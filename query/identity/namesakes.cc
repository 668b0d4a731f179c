#include "query/identity/namesakes.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

// Sets that grow together: union-find with path halving (Tarjan and van Leeuwen, "Worst-case analysis of set
// union algorithms", 1984). The smallest mention stands for its set.
class Sets {
 public:
  explicit Sets(size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), size_t{0}); }

  size_t Find(size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void Join(size_t a, size_t b) {
    a = Find(a);
    b = Find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parents_;
};

// The set in most articles, of equals the first; empty where no mention has an affiliation.
std::optional<size_t> Largest(const std::vector<PersonMention>& mentions, Sets& sets) {
  std::vector<size_t> articles(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (!mentions[i].affiliations.empty()) ++articles[sets.Find(i)];
  }
  const auto largest = std::max_element(articles.begin(), articles.end());
  if (largest == articles.end() || *largest == 0) return std::nullopt;
  return largest - articles.begin();
}

}  // namespace

std::vector<size_t> PartNamesakes(const std::vector<PersonMention>& mentions) {
  std::vector<size_t> persons(mentions.size());
  if (mentions.size() > kMaxNameGroup) return persons;
  Sets sets(mentions.size());
  absl::flat_hash_map<EntityNumber, size_t> first_at;
  for (size_t i = 0; i < mentions.size(); ++i) {
    for (EntityNumber organization : mentions[i].affiliations)
      sets.Join(i, first_at.try_emplace(organization, i).first->second);
  }
  const std::optional<size_t> largest = Largest(mentions, sets);
  if (!largest) return persons;
  absl::flat_hash_map<size_t, size_t> person_of_set;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const size_t set = mentions[i].affiliations.empty() ? *largest : sets.Find(i);
    persons[i] = person_of_set.try_emplace(set, person_of_set.size()).first->second;
  }
  return persons;
}

std::string NamesakeId(absl::string_view id_of_name, const std::vector<std::string>& organization_ids) {
  return absl::StrCat(id_of_name, "@", *std::min_element(organization_ids.begin(), organization_ids.end()));
}

bool IsNamesakeId(absl::string_view id, absl::string_view id_of_name) {
  return id.size() > id_of_name.size() && absl::StartsWith(id, id_of_name) && id[id_of_name.size()] == '@';
}

}  // namespace annals::query
