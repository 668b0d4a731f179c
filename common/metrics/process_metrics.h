// The figures every process shows, by the names that Prometheus' own client libraries give them.
#ifndef ANNALS_COMMON_METRICS_PROCESS_METRICS_H_
#define ANNALS_COMMON_METRICS_PROCESS_METRICS_H_

#include "common/metrics/metric_source.h"

namespace annals {

// process_resident_memory_bytes, process_cpu_seconds_total, process_open_fds, process_start_time_seconds and
// annals_build_info{version}, from /proc (proc(5)).
void AddProcessMetrics(MetricSource& source);

}  // namespace annals

#endif  // ANNALS_COMMON_METRICS_PROCESS_METRICS_H_
