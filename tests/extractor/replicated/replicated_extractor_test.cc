#include "extractor/replicated/replicated_extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "common/log/stream_names.h"
#include "extractor/extractor.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Outcome = Journal::Outcome;

const Extractor& Lexicon() {
  static const auto extractor = Extractor::Create({});
  EXPECT_THAT(extractor, IsOk());
  return **extractor;
}

v1::Article Article(const std::string& id, const std::string& text) {
  v1::Article article;
  article.set_id(id);
  article.set_text(text);
  article.set_published_at("2024-05-01");
  return article;
}

// One extractor of several, in this process.
class Node {
 public:
  Node(const NatsCluster& cluster, const std::string& directory) {
    auto opened = ReplicatedExtractor::Open({{.servers = cluster.urls()}, 1, directory, 8 << 20});
    EXPECT_THAT(opened, IsOk());
    extractor_ = *std::move(opened);
    auto taught = TaughtEntities::Load(Lexicon(), journal());
    EXPECT_THAT(taught, IsOk());
    taught_ = *std::move(taught);
    const auto read = [this](std::shared_ptr<const v1::Article> article, uint64_t taught_revision) {
      EXPECT_TRUE(taught_->WaitFor(taught_revision, absl::Seconds(20)));
      return taught_->Current()->Extract(*article, {});
    };
    EXPECT_THAT(extractor_->Start(*taught_, read, {.threads = 2}), IsOk());
  }
  ~Node() { extractor_->Stop(); }

  Journal& journal() { return extractor_->journal(); }
  TaughtEntities& taught() { return *taught_; }
  const SetAside& set_aside() { return extractor_->set_aside(); }
  absl::StatusOr<Journal::Receipt> Submit(const v1::Article& article) {
    return extractor_->intake().Take(std::make_shared<const v1::Article>(article), nullptr);
  }
  Intake& intake() { return extractor_->intake(); }
  std::vector<std::string> ArticleIds() {
    const auto heads = journal().ListArticles("", "", 1000);
    EXPECT_THAT(heads, IsOk());
    std::vector<std::string> ids;
    for (const v1::ArticleSummary& head : *heads) ids.push_back(head.article().id());
    return ids;
  }

 private:
  std::unique_ptr<ReplicatedExtractor> extractor_;
  std::unique_ptr<TaughtEntities> taught_;
};

class ReplicatedExtractorTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = NatsCluster::Start({.nodes = 1});
    ASSERT_THAT(started, IsOk());
    cluster_ = *std::move(started);
  }
  std::unique_ptr<Node> Start(const std::string& name) {
    return std::make_unique<Node>(*cluster_, directory_.File(name));
  }

  const TemporaryDirectory directory_;
  std::unique_ptr<NatsCluster> cluster_;
};

