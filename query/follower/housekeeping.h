// Looks after the index while it follows: fills its caches, and packs its rows when a journal is caught up
// with.
#ifndef ANNALS_QUERY_FOLLOWER_HOUSEKEEPING_H_
#define ANNALS_QUERY_FOLLOWER_HOUSEKEEPING_H_

#include <cstdint>
#include <stop_token>
#include <thread>

#include "absl/status/status.h"
#include "query/follower/journal_follower.h"
#include "query/index/index.h"

namespace annals::query {

// What is to be done with an index that is `behind` entries behind its journal.
enum class Chore { kNone, kWriteQuickly, kPack };
Chore ChoreFor(uint64_t behind, double unpacked_share);

// In a thread of its own, which ends with it. Index and follower outlive it.
class Housekeeping {
 public:
  Housekeeping(Index& index, const JournalFollower& follower);

  // Fills the caches, once, then does what is to be done about it all second by second.
  void Start();

 private:
  void Run(std::stop_token stop);
  absl::Status Look(std::stop_token stop);
  void Warm(std::stop_token stop);

  Index& index_;
  const JournalFollower& follower_;
  bool quick_ = true;
  uint64_t seen_ = 0;  // the revision when it last looked at what is on disk
  std::jthread thread_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_HOUSEKEEPING_H_
