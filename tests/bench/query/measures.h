// Times of calls, and the lines by which the programs of the benchmark tell them.
#ifndef ANNALS_TESTS_BENCH_QUERY_MEASURES_H_
#define ANNALS_TESTS_BENCH_QUERY_MEASURES_H_

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace annals::query::bench {

// Microseconds that a call takes.
inline double TimeOf(const std::function<void()>& call) {
  const auto begin = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

// Prints "figure<tab>store<tab>p50<tab>p99<tab>mean rows", in microseconds.
void PrintTimes(const std::string& figure, const std::string& store, std::vector<double> micros, double rows);

// Prints "figure<tab>store<tab>value<tab>unit".
void PrintValue(const std::string& figure, const std::string& store, double value, const std::string& unit);

// Peak and present memory of this process, MB.
double ResidentMegabytes();

}  // namespace annals::query::bench

#endif  // ANNALS_TESTS_BENCH_QUERY_MEASURES_H_
