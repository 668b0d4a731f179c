#include "extractor/service/journal_service.h"

#include <algorithm>
#include <utility>

#include "common/errors/errors.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"

namespace annals {

grpc::Status JournalServiceImpl::Follow(grpc::ServerContext* context, const v1::FollowRequest* request,
                                        grpc::ServerWriter<v1::FollowResponse>* writer) {
  const StreamSlots::Slot slot(slots_);
  if (!slot.taken()) return ToGrpcStatus(Overloaded("too many followers"));
  if (const absl::Status status = CheckPosition(*request); !status.ok()) return ToGrpcStatus(status);
  return ToGrpcStatus(Send(request->after_revision(), *context, *writer));
}

absl::Status JournalServiceImpl::CheckPosition(const v1::FollowRequest& request) const {
  if (!request.journal_id().empty() && request.journal_id() != log_.journal_id()) return JournalChanged();
  const uint64_t last_revision = log_.last_revision();
  if (request.after_revision() > last_revision) return RevisionAhead(request.after_revision(), last_revision);
  return absl::OkStatus();
}

absl::Status JournalServiceImpl::Send(uint64_t after_revision, grpc::ServerContext& context,
                                      grpc::ServerWriter<v1::FollowResponse>& writer) const {
  v1::FollowResponse response;  // the first one only names the journal
  do {
    response.set_journal_id(log_.journal_id());
    response.set_last_revision(log_.last_revision());
    if (!writer.Write(response)) return absl::OkStatus();
    if (stop_.stop_requested()) return Stopping();
    response.Clear();
    ANNALS_ASSIGN_OR_RETURN(
        auto entries, log_.Read(after_revision, {limits::kFollowBatchEntries, limits::kFollowBatchBytes}));
    if (entries.empty() && WaitForMore(after_revision, context)) {
      ANNALS_ASSIGN_OR_RETURN(
          entries, log_.Read(after_revision, {limits::kFollowBatchEntries, limits::kFollowBatchBytes}));
    }
    if (!entries.empty()) after_revision = entries.back().revision();
    for (v1::JournalEntry& entry : entries) *response.add_entries() = std::move(entry);
  } while (!context.IsCancelled());
  return absl::OkStatus();
}

bool JournalServiceImpl::WaitForMore(uint64_t revision, const grpc::ServerContext& context) const {
  const absl::Time end = absl::Now() + heartbeat_;
  for (absl::Duration left = heartbeat_; left > absl::ZeroDuration(); left = end - absl::Now()) {
    if (log_.WaitBeyond(revision, std::min(left, limits::kCancellationPoll), stop_)) return true;
    if (stop_.stop_requested() || context.IsCancelled()) return false;
  }
  return false;
}

}  // namespace annals
