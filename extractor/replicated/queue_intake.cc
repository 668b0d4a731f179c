#include "extractor/replicated/queue_intake.h"

#include <chrono>
#include <optional>
#include <utility>

#include "annals/v1/extractor_service.pb.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/log/stream_names.h"
#include "common/program/pause.h"
#include "common/status_macros.h"
#include "extractor/journal/submit_response.h"
#include "extractor/replicated/entry_receipt.h"

namespace annals {
namespace {

// A leader's election takes one to five seconds: a client need not see it.
constexpr absl::Duration kPublishPatience = absl::Seconds(12);
constexpr absl::Duration kPublishAgain = absl::Milliseconds(250);
// An extractor that died is noticed after WorkQueue::Options::acknowledge_in; another one goes on then.
constexpr absl::Duration kAnswerPatience = absl::Seconds(40);
constexpr absl::Duration kLookForAnswer = absl::Seconds(2);
// How often a waiting call looks whether its client has gone.
constexpr absl::Duration kPoll = absl::Milliseconds(100);

class QueuedPending final : public Intake::Pending {
 public:
  explicit QueuedPending(QueueIntake::Answer answer) : answer_(std::move(answer)) {}
  bool Ready() const override {
    return answer_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }
  void Wait() override { answer_.wait(); }
  absl::StatusOr<Journal::Receipt> Get() { return answer_.get(); }

 private:
  QueueIntake::Answer answer_;
};

class QueueLane final : public Intake::Lane {
 public:
  explicit QueueLane(QueueIntake& intake) : intake_(intake) {}

  std::unique_ptr<Intake::Pending> Begin(Intake::Article article, Intake::Abandoned /*abandoned*/) override {
    return std::make_unique<QueuedPending>(intake_.Begin(*article));
  }
  std::vector<absl::StatusOr<Journal::Receipt>> Keep(
      std::vector<std::unique_ptr<Intake::Pending>> pending) override {
    std::vector<absl::StatusOr<Journal::Receipt>> receipts;
    for (const auto& one : pending) receipts.push_back(static_cast<QueuedPending&>(*one).Get());
    return receipts;
  }

