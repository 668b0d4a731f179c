#include "tests/bench/query/measures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/bench/query/store.h"

namespace annals::query::bench {

void Require(bool ok, const std::string& what) {
  if (ok) return;
  std::fprintf(stderr, "failed: %s\n", what.c_str());
  std::exit(1);
}

void PrintTimes(const std::string& figure, const std::string& store, std::vector<double> micros,
                double rows) {
  std::sort(micros.begin(), micros.end());
  std::printf("%s\t%s\t%.1f\t%.1f\t%.1f\n", figure.c_str(), store.c_str(), micros[micros.size() / 2],
              micros[micros.size() * 99 / 100], rows);
  std::fflush(stdout);
}

void PrintValue(const std::string& figure, const std::string& store, double value, const std::string& unit) {
  std::printf("%s\t%s\t%.3f\t%s\n", figure.c_str(), store.c_str(), value, unit.c_str());
  std::fflush(stdout);
}

double ResidentMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmRSS:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

}  // namespace annals::query::bench
