#include "extractor/journal/journal.h"

#include <condition_variable>
#include <mutex>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "common/storage/backup_note.h"
#include "extractor/journal/article_content.h"
#include "extractor/journal/commit_queue.h"
#include "extractor/journal/journal_batch.h"
#include "extractor/journal/journal_rows.h"

namespace annals {
namespace {

const Clock& MachineClock() {
  static const SystemClock clock;
  return clock;
}

absl::StatusOr<PreparedSubmission> Prepare(Journal::Submission submission) {
  PreparedSubmission prepared;
  prepared.head.set_text_bytes(static_cast<uint32_t>(submission.article.text().size()));
  prepared.head.set_event_count(static_cast<uint32_t>(submission.extraction.events_size()));
  prepared.head.set_lexicon_version(submission.extraction.lexicon_version());
  prepared.replaces = std::move(submission.replaces);
  prepared.article_bytes = CanonicalBytes(submission.article);
  ANNALS_ASSIGN_OR_RETURN(prepared.entry,
                          EntryOf(std::move(submission.article), std::move(submission.extraction)));
  *prepared.head.mutable_article() = prepared.entry.article_extracted().article();
  return prepared;
}

struct Retraction {
  std::string article_id;
};

// A change and what became of it.
struct Change {
  std::variant<PreparedSubmission, Retraction, Journal::Lesson> what;
  absl::StatusOr<Journal::Receipt> result = absl::UnknownError("not committed");
};

using Changes = std::vector<Change*>;

CommitQueue<Changes>::Size SizeOf(const Changes& changes) {
  CommitQueue<Changes>::Size size{changes.size(), 0};
  for (const Change* change : changes) {
    const auto* submission = std::get_if<PreparedSubmission>(&change->what);
    if (submission != nullptr)
      size.bytes += submission->article_bytes.size() + submission->entry.ByteSizeLong();
  }
  return size;
}

class RocksDbJournal final : public Journal {
 public:
  RocksDbJournal(std::unique_ptr<JournalRows> rows, uint64_t last_revision, const Options& options)
      : rows_(std::move(rows)),
        clock_(options.clock != nullptr ? *options.clock : MachineClock()),
        last_revision_(last_revision),
        queue_({options.waiting, limits::kBatchSubmissions, limits::kBatchBytes},
               [this](const std::vector<Changes*>& works) { Commit(works); }) {}

  absl::StatusOr<Receipt> Submit(Submission submission) override {
    std::vector<Submission> one;
    one.push_back(std::move(submission));
    return SubmitAll(std::move(one)).front();
  }

  std::vector<absl::StatusOr<Receipt>> SubmitAll(std::vector<Submission> submissions) override {
    std::vector<Change> changes(submissions.size());
    Changes prepared;
    for (size_t i = 0; i < submissions.size(); ++i) {
      absl::StatusOr<PreparedSubmission> submission = Prepare(std::move(submissions[i]));
      if (submission.ok()) {
        changes[i].what = *std::move(submission);
        prepared.push_back(&changes[i]);
      } else {
        changes[i].result = submission.status();
      }
    }
    Run(prepared);
    std::vector<absl::StatusOr<Receipt>> results;
    for (Change& change : changes) results.push_back(std::move(change.result));
    return results;
  }

  absl::StatusOr<uint64_t> Retract(const std::string& article_id) override {
    return RunOne({Retraction{article_id}});
  }

  absl::StatusOr<std::optional<Receipt>> FindUnchanged(const v1::Article& article,
                                                       absl::string_view lexicon_version) const override {
    ANNALS_ASSIGN_OR_RETURN(const auto head, rows_->Head(article.id()));
    if (!head || head->text_bytes() != article.text().size()) return std::nullopt;
    ANNALS_ASSIGN_OR_RETURN(const auto bytes, rows_->ArticleBytes(article.id()));
    if (!bytes || *bytes != CanonicalBytes(article)) return std::nullopt;
    if (head->lexicon_version() != lexicon_version) return std::nullopt;
    return Receipt{head->revision(), Outcome::kUnchanged, head->event_count(), head->lexicon_version()};
  }

  absl::StatusOr<StoredArticle> GetArticle(absl::string_view article_id) const override {
    ANNALS_ASSIGN_OR_RETURN(auto found, rows_->HeadWithArticle(article_id));
    if (!found) return ArticleNotFound(article_id);
    ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, rows_->Entry(found->head.revision()));
    StoredArticle stored{std::move(found->article),
                         std::move(*entry.mutable_article_extracted()->mutable_extraction()),
                         found->head.revision()};
    stored.extraction.set_lexicon_version(found->head.lexicon_version());
    return stored;
  }

