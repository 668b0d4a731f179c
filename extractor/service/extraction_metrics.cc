#include "extractor/service/extraction_metrics.h"

#include <string>

#include "absl/strings/strip.h"

namespace annals {
namespace {

prometheus::Counter& MakeCounter(prometheus::Registry& registry, const std::string& name,
                                 const std::string& help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

prometheus::Histogram& MakeSeconds(prometheus::Registry& registry) {
  return prometheus::BuildHistogram()
      .Name("annals_article_read_seconds")
      .Help("Time to read one article.")
      .Register(registry)
      .Add({}, prometheus::Histogram::BucketBoundaries{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1,
                                                       0.5, 1, 5});
}

}  // namespace

ExtractionMetrics::ExtractionMetrics(prometheus::Registry& registry)
    : articles_(MakeCounter(registry, "annals_articles_read_total", "Articles read.")),
      bytes_(MakeCounter(registry, "annals_article_bytes_read_total", "Bytes of text read.")),
      seconds_(MakeSeconds(registry)),
      events_(v1::EventType_ARRAYSIZE, nullptr) {
  auto& events = prometheus::BuildCounter()
                     .Name("annals_events_read_total")
                     .Help("Events found in the articles read.")
                     .Register(registry);
  for (int type = 0; type < v1::EventType_ARRAYSIZE; ++type) {
    if (!v1::EventType_IsValid(type) || type == v1::EVENT_TYPE_UNSPECIFIED) continue;
    const std::string name(absl::StripPrefix(absl::string_view(v1::EventType_Name(type)), "EVENT_TYPE_"));
    events_[type] = &events.Add({{"type", name}});
  }
}

void ExtractionMetrics::Observe(const v1::Article& article, const v1::Extraction& extraction,
                                double seconds) {
  articles_.Increment();
  bytes_.Increment(static_cast<double>(article.text().size()));
  seconds_.Observe(seconds);
  for (const v1::Event& event : extraction.events()) {
    if (v1::EventType_IsValid(event.type()) && events_[event.type()] != nullptr)
      events_[event.type()]->Increment();
  }
}

}  // namespace annals
