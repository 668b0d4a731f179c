// Random histories and random questions: the index answers as the model does. A failure names its seed and
// shows the shortest history that still fails.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/oracle.h"
#include "tests/query/model/random_history.h"
#include "tests/query/model/random_query.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

// ANNALS_ORACLE_HISTORIES looks further.
uint64_t Histories() {
  uint64_t histories = 1000;
  const char* const set = std::getenv("ANNALS_ORACLE_HISTORIES");
  if (set != nullptr && !absl::SimpleAtoi(set, &histories)) ADD_FAILURE() << set;
  return histories;
}

constexpr uint64_t kPagedHistories = 400;
constexpr uint64_t kHistoriesAnIndex = 8;
constexpr int kQueriesEach = 24;

std::string CompareOn(TestIndex& index, const History& history, const Query& query) {
  const absl::Status cleared = index->Clear();
  if (!cleared.ok()) return cleared.ToString();
  index.Apply(history);
  return Compare(Model(history), *index, Within(query, history.size()));
}

// Takes away what can go while model and index still differ.
History Shrunk(TestIndex& index, History history, const Query& query) {
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (History& less : OneLess(history)) {
      if (CompareOn(index, less, query).empty()) continue;
      history = std::move(less);
      shorter = true;
      break;
    }
  }
  return history;
}

std::string Report(TestIndex& index, uint64_t seed, const History& history, const Query& query) {
  const History shrunk = Shrunk(index, history, query);
  const Query asked = Within(query, shrunk.size());
  return absl::StrCat("seed ", seed, ", ", QueryText(asked), "\n", CompareOn(index, shrunk, asked),
                      "the history, shrunk from ", history.size(), " entries:\n", HistoryText(shrunk));
}

void ApplyInBatches(TestIndex& index, const History& history, RandomSource& random) {
  ASSERT_TRUE(index->Clear().ok());
  for (size_t at = 0; at < history.size();) {
    const size_t end = std::min(history.size(), at + 1 + random.Below(5));
    index.Apply(History(history.begin() + at, history.begin() + end));
    at = end;
  }
}

TEST(QueryOracleTest, IndexAnswersAsTheModelDoes) {
  const uint64_t histories = Histories();
  auto index_of_some = std::make_unique<TestIndex>();
  for (uint64_t seed = 0; seed < histories; ++seed) {
    // What Clear leaves behind slows the reads down.
    if (seed % kHistoriesAnIndex == 0) index_of_some = std::make_unique<TestIndex>();
    TestIndex& index = *index_of_some;
    RandomSource random(seed + 1000000);
    const Model model(MakeHistory(seed, 4 + static_cast<int>(seed % 27)));
    ApplyInBatches(index, model.history(), random);
    for (int i = 0; i < kQueriesEach; ++i) {
      const Query query = MakeQuery(random, model.revision());
      if (!Compare(model, *index, query).empty()) {
        ADD_FAILURE() << Report(index, seed, model.history(), query);
        return;
      }
    }
  }
}

// By id: what a name means is asked when the first page is read.
template <typename Request>
Request WithPages(Request request, int size) {
  if constexpr (requires { request.entity(); }) {
    if (request.entity().find_first_of("-:") == std::string::npos)
      request.set_entity(TestCompanies().front());
  }
  request.set_page_size(size);
  request.mutable_as_of()->clear_revision();
  return request;
}

Lines RowsOn(const v1::GetTimelineResponse& page) {
  Lines rows;
  for (const v1::EventRow& row : page.events()) rows.push_back(OneLine(row));
  return rows;
}
Lines RowsOn(const v1::ListEventsResponse& page) {
  Lines rows;
  for (const v1::EventRow& row : page.events()) rows.push_back(OneLine(row));
  return rows;
}
Lines RowsOn(const v1::GetTenuresResponse& page) {
  Lines rows;
  for (const v1::Tenure& tenure : page.tenures()) rows.push_back(OneLine(tenure));
  return rows;
}

// Reads a page, lets an entry be applied, reads the next, and so on: all of them together are what a read of
// the first page's revision gives, which IndexAnswersAsTheModelDoes compares with the model.
template <typename Response, typename Request>
void ExpectStablePages(TestIndex& index, const History& history, size_t applied, Request request) {
  ASSERT_TRUE(index->Clear().ok());
  index.Apply(History(history.begin(), history.begin() + applied));
  Request whole = request;
  Lines rows;
  absl::Status asked;
  for (size_t next = applied; asked.ok(); ++next) {
    Response page;
    asked = Ask(*index, request, page);
    if (absl::IsNotFound(asked) && request.page_token().empty()) return;
    const Lines more = RowsOn(page);
    rows.insert(rows.end(), more.begin(), more.end());
    request.set_page_token(page.next_page_token());
    if (page.next_page_token().empty()) break;
    if (next < history.size()) index.Apply({history[next]});
  }
  index.Apply(History(history.begin() + index->applied_revision(), history.end()));
  whole.mutable_as_of()->set_revision(applied);
  std::vector<Response> pages;
  const absl::Status at_once = AskAllPages(*index, whole, pages);
  EXPECT_TRUE(asked.ok() && at_once.ok()) << asked << at_once;
  Lines wanted;
  for (const Response& page : pages) {
    const Lines more = RowsOn(page);
    wanted.insert(wanted.end(), more.begin(), more.end());
  }
  EXPECT_EQ(Difference(wanted, rows), "") << OneLine(request) << HistoryText(history);
}

TEST(QueryOracleTest, PagesAreStableUnderWrites) {
  auto index_of_some = std::make_unique<TestIndex>();
  for (uint64_t seed = 0; seed < kPagedHistories && !HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    if (seed % kHistoriesAnIndex == 0) index_of_some = std::make_unique<TestIndex>();
    TestIndex& index = *index_of_some;
    RandomSource random(seed);
    const History history = MakeHistory(seed, 24);
    const size_t applied = 6 + random.Below(12);
    const Query query = MakeQuery(random, applied);
    if (const auto* timeline = std::get_if<v1::GetTimelineRequest>(&query))
      ExpectStablePages<v1::GetTimelineResponse>(index, history, applied, WithPages(*timeline, 1));
    if (const auto* list = std::get_if<v1::ListEventsRequest>(&query))
      ExpectStablePages<v1::ListEventsResponse>(index, history, applied, WithPages(*list, 2));
    if (const auto* tenures = std::get_if<v1::GetTenuresRequest>(&query))
      ExpectStablePages<v1::GetTenuresResponse>(index, history, applied, WithPages(*tenures, 1));
  }
}

}  // namespace
}  // namespace annals::query
