// Counts what is read: articles, bytes, seconds, and events by type.
#ifndef ANNALS_EXTRACTOR_SERVICE_EXTRACTION_METRICS_H_
#define ANNALS_EXTRACTOR_SERVICE_EXTRACTION_METRICS_H_

#include <vector>

#include "annals/v1/article.pb.h"
#include "annals/v1/extraction.pb.h"
#include "prometheus/counter.h"
#include "prometheus/histogram.h"
#include "prometheus/registry.h"

namespace annals {

// Thread-safe. annals_articles_read_total, annals_article_bytes_read_total, annals_article_read_seconds and
// annals_events_read_total{type}.
class ExtractionMetrics {
 public:
  // `registry` outlives it.
  explicit ExtractionMetrics(prometheus::Registry& registry);

  void Observe(const v1::Article& article, const v1::Extraction& extraction, double seconds);

 private:
  prometheus::Counter& articles_;
  prometheus::Counter& bytes_;
  prometheus::Histogram& seconds_;
  std::vector<prometheus::Counter*> events_;  // by EventType
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_EXTRACTION_METRICS_H_
