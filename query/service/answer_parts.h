// What the index holds as what the API says: ids for numbers, with the entities an answer names.
#ifndef ANNALS_QUERY_SERVICE_ANSWER_PARTS_H_
#define ANNALS_QUERY_SERVICE_ANSWER_PARTS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "annals/v1/query_service.pb.h"
#include "query/graph/graph_edge.h"
#include "query/index/index_view.h"

namespace annals::query {

// The entities of one answer. First all are noted, then read at once, then asked for their ids.
class AnswerEntities {
 public:
  explicit AnswerEntities(const IndexView& view);

  void Note(EntityNumber entity);
  void Note(const ResolvedEvent& event);
  // Spares reading again what the caller holds.
  void Know(const EntityRecord& record);
  void Know(SharedEntity record);
  absl::Status Read();

  // After Read. "" for a number that is none.
  std::string IdOf(EntityNumber entity) const;
  // All noted, in the order of their first note.
  void AppendTo(google::protobuf::RepeatedPtrField<v1::Entity>& entities) const;
  // The same as bytes of a field of this number; BytesToAppend of them or a few less.
  void AppendTo(int field, std::string& bytes) const;
  size_t BytesToAppend() const;

  const std::vector<EntityNumber>& numbers() const { return numbers_; }
  // Every one was found, and its own row alone says what it is.
  bool EachOfOneRow() const;

 private:
  const IndexView& view_;
  absl::flat_hash_map<EntityNumber, size_t> places_;  // in the other two
  std::vector<EntityNumber> numbers_;
  std::vector<SharedEntity> records_;  // null: not read
};

// With the index's id and the entities' ids.
v1::Event ToEvent(const StoredEvent& event, const AnswerEntities& entities);
// One article's account, under the article's own event id.
v1::Event ToEvent(const ResolvedEvent& told, const AnswerEntities& entities);

// `events` are those behind event edges: their times and articles.
using EventsByRef = absl::flat_hash_map<std::string, const StoredEvent*>;  // by EventKey
v1::Edge ToEdge(const GraphEdge& edge, const EventsByRef& events, const AnswerEntities& entities);
EventsByRef ByRef(const std::vector<StoredEvent>& events);
// The events behind the edges, each once.
absl::StatusOr<std::vector<StoredEvent>> EventsBehind(const IndexView& view,
                                                      const std::vector<GraphEdge>& edges);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_ANSWER_PARTS_H_
