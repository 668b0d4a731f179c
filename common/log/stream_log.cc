#include "common/log/stream_log.h"

#include <algorithm>
#include <random>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/log/stream_names.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr size_t kSecretBytes = 16;
// Followers that read at once, each from its own place.
constexpr size_t kPositions = limits::kFollowers;
// A reader that hears nothing for so long is asked after: the stream may have gone on without it.
constexpr absl::Duration kQuiet = absl::Seconds(1);
// Servers that were just started choose their leaders first.
constexpr absl::Duration kStart = absl::Seconds(60);
// How often a wait looks whether it is to end.
constexpr absl::Duration kPoll = absl::Milliseconds(100);

std::string RandomBytes(size_t count) {
  std::random_device device;
  std::string bytes;
  while (bytes.size() < count) bytes.push_back(static_cast<char>(device()));
  return bytes;
}

// What the stream of entries says of itself, for as long as it is there: "annals ID SECRET", hexadecimal.
std::string NewDescription() {
  return absl::StrCat("annals ", absl::BytesToHexString(RandomBytes(kSecretBytes)), " ",
                      absl::BytesToHexString(RandomBytes(kSecretBytes)));
}

struct Identity {
  std::string journal_id;
  std::string page_secret;
};

absl::StatusOr<Identity> ParseDescription(const std::string& description) {
  const std::vector<std::string> parts = absl::StrSplit(description, ' ');
  if (parts.size() != 3 || parts[0] != "annals" || parts[2].size() != 2 * kSecretBytes)
    return CorruptStorage(absl::StrCat("the stream ", kEntriesStream, " is none of ours"));
  return Identity{parts[1], absl::HexStringToBytes(parts[2])};
}

absl::Status EnsureStreams(JetStream& connection, int replicas) {
  for (const auto& [name, subjects] :
       {std::pair(kArticlesStream, kArticlesSubject), std::pair(kEntriesStream, kEntriesSubjects),
        std::pair(kSetAsideStream, kSetAsideSubjects)}) {
    ANNALS_RETURN_IF_ERROR(connection.EnsureStream({.name = name,
                                                    .subjects = subjects,
                                                    .description = NewDescription(),
                                                    .replicas = replicas,
                                                    .deduplicate = kDeduplicateFor}));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<StreamLog>> StreamLog::Open(JetStream& connection, int replicas) {
  absl::Status ensured = EnsureStreams(connection, replicas);
  for (const absl::Time end = absl::Now() + kStart; absl::IsUnavailable(ensured) && absl::Now() < end;) {
    absl::SleepFor(kPoll);
    ensured = EnsureStreams(connection, replicas);
  }
  ANNALS_RETURN_IF_ERROR(ensured);
  ANNALS_ASSIGN_OR_RETURN(const JetStream::StreamState state, connection.State(kEntriesStream));
  ANNALS_ASSIGN_OR_RETURN(Identity identity, ParseDescription(state.description));
  std::unique_ptr<StreamLog> log(
      new StreamLog(connection, std::move(identity.journal_id), std::move(identity.page_secret)));
  log->Hear(state.last_sequence);
  return log;
}

absl::StatusOr<uint64_t> StreamLog::Refresh() const {
  ANNALS_ASSIGN_OR_RETURN(const JetStream::StreamState state, connection_.State(kEntriesStream));
  ANNALS_ASSIGN_OR_RETURN(const Identity identity, ParseDescription(state.description));
  if (identity.journal_id != journal_id_) return JournalChanged();
  last_revision_ = state.last_sequence;
  return state.last_sequence;
}

void StreamLog::Hear(uint64_t last_revision) const {
  uint64_t known = last_revision_;
  while (known < last_revision && !last_revision_.compare_exchange_weak(known, last_revision)) {
  }
}

absl::StatusOr<StreamLog::Position> StreamLog::TakePosition(uint64_t after) const {
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(positions_.begin(), positions_.end(),
                                    [&](const Position& position) { return position.after == after; });
    if (found != positions_.end()) {
      Position position = std::move(*found);
      positions_.erase(found);
      return position;
    }
  }
  ANNALS_ASSIGN_OR_RETURN(auto reader, OrderedReader::Open(connection_, {.stream = kEntriesStream,
                                                                         .subject = kEntriesSubjects,
                                                                         .after = after,
                                                                         .every_one = true}));
  return Position{after, std::move(reader), {}};
}

void StreamLog::KeepPosition(Position position) const {
  const std::lock_guard lock(mutex_);
  positions_.push_front(std::move(position));
  if (positions_.size() > kPositions) positions_.pop_back();
}

// One more entry, at most; none within `timeout` is no error unless the stream has gone on.
absl::Status StreamLog::ReadAhead(Position& position, absl::Duration timeout) const {
  ANNALS_ASSIGN_OR_RETURN(const auto next, position.reader->Read(timeout));
  if (!next) {
    if (timeout < kQuiet) return absl::OkStatus();
    ANNALS_ASSIGN_OR_RETURN(const uint64_t last, Refresh());
    const uint64_t reached = position.after + position.ahead.size();
    return last > reached ? JournalUnavailable("the servers have lost the reader") : absl::OkStatus();
  }
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ToEntry(next->message));
  Hear(next->message.sequence + next->pending);
  position.ahead.push_back(std::move(entry));
  return absl::OkStatus();
}

