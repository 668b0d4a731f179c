#include "common/metrics/process_metrics.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "common/program/command_line.h"

namespace annals {
namespace {

double ResidentBytes() {
  std::ifstream file("/proc/self/statm");
  double total_pages = 0;
  double resident_pages = 0;
  file >> total_pages >> resident_pages;
  return resident_pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double CpuSeconds() {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + time.tv_usec * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double OpenFiles() {
  std::error_code error;
  double count = 0;
  for (auto at = std::filesystem::directory_iterator("/proc/self/fd", error);
       !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    ++count;
  }
  return count;
}

}  // namespace

void AddProcessMetrics(MetricSource& source) {
  const double started =
      std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
  source.AddGauge("process_resident_memory_bytes", "Memory in use.", ResidentBytes);
  source.AddCounter("process_cpu_seconds_total", "Processor time used.", [] {
    return std::vector<MetricSample>{{{}, CpuSeconds()}};
  });
  source.AddGauge("process_open_fds", "Open file descriptors.", OpenFiles);
  source.AddGauge("process_start_time_seconds", "When the process started, since 1970.",
                  [started] { return started; });
  source.AddGauge("annals_build_info", "Always 1; the version is in the label.", [] {
    return std::vector<MetricSample>{{{{"version", std::string(Version())}}, 1}};
  });
}

}  // namespace annals
