#include <gtest/gtest.h>

#include "query/service/reads.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

constexpr int kHistories = 20;
constexpr int kEntries = 40;

class TimelineReader {
 public:
  explicit TimelineReader(TestIndex& index) : view_(*index->View()) {}

  // The answer, or why there is none; without what depends on the words of the request. Answers with counts
  // are never kept.
  std::string Ask(const v1::GetTimelineRequest& request) {
    WorkBudget budget(1000000);
    ReadContext context{*view_, tokens_, budget};
    v1::GetTimelineResponse response;
    const absl::Status read = Read(context, request, response);
    response.clear_buckets();
    if (!response.next_page_token().empty()) response.set_next_page_token("there is one");
    return read.ok() ? response.DebugString() : read.ToString();
  }
  SharedAnswer AnswerTo(const v1::GetTimelineRequest& request) {
    WorkBudget budget(1000000);
    ReadContext context{*view_, tokens_, budget};
    const auto read = ReadTimelineBytes(context, request);
    EXPECT_TRUE(read.ok()) << read.status();
    return read.ok() ? read->answer : nullptr;
  }

 private:
  const PageTokens tokens_{"a secret of tests"};
  const std::unique_ptr<IndexView> view_;
};

// Of every entity that the index knows: whole, and in pages of two.
std::vector<v1::GetTimelineRequest> RequestsOf(TestIndex& index) {
  std::vector<v1::GetTimelineRequest> requests;
  const auto view = *index->View();
  for (EntityNumber number = 1; number <= view->meta().last_entity(); ++number) {
    const auto entity = *view->ReadEntity(number);
    if (!entity) continue;
    v1::GetTimelineRequest request;
    request.set_entity(std::string(entity->entity.id()));
    requests.push_back(request);
    request.set_order(v1::TIMELINE_ORDER_NEWEST_FIRST);
    request.set_page_size(2);
    requests.push_back(request);
  }
  return requests;
}

TEST(TimelineReadsTest, WhatIsKeptIsWhatIsReadAnew) {
  size_t kept = 0;
  for (int seed = 0; seed < kHistories; ++seed) {
    TestIndex index;
    for (const v1::JournalEntry& entry : RandomHistory(seed, kEntries)) {
      index.Apply({entry});
      TimelineReader reader(index);
      for (v1::GetTimelineRequest request : RequestsOf(index)) {
        const std::string answer = reader.Ask(request);
        kept += reader.AnswerTo(request) == reader.AnswerTo(request) ? 1 : 0;
        request.set_bucket(v1::TIMELINE_BUCKET_YEAR);
        ASSERT_EQ(answer, reader.Ask(request)) << seed << " " << entry.revision();
      }
    }
  }
  EXPECT_GT(kept, 1000u);
}

class TimelineAnswerTest : public testing::Test {
 protected:
  // "A and B partner", told by an article of its own.
  void Partner(const std::string& article, const std::string& one, const std::string& other) {
    TestJournal journal;
    for (uint64_t i = 0; i < index_->applied_revision(); ++i) journal.Retract("none");
    journal.Extract(article, "2025-03-01",
                    TestEvent("PARTNER", "organization=" + one + " organization=" + other, "2025-02-01"));
    index_.Apply({journal.entries().back()});
  }
  SharedAnswer Timeline(const std::string& entity) {
    v1::GetTimelineRequest request;
    request.set_entity(entity);
    return TimelineReader(index_).AnswerTo(request);
  }

  TestIndex index_;
};

TEST_F(TimelineAnswerTest, StaysUntilWhatItNamesChanges) {
  Partner("first", "o:A", "o:B");
  const SharedAnswer first = Timeline("o:A");
  EXPECT_EQ(Timeline("o:A"), first);
  Partner("second", "o:C", "o:D");
  EXPECT_EQ(Timeline("o:A"), first) << "an article about others";
  Partner("third", "o:B", "o:D");
  const SharedAnswer third = Timeline("o:A");
  EXPECT_NE(third, first) << "it names B, of whom more is known";
  Partner("fourth", "o:A", "o:D");
  EXPECT_NE(Timeline("o:A"), third);
  EXPECT_NE(Timeline("o:A")->bytes.find("o:D"), std::string::npos);
}

TEST_F(TimelineAnswerTest, AnOlderViewIsAnsweredByWhatItShows) {
  Partner("first", "o:A", "o:B");
  v1::GetTimelineRequest request;
  request.set_entity("o:A");
  TimelineReader before(index_);
  const std::string at_first = before.Ask(request);
  Partner("second", "o:A", "o:C");
  const std::string at_second = TimelineReader(index_).Ask(request);
  EXPECT_NE(at_first, at_second);
  EXPECT_EQ(before.Ask(request), at_first);
  EXPECT_EQ(TimelineReader(index_).Ask(request), at_second);
}

}  // namespace
}  // namespace annals::query
