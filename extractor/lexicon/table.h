// Reads the data files of the lexicon: tab-separated tables with a header that explains them.
//
//   # any line that starts with '#' is commentary; the file opens with what it holds and what each column
//   means word	type	frame          the first other line names the columns
//   加入	JOIN	join           empty cells are allowed; cells are trimmed; a list in a cell is
//   separated by
//   '|'
#ifndef ANNALS_EXTRACTOR_LEXICON_TABLE_H_
#define ANNALS_EXTRACTOR_LEXICON_TABLE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

// Immutable; safe to share between threads. Cells are views into one copy of the file: a table of 300k rows
// costs little more than its bytes. Files are under 4 GB.
class Table {
 public:
  // INVALID_ARGUMENT with the file and line for: not UTF-8, no column line, a column named twice or not at
  // all, a row with more cells than columns. `name` is only for messages. Windows line ends and a byte order
  // mark are accepted.
  static absl::StatusOr<Table> Parse(absl::string_view name, absl::string_view content);

  int size() const { return static_cast<int>(rows_.size()); }
  // Column index, or INVALID_ARGUMENT that names the file.
  absl::StatusOr<int> Column(absl::string_view name) const;
  // A missing trailing cell is "". The view lives as long as the table, also when the table is moved.
  absl::string_view Cell(int row, int column) const;
  // The cell's items, split at '|' and trimmed, none for an empty cell.
  std::vector<std::string> List(int row, int column) const;
  // "triggers.tsv:17", for messages.
  std::string Where(int row) const;

 private:
  struct CellRange {
    uint32_t begin;
    uint32_t length;
  };
  struct Row {
    uint32_t line;
    uint32_t first_cell;
  };

  absl::Status ReadColumns(absl::string_view line, uint32_t number);
  absl::Status ReadRow(absl::string_view line, uint32_t number);
  CellRange RangeOf(absl::string_view cell) const;

  std::string name_;
  std::vector<std::string> columns_;
  std::unique_ptr<const std::string> content_;
  std::vector<CellRange> cells_;
  std::vector<Row> rows_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_TABLE_H_
