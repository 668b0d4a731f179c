#include "extractor/replicated/article_worker.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/log/stream_names.h"
#include "common/program/pause.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"
#include "extractor/journal/article_content.h"
#include "extractor/journal/submit_response.h"
#include "extractor/replicated/entry_receipt.h"

namespace annals {
namespace {

constexpr absl::Duration kTake = absl::Milliseconds(400);
constexpr absl::Duration kTryAgain = absl::Milliseconds(300);

// The journal will take it another time; nothing is wrong with the article.
bool IsOfJournal(const absl::Status& status) {
  return ReasonOf(status) == ReasonName(v1::ERROR_REASON_JOURNAL_UNAVAILABLE);
}

// Keeps a message taken while a long article is read: another extractor gets it only when this one dies.
class KeepTaken {
 public:
  KeepTaken(WorkQueue::Taken& taken, absl::Duration every)
      : thread_([&taken, every](std::stop_token stop) {
          while (!Pause(every, stop)) taken.InProgress();
        }) {}

 private:
  std::jthread thread_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleWorker>> ArticleWorker::Start(JetStream& connection,
                                                                    const EntryWriter& writer,
                                                                    const SetAside& set_aside, Read read,
                                                                    const Options& options) {
  std::unique_ptr<ArticleWorker> worker(
      new ArticleWorker(connection, writer, set_aside, std::move(read), options.acknowledge_in / 3));
  for (int i = 0; i < options.threads; ++i) {
    ANNALS_ASSIGN_OR_RETURN(auto queue,
                            WorkQueue::Open(connection, {.stream = kArticlesStream,
                                                         .consumer = kExtractorsConsumer,
                                                         .acknowledge_in = options.acknowledge_in}));
    worker->threads_.emplace_back([self = worker.get(), taker = std::move(queue)](
                                      std::stop_token stop) mutable { self->Work(std::move(taker), stop); });
  }
  return worker;
}

ArticleWorker::~ArticleWorker() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void ArticleWorker::Work(std::unique_ptr<WorkQueue> queue, std::stop_token stop) {
  while (!stop.stop_requested()) {
    const auto taken = queue->Take(kTake);
    if (!taken.ok()) {
      Pause(kTryAgain, stop);
    } else if (*taken != nullptr) {
      Handle(**taken, stop);
    }
  }
}

void ArticleWorker::Handle(WorkQueue::Taken& taken, std::stop_token stop) {
  v1::QueuedArticle queued;
  if (!queued.ParseFromString(taken.message().data)) {
    Log(LogLevel::kError, "the queue holds what is no article", {{"sequence", taken.message().sequence}});
    taken.Done().IgnoreError();
    return;
  }
  std::optional<KeepTaken> keep;
  if (queued.article().text().size() > limits::kLargeArticleBytes) keep.emplace(taken, renew_every_);
  absl::StatusOr<Journal::Receipt> receipt;
  do {
    receipt = ReadAndWrite(queued, taken.message().sequence, taken.deliveries());
    if (!IsOfJournal(receipt.status())) break;
    taken.InProgress();
  } while (!Pause(kTryAgain, stop));
  keep.reset();
  if (IsOfJournal(receipt.status())) return taken.GiveBack();
  if (!queued.answer_subject().empty()) {
    const std::string answer = ToSubmitResponse(queued.submission_id(), receipt).SerializeAsString();
    connection_.Send(queued.answer_subject(), answer).IgnoreError();
  }
  // What is not acknowledged comes again, and is then found in the journal.
  taken.Done().IgnoreError();
}

absl::StatusOr<Journal::Receipt> ArticleWorker::ReadAndWrite(const v1::QueuedArticle& queued,
                                                             uint64_t sequence, uint32_t deliveries) const {
  if (deliveries > 1 || queued.repeated()) {
    ANNALS_ASSIGN_OR_RETURN(const auto head, writer_.FindHead(queued.article().id()));
    if (head && head->origin().submission_id() == queued.submission_id()) return ReceiptOf(*head);
    if (head && queued.repeated() && head->stored_at_micros() > queued.accepted_at_micros())
      return Unchanged(*head);
  }
  if (deliveries > kMostDeliveries) {
    const std::string reason = absl::StrCat("begun ", deliveries - 1, " times, and never came to an end");
    ANNALS_RETURN_IF_ERROR(set_aside_.Put(queued, sequence, deliveries - 1, reason));
    Log(LogLevel::kError, "an article is set aside",
        {{"article_id", queued.article().id()},
         {"submission_id", queued.submission_id()},
         {"reason", reason}});
    return ArticleSetAside();
  }
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ReadArticle(queued, sequence));
  return writer_.WriteReading(std::move(entry), std::nullopt);
}

absl::StatusOr<v1::JournalEntry> ArticleWorker::ReadArticle(const v1::QueuedArticle& queued,
                                                            uint64_t sequence) const {
  const auto article = std::make_shared<const v1::Article>(queued.article());
  ANNALS_ASSIGN_OR_RETURN(v1::Extraction extraction, read_(article, queued.taught_revision()));
  v1::EntryOrigin origin = OriginOf(*article);
  origin.set_submission_id(queued.submission_id());
  origin.set_article_sequence(queued.first_sequence() != 0 ? queued.first_sequence() : sequence);
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, EntryOf(*article, std::move(extraction)));
  *entry.mutable_origin() = std::move(origin);
  return entry;
}

}  // namespace annals
