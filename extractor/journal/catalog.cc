#include "extractor/journal/catalog.h"

#include <stop_token>
#include <utility>

#include "absl/time/clock.h"
#include "common/limits.h"
#include "common/program/pause.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"
#include "extractor/journal/journal_keys.h"

namespace annals {
namespace {

constexpr JournalLog::Budget kBudget{limits::kFollowBatchEntries, limits::kFollowBatchBytes};
constexpr absl::Duration kWait = absl::Seconds(1);

v1::ArticleSummary HeadOf(const v1::JournalEntry& entry) {
  const v1::ArticleExtracted& extracted = entry.article_extracted();
  v1::ArticleSummary head;
  *head.mutable_article() = extracted.article();
  head.set_revision(entry.revision());
  head.set_event_count(static_cast<uint32_t>(extracted.extraction().events_size()));
  head.set_text_bytes(entry.origin().text_bytes());
  head.set_lexicon_version(extracted.extraction().lexicon_version());
  return head;
}

// What tells the entry from any other, in its place: how far the view has come.
v1::JournalEntry MarkOf(const v1::JournalEntry& entry) {
  v1::JournalEntry mark;
  mark.set_revision(entry.revision());
  mark.mutable_origin()->set_submission_id(entry.origin().submission_id());
  return mark;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Catalog>> Catalog::Open(const std::string& directory, size_t cache_bytes,
                                                       const JournalLog& log) {
  ANNALS_ASSIGN_OR_RETURN(auto rows, JournalRows::Open({directory, cache_bytes}));
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, rows->LastRevision());
  std::unique_ptr<Catalog> catalog(new Catalog(std::move(rows), log, revision));
  catalog->thread_ = std::jthread([view = catalog.get()](std::stop_token stop) { view->Follow(stop); });
  return catalog;
}

Catalog::~Catalog() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Catalog::Follow(std::stop_token stop) {
  while (!stop.stop_requested()) {
    const absl::Status status = FollowOn(stop);
    if (status.ok()) return;
    Log(LogLevel::kWarning, "the catalogue does not follow", {{"message", std::string(status.message())}});
    Pause(kWait, stop);
  }
}

absl::Status Catalog::FollowOn(std::stop_token stop) {
  ANNALS_ASSIGN_OR_RETURN(const bool same, IsOfThisLog());
  if (!same) ANNALS_RETURN_IF_ERROR(Clear());
  while (!stop.stop_requested()) {
    ANNALS_ASSIGN_OR_RETURN(const auto entries, log_.Read(revision(), kBudget));
    if (entries.empty()) {
      log_.WaitBeyond(revision(), kWait, stop);
    } else {
      ANNALS_RETURN_IF_ERROR(Apply(entries));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> Catalog::IsOfThisLog() const {
  const uint64_t last = revision();
  if (last == 0) return true;
  if (last > log_.last_revision()) return false;
  ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry mark, rows_->Entry(last));
  ANNALS_ASSIGN_OR_RETURN(const auto entries, log_.Read(last - 1, {1, 1}));
  return !entries.empty() && entries.front().origin().submission_id() == mark.origin().submission_id();
}

absl::Status Catalog::Apply(const std::vector<v1::JournalEntry>& entries) {
  rocksdb::WriteBatch batch;
  for (const v1::JournalEntry& entry : entries) {
    if (entry.has_article_extracted()) {
      const v1::ArticleSummary head = HeadOf(entry);
      batch.Put(HeadKey(head.article().id()), head.SerializeAsString());
    } else if (entry.has_article_retracted()) {
      batch.Delete(HeadKey(entry.article_retracted().article_id()));
    }
  }
  if (revision() > 0) batch.Delete(EntryKey(revision()));
  PutEntry(MarkOf(entries.back()), batch);
  ANNALS_RETURN_IF_ERROR(rows_->WriteSynced(batch));
  Reach(entries.back().revision());
  return absl::OkStatus();
}

absl::Status Catalog::Clear() {
  Log(LogLevel::kWarning, "another journal: building the catalogue anew", {{"revision", revision()}});
  rocksdb::WriteBatch batch;
  batch.DeleteRange(HeadPrefix(""), PrefixEnd(HeadPrefix("")));
  batch.Delete(EntryKey(revision()));
  ANNALS_RETURN_IF_ERROR(rows_->WriteSynced(batch));
  Reach(0);
  return absl::OkStatus();
}

uint64_t Catalog::revision() const {
  const std::lock_guard lock(mutex_);
  return revision_;
}

void Catalog::Reach(uint64_t revision) {
  const std::lock_guard lock(mutex_);
  revision_ = revision;
  reached_.notify_all();
}

bool Catalog::WaitFor(uint64_t revision, absl::Duration timeout) const {
  std::unique_lock lock(mutex_);
  return reached_.wait_for(lock, absl::ToChronoNanoseconds(timeout), [&] { return revision_ >= revision; });
}

}  // namespace annals
