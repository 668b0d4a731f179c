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
#include "common/clock.h"
#include "common/limits.h"
#include "common/log/journal_log.h"

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

  // An article and what was read from it. The extraction's article id is the article's.
  struct Submission {
    v1::Article article;
    v1::Extraction extraction;
  };
  enum class Outcome { kCreated, kUnchanged, kReplaced };
  struct Receipt {
    uint64_t revision;  // of the entry that holds the article now
    Outcome outcome;
    uint32_t event_count;
  };

  // On disk when it returns. The same article read with the same lexicon is kUnchanged, writes nothing and
  // gives the revision it had. RESOURCE_EXHAUSTED (OVERLOADED). INVALID_ARGUMENT (TOO_LARGE): the extraction
  // exceeds limits::kEntryBytes.
  virtual absl::StatusOr<Receipt> Submit(Submission submission) = 0;
  // Many in their order, as one batch; one result each.
  virtual std::vector<absl::StatusOr<Receipt>> SubmitAll(std::vector<Submission> submissions) = 0;
  // The revision of the entry that says so. NOT_FOUND (ARTICLE_NOT_FOUND), also where it is retracted
  // already.
  virtual absl::StatusOr<uint64_t> Retract(const std::string& article_id) = 0;

  // What Submit would answer without writing: the receipt if it would be kUnchanged, else nothing. Saves the
  // extraction.
  virtual absl::StatusOr<std::optional<Receipt>> FindUnchanged(const v1::Article& article,
                                                               absl::string_view lexicon_version) const = 0;

  struct StoredArticle {
    v1::Article article;  // as submitted
    v1::Extraction extraction;
    uint64_t revision;
  };
  // NOT_FOUND (ARTICLE_NOT_FOUND).
  virtual absl::StatusOr<StoredArticle> GetArticle(absl::string_view article_id) const = 0;
  // In order of id: those that begin with id_prefix and come after after_id ("": from the first), at most
  // `limit`.
  virtual absl::StatusOr<std::vector<v1::ArticleSummary>> ListArticles(absl::string_view id_prefix,
                                                                       absl::string_view after_id,
                                                                       size_t limit) const = 0;

  // 16 random bytes made with the journal: the key of its page tokens.
  virtual const std::string& page_secret() const = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_H_
