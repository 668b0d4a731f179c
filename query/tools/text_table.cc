#include "query/tools/text_table.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "query/tools/display_width.h"

namespace annals {
namespace {

// 0: the column is empty.
std::vector<int> ColumnWidths(const std::vector<std::string>& header,
                              const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths(header.size(), 0);
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  for (size_t i = 0; i < header.size(); ++i) {
    if (widths[i] > 0) widths[i] = std::max(widths[i], DisplayWidth(header[i]));
  }
  return widths;
}

std::string RenderRow(const std::vector<std::string>& cells, const std::vector<int>& widths) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] > 0) absl::StrAppend(&line, line.empty() ? "" : "  ", PadTo(cells[i], widths[i]));
  }
  absl::StripTrailingAsciiWhitespace(&line);
  return line + "\n";
}

std::string RenderRule(const std::vector<int>& widths) {
  std::string line;
  for (const int width : widths) {
    if (width == 0) continue;
    if (!line.empty()) line += "  ";
    for (int i = 0; i < width; ++i) line += "─";
  }
  return line + "\n";
}

}  // namespace

std::string RenderTable(const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& rows) {
  const std::vector<int> widths = ColumnWidths(header, rows);
  std::string table = RenderRow(header, widths) + RenderRule(widths);
  for (const auto& row : rows) table += RenderRow(row, widths);
  return table;
}

}  // namespace annals
