// What an extractor took in and gave to the replicated journal, kept on its own disk until the journal can
// lose it no more: the servers of the journal confirm before they sync.
//
// Rows: 'R' number → OutboxRecord, 'S' number → OutboxMark (numbers of 8 bytes, big endian). After the
// transactional outbox (Richardson, "Microservices Patterns", 2018, ch. 3).
#ifndef ANNALS_EXTRACTOR_JOURNAL_OUTBOX_H_
#define ANNALS_EXTRACTOR_JOURNAL_OUTBOX_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/storage/database.h"
#include "extractor/journal/outbox.pb.h"

namespace annals {

// Thread-safe. Errors of every method: INTERNAL and DATA_LOSS (STORAGE).
class Outbox {
 public:
  // FAILED_PRECONDITION: the directory is in use.
  static absl::StatusOr<std::unique_ptr<Outbox>> Open(const std::string& directory);

  // 16 random hexadecimal digits, others at every start: no submission's id is ever given twice.
  const std::string& extractor_id() const { return extractor_id_; }
  // "extractor_id-number".
  std::string NextSubmissionId() { return SubmissionId(next_number_++); }

  // On disk when it returns. The id is one of NextSubmissionId.
  absl::Status Put(const storage::OutboxRecord& record);
  // The change is in the journal, but is kept for a while.
  absl::Status MarkStored(const std::string& submission_id, const storage::OutboxMark& mark);
  absl::Status Remove(const std::string& submission_id);

  // Every record with its mark, oldest first; records and marks of one moment. Ends early with the status
  // that `visit` returns.
  using Visitor =
      std::function<absl::Status(const storage::OutboxRecord&, const std::optional<storage::OutboxMark>&)>;
  absl::Status ForEach(const Visitor& visit) const;
  // Removes what was stored before `when`, and what was taken in before it and never answered.
  absl::Status Forget(absl::Time when);

  std::vector<StoreFigure> store_figures() const { return FiguresOf(*database_); }

 private:
  Outbox(std::unique_ptr<rocksdb::DB> database, std::string extractor_id)
      : database_(std::move(database)), extractor_id_(std::move(extractor_id)) {}

  absl::Status LoadLastNumber();
  std::string SubmissionId(uint64_t number) const;

  const std::unique_ptr<rocksdb::DB> database_;
  const std::string extractor_id_;
  std::atomic<uint64_t> next_number_ = 1;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_OUTBOX_H_
