#include "common/metrics/metric_source.h"

#include <utility>

namespace annals {

void MetricSource::AddGauge(std::string name, std::string help, Read read) {
  families_.push_back({std::move(name), std::move(help), prometheus::MetricType::Gauge, std::move(read)});
}

void MetricSource::AddCounter(std::string name, std::string help, Read read) {
  families_.push_back({std::move(name), std::move(help), prometheus::MetricType::Counter, std::move(read)});
}

void MetricSource::AddGauge(std::string name, std::string help, std::function<double()> read) {
  AddGauge(std::move(name), std::move(help), Read([read = std::move(read)] {
             return std::vector<MetricSample>{{{}, read()}};
           }));
}

std::vector<prometheus::MetricFamily> MetricSource::Collect() const {
  std::vector<prometheus::MetricFamily> collected;
  for (const Family& family : families_) {
    prometheus::MetricFamily& out = collected.emplace_back();
    out.name = family.name;
    out.help = family.help;
    out.type = family.type;
    for (const MetricSample& sample : family.read()) {
      prometheus::ClientMetric& metric = out.metric.emplace_back();
      for (const auto& [name, value] : sample.labels) metric.label.push_back({name, value});
      if (family.type == prometheus::MetricType::Gauge) {
        metric.gauge.value = sample.value;
      } else {
        metric.counter.value = sample.value;
      }
    }
  }
  return collected;
}

}  // namespace annals
