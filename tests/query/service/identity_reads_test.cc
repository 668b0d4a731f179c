// Who is who, over TCP: namesakes, short forms, and what users teach.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/errors/errors.h"
#include "query/service/query_service.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Stub = v1::QueryService::Stub;

constexpr char kZhang[] = "person:张伟";
constexpr char kOther[] = "person:张伟@organization:云帆";

class IdentityReadsTest : public testing::Test {
 protected:
  IdentityReadsTest() : server_(index_) {}

  void Join(const std::string& article, const std::string& organization, const std::string& day) {
    journal_.Extract(
        article, "2025-06-01",
        TestEvent("JOIN", absl::StrCat("person=person:张伟 organization=organization:", organization), day));
  }

  void Teach(const std::string& change) {
    v1::JournalEntry entry = FromText<v1::JournalEntry>(change);
    journal_.Add(std::move(entry));
  }

  v1::GetEntityResponse Get(const std::string& entity) {
    index_.Apply(journal_.entries());
    v1::GetEntityResponse response;
    v1::GetEntityRequest request;
    request.set_entity(entity);
    const absl::Status status = server_.Call(&Stub::GetEntity, request, response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  // "NAMESAKE person:张伟" for each reason.
  static std::vector<std::string> Reasons(const v1::GetEntityResponse& response) {
    std::vector<std::string> reasons;
    for (const v1::IdentityReason& reason : response.identity()) {
      const std::string ground = v1::IdentityGround_Name(reason.ground());
      reasons.push_back(absl::StrCat(ground.substr(sizeof("IDENTITY_GROUND_") - 1), " ", reason.entity_id()));
    }
    return reasons;
  }

  // "a1 a3" of the reason of a ground.
  static std::string ArticlesOf(const v1::GetEntityResponse& response, v1::IdentityGround ground) {
    for (const v1::IdentityReason& reason : response.identity()) {
      if (reason.ground() == ground) return absl::StrJoin(reason.article_ids(), " ");
    }
    return "no such reason";
  }

  TestJournal journal_;
  TestIndex index_;
  QueryServer server_;
};

TEST_F(IdentityReadsTest, SameNameOtherCompanyIsTwoPeople) {
  Join("a1", "星桥", "2025-03-01");
  Join("a2", "云帆", "2025-05-01");
  Join("a3", "星桥", "2025-03-01");
  const auto first = Get(kZhang);
  EXPECT_EQ(first.article_count(), 2);
  EXPECT_EQ(first.event_count(), 1);
  EXPECT_THAT(Reasons(first),
              ElementsAre(absl::StrCat("SAME_NAME ", kZhang), "SHARED_ORGANIZATION organization:星桥",
                          absl::StrCat("NAMESAKE ", kOther)));
  EXPECT_EQ(ArticlesOf(first, v1::IDENTITY_GROUND_SAME_NAME), "a1 a3");
  EXPECT_EQ(ArticlesOf(first, v1::IDENTITY_GROUND_SHARED_ORGANIZATION), "a1 a3");
  EXPECT_EQ(ArticlesOf(first, v1::IDENTITY_GROUND_NAMESAKE), "a2");
  const auto second = Get(kOther);
  EXPECT_EQ(ArticlesOf(second, v1::IDENTITY_GROUND_SAME_NAME), "a2");
  EXPECT_EQ(second.article_count(), 1);
  EXPECT_THAT(Reasons(second),
              ElementsAre(absl::StrCat("SAME_NAME ", kOther), "SHARED_ORGANIZATION organization:云帆",
                          absl::StrCat("NAMESAKE ", kZhang)));
}

TEST_F(IdentityReadsTest, NamesakesThatAUserMergedAreNoNamesakes) {
  Join("a1", "星桥", "2025-03-01");
  Join("a2", "云帆", "2025-05-01");
  Teach(absl::StrCat("entities_merged { from_entity_id: '", kOther, "' into_entity_id: '", kZhang, "' }"));
  const auto one = Get(kOther);
  EXPECT_EQ(one.entity().id(), kZhang);
  EXPECT_EQ(one.article_count(), 2);
  EXPECT_THAT(Reasons(one), ElementsAre(absl::StrCat("SAME_NAME ", kZhang), absl::StrCat("MERGED ", kOther),
                                        "SHARED_ORGANIZATION organization:星桥"));
  EXPECT_EQ(ArticlesOf(one, v1::IDENTITY_GROUND_MERGED), "a2");
}

TEST_F(IdentityReadsTest, AnArticleThatKnowsBothMakesThemOne) {
  Join("a1", "星桥", "2025-03-01");
  Join("a2", "云帆", "2025-05-01");
  journal_.Extract(
      "a3", "2025-06-01",
      TestEvent("JOIN",
                "person=person:张伟 organization=organization:云帆 from_organization=organization:星桥",
                "2025-05-01"));
  const auto one = Get(kZhang);
  EXPECT_EQ(one.article_count(), 3);
  EXPECT_THAT(Reasons(one), ElementsAre(absl::StrCat("SAME_NAME ", kZhang)));
  journal_.Retract("a3");
  EXPECT_EQ(Get(kZhang).article_count(), 1);
}

TEST_F(IdentityReadsTest, ANameOfTwoHasItsCandidates) {
  Join("a1", "星桥", "2025-03-01");
  Join("a2", "云帆", "2025-05-01");
  index_.Apply(journal_.entries());
  v1::GetEntityResponse response;
  const absl::Status status =
      server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: '张伟'"), response);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "ENTITY_AMBIGUOUS");
}

TEST_F(IdentityReadsTest, AMergeHoldsUntilItIsTakenBack) {
  journal_.Extract("a1", "2025-06-01", TestEvent("RELEASE", "organization=organization:星桥 product=r:灵犀"));
  journal_.Extract("a2", "2025-06-02", TestEvent("RELEASE", "organization=organization:北辰 product=r:青鸟"));
  Teach("entities_merged { from_entity_id: 'organization:北辰' into_entity_id: 'organization:星桥' }");
  const auto merged = Get("organization:北辰");
  EXPECT_EQ(merged.entity().id(), "organization:星桥");
  EXPECT_EQ(merged.event_count(), 2);
  EXPECT_THAT(Reasons(merged), testing::Contains("MERGED organization:北辰"));
  EXPECT_EQ(ArticlesOf(merged, v1::IDENTITY_GROUND_MERGED), "a2");
  Teach("entity_deleted { entity_id: 'organization:北辰' }");
  EXPECT_EQ(Get("organization:北辰").entity().id(), "organization:北辰");
  EXPECT_EQ(Get("organization:星桥").event_count(), 1);
}

// Two releases and a merge of the companies, which is taken back.
class PastIdentityTest : public IdentityReadsTest {
 protected:
  PastIdentityTest() {
    journal_.Extract("a1", "2025-06-01", TestEvent("RELEASE", "organization=o:Star product=r:A"));
    journal_.Extract("a2", "2025-06-02", TestEvent("RELEASE", "organization=o:North product=r:B"));
    Teach("entities_merged { from_entity_id: 'o:North' into_entity_id: 'o:Star' }");
    Teach("entity_deleted { entity_id: 'o:North' }");
    Teach("entities_merged { from_entity_id: 'o:Star' into_entity_id: 'o:North' }");
    index_.Apply(journal_.entries());
  }

  // "o:Star r:A r:B": who it was then, and what was released.
  std::string Timeline(const std::string& entity, uint64_t revision) {
    v1::GetTimelineRequest request;
    v1::GetTimelineResponse response;
    request.set_entity(entity);
    request.mutable_as_of()->set_revision(revision);
    const absl::Status status = server_.Call(&Stub::GetTimeline, request, response);
    EXPECT_TRUE(status.ok()) << status;
    std::string text = response.entity().id();
    for (const v1::EventRow& row : response.events()) {
      EXPECT_EQ(row.event().arguments(0).entity_id(), response.entity().id());
      absl::StrAppend(&text, " ", row.event().arguments(1).entity_id());
    }
    return text;
  }
};

TEST_F(PastIdentityTest, ARevisionKnowsTheMergesOfItsTime) {
  EXPECT_EQ(Timeline("o:Star", 2), "o:Star r:A");
  EXPECT_EQ(Timeline("o:North", 2), "o:North r:B");
  EXPECT_EQ(Timeline("o:Star", 3), "o:Star r:A r:B");
  EXPECT_EQ(Timeline("o:North", 3), "o:Star r:A r:B");
  EXPECT_EQ(Timeline("o:Star", 4), "o:Star r:A");
  EXPECT_EQ(Timeline("o:North", 4), "o:North r:B");
  EXPECT_EQ(Timeline("o:Star", 5), "o:North r:A r:B");
  EXPECT_EQ(Timeline("north", 3), "o:Star r:A r:B") << "also by a name";
}

TEST_F(PastIdentityTest, ALaterPageIsOfTheSameEntityAfterAMerge) {
  auto request = FromText<v1::GetTimelineRequest>("entity: 'o:Star' page_size: 1");
  v1::GetTimelineResponse first;
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, first).ok());
  EXPECT_EQ(first.entity().id(), "o:North");
  Teach("entity_deleted { entity_id: 'o:North' }");
  index_.Apply({journal_.entries().back()});
  request.set_page_token(first.next_page_token());
  v1::GetTimelineResponse second;
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, second).ok());
  EXPECT_EQ(second.entity().id(), "o:North");
  ASSERT_EQ(second.events_size(), 1);
  EXPECT_NE(second.events(0).event().id(), first.events(0).event().id());
  EXPECT_EQ(second.events(0).event().arguments(0).entity_id(), "o:North");
}

TEST_F(IdentityReadsTest, ATaughtNameIsAName) {
  journal_.Extract("a1", "2025-06-01", TestEvent("RELEASE", "organization=organization:星桥 product=r:灵犀"));
  Teach(
      "entity_put { entity { id: 'organization:星桥' type: ENTITY_TYPE_ORGANIZATION name: '星桥智能' "
      "aliases: 'Xingqiao' } }");
  const auto found = Get("xingqiao");
  EXPECT_EQ(found.entity().id(), "organization:星桥");
  EXPECT_EQ(found.entity().name(), "星桥智能");
  EXPECT_THAT(Reasons(found), ElementsAre("KNOWN organization:星桥"));
}

}  // namespace
}  // namespace annals::query
