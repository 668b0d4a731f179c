#include "extractor/replicated/entry_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annals/v1/article_queue.pb.h"
#include "common/log/stream_log.h"
#include "common/log/stream_names.h"
#include "extractor/journal/article_content.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using Outcome = Journal::Outcome;

class EntryWriterTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = NatsCluster::Start({.nodes = 1});
    ASSERT_THAT(started, IsOk());
    cluster_ = *std::move(started);
    auto connected = JetStream::Connect({.servers = cluster_->urls()});
    ASSERT_THAT(connected, IsOk());
    connection_ = *std::move(connected);
    auto log = StreamLog::Open(*connection_, 1);
    ASSERT_THAT(log, IsOk());
    log_ = *std::move(log);
    writer_ = std::make_unique<EntryWriter>(*connection_, clock_);
  }

  // An article as it stands in the queue, and its entry as a lexicon reads it.
  v1::JournalEntry Queue(const std::string& text, const std::string& submission_id) {
    v1::QueuedArticle queued;
    queued.mutable_article()->set_id("a1");
    queued.mutable_article()->set_text(text);
    queued.set_submission_id(submission_id);
    const auto receipt =
        connection_->Publish({kArticlesSubject, submission_id, queued.SerializeAsString(), std::nullopt});
    EXPECT_THAT(receipt, IsOk());
    v1::Extraction extraction;
    extraction.set_article_id("a1");
    extraction.set_lexicon_version("L1");
    extraction.add_events()->set_trigger(text);
    v1::JournalEntry entry = *EntryOf(queued.article(), extraction);
    *entry.mutable_origin() = OriginOf(queued.article());
    entry.mutable_origin()->set_submission_id(submission_id);
    entry.mutable_origin()->set_article_sequence(receipt->sequence);
    return entry;
  }

  void ExpectReceipt(const absl::StatusOr<Journal::Receipt>& receipt, uint64_t revision, Outcome outcome) {
    ASSERT_THAT(receipt, IsOk());
    EXPECT_EQ(receipt->revision, revision);
    EXPECT_EQ(receipt->outcome, outcome);
  }

  const SystemClock clock_;
  std::unique_ptr<NatsCluster> cluster_;
  std::unique_ptr<JetStream> connection_;
  std::unique_ptr<StreamLog> log_;
  std::unique_ptr<EntryWriter> writer_;
};

TEST_F(EntryWriterTest, CreatesReplacesAndLeavesWhatIsTheSame) {
  ExpectReceipt(writer_->WriteReading(Queue("one", "s-1"), std::nullopt), 1, Outcome::kCreated);
  ExpectReceipt(writer_->WriteReading(Queue("one", "s-2"), std::nullopt), 1, Outcome::kUnchanged);
  ExpectReceipt(writer_->WriteReading(Queue("two", "s-3"), std::nullopt), 2, Outcome::kReplaced);
  EXPECT_EQ(*writer_->WriteRetraction("a1", "s-4"), 3u);
  EXPECT_THAT(writer_->WriteRetraction("a1", "s-5"),
              FailsWith(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  ExpectReceipt(writer_->WriteReading(Queue("two", "s-6"), std::nullopt), 4, Outcome::kCreated);
}

TEST_F(EntryWriterTest, TheSameSubmissionIsWrittenOnce) {
  const v1::JournalEntry entry = Queue("one", "s-1");
  ExpectReceipt(writer_->WriteReading(entry, std::nullopt), 1, Outcome::kCreated);
  ExpectReceipt(writer_->WriteReading(entry, std::nullopt), 1, Outcome::kCreated);
  EXPECT_EQ(*writer_->WriteRetraction("a1", "s-2"), 2u);
  EXPECT_EQ(*writer_->WriteRetraction("a1", "s-2"), 2u);
  ExpectReceipt(writer_->WriteReading(entry, std::nullopt), 2, Outcome::kUnchanged);
  EXPECT_EQ(*log_->Refresh(), 2u) << "a late delivery does not bring back what was taken back";
}

TEST_F(EntryWriterTest, AnOlderVersionDoesNotReplaceANewerOne) {
  const v1::JournalEntry older = Queue("one", "s-1");
  const v1::JournalEntry newer = Queue("two", "s-2");
  ExpectReceipt(writer_->WriteReading(newer, std::nullopt), 1, Outcome::kCreated);
  ExpectReceipt(writer_->WriteReading(older, std::nullopt), 1, Outcome::kUnchanged);
  EXPECT_EQ((*writer_->FindHead("a1"))->origin().submission_id(), "s-2");
}

TEST_F(EntryWriterTest, NumbersOfAStreamThatCountsAnewDecideNothing) {
  v1::JournalEntry before = Queue("one", "s-1");
  before.mutable_origin()->set_article_sequence(17);  // of a stream that has lost its end since
  ExpectReceipt(writer_->WriteReading(before, std::nullopt), 1, Outcome::kCreated);
  ExpectReceipt(writer_->WriteReading(Queue("two", "s-2"), std::nullopt), 2, Outcome::kReplaced);
}

TEST_F(EntryWriterTest, AReadingIsReplacedOnlyIfItIsStillThere) {
  v1::JournalEntry entry = Queue("one", "s-1");
  ExpectReceipt(writer_->WriteReading(entry, std::nullopt), 1, Outcome::kCreated);
  v1::JournalEntry again = entry;
  again.mutable_origin()->set_submission_id("s-2");
  ExpectReceipt(writer_->WriteReading(again, Journal::Reading{1, "L1"}), 1, Outcome::kUnchanged);
  again.mutable_article_extracted()->mutable_extraction()->set_lexicon_version("L2");
  again.mutable_article_extracted()->mutable_extraction()->add_events()->set_trigger("more");
  ExpectReceipt(writer_->WriteReading(again, Journal::Reading{1, "L1"}), 2, Outcome::kReplaced);
  again.mutable_origin()->set_submission_id("s-3");
  EXPECT_TRUE(absl::IsAborted(writer_->WriteReading(again, Journal::Reading{1, "L1"}).status()));
}

TEST_F(EntryWriterTest, ALessonIsWrittenAfterTheOneItKnows) {
  v1::JournalEntry lesson;
  lesson.mutable_entity_deleted()->set_entity_id("x");
  lesson.mutable_origin()->set_submission_id("s-1");
  EXPECT_EQ(*writer_->WriteLesson(lesson, 0), 1u);
  lesson.mutable_origin()->set_submission_id("s-2");
  EXPECT_TRUE(absl::IsAborted(writer_->WriteLesson(lesson, 0).status()));
  EXPECT_EQ(*writer_->WriteLesson(lesson, 1), 2u);
}

}  // namespace
}  // namespace annals
