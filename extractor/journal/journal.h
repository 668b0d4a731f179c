// The journal: every article that was taken in, what was read from it, and in which order. The source of
// truth.
//
// Nothing is acknowledged before it is on disk (one synced batch holds entry, head and article); revisions
// are dense. Changes that arrive together are committed together.
#ifndef ANNALS_EXTRACTOR_JOURNAL_JOURNAL_H_
#define ANNALS_EXTRACTOR_JOURNAL_JOURNAL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/article.pb.h"
#include "annals/v1/extraction.pb.h"
#include "annals/v1/extractor_service.pb.h"
#include "annals/v1/journal.pb.h"
#include "common/clock.h"
#include "common/limits.h"
#include "common/log/journal_log.h"
#include "common/metrics/store_figure.h"
#include "common/storage/backup.h"

namespace annals {

// Thread-safe. Errors of every method besides those it names: INTERNAL and DATA_LOSS (STORAGE).
class Journal : public JournalLog {
 public:
  struct Options {
    std::string directory;
    size_t block_cache_bytes = 64 << 20;  // see DatabaseOptions
    const Clock* clock = nullptr;         // not owned; null: the machine's
    // Changes that may wait for the writer; more are refused with OVERLOADED. More: longer waits instead of
    // refusals.
    size_t waiting = limits::kWaitingSubmissions;
  };

  // FAILED_PRECONDITION: the directory is in use. DATA_LOSS: it is broken, or no journal of this format.
  static absl::StatusOr<std::unique_ptr<Journal>> Open(const Options& options);

  // Which reading of an article the journal holds.
  struct Reading {
    uint64_t revision;            // of the entry
    std::string lexicon_version;  // of the lexicon that read it last
    friend bool operator==(const Reading&, const Reading&) = default;
  };
  // An article and what was read from it. The extraction's article id is the article's.
  struct Submission {
    v1::Article article;
    v1::Extraction extraction;
    // An article that was read again: taken only while the journal holds just this reading of it, else
    // ABORTED.
    std::optional<Reading> replaces = std::nullopt;
  };
  enum class Outcome { kCreated, kUnchanged, kReplaced };
  struct Receipt {
    uint64_t revision;  // of the entry that holds the article now
    Outcome outcome;
    uint32_t event_count;
    std::string lexicon_version;  // of the lexicon that read it last
  };

  // On disk when it returns. kUnchanged: the same article from which the same was read; there is no new
  // entry, and the revision is the one it had. If it was another lexicon that read the same, its version is
  // noted. RESOURCE_EXHAUSTED (OVERLOADED). INVALID_ARGUMENT (TOO_LARGE): the extraction exceeds
  // limits::kEntryBytes.
  virtual absl::StatusOr<Receipt> Submit(Submission submission) = 0;
  // Many in their order, as one batch; one result each.
  virtual std::vector<absl::StatusOr<Receipt>> SubmitAll(std::vector<Submission> submissions) = 0;
  // The revision of the entry that says so. NOT_FOUND (ARTICLE_NOT_FOUND), also where it is retracted
  // already.
  virtual absl::StatusOr<uint64_t> Retract(const std::string& article_id) = 0;

  // The receipt if the same article, read with that lexicon, is there; else nothing. Saves the extraction.
  virtual absl::StatusOr<std::optional<Receipt>> FindUnchanged(const v1::Article& article,
                                                               absl::string_view lexicon_version) const = 0;

  struct StoredArticle {
    v1::Article article;        // as submitted
    v1::Extraction extraction;  // with the version of the lexicon that read it last
    uint64_t revision;
  };
  // NOT_FOUND (ARTICLE_NOT_FOUND).
  virtual absl::StatusOr<StoredArticle> GetArticle(absl::string_view article_id) const = 0;
  // In order of id: those that begin with id_prefix and come after after_id ("": from the first), at most
  // `limit`.
  virtual absl::StatusOr<std::vector<v1::ArticleSummary>> ListArticles(absl::string_view id_prefix,
                                                                       absl::string_view after_id,
                                                                       size_t limit) const = 0;

  // How many that are, without a limit. Looks at each.
  virtual absl::StatusOr<uint64_t> CountArticles(absl::string_view id_prefix,
                                                 absl::string_view after_id) const = 0;

  // A change of what users teach, decided by the caller: the journal keeps it, and what is in force.
  struct Lesson {
    v1::JournalEntry entry;  // without revision and time: entity_put, entities_merged or entity_deleted
    std::vector<std::string> unmerged;  // entity_deleted: `from` ids whose merges are taken back with it
    uint64_t after = 0;  // the last lesson's revision that the decision knew; 0: there was none
  };
  // The revision. On disk when it returns. RESOURCE_EXHAUSTED (OVERLOADED). ABORTED: somebody else has taught
  // something after `after`; only where others can.
  virtual absl::StatusOr<uint64_t> Teach(Lesson lesson) = 0;
  // The entries with entity_put and entities_merged that are in force, by revision.
  virtual absl::StatusOr<std::vector<v1::JournalEntry>> Taught() const = 0;

  // Copies the whole journal, while it is in use, into a directory of copies (common/storage/backup.h); holds
  // every entry there was at the call. The note is that revision.
  virtual absl::StatusOr<Backup> CreateBackup(const std::string& directory) = 0;

  // What its store says of itself.
  virtual std::vector<StoreFigure> store_figures() const = 0;

  // 16 random bytes made with the journal: the key of its page tokens.
  virtual const std::string& page_secret() const = 0;
};

// Puts a copy into an empty directory, as a journal of its own: who followed the one it was made from may
// know entries that the copy lacks, and must not take the copy's next ones for their successors. `id` 0: the
// latest copy. Errors: RestoreBackup, and DATA_LOSS where the copy is broken or no journal.
absl::Status RestoreJournal(const std::string& backup_directory, uint32_t id, const std::string& directory);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_H_
