#include "query/follower/housekeeping.h"

#include <condition_variable>
#include <mutex>
#include <utility>

#include "absl/time/clock.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"
#include "query/index/cache_warmer.h"

namespace annals::query {
namespace {

// Entries. What takes some seconds to catch up with is not worth another way of writing.
constexpr uint64_t kFarBehind = 50000;
constexpr uint64_t kCaughtUp = 1000;
// Of the bytes on disk. Packing writes all of them: the rarer, the more has come.
constexpr double kWorthPacking = 0.3;
constexpr std::chrono::seconds kBetweenLooks{1};

// Returns at once when a stop is asked for.
void Wait(std::stop_token stop, std::chrono::seconds duration) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait_for(lock, std::move(stop), duration, [] { return false; });
}

void LogFailure(const char* what, const absl::Status& status) {
  Log(LogLevel::kWarning, what, {{"error", status.ToString()}});
}

}  // namespace

Chore ChoreFor(uint64_t behind, double unpacked_share) {
  if (behind > kFarBehind) return Chore::kWriteQuickly;
  return behind <= kCaughtUp && unpacked_share > kWorthPacking ? Chore::kPack : Chore::kNone;
}

Housekeeping::Housekeeping(Index& index, const JournalFollower& follower)
    : index_(index), follower_(follower) {}

void Housekeeping::Start() {
  thread_ = std::jthread([this](std::stop_token stop) { Run(std::move(stop)); });
}

void Housekeeping::Run(std::stop_token stop) {
  Warm(stop);
  for (; !stop.stop_requested(); Wait(stop, kBetweenLooks)) {
    if (const absl::Status done = Look(stop); !done.ok()) LogFailure("cannot pack", done);
  }
}

absl::Status Housekeeping::Look(std::stop_token stop) {
  const uint64_t applied = index_.applied_revision();
  const uint64_t last = follower_.journal_revision();
  if (last == 0 || applied == seen_) return absl::OkStatus();
  seen_ = applied;
  ANNALS_ASSIGN_OR_RETURN(const double unpacked_share, index_.unpacked_share());
  switch (ChoreFor(last > applied ? last - applied : 0, unpacked_share)) {
    case Chore::kNone:
      return absl::OkStatus();
    case Chore::kWriteQuickly:
      return std::exchange(quick_, true) ? absl::OkStatus() : index_.WriteQuickly();
    case Chore::kPack:
      break;
  }
  const absl::Time begin = absl::Now();
  ANNALS_RETURN_IF_ERROR(index_.Pack(stop));
  quick_ = false;
  if (stop.stop_requested()) return absl::OkStatus();
  Log(LogLevel::kInfo, "packed", {{"seconds", absl::ToDoubleSeconds(absl::Now() - begin)}});
  Warm(std::move(stop));
  return absl::OkStatus();
}

void Housekeeping::Warm(std::stop_token stop) {
  const absl::StatusOr<WarmedRows> warmed = WarmCaches(index_, std::move(stop));
  if (!warmed.ok()) return LogFailure("cannot warm", warmed.status());
  Log(LogLevel::kInfo, "warm",
      {{"entities", static_cast<int64_t>(warmed->entities)},
       {"timelines", static_cast<int64_t>(warmed->timelines)},
       {"events", static_cast<int64_t>(warmed->events)}});
}

}  // namespace annals::query
