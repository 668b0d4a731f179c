// A table for a terminal.
#ifndef ANNALS_QUERY_TOOLS_TEXT_TABLE_H_
#define ANNALS_QUERY_TOOLS_TEXT_TABLE_H_

#include <string>
#include <vector>

namespace annals {

// A header, a rule, and the rows; columns are as wide as their widest cell and two spaces apart. Rows have as
// many cells as the header. A column whose cells are all empty is left out. No line ends with spaces.
std::string RenderTable(const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& rows);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_TEXT_TABLE_H_
