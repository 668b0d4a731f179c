// The row of an id: its number, and that of the entity it is. "12", or "12 7" where 12 is 7.
#ifndef ANNALS_QUERY_INDEX_ENTITY_ID_ROW_H_
#define ANNALS_QUERY_INDEX_ENTITY_ID_ROW_H_

#include <string>

#include "absl/strings/string_view.h"
#include "query/events/report_facts.h"

namespace annals::query {

struct EntityIdRow {
  EntityNumber number = kNoEntity;
  EntityNumber same_as = kNoEntity;  // `number`, as a rule
};

std::string ToText(const EntityIdRow& row);
// False where the text is no such row.
bool FromText(absl::string_view text, EntityIdRow& row);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_ID_ROW_H_
