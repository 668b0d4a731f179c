#include "query/follower/extractor_source.h"

#include <future>
#include <utility>

#include "common/errors/errors.h"
#include "common/server/grpc_status.h"

namespace annals::query {
namespace {

EntryBatch ToBatch(const v1::FollowResponse& response) {
  return {response.journal_id(), response.last_revision(),
          absl::MakeConstSpan(response.entries().data(), response.entries_size())};
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

ExtractorSource::ExtractorSource(std::shared_ptr<grpc::Channel> channel)
    : stub_(v1::JournalService::NewStub(std::move(channel))) {}

absl::Status ExtractorSource::Follow(const JournalPosition& position, Take take) {
  grpc::ClientContext context;
  v1::FollowRequest request;
  request.set_after_revision(position.revision);
  request.set_journal_id(position.journal_id);
  if (!Begin(context)) return absl::CancelledError("stopping");
  const std::unique_ptr<grpc::ClientReader<v1::FollowResponse>> stream = stub_->Follow(&context, request);
  // The next message is read, and parsed, while one is taken.
  v1::FollowResponse response;
  v1::FollowResponse next;
  absl::Status taken;
  for (bool more = stream->Read(&response); more && taken.ok(); std::swap(response, next)) {
    std::future<bool> reading = std::async(std::launch::async, [&] { return stream->Read(&next); });
    taken = take(ToBatch(response));
    if (!taken.ok()) context.TryCancel();
    more = reading.get();
  }
  const grpc::Status finished = stream->Finish();
  End();
  return taken.ok() ? FromGrpcStatus(finished) : taken;
}

bool ExtractorSource::Begin(grpc::ClientContext& call) {
  absl::MutexLock lock(&mutex_);
  if (!stopped_) call_ = &call;
  return !stopped_;
}

void ExtractorSource::End() {
  absl::MutexLock lock(&mutex_);
  call_ = nullptr;
}

void ExtractorSource::Stop() {
  absl::MutexLock lock(&mutex_);
  stopped_ = true;
  if (call_ != nullptr) call_->TryCancel();
}

}  // namespace annals::query