absl::StatusOr<std::vector<v1::JournalEntry>> StreamLog::Read(uint64_t after_revision, Budget budget) const {
  if (budget.entries == 1) return ReadOne(after_revision + 1);
  ANNALS_ASSIGN_OR_RETURN(Position position, TakePosition(after_revision));
  size_t bytes = 0;
  for (const v1::JournalEntry& entry : position.ahead) bytes += entry.ByteSizeLong();
  // What comes within a poll belongs to this batch; an idle stream is left at once.
  while (position.ahead.empty() || (position.ahead.size() < budget.entries && bytes < budget.bytes)) {
    const size_t before = position.ahead.size();
    const bool more = before == 0 && last_revision() > after_revision;
    ANNALS_RETURN_IF_ERROR(ReadAhead(position, more ? kQuiet : absl::ZeroDuration()));
    if (position.ahead.size() == before) break;
    bytes += position.ahead.back().ByteSizeLong();
  }
  std::vector<v1::JournalEntry> entries = std::exchange(position.ahead, {});
  position.after += entries.size();
  KeepPosition(std::move(position));
  return entries;
}

// Whoever asks for one entry will not read on.
absl::StatusOr<std::vector<v1::JournalEntry>> StreamLog::ReadOne(uint64_t revision) const {
  std::vector<v1::JournalEntry> one;
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_.Get(kEntriesStream, revision));
  if (!message) return one;
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ToEntry(*message));
  one.push_back(std::move(entry));
  return one;
}

bool StreamLog::WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const {
  absl::StatusOr<Position> position = TakePosition(revision);
  if (!position.ok()) return false;
  const absl::Time end = absl::Now() + timeout;
  absl::Duration quiet;
  while (position->ahead.empty() && absl::Now() < end && !stop.stop_requested()) {
    quiet += kPoll;
    const absl::Time begun = absl::Now();
    const bool ask = quiet >= kQuiet;
    if (!ReadAhead(*position, std::min(kPoll, end - begun)).ok()) return false;
    if (ask && position->ahead.empty()) {
      quiet = absl::ZeroDuration();
      const absl::StatusOr<uint64_t> last = Refresh();
      if (!last.ok() || *last > revision) return last.ok();
    }
  }
  const bool more = !position->ahead.empty();
  KeepPosition(*std::move(position));
  return more;
}

absl::StatusOr<std::string> JournalIdOf(const JetStream::StreamState& entries) {
  ANNALS_ASSIGN_OR_RETURN(Identity identity, ParseDescription(entries.description));
  return std::move(identity.journal_id);
}

absl::StatusOr<v1::JournalEntry> ToEntry(const JetStream::Message& message) {
  v1::JournalEntry entry;
  if (!entry.ParseFromString(message.data))
    return CorruptStorage(absl::StrCat("broken entry ", message.sequence));
  entry.set_revision(message.sequence);
  return entry;
}

}  // namespace annals
