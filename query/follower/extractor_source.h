// The journal as an extractor streams it: JournalService.Follow.
#ifndef ANNALS_QUERY_FOLLOWER_EXTRACTOR_SOURCE_H_
#define ANNALS_QUERY_FOLLOWER_EXTRACTOR_SOURCE_H_

#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "annals/v1/journal.grpc.pb.h"
#include "common/server/client_channel.h"
#include "grpcpp/channel.h"
#include "query/follower/entry_source.h"

namespace annals::query {

// A channel as the source wants it: messages of an entry's size, a dead peer noticed, quick reconnects (the
// back-off is the follower's). INVALID_ARGUMENT: a file of `options` is wrong.
absl::StatusOr<std::shared_ptr<grpc::Channel>> MakeJournalChannel(const std::string& address,
                                                                  const ClientOptions& options = {});

class ExtractorSource final : public EntrySource {
 public:
  explicit ExtractorSource(std::shared_ptr<grpc::Channel> channel);

  absl::Status Follow(const JournalPosition& position, Take take) override;
  void Stop() override;

 private:
  // False: stopped already.
  bool Begin(grpc::ClientContext& call);
  void End();

  const std::unique_ptr<v1::JournalService::Stub> stub_;
  absl::Mutex mutex_;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  grpc::ClientContext* call_ ABSL_GUARDED_BY(mutex_) = nullptr;  // under way
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_EXTRACTOR_SOURCE_H_
