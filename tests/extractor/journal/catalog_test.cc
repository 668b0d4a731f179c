#include "extractor/journal/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr absl::Duration kSoon = absl::Seconds(20);

// A log in memory.
class MemoryLog final : public JournalLog {
 public:
  const std::string& journal_id() const override { return id_; }
  uint64_t last_revision() const override {
    const std::lock_guard lock(mutex_);
    return entries_.size();
  }
  absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after, Budget budget) const override {
    const std::lock_guard lock(mutex_);
    const size_t end = std::min<size_t>(entries_.size(), after + budget.entries);
    if (after >= end) return std::vector<v1::JournalEntry>();
    return std::vector<v1::JournalEntry>(entries_.begin() + static_cast<int64_t>(after),
                                         entries_.begin() + static_cast<int64_t>(end));
  }
  bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const override {
    std::unique_lock lock(mutex_);
    return grown_.wait_for(lock, stop, absl::ToChronoNanoseconds(timeout),
                           [&] { return entries_.size() > revision; });
  }

  v1::JournalEntry& Add(const std::string& submission_id) {
    entries_.emplace_back();
    entries_.back().set_revision(entries_.size());
    entries_.back().mutable_origin()->set_submission_id(submission_id);
    return entries_.back();
  }
  void AddArticle(const std::string& article_id, const std::string& submission_id) {
    const std::lock_guard lock(mutex_);
    v1::JournalEntry& entry = Add(submission_id);
    entry.mutable_origin()->set_text_bytes(17);
    entry.mutable_article_extracted()->mutable_article()->set_id(article_id);
    entry.mutable_article_extracted()->mutable_extraction()->set_lexicon_version("L");
    entry.mutable_article_extracted()->mutable_extraction()->add_events();
    grown_.notify_all();
  }
  void AddRetraction(const std::string& article_id, const std::string& submission_id) {
    const std::lock_guard lock(mutex_);
    Add(submission_id).mutable_article_retracted()->set_article_id(article_id);
    grown_.notify_all();
  }

 private:
  const std::string id_ = "journal";
  std::vector<v1::JournalEntry> entries_;
  mutable std::mutex mutex_;
  mutable std::condition_variable_any grown_;
};

std::vector<std::string> Ids(const Catalog& catalog, const std::string& prefix = "") {
  const auto heads = catalog.Heads(prefix, "", 100);
  EXPECT_THAT(heads, IsOk());
  std::vector<std::string> ids;
  for (const v1::ArticleSummary& head : *heads) ids.push_back(head.article().id());
  return ids;
}

std::unique_ptr<Catalog> OpenCatalog(const TemporaryDirectory& directory, const MemoryLog& log) {
  auto catalog = Catalog::Open(directory.path(), 1 << 20, log);
  EXPECT_THAT(catalog, IsOk());
  EXPECT_TRUE((*catalog)->WaitFor(log.last_revision(), kSoon));
  return *std::move(catalog);
}

TEST(CatalogTest, ListsWhatIsStored) {
  const TemporaryDirectory directory;
  MemoryLog log;
  const auto catalog = OpenCatalog(directory, log);
  EXPECT_THAT(Ids(*catalog), IsEmpty());
  log.AddArticle("b", "1");
  log.AddArticle("a1", "2");
  log.AddArticle("a2", "3");
  log.AddRetraction("a1", "4");
  ASSERT_TRUE(catalog->WaitFor(4, kSoon));
  EXPECT_THAT(Ids(*catalog), ElementsAre("a2", "b"));
  EXPECT_THAT(Ids(*catalog, "a"), ElementsAre("a2"));
  EXPECT_EQ(*catalog->CountHeads("", "a2"), 1u);
  const v1::ArticleSummary head = catalog->Heads("a", "", 1)->front();
  EXPECT_EQ(head.revision(), 3u);
  EXPECT_EQ(head.event_count(), 1u);
  EXPECT_EQ(head.text_bytes(), 17u);
  EXPECT_EQ(head.lexicon_version(), "L");
  EXPECT_FALSE(catalog->WaitFor(5, absl::Milliseconds(1)));
}

TEST(CatalogTest, GoesOnAfterARestart) {
  const TemporaryDirectory directory;
  MemoryLog log;
  log.AddArticle("a", "1");
  OpenCatalog(directory, log);
  log.AddArticle("b", "2");
  EXPECT_THAT(Ids(*OpenCatalog(directory, log)), ElementsAre("a", "b"));
}

TEST(CatalogTest, IsBuiltAnewWhereTheLogIsAnother) {
  struct Case {
    const char* what;
    std::vector<std::pair<std::string, std::string>> articles;  // and the ids of their submissions
  };
  const Case cases[] = {
      {"shorter", {{"x", "1"}}},
      {"as long, with other entries", {{"x", "7"}, {"y", "8"}}},
      {"longer, with another entry at the place", {{"x", "1"}, {"y", "8"}, {"z", "9"}}},
      {"empty", {}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    const TemporaryDirectory directory;
    MemoryLog before;
    before.AddArticle("a", "1");
    before.AddArticle("b", "2");
    OpenCatalog(directory, before);
    MemoryLog after;
    std::vector<std::string> expected;
    for (const auto& [article, submission] : c.articles) {
      after.AddArticle(article, submission);
      expected.push_back(article);
    }
    const auto catalog = OpenCatalog(directory, after);
    while (Ids(*catalog) != expected) std::this_thread::yield();
    EXPECT_EQ(Ids(*catalog), expected);
  }
}

}  // namespace
}  // namespace annals
