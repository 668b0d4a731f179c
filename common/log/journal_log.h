// The log that the extractor writes and everybody else follows, as its readers see it. One engine stands
// behind it today (RocksDB, extractor/journal/); a replicated one can take its place without its readers
// knowing.
#ifndef ANNALS_COMMON_LOG_JOURNAL_LOG_H_
#define ANNALS_COMMON_LOG_JOURNAL_LOG_H_

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "annals/v1/journal.pb.h"

namespace annals {

// Entries with dense ascending revisions from 1 on, never changed once they are readable. Thread-safe.
class JournalLog {
 public:
  // How much one Read returns; the first entry is returned however large it is.
  struct Budget {
    size_t entries;
    size_t bytes;
  };

  virtual ~JournalLog() = default;

  // Made when the log was created; another log has another one.
  virtual const std::string& journal_id() const = 0;

  // The largest revision that is readable; 0: none.
  virtual uint64_t last_revision() const = 0;

  // The entries with revision > after_revision, in order; empty at the end. DATA_LOSS: an entry is missing or
  // broken.
  virtual absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after_revision,
                                                             Budget budget) const = 0;

  // Waits until last_revision() > revision, `timeout` has passed, or `stop` is requested. Whether the first
  // is so.
  virtual bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const = 0;
};

}  // namespace annals

#endif  // ANNALS_COMMON_LOG_JOURNAL_LOG_H_
