#include "query/service/query_service.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/program/command_line.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"
#include "grpcpp/support/method_handler.h"
#include "grpcpp/support/slice.h"
#include "query/service/graph_export.h"
#include "query/service/reads.h"
#include "query/service/request_past.h"

namespace annals::query {
namespace {

// Looked at inside the loops of a read: a client that went away, or whose deadline has passed, costs no more
// work.
WorkBudget::Interrupt InterruptOf(const grpc::ServerContext& context) {
  return [&context]() -> absl::Status {
    if (context.IsCancelled()) return absl::CancelledError("the client went away");
    if (std::chrono::system_clock::now() > context.deadline())
      return absl::DeadlineExceededError("out of time");
    return absl::OkStatus();
  };
}

// Without a copy: whoever sends it holds the answer.
grpc::Slice SliceOf(SharedAnswer answer) {
  auto* const held = new SharedAnswer(std::move(answer));
  const std::string& bytes = (*held)->bytes;
  return grpc::Slice(
      const_cast<char*>(bytes.data()), bytes.size(),
      [](void* sent) { delete static_cast<SharedAnswer*>(sent); }, held);
}

absl::Status BeyondApplied(uint64_t revision, uint64_t applied) {
  return InvalidField("as_of.revision",
                      absl::StrCat(revision, " is not applied yet; the index is at ", applied));
}

absl::Status NotApplied(uint64_t revision, uint64_t applied) {
  absl::Status status =
      MakeError(absl::StatusCode::kUnavailable, v1::ERROR_REASON_REVISION_NOT_APPLIED,
                absl::StrCat("revision ", revision, " is not applied yet; the index is at ", applied));
  AttachRetryDelay(status, absl::Seconds(1));
  return status;
}

}  // namespace

QueryService::QueryService(const Index& index, std::function<FollowState()> follow_state,
                           absl::string_view token_secret, const WatchOptions& watch)
    : index_(index),
      follow_state_(std::move(follow_state)),
      tokens_(token_secret),
      watch_(watch),
      watchers_(watch.watchers) {
  using Handler = grpc::internal::RpcMethodHandler<QueryService, v1::GetTimelineRequest, grpc::ByteBuffer>;
  const auto* method = v1::GetTimelineRequest::descriptor()->file()->FindServiceByName("QueryService");
  // The generated handler would have the page as a message. What gRPC calls streamed is here one answer
  // still.
  MarkMethodStreamed(
      method->FindMethodByName("GetTimeline")->index(),
      new Handler(
          [](QueryService* self, grpc::ServerContext* context, const v1::GetTimelineRequest* request,
             grpc::ByteBuffer* response) { return self->SendTimeline(*context, *request, *response); },
          this));
}

template <typename Request>
absl::Status QueryService::RunRead(const grpc::ServerContext& context, const Request& request,
                                   ReadOnView read) {
  ANNALS_RETURN_IF_ERROR(Check(request));
  ANNALS_ASSIGN_OR_RETURN(const Past past, PastOf(tokens_, request));
  ANNALS_RETURN_IF_ERROR(WaitFor(request.min_revision(), context));
  const uint64_t applied = index_.applied_revision();
  if (past.revision.value_or(0) > applied) return BeyondApplied(*past.revision, applied);
  ANNALS_ASSIGN_OR_RETURN(const std::unique_ptr<IndexView> view, index_.View(past));
  WorkBudget budget(limits::kReadRows, InterruptOf(context));
  ReadContext on_view{*view, tokens_, budget};
  return read(on_view);
}

template <typename Request, typename Response>
grpc::Status QueryService::Answer(const grpc::ServerContext& context, const Request& request,
                                  Response& response) {
  const absl::Status answered = RunRead(context, request, [&](ReadContext& on_view) -> absl::Status {
    ANNALS_RETURN_IF_ERROR(Read(on_view, request, response));
    response.set_revision(on_view.view.revision());
    return absl::OkStatus();
  });
  if (!answered.ok()) response.Clear();
  return ToGrpcStatus(answered);
}

absl::Status QueryService::WaitFor(uint64_t revision, const grpc::ServerContext& context) {
  if (index_.applied_revision() >= revision) return absl::OkStatus();
  if (++waiting_ > limits::kWaitingReads) {
    --waiting_;
    return Overloaded("reads that wait for a revision");
  }
  const absl::Time deadline = absl::FromChrono(context.deadline());
  const bool applied =
      index_.WaitForRevision(revision, std::min(deadline, absl::Now() + limits::kMinRevisionWait));
  --waiting_;
  return applied ? absl::OkStatus() : NotApplied(revision, index_.applied_revision());
}

grpc::Status QueryService::GetEntity(grpc::ServerContext* context, const v1::GetEntityRequest* request,
                                     v1::GetEntityResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::SearchEntities(grpc::ServerContext* context,
                                          const v1::SearchEntitiesRequest* request,
                                          v1::SearchEntitiesResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::GetEvent(grpc::ServerContext* context, const v1::GetEventRequest* request,
                                    v1::GetEventResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::ListEvents(grpc::ServerContext* context, const v1::ListEventsRequest* request,
                                      v1::ListEventsResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::SendTimeline(grpc::ServerContext& context, const v1::GetTimelineRequest& request,
                                        grpc::ByteBuffer& response) {
  return ToGrpcStatus(RunRead(context, request, [&](ReadContext& on_view) -> absl::Status {
    ANNALS_ASSIGN_OR_RETURN(TimelineBytes read, ReadTimelineBytes(on_view, request));
    read.head.set_revision(on_view.view.revision());
    const grpc::Slice parts[] = {SliceOf(std::move(read.answer)), grpc::Slice(read.head.SerializeAsString())};
    response = grpc::ByteBuffer(parts, std::size(parts));
    return absl::OkStatus();
  }));
}

grpc::Status QueryService::GetNeighborhood(grpc::ServerContext* context,
                                           const v1::GetNeighborhoodRequest* request,
                                           v1::GetNeighborhoodResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::FindPaths(grpc::ServerContext* context, const v1::FindPathsRequest* request,
                                     v1::FindPathsResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::GetFlows(grpc::ServerContext* context, const v1::GetFlowsRequest* request,
                                    v1::GetFlowsResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::GetTenures(grpc::ServerContext* context, const v1::GetTenuresRequest* request,
                                      v1::GetTenuresResponse* response) {
  return Answer(*context, *request, *response);
}

grpc::Status QueryService::WatchEvents(grpc::ServerContext* context, const v1::WatchEventsRequest* request,
                                       grpc::ServerWriter<v1::WatchEventsResponse>* writer) {
  const StreamSlots::Slot slot(watchers_);
  if (!slot.taken()) return ToGrpcStatus(Overloaded("too many watchers"));
  return ToGrpcStatus(WatchStream(index_, watch_, *context, *writer).Run(*request));
}

grpc::Status QueryService::ExportGraph(grpc::ServerContext* context, const v1::ExportGraphRequest* request,
                                       grpc::ServerWriter<v1::ExportGraphResponse>* writer) {
  const StreamSlots::Slot slot(exports_);
  if (!slot.taken()) return ToGrpcStatus(Overloaded("too many exports are under way"));
  return ToGrpcStatus([&]() -> absl::Status {
    ANNALS_RETURN_IF_ERROR(Check(*request));
    ANNALS_ASSIGN_OR_RETURN(const Past past, PastOf(tokens_, *request));
    ANNALS_RETURN_IF_ERROR(WaitFor(request->min_revision(), *context));
    const uint64_t applied = index_.applied_revision();
    if (past.revision.value_or(0) > applied) return BeyondApplied(*past.revision, applied);
    ANNALS_ASSIGN_OR_RETURN(const std::unique_ptr<IndexView> view, index_.View(past));
    // It reads everything: only who waits for it bounds it. Write waits for a slow client.
    WorkBudget budget(std::numeric_limits<uint64_t>::max(), InterruptOf(*context));
    return query::ExportGraph(*view, *request, budget, [&](std::string chunk) {
      v1::ExportGraphResponse piece;
      piece.set_chunk(std::move(chunk));
      return writer->Write(piece);
    });
  }());
}

grpc::Status QueryService::GetStatus(grpc::ServerContext*, const v1::GetStatusRequest*,
                                     v1::GetStatusResponse* response) {
  const absl::StatusOr<std::unique_ptr<IndexView>> view = index_.View();
  if (!view.ok()) return ToGrpcStatus(view.status());
  const rows::Meta& meta = (*view)->meta();
  const FollowState state = follow_state_();
  response->set_applied_revision(meta.applied_revision());
  response->set_journal_revision(std::max(state.journal_revision, meta.applied_revision()));
  response->set_lag(response->journal_revision() - response->applied_revision());
  response->set_following(state.following);
  response->set_article_count(meta.article_count());
  response->set_event_count(meta.event_count());
  response->set_entity_count(meta.entity_count());
  response->set_version(std::string(Version()));
  response->set_journal_id(meta.journal_id());
  return grpc::Status::OK;
}

}  // namespace annals::query
