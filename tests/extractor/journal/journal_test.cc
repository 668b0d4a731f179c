// The journal's contract, on a real RocksDB.
#include "extractor/journal/journal.h"

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <thread>

#include "absl/strings/str_cat.h"
#include "common/storage/database.h"
#include "extractor/journal/journal_keys.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr JournalLog::Budget kAll = {1000, 1 << 30};

class FixedClock final : public Clock {
 public:
  absl::Time Now() const override { return absl::FromUnixMicros(1756300000000001); }
};

Journal::Submission Submission(const std::string& id, const std::string& text,
                               const std::string& lexicon = "lex-1", int events = 2) {
  Journal::Submission submission;
  submission.article.set_id(id);
  submission.article.set_text(text);
  submission.article.set_title("标题 " + id);
  submission.extraction.set_article_id(id);
  submission.extraction.set_lexicon_version(lexicon);
  for (int i = 0; i < events; ++i)
    submission.extraction.add_events()->set_id(absl::StrCat(id, "-", text, "-", i));
  return submission;
}

class JournalTest : public testing::Test {
 protected:
  void SetUp() override { Reopen(); }

  void Reopen() {
    journal_.reset();
    auto journal = Journal::Open({.directory = directory_.path(), .clock = &clock_});
    ASSERT_THAT(journal, IsOk());
    journal_ = *std::move(journal);
  }

  Journal::Receipt Submit(const Journal::Submission& submission) {
    const auto receipt = journal_->Submit(submission);
    EXPECT_THAT(receipt, IsOk());
    return receipt.value_or(Journal::Receipt{});
  }

  std::vector<v1::JournalEntry> Entries(uint64_t after = 0, JournalLog::Budget budget = kAll) {
    const auto entries = journal_->Read(after, budget);
    EXPECT_THAT(entries, IsOk());
    return entries.value_or(std::vector<v1::JournalEntry>{});
  }

  std::vector<uint64_t> Revisions(uint64_t after = 0, JournalLog::Budget budget = kAll) {
    std::vector<uint64_t> revisions;
    for (const auto& entry : Entries(after, budget)) revisions.push_back(entry.revision());
    return revisions;
  }

  std::vector<std::string> Ids(const std::string& prefix, const std::string& after, size_t limit) {
    std::vector<std::string> ids;
    const auto heads = journal_->ListArticles(prefix, after, limit);
    EXPECT_THAT(heads, IsOk());
    for (const auto& head : *heads) ids.push_back(head.article().id());
    return ids;
  }

  // Changes a row behind the journal's back.
  void Damage(const std::function<void(rocksdb::DB&)>& change) {
    journal_.reset();
    auto database = OpenDatabase({.directory = directory_.path()});
    ASSERT_THAT(database, IsOk());
    change(**database);
  }

  const TemporaryDirectory directory_;
  const FixedClock clock_;
  std::unique_ptr<Journal> journal_;
};

TEST_F(JournalTest, ANewJournalIsEmptyAndHasAnIdentity) {
  EXPECT_EQ(journal_->last_revision(), 0u);
  EXPECT_THAT(Entries(), IsEmpty());
  EXPECT_EQ(journal_->journal_id().size(), 32u);
  EXPECT_EQ(journal_->page_secret().size(), 16u);
  const TemporaryDirectory other;
  const auto another = Journal::Open({.directory = other.path()});
  ASSERT_THAT(another, IsOk());
  EXPECT_NE((*another)->journal_id(), journal_->journal_id());
}

TEST_F(JournalTest, AnEntryHoldsTheExtractionAndTheArticleWithoutItsText) {
  const Journal::Receipt receipt = Submit(Submission("a", "正文"));
  EXPECT_EQ(receipt.revision, 1u);
  EXPECT_EQ(receipt.outcome, Journal::Outcome::kCreated);
  EXPECT_EQ(receipt.event_count, 2u);
  const v1::JournalEntry entry = Entries().at(0);
  EXPECT_EQ(entry.stored_at_micros(), 1756300000000001);
  EXPECT_EQ(entry.article_extracted().article().id(), "a");
  EXPECT_EQ(entry.article_extracted().article().title(), "标题 a");
  EXPECT_EQ(entry.article_extracted().article().text(), "");
  EXPECT_EQ(entry.article_extracted().extraction().events_size(), 2);
  EXPECT_FALSE(entry.article_extracted().replaced());
}

