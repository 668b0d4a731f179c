// Reads the rows of a data file of the lexicon, cells in the order asked for.
#ifndef ANNALS_EXTRACTOR_TIMES_ROWS_H_
#define ANNALS_EXTRACTOR_TIMES_ROWS_H_

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

using RowReader = std::function<absl::Status(const std::vector<absl::string_view>& cells)>;

// Calls `read` for every row of every file of that name. The first error ends it and comes back with the
// row's place before it; NOT_FOUND where there is no such file, INVALID_ARGUMENT where a column is missing.
absl::Status ForEachRow(const DataDirectory& directory, absl::string_view file_name,
                        const std::vector<absl::string_view>& columns, const RowReader& read);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_ROWS_H_
