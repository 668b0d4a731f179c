// Follows a journal and applies what comes to the index, for as long as it lives.
//
// Resumes after the revision the index has applied. When the journal cannot be read it tries again with
// back-off. When it is another one than the index was built from, or one that was longer, the index is
// cleared and built anew. Anything that cannot be applied is logged, and tried again after a wait: the index
// keeps answering with what it has.
#ifndef ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_
#define ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_

#include <cstdint>
#include <memory>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "query/follower/backoff.h"
#include "query/follower/entry_source.h"
#include "query/index/index.h"

namespace annals::query {

// Thread-safe.
class JournalFollower {
 public:
  // The index outlives the follower.
  JournalFollower(Index& index, std::unique_ptr<EntrySource> source, Backoff::Options backoff = {});
  JournalFollower(const JournalFollower&) = delete;
  JournalFollower& operator=(const JournalFollower&) = delete;
  // Stops, and waits for the batch under way.
  ~JournalFollower();

  // Begins to follow, in a thread of its own; once.
  void Start();

  // Whether the journal has answered since the last break.
  bool following() const;
  // The last revision the journal spoke of; 0 before it did.
  uint64_t journal_revision() const;

 private:
  void Run();
  // Until the source ends. `answered`: something came, and all that came was applied.
  absl::Status FollowOnce(bool& answered);
  absl::Status Take(const EntryBatch& batch);
  // What the end of a stream asks for; true: try again at once.
  bool Recover(const absl::Status& ended);
  bool Stopping() const;
  void Wait(absl::Duration duration);

  Index& index_;
  const std::unique_ptr<EntrySource> source_;
  Backoff backoff_;
  mutable absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  bool following_ ABSL_GUARDED_BY(mutex_) = false;
  uint64_t journal_revision_ ABSL_GUARDED_BY(mutex_) = 0;
  std::thread thread_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_JOURNAL_FOLLOWER_H_
