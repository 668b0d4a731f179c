#include "query/service/page_answer.h"

#include "common/status_macros.h"
#include "query/index/wire_fields.h"

namespace annals::query {
namespace {

// Tag and size of a field.
constexpr size_t kFieldBytes = 4;

}  // namespace

absl::Status PageAnswer::AppendTo(int events_field, int entities_field, std::string& bytes) {
  for (const TimelineRow& row : page_.rows) {
    if (const EntityRecord* part = PartOf(row)) entities_.Know(*part);
  }
  ANNALS_RETURN_IF_ERROR(view_.past().present() ? AppendStoredRows(events_field, bytes)
                                                : AppendPastRows(events_field, bytes));
  entities_.AppendTo(entities_field, bytes);
  return absl::OkStatus();
}

std::optional<std::vector<ChangeStamps::Place>> PageAnswer::DependsOn() const {
  if (!view_.past().present() || !entities_.EachOfOneRow()) return std::nullopt;
  std::vector<ChangeStamps::Place> places;
  places.reserve(page_.rows.size() + entities_.numbers().size() + sources_.size());
  for (const EntityRecord& source : sources_) places.push_back(ChangeStamps::PlaceOf(source.number));
  for (const TimelineRow& row : page_.rows) places.push_back(ChangeStamps::PlaceOf(row.event.ref));
  for (EntityNumber entity : entities_.numbers()) places.push_back(ChangeStamps::PlaceOf(entity));
  return places;
}

const EntityRecord* PageAnswer::PartOf(const TimelineRow& row) const {
  return row.source > 0 && row.source < sources_.size() ? &sources_[row.source] : nullptr;
}

std::vector<IndexView::EventToRead> PageAnswer::Events() const {
  std::vector<IndexView::EventToRead> events;
  events.reserve(page_.rows.size());
  for (const TimelineRow& row : page_.rows) events.push_back(row.event);
  return events;
}

absl::Status PageAnswer::AppendStoredRows(int field, std::string& bytes) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEvent> events, view_.ShareEvents(Events()));
  for (const SharedEvent& event : events) {
    __builtin_prefetch(event->entities.data());
    __builtin_prefetch(event->row.data());
  }
  size_t size = bytes.size();
  for (const SharedEvent& event : events) {
    size += event->row.size() + kFieldBytes;
    for (EntityNumber number : event->entities) entities_.Note(number);
  }
  ANNALS_RETURN_IF_ERROR(entities_.Read());
  bytes.reserve(size + entities_.BytesToAppend());
  for (size_t i = 0; i < events.size(); ++i) {
    const EntityRecord* part = PartOf(page_.rows[i]);
    if (part == nullptr) {
      AppendField(field, events[i]->row, bytes);
      continue;
    }
    std::string row = events[i]->row;
    AppendField(v1::EventRow::kViaEntityIdFieldNumber, part->entity.id(), row);
    AppendField(field, row, bytes);
  }
  return absl::OkStatus();
}

absl::Status PageAnswer::AppendPastRows(int field, std::string& bytes) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> events, view_.ReadEvents(Events()));
  for (const StoredEvent& event : events) entities_.Note(event.told);
  ANNALS_RETURN_IF_ERROR(entities_.Read());
  for (size_t i = 0; i < events.size(); ++i) {
    v1::EventRow row;
    *row.mutable_event() = ToEvent(events[i], entities_);
    for (const std::string& id : events[i].article_ids) row.add_article_ids(id);
    if (const EntityRecord* part = PartOf(page_.rows[i]))
      row.set_via_entity_id(std::string(part->entity.id()));
    AppendField(field, row.SerializeAsString(), bytes);
  }
  return absl::OkStatus();
}

}  // namespace annals::query