TEST_F(ReplicatedExtractorTest, AllShareOneJournal) {
  const auto a = Start("a");
  const auto b = Start("b");
  const v1::Article article = Article("1", "5月1日，远航科技宣布任命李明为首席执行官。");
  const auto created = a->Submit(article);
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->revision, 1u);
  EXPECT_EQ(created->outcome, Outcome::kCreated);
  EXPECT_EQ(created->event_count, 1u);
  EXPECT_EQ(b->Submit(article)->outcome, Outcome::kUnchanged);
  EXPECT_EQ((*b->journal().FindUnchanged(article, Lexicon().lexicon_version()))->revision, 1u);
  const auto replaced = b->Submit(Article("1", "5月2日，远航科技首席执行官李明辞职。"));
  ASSERT_THAT(replaced, IsOk());
  EXPECT_EQ(replaced->outcome, Outcome::kReplaced);
  EXPECT_EQ(a->journal().GetArticle("1")->article.text(), "5月2日，远航科技首席执行官李明辞职。");
  EXPECT_EQ(a->journal().GetArticle("1")->revision, 2u);
  EXPECT_THAT(a->ArticleIds(), ElementsAre("1"));
  EXPECT_EQ(*a->journal().Retract("1"), 3u);
  EXPECT_THAT(b->ArticleIds(), IsEmpty());
  EXPECT_THAT(b->journal().GetArticle("1"), FailsWith(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_EQ(b->journal().journal_id(), a->journal().journal_id());
  EXPECT_EQ(b->journal().page_secret(), a->journal().page_secret());
}

TEST_F(ReplicatedExtractorTest, AnArticleIsReadAgainInPlaceOfOneReading) {
  const auto a = Start("a");
  const v1::Article article = Article("1", "5月1日，远航科技宣布任命李明为首席执行官。");
  ASSERT_THAT(a->Submit(article), IsOk());
  v1::Extraction other = a->journal().GetArticle("1")->extraction;
  other.clear_events();
  other.set_lexicon_version("another");
  const Journal::Reading before{1, Lexicon().lexicon_version()};
  const auto replaced = a->journal().Submit({article, other, before});
  ASSERT_THAT(replaced, IsOk());
  EXPECT_EQ(replaced->revision, 2u);
  EXPECT_TRUE(absl::IsAborted(a->journal().Submit({article, other, before}).status()));
  EXPECT_EQ(a->journal().GetArticle("1")->article.text(), article.text());
}

TEST_F(ReplicatedExtractorTest, ALaneAnswersInOrder) {
  const auto a = Start("a");
  const auto b = Start("b");
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) ids.push_back("n" + std::to_string(100 + i));
  const auto lane = a->intake().OpenLane();
  std::vector<std::unique_ptr<Intake::Pending>> pending;
  for (const std::string& id : ids) {
    const v1::Article article = Article(id, id + "宣布成立。");
    pending.push_back(lane->Begin(std::make_shared<const v1::Article>(article), nullptr));
  }
  const auto receipts = lane->Keep(std::move(pending));
  ASSERT_THAT(receipts, SizeIs(ids.size()));
  for (size_t i = 0; i < ids.size(); ++i) {
    ASSERT_THAT(receipts[i], IsOk());
    EXPECT_EQ(a->journal().GetArticle(ids[i])->revision, receipts[i]->revision) << ids[i];
  }
  EXPECT_EQ(b->ArticleIds(), ids);
  EXPECT_EQ(*b->journal().CountArticles("n1", "n119"), 20u);
}

TEST_F(ReplicatedExtractorTest, WhatOneIsTaughtAllKnow) {
  const auto a = Start("a");
  const auto b = Start("b");
  v1::Entity entity;
  entity.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  entity.set_name("阿斯特拉达");
  const auto put = a->taught().Put(entity);
  ASSERT_THAT(put, IsOk());
  EXPECT_TRUE(b->taught().WaitFor(put->revision, absl::Seconds(20)));
  EXPECT_THAT(b->taught().List("", 10).entities, SizeIs(1));
  entity.set_id("company:other");
  EXPECT_THAT(b->taught().Put(entity), FailsWith(absl::StatusCode::kAlreadyExists, "NAME_TAKEN"));
}

TEST_F(ReplicatedExtractorTest, TwoWhoTeachAtOnceDecideOneAfterTheOther) {
  const auto a = Start("a");
  const auto b = Start("b");
  const auto teach = [](Node& node, const std::string& prefix) {
    for (int i = 0; i < 25; ++i) {
      v1::Entity entity;
      entity.set_type(v1::ENTITY_TYPE_ORGANIZATION);
      entity.set_name(prefix + std::to_string(i) + "号公司");
      EXPECT_THAT(node.taught().Put(entity), IsOk());
    }
  };
  std::thread other([&] { teach(*b, "贝塔诺"); });
  teach(*a, "阿斯特");
  other.join();
  EXPECT_TRUE(a->taught().WaitFor(50, absl::Seconds(20)));
  EXPECT_TRUE(b->taught().WaitFor(50, absl::Seconds(20)));
  EXPECT_THAT(a->taught().List("", 100).entities, SizeIs(50));
  EXPECT_THAT(b->taught().List("", 100).entities, SizeIs(50));
  EXPECT_THAT(Start("c")->taught().List("", 100).entities, SizeIs(50)) << "who comes later reads it all";
}

