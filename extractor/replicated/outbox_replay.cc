#include "extractor/replicated/outbox_replay.h"

#include <chrono>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/log/stream_names.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr auto kForgetEvery = std::chrono::seconds(10);
constexpr auto kTryAgain = std::chrono::seconds(1);

}  // namespace

OutboxReplay::~OutboxReplay() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

absl::Status OutboxReplay::ReplayAll() {
  ANNALS_RETURN_IF_ERROR(Replay(/*at_start=*/true));
  if (unfinished_) Poke();
  return absl::OkStatus();
}

absl::Status OutboxReplay::Replay(bool at_start) {
  queued_again_.clear();
  unfinished_ = false;
  return outbox_.ForEach(
      [&](const storage::OutboxRecord& record, const std::optional<storage::OutboxMark>& mark) {
        if (mark) return ReplayStored(record, *mark);
        return at_start ? ReplayUnfinished(record) : absl::OkStatus();
      });
}

absl::Status OutboxReplay::ReplayStored(const storage::OutboxRecord& record,
                                        const storage::OutboxMark& mark) {
  const std::string& id = record.submission_id();
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_.Get(kEntriesStream, mark.revision()));
  if (message && message->message_id == id) return absl::OkStatus();
  if (record.has_entry()) return WriteEntry(record.entry());
  const std::string& article_id = record.article().article().id();
  ANNALS_ASSIGN_OR_RETURN(const auto head, writer_.FindHead(article_id));
  if (head && head->origin().submission_id() == id) return absl::OkStatus();  // it is back
  Log(LogLevel::kWarning, "the journal has lost an entry: storing it again",
      {{"submission_id", id}, {"revision", mark.revision()}});
  queued_again_.insert(article_id);
  return PublishArticle(record.article(), mark.article_sequence(),
                        absl::StrCat(id, ".lost", mark.revision()));
}

// Nobody was answered: it may be in the stream or not.
absl::Status OutboxReplay::ReplayUnfinished(const storage::OutboxRecord& record) {
  if (!record.has_article()) return outbox_.Remove(record.submission_id());
  return PublishArticle(record.article(), 0, record.submission_id());
}

// Whether the stream of articles still has it where it was; else its numbers are those of other articles.
absl::StatusOr<bool> OutboxReplay::StandsAt(uint64_t sequence, const v1::QueuedArticle& queued) const {
  if (sequence == 0) return false;
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_.Get(kArticlesStream, sequence));
  v1::QueuedArticle there;
  return message && there.ParseFromString(message->data) && there.submission_id() == queued.submission_id();
}

absl::Status OutboxReplay::PublishArticle(v1::QueuedArticle queued, uint64_t first_sequence,
                                          const std::string& message_id) {
  queued.clear_answer_subject();
  queued.set_repeated(true);
  ANNALS_ASSIGN_OR_RETURN(const bool counts, StandsAt(first_sequence, queued));
  if (counts && queued.first_sequence() == 0) queued.set_first_sequence(first_sequence);
  return connection_
      .Publish({.subject = kArticlesSubject,
                .message_id = message_id,
                .data = queued.SerializeAsString(),
                .after = std::nullopt})
      .status();
}

absl::Status OutboxReplay::WriteEntry(const v1::JournalEntry& entry) {
  const std::string& id = entry.origin().submission_id();
  absl::Status status;
  if (entry.has_article_extracted()) {
    ANNALS_ASSIGN_OR_RETURN(const auto head, writer_.FindHead(entry.article_extracted().article().id()));
    std::optional<Journal::Reading> replaces;  // it was read again: the version before has its place
    if (head && head->origin().article_sequence() == entry.origin().article_sequence())
      replaces = Journal::Reading{head->revision(), ""};
    status = writer_.WriteReading(entry, replaces).status();
  } else if (entry.has_article_retracted()) {
    status = WriteRetraction(entry);
  } else {
    ANNALS_ASSIGN_OR_RETURN(const auto last, connection_.LastOf(kEntriesStream, kTaughtSubject));
    if (last && last->message_id == id) return absl::OkStatus();
    status = writer_.WriteLesson(entry, last ? last->sequence : 0).status();
  }
  // Somebody has changed or taken back the article since: that stands.
  return absl::IsAborted(status) || absl::IsNotFound(status) ? absl::OkStatus() : status;
}

absl::Status OutboxReplay::WriteRetraction(const v1::JournalEntry& entry) {
  const std::string& article_id = entry.article_retracted().article_id();
  const absl::Status status = writer_.WriteRetraction(article_id, entry.origin().submission_id()).status();
  if (absl::IsNotFound(status) && queued_again_.contains(article_id)) unfinished_ = true;
  return status;
}

void OutboxReplay::Start() {
  thread_ = std::jthread([this](std::stop_token stop) { Run(stop); });
}

void OutboxReplay::Poke() {
  const std::lock_guard lock(mutex_);
  poked_ = true;
  changed_.notify_all();
}

void OutboxReplay::Run(std::stop_token stop) {
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex_);
    const bool poked = changed_.wait_for(lock, stop, kForgetEvery, [&] { return poked_; });
    poked_ = false;
    lock.unlock();
    const absl::Status status =
        poked ? Replay(/*at_start=*/false) : outbox_.Forget(clock_.Now() - kDeduplicateFor);
    if (!status.ok()) Log(LogLevel::kWarning, "the outbox", {{"message", std::string(status.message())}});
    if (status.ok() && !(poked && unfinished_)) continue;
    lock.lock();
    poked_ |= poked;
    changed_.wait_for(lock, stop, kTryAgain, [] { return false; });
  }
}

}  // namespace annals
