// Reads the data files of the lexicon: tab-separated tables with a header that explains them.
//
//   # any line that starts with '#' is commentary; the file opens with what it holds and what each column means
//   word	type	frame          the first other line names the columns
//   加入	JOIN	join           empty cells are allowed; cells are trimmed; a list in a cell is separated by '|'
#ifndef ANNALS_EXTRACTOR_LEXICON_TABLE_H_
#define ANNALS_EXTRACTOR_LEXICON_TABLE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

class Table {
 public:
  // INVALID_ARGUMENT with the file and line for: not UTF-8, no column line, a row with more cells than columns, a missing
  // required column. `name` is only for messages.
  static absl::StatusOr<Table> Parse(absl::string_view name, absl::string_view content);

  int size() const { return static_cast<int>(rows_.size()); }
  // Column index, or INVALID_ARGUMENT that names the file.
  absl::StatusOr<int> Column(absl::string_view name) const;
  // A missing trailing cell is "". The view lives as long as the table.
  absl::string_view Cell(int row, int column) const;
  // The cell's items, split at '|', none for an empty cell.
  std::vector<std::string> List(int row, int column) const;
  // "triggers.tsv:17", for messages.
  std::string Where(int row) const;

 private:
  struct Row {
    int line;
    std::vector<std::string> cells;
  };
  std::string name_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_TABLE_H_
