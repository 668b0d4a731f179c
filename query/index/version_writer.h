// Writes the rows of an event's versions: what holds now among the present rows, what was known once or has
// been replaced among those of the past.
#ifndef ANNALS_QUERY_INDEX_VERSION_WRITER_H_
#define ANNALS_QUERY_INDEX_VERSION_WRITER_H_

#include <string>
#include <utility>
#include <vector>

#include "query/index/entity_ledger.h"
#include "query/index/event_rows.h"
#include "query/index/facts_row.h"
#include "query/index/index_batch.h"
#include "query/index/version_stamp.h"

namespace annals::query {

// From a revision on the event has other rows for those who know what was published by a day in [from, to).
// Null: it had, or has, none.
struct VersionChange {
  DayNumber from = 0;
  DayNumber to = kStillKnown;
  const EventRows* before = nullptr;
  const EventRows* after = nullptr;
};

// Works on one batch; batch and ledger must outlive it.
class VersionWriter {
 public:
  VersionWriter(IndexBatch& batch, EntityLedger& ledger) : batch_(batch), ledger_(ledger) {}

  // Brings one event's open versions in step with the changes, which ascend and do not overlap. A version
  // ends where it changes, goes on with its old revision where it does not; what is new begins with
  // `revision`.
  void Replace(uint64_t revision, const std::vector<VersionChange>& changes,
               std::vector<OpenVersion>& versions);

  // To be called when all events of an entry that may share rows are through: an event may leave one block
  // for another and keep its key.
  void Flush();

 private:
  // Takes an open version back and writes what is left of it. True where a change touches it.
  bool Cut(uint64_t revision, const std::vector<VersionChange>& changes, const OpenVersion& version,
           std::vector<OpenVersion>& left);
  void Open(const EventRows& rows, const OpenVersion& version);
  void Erase(const EventRows& rows, const OpenVersion& version);
  void Close(const EventRows& rows, const OpenVersion& version, DayNumber from, DayNumber to, uint64_t until);

  IndexBatch& batch_;
  EntityLedger& ledger_;
  std::vector<std::pair<std::string, std::string>> puts_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_VERSION_WRITER_H_
