#include "query/index/entity_id_row.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace annals::query {

std::string ToText(const EntityIdRow& row) {
  return row.same_as == row.number ? absl::StrCat(row.number) : absl::StrCat(row.number, " ", row.same_as);
}

bool FromText(absl::string_view text, EntityIdRow& row) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(text, absl::MaxSplits(' ', 1));
  if (!absl::SimpleAtoi(parts.first, &row.number)) return false;
  row.same_as = row.number;
  return parts.second.empty() || absl::SimpleAtoi(parts.second, &row.same_as);
}

}  // namespace annals::query
