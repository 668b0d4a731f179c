#include "query/follower/journal_follower.h"

#include <utility>
#include <vector>

#include "annals/v1/error_reason.pb.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/program/structured_log.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

// The journal is not the one the index was built from: no use to go on.
bool SaysRebuild(const absl::Status& status) {
  const std::string reason = ReasonOf(status);
  return reason == ReasonName(v1::ERROR_REASON_REVISION_AHEAD) ||
         reason == ReasonName(v1::ERROR_REASON_JOURNAL_CHANGED);
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::Channel>> MakeJournalChannel(const std::string& address,
                                                                  const ClientOptions& options) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 500);
  return MakeClientChannel(address, options, arguments);
}

JournalFollower::JournalFollower(Index& index, std::shared_ptr<grpc::Channel> channel,
                                 Backoff::Options backoff)
    : index_(index), stub_(v1::JournalService::NewStub(std::move(channel))), backoff_(std::move(backoff)) {}

void JournalFollower::Start() {
  thread_ = std::thread([this] { Run(); });
}

JournalFollower::~JournalFollower() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    if (call_ != nullptr) call_->TryCancel();
  }
  if (thread_.joinable()) thread_.join();
}

bool JournalFollower::following() const {
  absl::MutexLock lock(&mutex_);
  return following_;
}

uint64_t JournalFollower::journal_revision() const {
  absl::MutexLock lock(&mutex_);
  return journal_revision_;
}

bool JournalFollower::Stopping() const {
  absl::MutexLock lock(&mutex_);
  return stopping_;
}

void JournalFollower::Wait(absl::Duration duration) {
  absl::MutexLock lock(&mutex_);
  mutex_.AwaitWithTimeout(absl::Condition(&stopping_), duration);
}

void JournalFollower::Run() {
  while (!Stopping()) {
    bool answered = false;
    const absl::Status ended = FollowOnce(answered);
    {
      absl::MutexLock lock(&mutex_);
      following_ = false;
    }
    if (Stopping()) return;
    if (answered) backoff_.Reset();
    if (!Recover(ended)) Wait(backoff_.Next());
  }
}

absl::Status JournalFollower::FollowOnce(bool& answered) {
  grpc::ClientContext context;
  v1::FollowRequest request;
  request.set_after_revision(index_.applied_revision());
  request.set_journal_id(index_.journal_id());
  {
    absl::MutexLock lock(&mutex_);
    if (stopping_) return absl::CancelledError("stopping");
    call_ = &context;
  }
  const std::unique_ptr<grpc::ClientReader<v1::FollowResponse>> stream = stub_->Follow(&context, request);
  absl::Status taken;
  v1::FollowResponse response;
  while (taken.ok() && stream->Read(&response)) {
    answered = true;
    taken = Take(response);
  }
  if (!taken.ok()) {
    context.TryCancel();
    answered = false;
  }
  const grpc::Status finished = stream->Finish();
  absl::MutexLock lock(&mutex_);
  call_ = nullptr;
  return taken.ok() ? FromGrpcStatus(finished) : taken;
}

absl::Status JournalFollower::Take(const v1::FollowResponse& response) {
  {
    absl::MutexLock lock(&mutex_);
    if (!following_) Log(LogLevel::kInfo, "following", {{"revision", index_.applied_revision()}});
    following_ = true;
    journal_revision_ = response.last_revision();
  }
  if (!index_.journal_id().empty() && index_.journal_id() != response.journal_id()) return JournalChanged();
  if (response.entries().empty() && !index_.journal_id().empty()) return absl::OkStatus();
  return index_.Apply(response.journal_id(),
                      absl::MakeConstSpan(response.entries().data(), response.entries_size()));
}

bool JournalFollower::Recover(const absl::Status& ended) {
  Log(LogLevel::kWarning, "the journal's stream ended",
      {{"code", absl::StatusCodeToString(ended.code())},
       {"reason", ReasonOf(ended)},
       {"message", std::string(ended.message())},
       {"revision", index_.applied_revision()}});
  if (!SaysRebuild(ended)) return false;
  Log(LogLevel::kWarning, "another journal: building the index anew", {{"journal_id", index_.journal_id()}});
  const absl::Status cleared = index_.Clear();
  if (!cleared.ok())
    Log(LogLevel::kError, "the index cannot be cleared", {{"message", std::string(cleared.message())}});
  return cleared.ok();
}

}  // namespace annals::query
