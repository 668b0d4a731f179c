// The journal of many extractors: entries and articles are streams on JetStream, and this one's disk holds an
// outbox and a view for listings.
#ifndef ANNALS_EXTRACTOR_REPLICATED_STREAM_JOURNAL_H_
#define ANNALS_EXTRACTOR_REPLICATED_STREAM_JOURNAL_H_

#include <string>
#include <vector>

#include "common/clock.h"
#include "common/jetstream/jetstream.h"
#include "common/log/stream_log.h"
#include "extractor/journal/catalog.h"
#include "extractor/journal/journal.h"
#include "extractor/journal/outbox.h"
#include "extractor/replicated/entry_writer.h"

namespace annals {

// Thread-safe. What it says is stored, a quorum of servers and the outbox have. Errors besides those of
// Journal: UNAVAILABLE (JOURNAL_UNAVAILABLE). Articles to be read go another way: QueueIntake. Two things are
// not here: copies (the servers make them), and a note of the lexicon that read the same again.
class StreamJournal final : public Journal {
 public:
  // All outlive it.
  StreamJournal(JetStream& connection, const StreamLog& log, const Catalog& catalog, Outbox& outbox,
                const Clock& clock)
      : connection_(connection),
        log_(log),
        catalog_(catalog),
        outbox_(outbox),
        clock_(clock),
        writer_(connection, clock) {}

  const EntryWriter& writer() const { return writer_; }

  // Only of articles that were read again (Submission::replaces).
  absl::StatusOr<Receipt> Submit(Submission submission) override;
  std::vector<absl::StatusOr<Receipt>> SubmitAll(std::vector<Submission> submissions) override;
  absl::StatusOr<uint64_t> Retract(const std::string& article_id) override;
  absl::StatusOr<std::optional<Receipt>> FindUnchanged(const v1::Article& article,
                                                       absl::string_view lexicon_version) const override;
  absl::StatusOr<StoredArticle> GetArticle(absl::string_view article_id) const override;
  absl::StatusOr<std::vector<v1::ArticleSummary>> ListArticles(absl::string_view id_prefix,
                                                               absl::string_view after_id,
                                                               size_t limit) const override;
  absl::StatusOr<uint64_t> CountArticles(absl::string_view id_prefix,
                                         absl::string_view after_id) const override;
  absl::StatusOr<uint64_t> Teach(Lesson lesson) override;
  absl::StatusOr<std::vector<v1::JournalEntry>> Taught() const override;
  absl::StatusOr<Backup> CreateBackup(const std::string& directory) override;
  std::vector<StoreFigure> store_figures() const override { return catalog_.store_figures(); }
  const std::string& page_secret() const override { return log_.page_secret(); }

  const std::string& journal_id() const override { return log_.journal_id(); }
  uint64_t last_revision() const override { return log_.last_revision(); }
  absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after_revision, Budget budget) const override {
    return log_.Read(after_revision, budget);
  }
  bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const override {
    return log_.WaitBeyond(revision, timeout, stop);
  }

 private:
  // The outbox holds the change before `write` is called, and until it can be lost no more.
  template <typename Written, typename Write>
  absl::StatusOr<Written> KeepAndWrite(const v1::JournalEntry& entry, const Write& write);
  absl::Status AwaitCatalog() const;

  JetStream& connection_;
  const StreamLog& log_;
  const Catalog& catalog_;
  Outbox& outbox_;
  const Clock& clock_;
  const EntryWriter writer_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_STREAM_JOURNAL_H_
