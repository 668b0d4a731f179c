#include "query/service/watch_stream.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/service/answer_parts.h"
#include "query/service/request_checks.h"

namespace annals::query {
namespace {

// Entries without a change that counts, after which the client hears how far the stream is.
constexpr uint64_t kEntriesAMessage = limits::kFollowBatchEntries;

absl::StatusOr<EventWatch> Open(const Index& index, const v1::WatchEventsRequest& request) {
  WatchQuery query;
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter()));
  if (!request.entity().empty()) ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_ASSIGN_OR_RETURN(const std::unique_ptr<IndexView> view, index.View());
  if (request.after_revision() > view->revision())
    return RevisionAhead(request.after_revision(), view->revision());
  if (request.entity().empty()) {
    query.selection.roles.reset();
  } else {
    ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, LookUpEntity(*view, request.entity()));
    query.entity = entity.number;
  }
  const uint64_t from = request.after_revision() == 0 ? view->revision() : request.after_revision();
  return EventWatch(index, query, from);
}

absl::StatusOr<v1::WatchEventsResponse> ToResponse(uint64_t revision, const IndexView& view,
                                                   const WatchedChange& change) {
  AnswerEntities entities(view);
  entities.Note(change.event.told);
  ANNALS_RETURN_IF_ERROR(entities.Read());
  v1::WatchEventsResponse response;
  response.set_revision(revision);
  response.set_removed(change.removed);
  *response.mutable_event()->mutable_event() = ToEvent(change.event, entities);
  for (const std::string& id : change.event.article_ids) response.mutable_event()->add_article_ids(id);
  return response;
}

absl::StatusOr<std::vector<v1::WatchEventsResponse>> NextChanges(EventWatch& watch) {
  std::vector<v1::WatchEventsResponse> changes;
  const uint64_t revision = watch.revision() + 1;
  const auto take = [&](const IndexView& view, const WatchedChange& change) -> absl::Status {
    ANNALS_ASSIGN_OR_RETURN(v1::WatchEventsResponse response, ToResponse(revision, view, change));
    changes.push_back(std::move(response));
    return absl::OkStatus();
  };
  ANNALS_RETURN_IF_ERROR(watch.Next(take));
  return changes;
}

}  // namespace

absl::Status WatchStream::Run(const v1::WatchEventsRequest& request) {
  ANNALS_ASSIGN_OR_RETURN(EventWatch watch, Open(index_, request));
  uint64_t told = watch.revision();
  bool there = WritePosition(told);
  while (there && !context_.IsCancelled()) {
    if (options_.stop.stop_requested()) return Stopping();
    if (!watch.behind()) WaitBeyond(watch.revision());
    ANNALS_ASSIGN_OR_RETURN(const auto changes, NextChanges(watch));
    there = WriteChanges(changes);
    const bool batch_over = !watch.behind() || watch.revision() >= told + kEntriesAMessage;
    if (!there || !batch_over) continue;
    told = watch.revision();
    there = WritePosition(told);
  }
  return absl::OkStatus();
}

bool WatchStream::WriteChanges(const std::vector<v1::WatchEventsResponse>& changes) {
  return std::all_of(changes.begin(), changes.end(),
                     [&](const v1::WatchEventsResponse& change) { return writer_.Write(change); });
}

bool WatchStream::WritePosition(uint64_t revision) {
  v1::WatchEventsResponse position;
  position.set_revision(revision);
  return writer_.Write(position);
}

void WatchStream::WaitBeyond(uint64_t revision) const {
  const absl::Time end = absl::Now() + options_.heartbeat;
  while (absl::Now() < end && !options_.stop.stop_requested() && !context_.IsCancelled()) {
    if (index_.WaitForRevision(revision + 1, std::min(end, absl::Now() + limits::kCancellationPoll))) return;
  }
}

}  // namespace annals::query
