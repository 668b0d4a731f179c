// Follows the extractor's journal and applies what comes to the index, for as long as it lives.
//
// Resumes after the revision the index has applied. When the stream breaks it reconnects with back-off. When
// the extractor says that the index knows another journal, or one that was longer, the index is cleared and
// built anew. Anything that cannot be applied is logged, and tried again after a wait: the index keeps
// answering with what it has.
#ifndef ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_
#define ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_

#include <memory>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "annals/v1/journal.grpc.pb.h"
#include "common/server/client_channel.h"
#include "grpcpp/channel.h"
#include "query/follower/backoff.h"
#include "query/index/index.h"

namespace annals::query {

// A channel as the follower wants it: messages of an entry's size, a dead peer noticed, quick reconnects (the
// back-off is ours). INVALID_ARGUMENT: a file of `options` is wrong.
absl::StatusOr<std::shared_ptr<grpc::Channel>> MakeJournalChannel(const std::string& address,
                                                                  const ClientOptions& options = {});

// Thread-safe.
class JournalFollower {
 public:
  // The index outlives the follower.
  JournalFollower(Index& index, std::shared_ptr<grpc::Channel> channel, Backoff::Options backoff = {});
  JournalFollower(const JournalFollower&) = delete;
  JournalFollower& operator=(const JournalFollower&) = delete;
  // Stops, and waits for the batch under way.
  ~JournalFollower();

  // Begins to follow, in a thread of its own; once.
  void Start();

  // Whether the extractor has answered since the last break.
  bool following() const;
  // The last revision the extractor spoke of; 0 before it did.
  uint64_t journal_revision() const;

 private:
  void Run();
  // One stream, from the request to its end. `answered`: something came, and all that came was applied.
  absl::Status FollowOnce(bool& answered);
  absl::Status Take(const v1::FollowResponse& response);
  // What the end of a stream asks for; true: try again at once.
  bool Recover(const absl::Status& ended);
  bool Stopping() const;
  void Wait(absl::Duration duration);

  Index& index_;
  const std::unique_ptr<v1::JournalService::Stub> stub_;
  Backoff backoff_;
  mutable absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  bool following_ ABSL_GUARDED_BY(mutex_) = false;
  uint64_t journal_revision_ ABSL_GUARDED_BY(mutex_) = 0;
  grpc::ClientContext* call_ ABSL_GUARDED_BY(mutex_) = nullptr;  // under way
  std::thread thread_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_