 private:
  QueueIntake& intake_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<QueueIntake>> QueueIntake::Open(JetStream& connection,
                                                               const EntryWriter& writer, Outbox& outbox,
                                                               const TaughtEntities& taught,
                                                               const Clock& clock) {
  std::unique_ptr<QueueIntake> intake(new QueueIntake(connection, writer, outbox, taught, clock));
  ANNALS_ASSIGN_OR_RETURN(intake->answers_, connection.Listen(AnswerSubject(outbox.extractor_id()),
                                                              [self = intake.get()](std::string bytes) {
                                                                self->OnAnswer(bytes);
                                                              }));
  intake->thread_ = std::jthread([self = intake.get()](std::stop_token stop) { self->LookAfterAll(stop); });
  return intake;
}

QueueIntake::~QueueIntake() {
  {
    const std::lock_guard lock(gate_->mutex);
    gate_->intake = nullptr;
  }
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
  answers_ = nullptr;
  const std::lock_guard lock(mutex_);
  for (auto& [id, waiting] : waiting_) waiting.answer.set_value(Stopping());
  waiting_.clear();
}

absl::StatusOr<Journal::Receipt> QueueIntake::Take(Article article, Abandoned abandoned) {
  if (IsFull()) return Overloaded("too many submissions wait to be read");
  Answer answer = Begin(*article);
  while (answer.wait_for(absl::ToChronoNanoseconds(kPoll)) != std::future_status::ready) {
    if (abandoned && abandoned()) return absl::CancelledError("the client has gone");
  }
  return answer.get();
}

bool QueueIntake::IsFull() {
  const std::lock_guard lock(mutex_);
  return waiting_.size() >= limits::kWaitingSubmissions || waiting_bytes_ > limits::kWaitingSubmissionBytes;
}

std::unique_ptr<Intake::Lane> QueueIntake::OpenLane() { return std::make_unique<QueueLane>(*this); }

QueueIntake::Answer QueueIntake::Begin(const v1::Article& article) {
  v1::QueuedArticle queued;
  *queued.mutable_article() = article;
  queued.mutable_article()->DiscardUnknownFields();
  queued.set_submission_id(outbox_.NextSubmissionId());
  queued.set_answer_subject(AnswerSubject(outbox_.extractor_id()));
  queued.set_taught_revision(taught_.revision());
  queued.set_accepted_at_micros(absl::ToUnixMicros(clock_.Now()));
  Waiting waiting{queued, clock_.Now(), clock_.Now() + kLookForAnswer, 0, {}};
  Answer answer = waiting.answer.get_future();
  if (const absl::Status kept = Keep(queued); !kept.ok()) {
    waiting.answer.set_value(kept);
    return answer;
  }
  {
    const std::lock_guard lock(mutex_);
    waiting_bytes_ += article.text().size();
    waiting_.emplace(queued.submission_id(), std::move(waiting));
  }
  Publish(queued);
  return answer;
}

absl::Status QueueIntake::Keep(const v1::QueuedArticle& queued) {
  storage::OutboxRecord record;
  record.set_submission_id(queued.submission_id());
  record.set_accepted_at_micros(queued.accepted_at_micros());
  *record.mutable_article() = queued;
  return outbox_.Put(record);
}

void QueueIntake::Publish(const v1::QueuedArticle& queued) {
  const std::string id = queued.submission_id();
  connection_.PublishLater({.subject = kArticlesSubject,
                            .message_id = id,
                            .data = queued.SerializeAsString(),
                            .after = std::nullopt},
                           [gate = gate_, id](absl::StatusOr<JetStream::Receipt> receipt) {
                             const std::lock_guard lock(gate->mutex);
                             if (gate->intake != nullptr) gate->intake->OnPublished(id, receipt);
                           });
}

void QueueIntake::OnPublished(const std::string& id, const absl::StatusOr<JetStream::Receipt>& receipt) {
  if (absl::IsResourceExhausted(receipt.status()))
    return Finish(id, JournalUnavailable("the stream of articles is full"));
  const absl::Time now = clock_.Now();
  std::unique_lock lock(mutex_);
  const auto found = waiting_.find(id);
  if (found == waiting_.end()) return;
  if (receipt.ok()) {
    found->second.sequence = receipt->sequence;
    return;
  }
  if (now - found->second.since < kPublishPatience) {
    found->second.look_at = now + kPublishAgain;
    return;
  }
  lock.unlock();
  Finish(id, receipt.status());
}

void QueueIntake::OnAnswer(const std::string& bytes) {
  v1::SubmitArticlesResponse response;
  if (!response.ParseFromString(bytes)) return;
  Finish(response.article_id(), FromSubmitResponse(response));
}

void QueueIntake::Finish(const std::string& id, absl::StatusOr<Journal::Receipt> receipt) {
  std::unique_lock lock(mutex_);
  auto found = waiting_.extract(id);
  if (!found.empty()) waiting_bytes_ -= found.mapped().queued.article().text().size();
  lock.unlock();
  if (found.empty()) return;
  absl::Status kept;
  if (receipt.ok() && receipt->outcome != Journal::Outcome::kUnchanged) {
    storage::OutboxMark mark;
    mark.set_revision(receipt->revision);
    mark.set_stored_at_micros(absl::ToUnixMicros(clock_.Now()));
    mark.set_article_sequence(found.mapped().sequence);
    kept = outbox_.MarkStored(id, mark);
  } else {
    kept = outbox_.Remove(id);
  }
  if (!kept.ok() && receipt.ok()) receipt = kept;
  found.mapped().answer.set_value(std::move(receipt));
}

void QueueIntake::LookAfterAll(std::stop_token stop) {
  while (!Pause(kPoll, stop)) {
    for (const std::string& id : Due(clock_.Now())) {
      std::unique_lock lock(mutex_);
      const auto found = waiting_.find(id);
      if (found == waiting_.end()) continue;
      const v1::QueuedArticle queued = found->second.queued;
      const absl::Time since = found->second.since;
      const bool confirmed = found->second.sequence != 0;
      lock.unlock();
      LookAfter(queued, since, confirmed);
    }
  }
}

std::vector<std::string> QueueIntake::Due(absl::Time now) {
  std::vector<std::string> due;
  const std::lock_guard lock(mutex_);
  for (auto& [id, waiting] : waiting_) {
    if (waiting.look_at > now) continue;
    waiting.look_at = now + kLookForAnswer;
    due.push_back(id);
  }
  return due;
}

void QueueIntake::LookAfter(const v1::QueuedArticle& queued, absl::Time since, bool confirmed) {
  const absl::Duration waited = clock_.Now() - since;
  if (!confirmed && waited < kPublishPatience) {
    v1::QueuedArticle again = queued;
    again.set_repeated(true);
    return Publish(again);
  }
  const auto head = writer_.FindHead(queued.article().id());
  if (head.ok() && *head && (*head)->origin().submission_id() == queued.submission_id())
    return Finish(queued.submission_id(), ReceiptOf(**head));
  if (waited > kAnswerPatience) {
    Finish(queued.submission_id(), JournalUnavailable("no extractor has read the article yet"));
  }
}

}  // namespace annals