TEST_F(JournalTest, TheSameArticleAgainCostsNoEntry) {
  const uint64_t revision = Submit(Submission("a", "正文")).revision;
  Submit(Submission("b", "正文"));
  const Journal::Receipt again = Submit(Submission("a", "正文"));
  EXPECT_EQ(again.outcome, Journal::Outcome::kUnchanged);
  EXPECT_EQ(again.revision, revision);
  EXPECT_EQ(again.event_count, 2u);
  EXPECT_EQ(journal_->last_revision(), 2u);
}

TEST_F(JournalTest, AnyOtherByteOrLexiconReplaces) {
  Submit(Submission("a", "正文"));
  Journal::Submission titled = Submission("a", "正文");
  titled.article.set_title("别的");
  uint64_t revision = 1;
  for (const Journal::Submission& changed :
       {Submission("a", "正文二", "lex-1", 5), Submission("a", "正文", "lex-2"), titled}) {
    const Journal::Receipt receipt = Submit(changed);
    EXPECT_EQ(receipt.outcome, Journal::Outcome::kReplaced);
    EXPECT_EQ(receipt.revision, ++revision);
    EXPECT_EQ(receipt.event_count, static_cast<uint32_t>(changed.extraction.events_size()));
    EXPECT_TRUE(Entries().back().article_extracted().replaced());
  }
}

TEST_F(JournalTest, FindUnchangedSaysWhatSubmitWould) {
  const Journal::Submission stored = Submission("a", "正文");
  EXPECT_FALSE(journal_->FindUnchanged(stored.article, "lex-1")->has_value());
  Submit(stored);
  const auto found = journal_->FindUnchanged(stored.article, "lex-1");
  ASSERT_THAT(found, IsOk());
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ((*found)->revision, 1u);
  EXPECT_FALSE(journal_->FindUnchanged(stored.article, "lex-2")->has_value());
  EXPECT_FALSE(journal_->FindUnchanged(Submission("a", "正女").article, "lex-1")->has_value());
}