// Whoever takes an article and never says "done" is an extractor that died of it.
TEST_F(ReplicatedExtractorTest, AnArticleOfWhichThreeReadersDiedIsSetAside) {
  auto connection = JetStream::Connect({.servers = cluster_->urls()});
  ASSERT_THAT(connection, IsOk());
  ASSERT_THAT(StreamLog::Open(**connection, 1), IsOk());
  v1::QueuedArticle queued;
  *queued.mutable_article() = Article("1", "5月1日，远航科技宣布任命李明为首席执行官。");
  queued.set_submission_id("abc-1");
  queued.set_answer_subject("test.answer");
  std::promise<std::string> answer;
  const auto listening =
      (*connection)->Listen("test.answer", [&](std::string bytes) { answer.set_value(bytes); });
  ASSERT_THAT(listening, IsOk());
  ASSERT_THAT((*connection)->Publish({kArticlesSubject, "abc-1", queued.SerializeAsString(), std::nullopt}),
              IsOk());
  const auto queue =
      WorkQueue::Open(**connection, {kArticlesStream, kExtractorsConsumer, absl::Milliseconds(300)});
  ASSERT_THAT(queue, IsOk());
  for (uint32_t death = 1; death <= ArticleWorker::kMostDeliveries; ++death) {
    EXPECT_EQ((*(*queue)->Take(absl::Seconds(20)))->deliveries(), death);
  }

  const auto node = Start("a");
  v1::SubmitArticlesResponse response;
  ASSERT_TRUE(response.ParseFromString(answer.get_future().get()));
  EXPECT_EQ(response.error().reason(), "ARTICLE_SET_ASIDE");
  const auto articles = node->set_aside().List(10);
  ASSERT_THAT(articles, IsOk());
  ASSERT_THAT(*articles, SizeIs(1));
  EXPECT_EQ(articles->front().submission_id(), "abc-1");
  EXPECT_EQ(articles->front().article().id(), "1");
  EXPECT_EQ(articles->front().deliveries(), 3u);
  EXPECT_THAT(node->ArticleIds(), IsEmpty());

  EXPECT_THAT(node->set_aside().Retry("abc-2"), FailsWith(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_THAT(node->set_aside().Retry("*"), FailsWith(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  ASSERT_THAT(node->set_aside().Retry("abc-1"), IsOk());
  EXPECT_EQ(*node->set_aside().Count(), 0u);
  EXPECT_TRUE(node->journal().WaitBeyond(0, absl::Seconds(20), {}));
  EXPECT_THAT(node->ArticleIds(), ElementsAre("1"));
}

TEST_F(ReplicatedExtractorTest, TheOutboxBringsBackWhatTheServersLost) {
  auto node = Start("a");
  const std::string journal_id = node->journal().journal_id();
  for (const char* id : {"1", "2", "3"})
    ASSERT_THAT(node->Submit(Article(id, std::string(id) + "号公司宣布成立。")), IsOk());
  ASSERT_THAT(node->journal().Retract("2"), IsOk());
  node = nullptr;
  cluster_->Stop(0);
  cluster_->Wipe(0);
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_THAT(cluster_->WaitUntilReady(), IsOk());

  node = Start("a");
  EXPECT_NE(node->journal().journal_id(), journal_id);
  while (node->journal().last_revision() < 4 || node->ArticleIds().size() != 2) {
  }
  EXPECT_THAT(node->ArticleIds(), ElementsAre("1", "3")) << "what was taken back stays so";
  ASSERT_THAT(node->Submit(Article("4", "4号公司宣布成立。")), IsOk());
  ASSERT_THAT(node->Submit(Article("3", "3号公司宣布解散。")), IsOk());
  EXPECT_EQ(node->journal().GetArticle("3")->article.text(), "3号公司宣布解散。");
}

}  // namespace
}  // namespace annals
