// GetFlows over TCP.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/query/support/query_reads.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TestJournal Moves() {
  TestJournal journal;
  journal.Extract(
      "a1", "2025-01-02",
      TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2024-12-01") +
          TestEvent("JOIN", "person=p:Luo organization=o:Life from_organization=o:Byte", "2024-06-11"));
  journal.Extract("a2", "2025-01-03", TestEvent("JOIN", "person=p:Feng organization=o:Life", "2025-01-01"));
  return journal;
}

class FlowReadsTest : public QueryReadsTest {
 protected:
  FlowReadsTest() : QueryReadsTest(Moves()) {}

  v1::GetFlowsResponse Flows(const std::string& request) { return Ask(&Stub::GetFlows, request); }
  // "o:Byte o:Life 2025-01-01 1"
  std::vector<std::string> Texts(const std::string& request) {
    std::vector<std::string> texts;
    const v1::GetFlowsResponse response = Flows(request);
    for (const v1::Flow& flow : response.flows()) {
      texts.push_back(absl::StrCat(flow.from_entity_id(), " ", flow.to_entity_id(), " ", flow.period_start(),
                                   " ", flow.person_ids_size()));
    }
    return texts;
  }
};

TEST_F(FlowReadsTest, ACellHasItsPeopleAndEvents) {
  const v1::GetFlowsResponse response = Flows("");
  ASSERT_EQ(response.flows_size(), 1);
  const v1::Flow& flow = response.flows(0);
  EXPECT_EQ(flow.from_entity_id(), "o:Byte");
  EXPECT_EQ(flow.to_entity_id(), "o:Life");
  EXPECT_EQ(flow.period_start(), "");
  EXPECT_THAT(flow.person_ids(), UnorderedElementsAre("p:Feng", "p:Luo"));
  EXPECT_THAT(flow.event_ids(), SizeIs(3));
  EXPECT_EQ(response.entities_size(), 4);
  EXPECT_EQ(response.revision(), 2u);
  EXPECT_FALSE(response.truncated());
}

TEST_F(FlowReadsTest, PeriodsAndWindows) {
  EXPECT_THAT(Texts("bucket: TIMELINE_BUCKET_YEAR"),
              ElementsAre("o:Byte o:Life 2024-01-01 1", "o:Byte o:Life 2025-01-01 1"));
  EXPECT_THAT(Texts("bucket: TIMELINE_BUCKET_MONTH max_flows: 1"), ElementsAre("o:Byte o:Life 2024-06-01 1"));
  EXPECT_THAT(Texts("time { start: '2024-12-15' }"), ElementsAre("o:Byte o:Life 2024-12-15 1"));
  EXPECT_THAT(Texts("time { end: '2024-12-15' }"), ElementsAre("o:Byte o:Life  1"));
}

TEST_F(FlowReadsTest, OfOneOrganisation) {
  EXPECT_THAT(Texts("entity: 'life'"), ElementsAre("o:Byte o:Life  2"));
  EXPECT_THAT(Texts("entity: 'Life' statuses: EVENT_STATUS_PLANNED"), testing::IsEmpty());
  EXPECT_THAT(Texts("entity: 'Feng'"), testing::IsEmpty());
}

}  // namespace
}  // namespace annals::query
