#include "query/index/entity_record.h"

#include <algorithm>
#include <string>

#include "query/index/entity_names.h"
#include "query/index/index_keys.h"

namespace annals::query {
namespace {

// Its own, where articles or users give its id; else that of the first member by id: numbers are of no
// account.
const rows::Name* NameToShow(const rows::Entity& row, const std::vector<rows::Entity>& members) {
  const rows::Name* best = BestName(row.names());
  const rows::Entity* first = nullptr;
  for (const rows::Entity& member : members) {
    if (best == nullptr && (first == nullptr || member.id() < first->id())) first = &member;
  }
  return first == nullptr ? best : BestName(first->names());
}

// But the name, each once. They point into the rows.
std::vector<absl::string_view> AliasesOf(const rows::Entity& row, const std::vector<rows::Entity>& members,
                                         absl::string_view name) {
  std::vector<absl::string_view> aliases;
  const auto add = [&](const rows::Entity& part) {
    for (const rows::Name& other : part.names()) {
      if (other.text() != name) aliases.push_back(other.text());
    }
  };
  add(row);
  if (members.empty()) return aliases;
  for (const rows::Entity& member : members) add(member);
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  return aliases;
}

}  // namespace

EntityRecord ToRecord(EntityNumber number, const rows::Entity& row,
                      const std::vector<rows::Entity>& members) {
  EntityRecord record{.number = number,
                      .edge_count = row.edge_count(),
                      .relation_count = row.relation_count(),
                      .past_classes = row.past_classes()};
  const rows::Name* const best = NameToShow(row, members);
  const absl::string_view name = best == nullptr ? absl::string_view() : best->text();
  record.entity = EntityBytes(row.id(), row.type(), name, AliasesOf(row, members, name));
  for (int c = 0; c < std::min(kSpanClasses, row.event_counts_size()); ++c)
    record.event_counts[c] = row.event_counts(c);
  for (uint64_t count : record.event_counts) record.event_count += count;
  return record;
}

}  // namespace annals::query
