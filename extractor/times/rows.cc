#include "extractor/times/rows.h"

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"

namespace annals {
namespace {

absl::Status ReadTable(const Table& table, const std::vector<absl::string_view>& columns,
                       const RowReader& read) {
  std::vector<int> indices;
  for (absl::string_view column : columns) {
    const absl::StatusOr<int> index = table.Column(column);
    if (!index.ok()) return index.status();
    indices.push_back(*index);
  }
  for (int row = 0; row < table.size(); ++row) {
    std::vector<absl::string_view> cells;
    for (int index : indices) cells.push_back(table.Cell(row, index));
    const absl::Status status = read(cells);
    if (!status.ok())
      return absl::InvalidArgumentError(absl::StrCat(table.Where(row), ": ", status.message()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ForEachRow(const DataDirectory& directory, absl::string_view file_name,
                        const std::vector<absl::string_view>& columns, const RowReader& read) {
  const absl::StatusOr<std::vector<const Table*>> tables = directory.Find(file_name);
  if (!tables.ok()) return tables.status();
  for (const Table* table : *tables) {
    const absl::Status status = ReadTable(*table, columns, read);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace annals
