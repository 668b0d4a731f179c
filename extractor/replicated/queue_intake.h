// The intake of an extractor among many: an article goes into the stream of articles, some extractor reads it
// and puts its entry into the journal, and this one answers when it hears so.
//
// What is taken in stands in the outbox first. A message that nobody confirms is sent again, marked as
// repeated; an answer that does not come is looked for in the journal itself.
#ifndef ANNALS_EXTRACTOR_REPLICATED_QUEUE_INTAKE_H_
#define ANNALS_EXTRACTOR_REPLICATED_QUEUE_INTAKE_H_

#include <cstddef>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "annals/v1/article_queue.pb.h"
#include "common/clock.h"
#include "common/jetstream/jetstream.h"
#include "extractor/journal/intake.h"
#include "extractor/journal/outbox.h"
#include "extractor/replicated/entry_writer.h"
#include "extractor/taught/taught_entities.h"

namespace annals {

// Thread-safe. UNAVAILABLE (JOURNAL_UNAVAILABLE): the servers have no quorum or no room, or no extractor came
// to an end with the article in time; submitted again, it is not stored twice. ABORTED (ARTICLE_SET_ASIDE).
class QueueIntake final : public Intake {
 public:
  // All outlive it.
  static absl::StatusOr<std::unique_ptr<QueueIntake>> Open(JetStream& connection, const EntryWriter& writer,
                                                           Outbox& outbox, const TaughtEntities& taught,
                                                           const Clock& clock);
  // What is on its way gets UNAVAILABLE (STOPPING).
  ~QueueIntake() override;

  absl::StatusOr<Journal::Receipt> Take(Article article, Abandoned abandoned) override;
  std::unique_ptr<Lane> OpenLane() override;

  using Answer = std::future<absl::StatusOr<Journal::Receipt>>;
  Answer Begin(const v1::Article& article);

 private:
  // What confirmations are told to, which may come after the intake has gone.
  struct Gate {
    std::mutex mutex;
    QueueIntake* intake;
  };
  // An article that is not answered yet.
  struct Waiting {
    v1::QueuedArticle queued;
    absl::Time since;
    absl::Time look_at;     // when to look after it again
    uint64_t sequence = 0;  // in the stream of articles; 0: not confirmed
    std::promise<absl::StatusOr<Journal::Receipt>> answer;
  };

  QueueIntake(JetStream& connection, const EntryWriter& writer, Outbox& outbox, const TaughtEntities& taught,
              const Clock& clock)
      : connection_(connection), writer_(writer), outbox_(outbox), taught_(taught), clock_(clock) {
    gate_->intake = this;
  }

  bool IsFull();
  absl::Status Keep(const v1::QueuedArticle& queued);
  void Publish(const v1::QueuedArticle& queued);
  void OnPublished(const std::string& id, const absl::StatusOr<JetStream::Receipt>& receipt);
  void OnAnswer(const std::string& bytes);
  void Finish(const std::string& id, absl::StatusOr<Journal::Receipt> receipt);
  // In a thread of its own: sends again, looks for answers, gives up.
  void LookAfterAll(std::stop_token stop);
  void LookAfter(const v1::QueuedArticle& queued, absl::Time since, bool confirmed);
  std::vector<std::string> Due(absl::Time now);

  JetStream& connection_;
  const EntryWriter& writer_;
  Outbox& outbox_;
  const TaughtEntities& taught_;
  const Clock& clock_;
  const std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
  std::mutex mutex_;
  std::map<std::string, Waiting> waiting_;  // by submission id
  size_t waiting_bytes_ = 0;                // of their texts
  std::unique_ptr<JetStream::Subscription> answers_;
  std::jthread thread_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_QUEUE_INTAKE_H_
