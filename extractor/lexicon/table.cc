#include "extractor/lexicon/table.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/utf8.h"

namespace annals {
namespace {

absl::Status BadLine(absl::string_view name, uint32_t line, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(name, ":", line, ": ", what));
}

bool IsUtf8(absl::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    const int length = DecodeUtf8At(bytes, i).length;
    if (length == 0) return false;
    i += length;
  }
  return true;
}

// Takes the next line off `rest`.
absl::string_view TakeLine(absl::string_view& rest) {
  const size_t end = rest.find('\n');
  const absl::string_view line = rest.substr(0, end);
  rest = end == absl::string_view::npos ? absl::string_view() : rest.substr(end + 1);
  return absl::StripSuffix(line, "\r");
}

}  // namespace

absl::StatusOr<Table> Table::Parse(absl::string_view name, absl::string_view content) {
  Table table;
  table.name_ = std::string(name);
  table.content_ = std::make_unique<const std::string>(absl::StripPrefix(content, "\xEF\xBB\xBF"));
  absl::string_view rest = *table.content_;
  for (uint32_t number = 1; !rest.empty(); ++number) {
    const absl::string_view line = TakeLine(rest);
    if (!IsUtf8(line)) return BadLine(name, number, "not UTF-8");
    if (absl::StartsWith(line, "#") || absl::StripAsciiWhitespace(line).empty()) continue;
    const absl::Status read =
        table.columns_.empty() ? table.ReadColumns(line, number) : table.ReadRow(line, number);
    if (!read.ok()) return read;
  }
  if (table.columns_.empty()) return BadLine(name, 1, "no line names the columns");
  return table;
}

absl::Status Table::ReadColumns(absl::string_view line, uint32_t number) {
  for (absl::string_view column : absl::StrSplit(line, '\t')) {
    column = absl::StripAsciiWhitespace(column);
    if (column.empty()) return BadLine(name_, number, "a column without a name");
    if (std::find(columns_.begin(), columns_.end(), column) != columns_.end()) {
      return BadLine(name_, number, absl::StrCat("column ", column, " stands twice"));
    }
    columns_.emplace_back(column);
  }
  return absl::OkStatus();
}

absl::Status Table::ReadRow(absl::string_view line, uint32_t number) {
  rows_.push_back({number, static_cast<uint32_t>(cells_.size())});
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    cells_.push_back(RangeOf(absl::StripAsciiWhitespace(line.substr(begin, end - begin))));
    begin = end + 1;
  }
  if (cells_.size() - rows_.back().first_cell <= columns_.size()) return absl::OkStatus();
  return BadLine(name_, number, absl::StrCat("more than ", columns_.size(), " cells"));
}

Table::CellRange Table::RangeOf(absl::string_view cell) const {
  if (cell.empty()) return {0, 0};
  return {static_cast<uint32_t>(cell.data() - content_->data()), static_cast<uint32_t>(cell.size())};
}

absl::StatusOr<int> Table::Column(absl::string_view name) const {
  const auto it = std::find(columns_.begin(), columns_.end(), name);
  if (it != columns_.end()) return static_cast<int>(it - columns_.begin());
  return absl::InvalidArgumentError(absl::StrCat(name_, ": no column ", name));
}

absl::string_view Table::Cell(int row, int column) const {
  const uint32_t cell = rows_[row].first_cell + column;
  const uint32_t end = row + 1 < size() ? rows_[row + 1].first_cell : cells_.size();
  if (cell >= end) return "";
  return absl::string_view(*content_).substr(cells_[cell].begin, cells_[cell].length);
}

std::vector<std::string> Table::List(int row, int column) const {
  std::vector<std::string> items;
  for (absl::string_view item : absl::StrSplit(Cell(row, column), '|', absl::SkipWhitespace())) {
    items.emplace_back(absl::StripAsciiWhitespace(item));
  }
  return items;
}

std::string Table::Where(int row) const { return absl::StrCat(name_, ":", rows_[row].line); }

}  // namespace annals
