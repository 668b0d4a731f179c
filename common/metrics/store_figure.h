// A figure that a store says of itself.
#ifndef ANNALS_COMMON_METRICS_STORE_FIGURE_H_
#define ANNALS_COMMON_METRICS_STORE_FIGURE_H_

#include <string>

namespace annals {

// Bytes, a count, or 0 and 1 for no and yes; the name says which: "table_files_bytes", "keys",
// "write_stopped".
struct StoreFigure {
  std::string name;
  double value = 0;
};

}  // namespace annals

#endif  // ANNALS_COMMON_METRICS_STORE_FIGURE_H_
