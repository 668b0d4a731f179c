// Figures that are asked for when they are wanted, instead of being kept up to date.
#ifndef ANNALS_COMMON_METRICS_METRIC_SOURCE_H_
#define ANNALS_COMMON_METRICS_METRIC_SOURCE_H_

#include <functional>
#include <string>
#include <vector>

#include "prometheus/collectable.h"
#include "prometheus/metric_family.h"

namespace annals {

// One figure, with the value of each of its labels.
struct MetricSample {
  std::vector<std::pair<std::string, std::string>> labels;
  double value = 0;
};

// Families of gauges and counters behind functions. Add all before the first Collect; that may then be called
// from any thread.
class MetricSource final : public prometheus::Collectable {
 public:
  using Read = std::function<std::vector<MetricSample>()>;

  // Names by Prometheus' rules: counters end in _total, units are base units (seconds, bytes). `read` is
  // called on each scrape, from any thread.
  void AddGauge(std::string name, std::string help, Read read);
  void AddCounter(std::string name, std::string help, Read read);
  // A gauge without labels.
  void AddGauge(std::string name, std::string help, std::function<double()> read);

  std::vector<prometheus::MetricFamily> Collect() const override;

 private:
  struct Family {
    std::string name;
    std::string help;
    prometheus::MetricType type;
    Read read;
  };

  std::vector<Family> families_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_METRICS_METRIC_SOURCE_H_