  absl::StatusOr<std::vector<v1::ArticleSummary>> ListArticles(absl::string_view id_prefix,
                                                               absl::string_view after_id,
                                                               size_t limit) const override {
    return rows_->Heads(id_prefix, after_id, limit);
  }

  absl::StatusOr<uint64_t> CountArticles(absl::string_view id_prefix,
                                         absl::string_view after_id) const override {
    return rows_->CountHeads(id_prefix, after_id);
  }

  absl::StatusOr<uint64_t> Teach(Lesson lesson) override { return RunOne({std::move(lesson)}); }

  absl::StatusOr<std::vector<v1::JournalEntry>> Taught() const override { return rows_->TaughtEntries(); }

  absl::StatusOr<Backup> CreateBackup(const std::string& directory) override {
    return rows_->CreateBackup(directory, FormatBackupNote({BackupNote::Store::kJournal, last_revision()}));
  }

  std::vector<StoreFigure> store_figures() const override { return rows_->store_figures(); }

  const std::string& page_secret() const override { return rows_->identity().page_secret; }
  const std::string& journal_id() const override { return rows_->identity().journal_id; }

  uint64_t last_revision() const override {
    const std::lock_guard lock(mutex_);
    return last_revision_;
  }

  absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after_revision, Budget budget) const override {
    return rows_->Entries(after_revision, last_revision(), budget);
  }

  bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const override {
    std::unique_lock lock(mutex_);
    return grown_.wait_for(lock, stop, absl::ToChronoNanoseconds(timeout),
                           [&] { return last_revision_ > revision; });
  }

 private:
  void Run(Changes& changes) {
    if (changes.empty() || queue_.Run(changes, SizeOf(changes))) return;
    for (Change* change : changes) change->result = Overloaded("too many submissions wait for the disk");
  }

  absl::StatusOr<uint64_t> RunOne(Change change) {
    Changes changes = {&change};
    Run(changes);
    ANNALS_RETURN_IF_ERROR(change.result.status());
    return change.result->revision;
  }

  // The leader's turn: one batch, one sync.
  void Commit(const std::vector<Changes*>& works) {
    JournalBatch batch(*rows_, last_revision(), clock_.Now());
    for (const Changes* changes : works) {
      for (Change* change : *changes) change->result = Apply(*change, batch);
    }
    if (batch.rows().Count() == 0) return;
    if (const absl::Status status = rows_->WriteSynced(batch.rows()); !status.ok())
      return Fail(works, status);
    const std::lock_guard lock(mutex_);
    last_revision_ = batch.last_revision();
    grown_.notify_all();
  }

  static absl::StatusOr<Receipt> Apply(Change& change, JournalBatch& batch) {
    if (auto* submission = std::get_if<PreparedSubmission>(&change.what)) return batch.Submit(*submission);
    if (auto* lesson = std::get_if<Lesson>(&change.what)) {
      return Receipt{batch.Teach(*lesson), Outcome::kCreated, 0, ""};
    }
    ANNALS_ASSIGN_OR_RETURN(const uint64_t revision,
                            batch.Retract(std::get<Retraction>(change.what).article_id));
    return Receipt{revision, Outcome::kReplaced, 0, ""};
  }

  // Nothing of the batch counts; what was refused for itself keeps its own status.
  static void Fail(const std::vector<Changes*>& works, const absl::Status& status) {
    for (const Changes* changes : works) {
      for (Change* change : *changes) {
        if (change->result.ok()) change->result = status;
      }
    }
  }

  const std::unique_ptr<JournalRows> rows_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any grown_;
  uint64_t last_revision_;
  CommitQueue<Changes> queue_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Journal>> Journal::Open(const Options& options) {
  ANNALS_ASSIGN_OR_RETURN(auto rows, JournalRows::Open({options.directory, options.block_cache_bytes}));
  ANNALS_ASSIGN_OR_RETURN(const uint64_t last_revision, rows->LastRevision());
  return std::make_unique<RocksDbJournal>(std::move(rows), last_revision, options);
}

absl::Status RestoreJournal(const std::string& backup_directory, uint32_t id, const std::string& directory) {
  ANNALS_RETURN_IF_ERROR(VerifyBackup(backup_directory, id));
  ANNALS_RETURN_IF_ERROR(RestoreBackup(backup_directory, id, directory));
  ANNALS_ASSIGN_OR_RETURN(const auto rows, JournalRows::Open({.directory = directory}));
  return rows->RenewIdentity();
}

}  // namespace annals
