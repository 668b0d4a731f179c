#include "query/watch/event_watch.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "query/index/event_rows.h"

namespace annals::query {
namespace {

// The row of the entity, or the type's; empty where the entity takes no part.
const std::string* HeaderIn(const EventRows& rows, EntityNumber entity) {
  if (entity == kNoEntity) return &rows.type_header;
  for (const EventRows::Participant& participant : rows.participants) {
    if (participant.entity == entity) return &participant.header;
  }
  return nullptr;
}

// Whether days of the event lie in the window; undated ones only where there is none.
bool Meets(const EventSelection& selection, const EventPosition& position, const EventHeader& header) {
  if (position.day == kUndatedDay) return !selection.first_day && !selection.last_day;
  return position.day <= selection.last_day.value_or(kLastDay) &&
         position.day + header.days - 1 >= selection.first_day.value_or(0);
}

// A report that is the first of its event; any other stands for none.
absl::StatusOr<std::optional<StoredEvent>> ReadFirst(const IndexView& view, ReportRef first) {
  ANNALS_ASSIGN_OR_RETURN(std::optional<StoredEvent> event, view.ReadEvent(first));
  if (event && event->ref != first) event.reset();
  return event;
}

}  // namespace

absl::Status EventWatch::Next(const Take& take) {
  if (!behind()) return absl::OkStatus();
  const uint64_t revision = revision_ + 1;
  ANNALS_ASSIGN_OR_RETURN(const std::unique_ptr<IndexView> after, index_.View(Past{.revision = revision}));
  ANNALS_ASSIGN_OR_RETURN(const std::vector<ReportRef> events, after->ReadChanges(revision));
  if (!events.empty()) {
    ANNALS_ASSIGN_OR_RETURN(const std::unique_ptr<IndexView> before,
                            index_.View(Past{.revision = revision_}));
    const size_t end = std::min(events.size(), looked_at_ + kEventsAtOnce);
    for (; looked_at_ < end; ++looked_at_)
      ANNALS_RETURN_IF_ERROR(TakeChange(*before, *after, events[looked_at_], take));
  }
  if (looked_at_ < events.size()) return absl::OkStatus();
  revision_ = revision;
  looked_at_ = 0;
  return absl::OkStatus();
}

// The place of a replaced article's event may be another event's now: they differ in their ids.
absl::Status EventWatch::TakeChange(const IndexView& before, const IndexView& after, ReportRef event,
                                    const Take& take) const {
  ANNALS_ASSIGN_OR_RETURN(std::optional<StoredEvent> now, ReadFirst(after, event));
  if (now && !Counts(*now)) now.reset();
  ANNALS_ASSIGN_OR_RETURN(const auto report, before.ReadReport(event));
  const bool same = now && report && report->event().id() == now->told.event.id();
  if (report && !same) {
    ANNALS_ASSIGN_OR_RETURN(std::optional<StoredEvent> then, ReadFirst(before, event));
    if (then && Counts(*then)) ANNALS_RETURN_IF_ERROR(take(before, {*std::move(then), true}));
  }
  return now ? take(after, {*std::move(now), false}) : absl::OkStatus();
}

bool EventWatch::Counts(const StoredEvent& event) const {
  const EventRows rows = RowsOf(event.ref, event.told, event.reports.size() > 1, 0);
  const std::string* bytes = HeaderIn(rows, query_.entity);
  EventHeader header;
  if (bytes == nullptr || !DecodeHeader(*bytes, header)) return false;
  return query_.selection.Accepts(rows.position, header) && Meets(query_.selection, rows.position, header);
}

}  // namespace annals::query
