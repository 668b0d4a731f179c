#include "query/service/answer_parts.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "common/status_macros.h"
#include "query/index/wire_fields.h"

namespace annals::query {
namespace {

// Of a page of fifty events.
constexpr size_t kUsualEntities = 100;

void SetEventKind(const GraphEdge& edge, const StoredEvent& event, v1::Edge& out) {
  out.set_event_type(edge.header.type);
  out.set_from_role(edge.from_role);
  out.set_to_role(edge.to_role);
  out.set_event_id(EventIdOf(event));
  if (event.told.event.has_time()) *out.mutable_time() = event.told.event.time();
  out.set_status(edge.header.status);
  out.set_certainty(edge.header.certainty);
  for (const std::string& id : event.article_ids) out.add_article_ids(id);
}

void SetRelationKind(const StoredRelation& relation, v1::Edge& out) {
  out.set_relation_type(relation.relation.type);
  out.set_title(relation.relation.title);
  out.set_former(relation.former);
  if (relation.time.ByteSizeLong() > 0) *out.mutable_time() = relation.time;
  for (const std::string& id : relation.article_ids) out.add_article_ids(id);
}

}  // namespace

AnswerEntities::AnswerEntities(const IndexView& view) : view_(view) { places_.reserve(kUsualEntities); }

void AnswerEntities::Note(EntityNumber entity) {
  if (entity == kNoEntity || !places_.try_emplace(entity, numbers_.size()).second) return;
  numbers_.push_back(entity);
  records_.emplace_back();
}

void AnswerEntities::Note(const ResolvedEvent& event) {
  for (EntityNumber number : event.numbers) Note(number);
}

void AnswerEntities::Know(const EntityRecord& record) { Know(std::make_shared<const EntityRecord>(record)); }

void AnswerEntities::Know(SharedEntity record) {
  Note(record->number);
  records_[places_[record->number]] = std::move(record);
}

absl::Status AnswerEntities::Read() {
  std::vector<EntityNumber> unknown;
  for (size_t i = 0; i < numbers_.size(); ++i) {
    if (records_[i] == nullptr) unknown.push_back(numbers_[i]);
  }
  ANNALS_ASSIGN_OR_RETURN(std::vector<SharedEntity> records, view_.ShareEntities(unknown));
  // In the order asked for, without those that are none.
  auto next = records.begin();
  for (size_t i = 0; i < numbers_.size() && next != records.end(); ++i) {
    if ((*next)->number == numbers_[i]) records_[i] = std::move(*next++);
  }
  return absl::OkStatus();
}

std::string AnswerEntities::IdOf(EntityNumber entity) const {
  const auto found = places_.find(entity);
  if (found == places_.end() || records_[found->second] == nullptr) return "";
  return std::string(records_[found->second]->entity.id());
}

void AnswerEntities::AppendTo(google::protobuf::RepeatedPtrField<v1::Entity>& entities) const {
  for (const SharedEntity& record : records_) {
    v1::Entity& entity = *entities.Add();
    if (record != nullptr) entity = record->entity.ToProto();
  }
}

void AnswerEntities::AppendTo(int field, std::string& bytes) const {
  for (const SharedEntity& record : records_)
    AppendField(field, record == nullptr ? absl::string_view() : record->entity.bytes(), bytes);
}

size_t AnswerEntities::BytesToAppend() const {
  constexpr size_t kTagAndSize = 6;
  size_t bytes = 0;
  for (const SharedEntity& record : records_) {
    bytes += kTagAndSize;
    if (record == nullptr) continue;
    bytes += record->entity.bytes().size();
    __builtin_prefetch(record->entity.bytes().data());
  }
  return bytes;
}

bool AnswerEntities::EachOfOneRow() const {
  return std::all_of(records_.begin(), records_.end(),
                     [](const SharedEntity& record) { return record != nullptr && !record->of_several; });
}

v1::Event ToEvent(const ResolvedEvent& told, const AnswerEntities& entities) {
  v1::Event event = told.event;
  for (int i = 0; i < event.arguments_size(); ++i) {
    if (told.numbers[i] != kNoEntity)
      event.mutable_arguments(i)->set_entity_id(entities.IdOf(told.numbers[i]));
  }
  return event;
}

v1::Event ToEvent(const StoredEvent& event, const AnswerEntities& entities) {
  v1::Event out = ToEvent(event.told, entities);
  out.set_id(EventIdOf(event));
  return out;
}

EventsByRef ByRef(const std::vector<StoredEvent>& events) {
  EventsByRef by_ref;
  for (const StoredEvent& event : events) by_ref.emplace(EventKey(event.ref), &event);
  return by_ref;
}

absl::StatusOr<std::vector<StoredEvent>> EventsBehind(const IndexView& view,
                                                      const std::vector<GraphEdge>& edges) {
  absl::flat_hash_set<std::string> seen;
  std::vector<IndexView::EventToRead> events;
  for (const GraphEdge& edge : edges) {
    if (!edge.relation && seen.insert(EventKey(edge.event.event)).second) {
      events.push_back({edge.event.event, edge.header.merged});
    }
  }
  return view.ReadEvents(events);
}

v1::Edge ToEdge(const GraphEdge& edge, const EventsByRef& events, const AnswerEntities& entities) {
  v1::Edge out;
  out.set_from_entity_id(entities.IdOf(edge.from));
  out.set_to_entity_id(entities.IdOf(edge.to));
  if (edge.relation) {
    SetRelationKind(*edge.relation, out);
  } else if (const auto event = events.find(EventKey(edge.event.event)); event != events.end()) {
    SetEventKind(edge, *event->second, out);
  }
  return out;
}

}  // namespace annals::query
