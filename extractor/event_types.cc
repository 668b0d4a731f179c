#include "extractor/event_types.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "extractor/events/valency_lexicon.h"

namespace annals {
namespace {

absl::StatusOr<std::vector<v1::Role>> ParseRoles(const Table& table, int row, int column) {
  std::vector<v1::Role> roles;
  for (const std::string& item : table.List(row, column)) {
    roles.push_back(ParseRole(item));
    if (roles.back() == v1::ROLE_UNSPECIFIED) {
      return absl::InvalidArgumentError(absl::StrCat(table.Where(row), ": unknown role '", item, "'"));
    }
  }
  return roles;
}

}  // namespace

absl::StatusOr<std::vector<EventTypeDescription>> LoadEventTypes(const DataDirectory& data) {
  std::vector<EventTypeDescription> types;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("event_types.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int type, table->Column("type"));
    ANNALS_ASSIGN_OR_RETURN(const int key_roles, table->Column("key_roles"));
    ANNALS_ASSIGN_OR_RETURN(const int roles, table->Column("roles"));
    ANNALS_ASSIGN_OR_RETURN(const int description, table->Column("description"));
    for (int row = 0; row < table->size(); ++row) {
      EventTypeDescription each;
      each.type = ParseEventType(table->Cell(row, type));
      each.description = std::string(table->Cell(row, description));
      ANNALS_ASSIGN_OR_RETURN(each.key_roles, ParseRoles(*table, row, key_roles));
      ANNALS_ASSIGN_OR_RETURN(each.roles, ParseRoles(*table, row, roles));
      std::stable_sort(each.roles.begin(), each.roles.end(), [&each](v1::Role a, v1::Role b) {
        const auto key = [&each](v1::Role role) {
          return std::find(each.key_roles.begin(), each.key_roles.end(), role) != each.key_roles.end();
        };
        return key(a) && !key(b);
      });
      types.push_back(std::move(each));
    }
  }
  std::sort(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.type < b.type; });
  return types;
}

}  // namespace annals
