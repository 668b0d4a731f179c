// What of a report counts when the index decides which reports tell of one event. See report_clusters.h.
#ifndef ANNALS_QUERY_EVENTS_REPORT_FACTS_H_
#define ANNALS_QUERY_EVENTS_REPORT_FACTS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "annals/v1/event.pb.h"
#include "common/names/name_keys.h"
#include "query/events/day_span.h"

namespace annals::query {

// The index's own number of an entity: given in the order of the journal, never given again.
using EntityNumber = uint64_t;
inline constexpr EntityNumber kNoEntity = 0;

// A report: the article's number in the index, and which of its events, from 0. The smallest of a merged
// event names it.
struct ReportRef {
  uint64_t article = 0;
  uint64_t ordinal = 0;

  friend auto operator<=>(const ReportRef&, const ReportRef&) = default;
  template <typename H>
  friend H AbslHashValue(H hash, const ReportRef& ref) {
    return H::combine(std::move(hash), ref.article, ref.ordinal);
  }
};

// An event of an article with its entities resolved: numbers[i] belongs to event.arguments(i), kNoEntity for
// a value.
struct ResolvedEvent {
  v1::Event event;
  std::vector<EntityNumber> numbers;
};

// Reports are compared within one block only.
struct BlockId {
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  EntityNumber entity = kNoEntity;
  uint64_t discriminator = 0;  // fingerprint of the values that part blocks; 0: none

  friend auto operator<=>(const BlockId&, const BlockId&) = default;
};

struct ReportFacts {
  ReportRef ref;
  // Per role of EventShape::identity: the entities, sorted; empty: not said.
  std::vector<std::vector<EntityNumber>> identity;
  // Per role of EventShape::agreeing: fingerprint of the value; 0: not said.
  std::vector<uint64_t> agreeing;
  std::optional<DaySpan> span;
  std::optional<DayNumber> published;
};

// FNV-1a, 64 bits; never 0. Stored: must not change without a new index format.
uint64_t Fingerprint(absl::string_view bytes);

// Empty where no identity role holds an entity, or where a type that is told apart by its words has none:
// such an event stands alone.
std::optional<BlockId> BlockOf(const ResolvedEvent& report, const NameKeys& names);

ReportFacts FactsOf(const ResolvedEvent& report, ReportRef ref, std::optional<DayNumber> published,
                    const NameKeys& names);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_REPORT_FACTS_H_
