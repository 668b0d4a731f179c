// Where the journal's entries come from.
#ifndef ANNALS_QUERY_FOLLOWER_ENTRY_SOURCE_H_
#define ANNALS_QUERY_FOLLOWER_ENTRY_SOURCE_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "annals/v1/journal.pb.h"
#include "query/index/journal_position.h"

namespace annals::query {

// Entries in the order of their revisions, valid during the call they are passed in.
struct EntryBatch {
  absl::string_view journal_id;
  uint64_t last_revision = 0;                         // of the journal, when the batch was read
  absl::Span<const v1::JournalEntry* const> entries;  // may be empty: the journal answers
};

// Follow from one thread; Stop from any.
class EntrySource {
 public:
  using Take = absl::FunctionRef<absl::Status(const EntryBatch&)>;

  virtual ~EntrySource() = default;

  // Hands over all entries after `position`, then waits for new ones, until the journal cannot be read any
  // more, `take` fails or Stop; says which. The first batch tells, as soon as the journal answers, that it is
  // the one of `position`. FAILED_PRECONDITION (JOURNAL_CHANGED), OUT_OF_RANGE (REVISION_AHEAD): it is not:
  // rebuild. FAILED_PRECONDITION without a reason: it cannot be followed from there, and not from 0 either.
  virtual absl::Status Follow(const JournalPosition& position, Take take) = 0;

  // Ends Follow within a second, and every later one at once.
  virtual void Stop() = 0;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_ENTRY_SOURCE_H_