TEST_F(JournalTest, ARetractedArticleIsGoneAndCanComeAgain) {
  Submit(Submission("a", "正文"));
  const auto revision = journal_->Retract("a");
  ASSERT_THAT(revision, IsOk());
  EXPECT_EQ(*revision, 2u);
  EXPECT_EQ(Entries(1).at(0).article_retracted().article_id(), "a");
  EXPECT_THAT(journal_->GetArticle("a"), FailsWith(StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_THAT(journal_->Retract("a"), FailsWith(StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_THAT(journal_->Retract("never"), FailsWith(StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  const Journal::Receipt again = Submit(Submission("a", "正文"));
  EXPECT_EQ(again.outcome, Journal::Outcome::kCreated);
  EXPECT_EQ(again.revision, 3u);
  EXPECT_FALSE(Entries(2).at(0).article_extracted().replaced());
}

TEST_F(JournalTest, AStoredArticleComesBackAsSubmitted) {
  Submit(Submission("a", "旧"));
  Submit(Submission("a", "新", "lex-2", 3));
  const auto stored = journal_->GetArticle("a");
  ASSERT_THAT(stored, IsOk());
  EXPECT_EQ(stored->article.SerializeAsString(), Submission("a", "新").article.SerializeAsString());
  EXPECT_EQ(stored->extraction.events_size(), 3);
  EXPECT_EQ(stored->revision, 2u);
}

TEST_F(JournalTest, ArticlesAreListedByIdInPages) {
  for (const char* id : {"b2", "a", "c", "b1", "b"}) Submit(Submission(id, "正文"));
  ASSERT_THAT(journal_->Retract("c"), IsOk());
  EXPECT_THAT(Ids("", "", 10), ElementsAre("a", "b", "b1", "b2"));
  EXPECT_THAT(Ids("", "", 2), ElementsAre("a", "b"));
  EXPECT_THAT(Ids("", "b", 2), ElementsAre("b1", "b2"));
  EXPECT_THAT(Ids("b", "", 10), ElementsAre("b", "b1", "b2"));
  EXPECT_THAT(Ids("b", "b1", 10), ElementsAre("b2"));
  EXPECT_THAT(Ids("x", "", 10), IsEmpty());
  const auto heads = journal_->ListArticles("a", "", 1);
  EXPECT_EQ(heads->at(0).text_bytes(), 6u);
  EXPECT_EQ(heads->at(0).event_count(), 2u);
  EXPECT_EQ(heads->at(0).article().text(), "");
}

TEST_F(JournalTest, EverythingIsThereAfterReopening) {
  Submit(Submission("a", "正文"));
  Submit(Submission("b", "正文"));
  ASSERT_THAT(journal_->Retract("a"), IsOk());
  const std::string id = journal_->journal_id();
  const std::string secret = journal_->page_secret();
  Reopen();
  EXPECT_EQ(journal_->journal_id(), id);
  EXPECT_EQ(journal_->page_secret(), secret);
  EXPECT_THAT(Revisions(), ElementsAre(1, 2, 3));
  EXPECT_EQ(Submit(Submission("b", "正文")).outcome, Journal::Outcome::kUnchanged);
  EXPECT_EQ(Submit(Submission("a", "正文")).revision, 4u);
}

TEST_F(JournalTest, ABatchIsInOrderAndSeesItself) {
  Submit(Submission("a", "一"));
  const auto receipts =
      journal_->SubmitAll({Submission("a", "二"), Submission("b", "一"), Submission("a", "一"),
                           Submission("b", "一"), Submission("a", "一")});
  std::vector<std::pair<uint64_t, Journal::Outcome>> results;
  for (const auto& receipt : receipts) results.emplace_back(receipt->revision, receipt->outcome);
  using Outcome = Journal::Outcome;
  EXPECT_THAT(results,
              ElementsAre(testing::Pair(2, Outcome::kReplaced), testing::Pair(3, Outcome::kCreated),
                          testing::Pair(4, Outcome::kReplaced), testing::Pair(3, Outcome::kUnchanged),
                          testing::Pair(4, Outcome::kUnchanged)));
  EXPECT_THAT(Revisions(), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(journal_->SubmitAll({}), IsEmpty());
}

TEST_F(JournalTest, AnExtractionWithoutMeasureIsRefusedAndItsNeighbourIsNot) {
  Journal::Submission large = Submission("a", "正文");
  large.extraction.add_diagnostics()->set_message(std::string(limits::kEntryBytes, 'x'));
  const auto receipts = journal_->SubmitAll({large, Submission("b", "正文")});
  EXPECT_THAT(receipts[0], FailsWith(StatusCode::kInvalidArgument, "TOO_LARGE"));
  ASSERT_THAT(receipts[1], IsOk());
  EXPECT_EQ(receipts[1]->revision, 1u);
}

TEST_F(JournalTest, ReadsKeepToTheirBudget) {
  for (int i = 0; i < 5; ++i) Submit(Submission(absl::StrCat("a", i), std::string(1000, 'x'), "lex-1", 1));
  EXPECT_THAT(Revisions(0, {2, 1 << 20}), ElementsAre(1, 2));
  EXPECT_THAT(Revisions(2, {2, 1 << 20}), ElementsAre(3, 4));
  EXPECT_THAT(Revisions(0, {100, 0}), ElementsAre(1));
  EXPECT_THAT(Revisions(0, {100, 2 * Entries(0, {1, 0}).at(0).ByteSizeLong() + 1}), ElementsAre(1, 2));
  EXPECT_THAT(Revisions(5), IsEmpty());
  EXPECT_THAT(Revisions(500), IsEmpty());
}

TEST_F(JournalTest, WaitingEndsWhenThereIsMore) {
  Submit(Submission("a", "正文"));
  EXPECT_TRUE(journal_->WaitBeyond(0, absl::ZeroDuration(), {}));
  EXPECT_FALSE(journal_->WaitBeyond(1, absl::ZeroDuration(), {}));
  auto waiting = std::async(std::launch::async, [&] { return journal_->WaitBeyond(1, absl::Hours(1), {}); });
  Submit(Submission("b", "正文"));
  EXPECT_TRUE(waiting.get());
}

TEST_F(JournalTest, WaitingEndsOnAStop) {
  std::stop_source stop;
  auto waiting = std::async(std::launch::async,
                            [&] { return journal_->WaitBeyond(0, absl::Hours(1), stop.get_token()); });
  stop.request_stop();
  EXPECT_FALSE(waiting.get());
}

TEST_F(JournalTest, ManyWritersGetDenseRevisionsOfTheirOwn) {
  constexpr int kThreads = 8;
  constexpr int kEach = 25;
  std::vector<std::future<std::vector<uint64_t>>> writers;
  for (int t = 0; t < kThreads; ++t) {
    writers.push_back(std::async(std::launch::async, [this, t] {
      std::vector<uint64_t> revisions;
      for (int i = 0; i < kEach; ++i)
        revisions.push_back(Submit(Submission(absl::StrCat(t, "-", i), "正文")).revision);
      return revisions;
    }));
  }
  std::set<uint64_t> all;
  for (auto& writer : writers) {
    const std::vector<uint64_t> revisions = writer.get();
    EXPECT_TRUE(std::is_sorted(revisions.begin(), revisions.end()));
    all.insert(revisions.begin(), revisions.end());
  }
  EXPECT_EQ(all.size(), size_t{kThreads * kEach});
  EXPECT_EQ(*all.rbegin(), uint64_t{kThreads * kEach});
  EXPECT_EQ(Entries().size(), size_t{kThreads * kEach});
}

TEST_F(JournalTest, WritersOfOneArticleLeaveOneOfTheirVersions) {
  std::vector<std::future<void>> writers;
  for (int t = 0; t < 4; ++t) {
    writers.push_back(std::async(std::launch::async, [this, t] {
      for (int i = 0; i < 20; ++i) Submit(Submission("a", absl::StrCat(t, "-", i)));
    }));
  }
  for (auto& writer : writers) writer.get();
  const auto stored = journal_->GetArticle("a");
  ASSERT_THAT(stored, IsOk());
  EXPECT_EQ(stored->revision, journal_->last_revision());
  EXPECT_EQ(stored->extraction.events(0).id(), absl::StrCat("a-", stored->article.text(), "-0"));
}

TEST_F(JournalTest, ADirectoryInUseIsAClearError) {
  EXPECT_THAT(Journal::Open({.directory = directory_.path()}),
              FailsWith(StatusCode::kFailedPrecondition, "STORAGE"));
}

TEST_F(JournalTest, AMissingEntryIsDataLoss) {
  for (const char* id : {"a", "b", "c"}) Submit(Submission(id, "正文"));
  Damage([](rocksdb::DB& database) { EXPECT_TRUE(database.Delete({}, EntryKey(2)).ok()); });
  Reopen();
  EXPECT_THAT(journal_->Read(0, kAll), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(journal_->GetArticle("b"), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(Revisions(2), ElementsAre(3));
}

TEST_F(JournalTest, BrokenRowsAreDataLoss) {
  Submit(Submission("a", "正文"));
  Submit(Submission("b", "正文"));
  Damage([](rocksdb::DB& database) {
    EXPECT_TRUE(database.Put({}, EntryKey(1), "\xFF\xFF").ok());
    v1::JournalEntry other;
    other.set_revision(7);
    EXPECT_TRUE(database.Put({}, EntryKey(2), other.SerializeAsString()).ok());
    EXPECT_TRUE(database.Put({}, HeadKey("b"), "\xFF\xFF").ok());
    EXPECT_TRUE(database.Delete({}, ArticleKey("a")).ok());
  });
  Reopen();
  EXPECT_THAT(journal_->Read(0, kAll), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(journal_->Read(1, kAll), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(journal_->GetArticle("a"), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(journal_->ListArticles("", "", 10), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(journal_->Submit(Submission("b", "正文")), FailsWith(StatusCode::kDataLoss, "STORAGE"));
}

TEST_F(JournalTest, ADirectoryOfAnotherKindIsRefused) {
  Damage(
      [](rocksdb::DB& database) { EXPECT_TRUE(database.Put({}, MetaKey(JournalMeta::kFormat), "99").ok()); });
  EXPECT_THAT(Journal::Open({.directory = directory_.path()}), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  Damage([](rocksdb::DB& database) { EXPECT_TRUE(database.Delete({}, MetaKey(JournalMeta::kFormat)).ok()); });
  EXPECT_THAT(Journal::Open({.directory = directory_.path()}), FailsWith(StatusCode::kDataLoss, "STORAGE"));
}

TEST_F(JournalTest, AnotherLexiconThatReadsTheSameIsNotedWithoutAnEntry) {
  Submit(Submission("a", "正文", "lex-1"));
  const Journal::Receipt receipt = Submit(Submission("a", "正文", "lex-2"));
  EXPECT_EQ(receipt.outcome, Journal::Outcome::kUnchanged);
  EXPECT_EQ(receipt.revision, 1u);
  EXPECT_EQ(receipt.lexicon_version, "lex-2");
  EXPECT_EQ(journal_->last_revision(), 1u);
  Reopen();
  EXPECT_EQ(journal_->GetArticle("a")->extraction.lexicon_version(), "lex-2");
  EXPECT_EQ(journal_->ListArticles("", "", 1)->at(0).lexicon_version(), "lex-2");
  const v1::Article article = Submission("a", "正文").article;
  EXPECT_TRUE(journal_->FindUnchanged(article, "lex-2")->has_value());
  EXPECT_FALSE(journal_->FindUnchanged(article, "lex-1")->has_value());
  EXPECT_EQ(Submit(Submission("a", "正文", "lex-3", 3)).outcome, Journal::Outcome::kReplaced);
}

TEST_F(JournalTest, AnotherLexiconIsComparedWithinABatchToo) {
  const auto receipts =
      journal_->SubmitAll({Submission("a", "正文", "lex-1"), Submission("a", "正文", "lex-2"),
                           Submission("a", "正文", "lex-3", 5), Submission("a", "正文", "lex-2", 5)});
  std::vector<uint64_t> revisions;
  for (const auto& receipt : receipts) revisions.push_back(receipt->revision);
  EXPECT_THAT(revisions, ElementsAre(1, 1, 2, 2));
  EXPECT_EQ(journal_->GetArticle("a")->extraction.lexicon_version(), "lex-2");
}

TEST_F(JournalTest, WhatReplacesAReadingComesTooLateForAnother) {
  Submit(Submission("a", "正文", "lex-1"));
  Journal::Submission again = Submission("a", "正文", "lex-2", 3);
  again.replaces = Journal::Reading{1, "lex-0"};
  EXPECT_EQ(journal_->Submit(again).status().code(), StatusCode::kAborted);
  again.replaces = Journal::Reading{1, "lex-1"};
  EXPECT_EQ(journal_->Submit(again)->revision, 2u);
  EXPECT_EQ(journal_->Submit(again).status().code(), StatusCode::kAborted);
  ASSERT_THAT(journal_->Retract("a"), IsOk());
  again.replaces = Journal::Reading{2, "lex-2"};
  EXPECT_EQ(journal_->Submit(again).status().code(), StatusCode::kAborted);
  EXPECT_EQ(journal_->last_revision(), 3u);
}

TEST_F(JournalTest, AReadingWithTheSameLexiconReplacesWhereItDiffers) {
  Submit(Submission("a", "正文", "lex-1"));
  Journal::Submission again = Submission("a", "正文", "lex-1", 3);
  EXPECT_EQ(journal_->Submit(again)->outcome, Journal::Outcome::kUnchanged);
  again.replaces = Journal::Reading{1, "lex-1"};
  EXPECT_EQ(journal_->Submit(again)->outcome, Journal::Outcome::kReplaced);
}

Journal::Lesson Put(const std::string& id, const std::string& name) {
  Journal::Lesson lesson;
  lesson.entry.mutable_entity_put()->mutable_entity()->set_id(id);
  lesson.entry.mutable_entity_put()->mutable_entity()->set_name(name);
  return lesson;
}

Journal::Lesson Merge(const std::string& from, const std::string& into) {
  Journal::Lesson lesson;
  lesson.entry.mutable_entities_merged()->set_from_entity_id(from);
  lesson.entry.mutable_entities_merged()->set_into_entity_id(into);
  return lesson;
}

TEST_F(JournalTest, WhatIsTaughtAndInForceIsThereAfterARestart) {
  Journal::Lesson gone;
  gone.entry.mutable_entity_deleted()->set_entity_id("b");
  gone.unmerged = {"b", "x"};
  uint64_t revision = 0;
  for (const Journal::Lesson& lesson : {Put("a", "甲乙"), Put("b", "丙丁"), Put("a", "戊己"), Merge("c", "a"),
                                        Merge("b", "a"), Merge("x", "b"), gone}) {
    EXPECT_EQ(journal_->Teach(lesson).value_or(0), ++revision);
  }
  Reopen();
  const auto taught = journal_->Taught();
  ASSERT_THAT(taught, IsOk());
  ASSERT_EQ(taught->size(), 2u);
  EXPECT_EQ(taught->at(0).entity_put().entity().name(), "戊己");
  EXPECT_EQ(taught->at(0).revision(), 3u);
  EXPECT_EQ(taught->at(1).entities_merged().from_entity_id(), "c");
  EXPECT_THAT(Revisions(), ElementsAre(1, 2, 3, 4, 5, 6, 7));
}

TEST_F(JournalTest, CountsArticles) {
  for (const char* id : {"a", "b1", "b2", "c"}) Submit(Submission(id, "正文"));
  EXPECT_EQ(*journal_->CountArticles("", ""), 4u);
  EXPECT_EQ(*journal_->CountArticles("b", ""), 2u);
  EXPECT_EQ(*journal_->CountArticles("b", "b1"), 1u);
  EXPECT_EQ(*journal_->CountArticles("", "b1"), 2u);
  EXPECT_EQ(*journal_->CountArticles("x", ""), 0u);
}

}  // namespace
}  // namespace annals
