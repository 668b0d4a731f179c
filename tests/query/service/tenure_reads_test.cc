// GetTenures over TCP.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/query/support/query_reads.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TestJournal Posts() {
  TestJournal journal;
  journal.Extract("a1", "2025-08-27",
                  TestEvent("JOIN", "person=p:Feng organization=o:Byte title:head", "2021-01-01") +
                      TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2025-08-25") +
                      TestEvent("JOIN", "person=p:Luo organization=o:Byte", "2019-05-01"));
  journal.Extract("a2", "2025-09-01",
                  "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:Luo' to_entity_id: 'o:Byte' "
                  "title: 'CTO' }");
  return journal;
}

class TenureReadsTest : public QueryReadsTest {
 protected:
  TenureReadsTest() : QueryReadsTest(Posts()) {}

  v1::GetTenuresResponse Tenures(const std::string& request) { return Ask(&Stub::GetTenures, request); }
};

TEST_F(TenureReadsTest, ATenureHasItsEndsAndWhatIsBehindThem) {
  const v1::GetTenuresResponse response = Tenures("entity: 'byte'");
  ASSERT_EQ(response.tenures_size(), 2);
  const v1::Tenure& luo = response.tenures(0);
  EXPECT_EQ(luo.person_id(), "p:Luo");
  EXPECT_EQ(luo.organization_id(), "o:Byte");
  EXPECT_EQ(luo.title(), "CTO");
  EXPECT_EQ(luo.start().start(), "2019-05-01");
  EXPECT_FALSE(luo.has_end());
  EXPECT_FALSE(luo.ended());
  EXPECT_THAT(luo.article_ids(), ElementsAre("a2"));
  EXPECT_EQ(luo.presence(), v1::PRESENCE_UNSPECIFIED);
  const v1::Tenure& feng = response.tenures(1);
  EXPECT_EQ(feng.title(), "head");
  EXPECT_TRUE(feng.ended());
  EXPECT_EQ(feng.end().start(), "2025-08-25");
  EXPECT_THAT(feng.start_event_ids(), SizeIs(1));
  EXPECT_THAT(feng.end_event_ids(), SizeIs(1));
  EXPECT_THAT(feng.event_ids(), SizeIs(2));
  std::vector<std::string> entities;
  for (const v1::Entity& entity : response.entities()) entities.push_back(entity.id());
  EXPECT_THAT(entities, UnorderedElementsAre("o:Byte", "p:Feng", "p:Luo"));
  EXPECT_EQ(response.revision(), 2u);
}

TEST_F(TenureReadsTest, PagesJoinToTheWhole) {
  auto request = FromText<v1::GetTenuresRequest>("entity: 'byte' page_size: 1");
  std::vector<std::string> people;
  do {
    v1::GetTenuresResponse response;
    ASSERT_TRUE(server_.Call(&Stub::GetTenures, request, response).ok());
    for (const v1::Tenure& tenure : response.tenures()) people.push_back(tenure.person_id());
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(people, ElementsAre("p:Luo", "p:Feng"));
}

TEST_F(TenureReadsTest, AWindowIsPassedOn) {
  EXPECT_THAT(Tenures("entity: 'byte' time { end: '2020-01-01' }").tenures(), SizeIs(1));
  EXPECT_THAT(Tenures("entity: 'byte' time { start: '2025-09-01' }").tenures(), SizeIs(1));
  EXPECT_THAT(Tenures("entity: 'Feng' time { start: '2025-09-01' }").tenures(), SizeIs(0));
}

}  // namespace
}  // namespace annals::query
