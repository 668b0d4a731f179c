#include "query/follower/stream_source.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/log/stream_log.h"
#include "common/log/stream_names.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

// Stop waits no longer than for one answer.
constexpr absl::Duration kAnswer = absl::Milliseconds(800);
// After so long without an entry the stream is asked how it is.
constexpr absl::Duration kQuiet = absl::Seconds(1);
// An election takes less; a stream that has not answered for so long is none to follow.
constexpr absl::Duration kSilence = absl::Seconds(5);
// A server that has just come back may for a moment know less than it has: an index is not thrown away for
// it.
constexpr int kTimesShorter = 5;

absl::Status CannotFollow(uint64_t after, const JetStream::StreamState& state) {
  return absl::FailedPreconditionError(absl::StrCat(
      "the journal's entries before ", state.first_sequence, " are gone, and the index needs those after ",
      after, ": start from another replica's checkpoint (annals-backup restore)"));
}

}  // namespace

struct StreamSource::Reading {
  std::unique_ptr<OrderedReader> reader;
  std::string journal_id;
  uint64_t reached;                 // the last entry handed over
  uint64_t said;                    // the stream's last one, as it said when it was asked
  absl::Time heard = absl::Now();   // an entry or an answer
  absl::Time looked = absl::Now();  // heard, or asked
  std::vector<v1::JournalEntry> batch = {};
};

absl::StatusOr<std::unique_ptr<StreamSource>> StreamSource::Create(JetStream::Options servers) {
  servers.wait = kAnswer;
  std::unique_ptr<StreamSource> source(new StreamSource(std::move(servers)));
  const absl::Status connected = source->Connect();
  if (!connected.ok() && !absl::IsUnavailable(connected)) return connected;
  return source;
}

absl::Status StreamSource::Connect() {
  if (connection_ != nullptr) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(connection_, JetStream::Connect(servers_));
  return absl::OkStatus();
}

absl::Status StreamSource::Follow(const JournalPosition& position, Take take) {
  if (stopped_) return absl::CancelledError("stopping");
  ANNALS_RETURN_IF_ERROR(Connect());
  ANNALS_ASSIGN_OR_RETURN(auto reader, OrderedReader::Open(*connection_, {.stream = kEntriesStream,
                                                                          .subject = kEntriesSubjects,
                                                                          .after = position.revision,
                                                                          .every_one = true}));
  // After the reader is there: what is checked is the stream it reads.
  ANNALS_ASSIGN_OR_RETURN(const JetStream::StreamState state, Check(position));
  ANNALS_ASSIGN_OR_RETURN(std::string journal_id, JournalIdOf(state));
  Reading reading{std::move(reader), std::move(journal_id), position.revision, state.last_sequence};
  ANNALS_RETURN_IF_ERROR(take({reading.journal_id, state.last_sequence, {}}));
  while (!stopped_) ANNALS_RETURN_IF_ERROR(ReadOn(reading, take));
  return absl::CancelledError("stopping");
}

absl::StatusOr<JetStream::StreamState> StreamSource::Check(const JournalPosition& position) {
  ANNALS_ASSIGN_OR_RETURN(const JetStream::StreamState state, connection_->State(kEntriesStream));
  ANNALS_ASSIGN_OR_RETURN(const std::string journal_id, JournalIdOf(state));
  absl::Status same;
  if (!position.journal_id.empty() && position.journal_id != journal_id) same = JournalChanged();
  if (same.ok()) same = CheckShorter(position, state);
  if (same.ok()) same = CheckEntry(position, state);
  if (absl::IsUnavailable(same) || absl::IsDataLoss(same)) return same;
  // What cannot be built anew is not thrown away.
  const uint64_t after = same.ok() ? position.revision : 0;
  if (state.first_sequence > after + 1) return CannotFollow(after, state);
  ANNALS_RETURN_IF_ERROR(same);
  return state;
}

absl::Status StreamSource::CheckShorter(const JournalPosition& position,
                                        const JetStream::StreamState& state) {
  if (position.revision <= state.last_sequence) {
    shorter_ = 0;
    return absl::OkStatus();
  }
  if (++shorter_ < kTimesShorter)
    return JournalUnavailable(absl::StrCat("it ends at ", state.last_sequence, ", before the index"));
  shorter_ = 0;
  return RevisionAhead(position.revision, state.last_sequence);
}

absl::Status StreamSource::CheckEntry(const JournalPosition& position, const JetStream::StreamState& state) {
  if (position.revision < state.first_sequence || position.revision == 0) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_->Get(kEntriesStream, position.revision));
  if (!message) return CorruptStorage(absl::StrCat("entry ", position.revision, " is gone"));
  ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry entry, ToEntry(*message));
  const bool same = entry.origin().submission_id() == position.submission_id &&
                    entry.stored_at_micros() == position.stored_at_micros;
  return same ? absl::OkStatus() : JournalChanged();
}

// What is there, up to a batch; nothing after a while without.
absl::Status StreamSource::ReadOn(Reading& reading, Take take) {
  reading.batch.clear();
  size_t bytes = 0;
  absl::Duration wait = limits::kCancellationPoll;
  uint64_t last = 0;
  while (reading.batch.size() < limits::kFollowBatchEntries && bytes < limits::kFollowBatchBytes) {
    ANNALS_ASSIGN_OR_RETURN(const auto next, reading.reader->Read(wait));
    if (!next) break;
    ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ToEntry(next->message));
    reading.batch.push_back(std::move(entry));
    bytes += next->message.data.size();
    last = next->message.sequence + next->pending;
    wait = absl::ZeroDuration();
  }
  if (reading.batch.empty())
    return absl::Now() - reading.looked < kQuiet ? absl::OkStatus() : Ask(reading, take);
  std::vector<const v1::JournalEntry*> entries;
  for (const v1::JournalEntry& entry : reading.batch) entries.push_back(&entry);
  ANNALS_RETURN_IF_ERROR(take({reading.journal_id, last, entries}));
  reading.reached = reading.batch.back().revision();
  reading.heard = reading.looked = absl::Now();
  return absl::OkStatus();
}

absl::Status StreamSource::Ask(Reading& reading, Take take) {
  if (reading.reached < reading.said) return JournalUnavailable("the servers have lost the reader");
  reading.looked = absl::Now();
  const absl::StatusOr<JetStream::StreamState> state = connection_->State(kEntriesStream);
  if (absl::IsUnavailable(state.status()) && absl::Now() - reading.heard < kSilence) return absl::OkStatus();
  ANNALS_RETURN_IF_ERROR(state.status());
  ANNALS_ASSIGN_OR_RETURN(const std::string journal_id, JournalIdOf(*state));
  if (journal_id != reading.journal_id || state->last_sequence < reading.reached)
    return JournalUnavailable("the stream is another one than before");
  reading.said = state->last_sequence;
  reading.heard = absl::Now();
  return take({reading.journal_id, reading.said, {}});
}

}  // namespace annals::query
