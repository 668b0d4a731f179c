#include "query/follower/journal_follower.h"

#include <utility>

#include "annals/v1/error_reason.pb.h"
#include "common/errors/errors.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

// The journal is not the one the index was built from: no use to go on.
bool SaysRebuild(const absl::Status& status) {
  const std::string reason = ReasonOf(status);
  return reason == ReasonName(v1::ERROR_REASON_REVISION_AHEAD) ||
         reason == ReasonName(v1::ERROR_REASON_JOURNAL_CHANGED);
}

// Nothing is wrong with what is asked: it comes back.
bool Passes(const absl::Status& status) {
  return status.ok() || absl::IsUnavailable(status) || absl::IsCancelled(status) ||
         absl::IsDeadlineExceeded(status);
}

}  // namespace

JournalFollower::JournalFollower(Index& index, std::unique_ptr<EntrySource> source, Backoff::Options backoff)
    : index_(index), source_(std::move(source)), backoff_(std::move(backoff)) {}

void JournalFollower::Start() {
  thread_ = std::thread([this] { Run(); });
}

JournalFollower::~JournalFollower() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  source_->Stop();
  if (thread_.joinable()) thread_.join();
}

bool JournalFollower::following() const {
  absl::MutexLock lock(&mutex_);
  return following_;
}

uint64_t JournalFollower::journal_revision() const {
  absl::MutexLock lock(&mutex_);
  return journal_revision_;
}

bool JournalFollower::Stopping() const {
  absl::MutexLock lock(&mutex_);
  return stopping_;
}

void JournalFollower::Wait(absl::Duration duration) {
  absl::MutexLock lock(&mutex_);
  mutex_.AwaitWithTimeout(absl::Condition(&stopping_), duration);
}

void JournalFollower::Run() {
  while (!Stopping()) {
    bool answered = false;
    const absl::Status ended = FollowOnce(answered);
    {
      absl::MutexLock lock(&mutex_);
      following_ = false;
    }
    if (Stopping()) return;
    if (answered) backoff_.Reset();
    if (!Recover(ended)) Wait(backoff_.Next());
  }
}

absl::Status JournalFollower::FollowOnce(bool& answered) {
  ANNALS_RETURN_IF_ERROR(index_.Settle());
  return source_->Follow(index_.position(), [&](const EntryBatch& batch) {
    const absl::Status taken = Take(batch);
    answered = taken.ok();
    return taken;
  });
}

absl::Status JournalFollower::Take(const EntryBatch& batch) {
  {
    absl::MutexLock lock(&mutex_);
    if (!following_) Log(LogLevel::kInfo, "following", {{"revision", index_.applied_revision()}});
    following_ = true;
    journal_revision_ = batch.last_revision;
  }
  const std::string journal_id = index_.journal_id();
  if (!journal_id.empty() && journal_id != batch.journal_id) return JournalChanged();
  if (batch.entries.empty() && !journal_id.empty()) return absl::OkStatus();
  // Who is behind reads on while a batch is written; at the end of the journal nobody would say what failed.
  const bool behind = !batch.entries.empty() && batch.entries.back()->revision() < batch.last_revision;
  return behind ? index_.ApplyAhead(batch.journal_id, batch.entries)
                : index_.Apply(batch.journal_id, batch.entries);
}

bool JournalFollower::Recover(const absl::Status& ended) {
  const bool rebuild = SaysRebuild(ended);
  Log(rebuild || Passes(ended) ? LogLevel::kWarning : LogLevel::kError, "the journal's stream ended",
      {{"code", absl::StatusCodeToString(ended.code())},
       {"reason", ReasonOf(ended)},
       {"message", std::string(ended.message())},
       {"revision", index_.applied_revision()}});
  if (!rebuild) return false;
  Log(LogLevel::kWarning, "another journal: building the index anew", {{"journal_id", index_.journal_id()}});
  const absl::Status cleared = index_.Clear();
  if (!cleared.ok())
    Log(LogLevel::kError, "the index cannot be cleared", {{"message", std::string(cleared.message())}});
  return cleared.ok();
}

}  // namespace annals::query
