// The synthetic graph of the benchmark: people and organisations, dated events between them, told by
// articles. A pure function of its size, so that every store is loaded with the same.
#ifndef ANNALS_TESTS_BENCH_QUERY_GRAPH_DATA_H_
#define ANNALS_TESTS_BENCH_QUERY_GRAPH_DATA_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "annals/v1/journal.pb.h"
#include "query/events/day_span.h"

namespace annals::query::bench {

struct GraphSize {
  uint32_t entities = 0;
  uint64_t edges = 0;
};

struct Participant {
  uint32_t entity = 0;  // 0 to entities - 1
  v1::Role role = v1::ROLE_UNSPECIFIED;
};

struct BenchEvent {
  uint32_t number = 0;  // from 0
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  v1::EventStatus status = v1::EVENT_STATUS_OCCURRED;
  v1::Certainty certainty = v1::CERTAINTY_CONFIRMED;
  DayNumber first = 0;
  DayNumber last = 0;
  std::string title;
  std::vector<Participant> participants;

  // Every two participants have an edge.
  size_t edges() const { return participants.size() * (participants.size() - 1) / 2; }
};

struct BenchReport {
  BenchEvent event;
  bool first = true;  // nobody told of the event before
  std::string evidence;
};

struct BenchArticle {
  uint32_t number = 0;  // from 0
  DayNumber published = 0;
  std::vector<BenchReport> reports;
};

// People make nine of ten entities and are drawn evenly; organisations are drawn by a power law under which
// the largest has some hundredth of all edges. Every tenth report tells again of an event of the articles
// before.
class GraphData {
 public:
  explicit GraphData(GraphSize size);

  // The next article; false where there are edges enough.
  bool Next(BenchArticle& article);

  bool IsPerson(uint32_t entity) const { return entity >= organizations_; }
  std::string IdOf(uint32_t entity) const;
  std::string NameOf(uint32_t entity) const;
  static std::string ArticleIdOf(uint32_t article);
  v1::JournalEntry EntryOf(const BenchArticle& article) const;

  uint64_t edges() const { return edges_; }
  uint32_t events() const { return events_; }
  const GraphSize& size() const { return size_; }

  // Ends of edges, `count` of them spread over all articles, as those name them: half people, half
  // organisations, the large ones often. A copy of this draws them.
  std::vector<uint32_t> DrawEnds(size_t count) const;

  uint32_t DrawPerson();
  uint32_t DrawOrganization();

 private:
  BenchEvent MakeEvent();
  std::string EvidenceOf(const BenchEvent& event) const;
  void AddEntities(const BenchReport& report, v1::Extraction& extraction) const;
  void AddEvent(const BenchReport& report, v1::Extraction& extraction) const;

  const GraphSize size_;
  const uint32_t organizations_;
  const double exponent_;
  uint64_t edges_ = 0;
  uint32_t events_ = 0;
  uint32_t articles_ = 0;
  std::deque<BenchEvent> recent_;
  std::mt19937_64 random_{7};
};

}  // namespace annals::query::bench

#endif  // ANNALS_TESTS_BENCH_QUERY_GRAPH_DATA_H_
