// How far an index is in which journal, and by what the journal is known again.
#ifndef ANNALS_QUERY_INDEX_JOURNAL_POSITION_H_
#define ANNALS_QUERY_INDEX_JOURNAL_POSITION_H_

#include <cstdint>
#include <string>

namespace annals::query {

// All empty in a new index. A journal that lost its end and went on has another entry at `revision`, or the
// same one stored at another time: in either case not all before it need be the same.
struct JournalPosition {
  std::string journal_id;
  uint64_t revision = 0;         // the last entry applied
  std::string submission_id;     // its EntryOrigin.submission_id; empty where the extractor keeps the journal
  int64_t stored_at_micros = 0;  // its JournalEntry.stored_at_micros, where there is a submission id

  friend bool operator==(const JournalPosition&, const JournalPosition&) = default;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_JOURNAL_POSITION_H_
