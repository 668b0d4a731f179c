#include "query/index/entity_record.h"

#include <algorithm>
#include <set>
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

void AddNames(const rows::Entity& row, const std::vector<rows::Entity>& members, v1::Entity& entity) {
  const rows::Name* best = NameToShow(row, members);
  if (best != nullptr) entity.set_name(best->text());
  if (members.empty()) {
    for (const rows::Name& name : row.names()) {
      if (&name != best) entity.add_aliases(name.text());
    }
    return;
  }
  std::set<std::string> aliases;
  for (const rows::Name& name : row.names()) aliases.insert(name.text());
  for (const rows::Entity& member : members) {
    for (const rows::Name& name : member.names()) aliases.insert(name.text());
  }
  aliases.erase(entity.name());
  for (const std::string& alias : aliases) entity.add_aliases(alias);
}

}  // namespace

EntityRecord ToRecord(EntityNumber number, const rows::Entity& row,
                      const std::vector<rows::Entity>& members) {
  EntityRecord record{.number = number,
                      .edge_count = row.edge_count(),
                      .relation_count = row.relation_count(),
                      .past_classes = row.past_classes()};
  record.entity.set_id(row.id());
  record.entity.set_type(row.type());
  AddNames(row, members, record.entity);
  record.entity_bytes = record.entity.SerializeAsString();
  for (int c = 0; c < std::min(kSpanClasses, row.event_counts_size()); ++c)
    record.event_counts[c] = row.event_counts(c);
  for (uint64_t count : record.event_counts) record.event_count += count;
  return record;
}

}  // namespace annals::query
