// Teaching names over TCP, with the real extractor and journal.
#include <gtest/gtest.h>

#include "tests/support/extractor_server.h"
#include "tests/support/status_matchers.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

using absl::StatusCode;
using testing::ElementsAre;
using Stub = v1::ExtractorService::Stub;

// Neither name looks like one: both have to be taught.
const char kText[] = "10月8日，梧桐里宣布，任命陈立为首席技术官。";

class TeachingTest : public testing::Test {
 protected:
  absl::StatusOr<v1::PutEntityResponse> Put(const std::string& entity) {
    v1::PutEntityRequest request;
    *request.mutable_entity() = FromText<v1::Entity>(entity);
    return server_.Call(&Stub::PutEntity, request);
  }
  absl::StatusOr<v1::MergeEntitiesResponse> Merge(const std::string& from, const std::string& into) {
    v1::MergeEntitiesRequest request;
    request.set_from_entity_id(from);
    request.set_into_entity_id(into);
    return server_.Call(&Stub::MergeEntities, request);
  }
  absl::StatusOr<v1::DeleteEntityResponse> Delete(const std::string& id) {
    v1::DeleteEntityRequest request;
    request.set_entity_id(id);
    return server_.Call(&Stub::DeleteEntity, request);
  }
  absl::StatusOr<v1::ListEntitiesResponse> List(const std::string& request) {
    return server_.Call(&Stub::ListEntities, FromText<v1::ListEntitiesRequest>(request));
  }

  v1::Extraction Extract(const std::string& text) {
    v1::ExtractArticleRequest request;
    request.mutable_article()->set_text(text);
    request.mutable_article()->set_published_at("2025-10-09");
    const auto response = server_.Call(&Stub::ExtractArticle, request);
    EXPECT_THAT(response, IsOk());
    return response.ok() ? response->extraction() : v1::Extraction();
  }
  // Ids of the organisations of a text, in order.
  std::vector<std::string> Organizations(const std::string& text) {
    std::vector<std::string> ids;
    const v1::Extraction extraction = Extract(text);
    for (const v1::Entity& entity : extraction.entities()) {
      if (entity.type() == v1::ENTITY_TYPE_ORGANIZATION) ids.push_back(entity.id());
    }
    return ids;
  }
  std::string Version() { return Extract(kText).lexicon_version(); }

  ExtractorServer server_;
};

TEST_F(TeachingTest, ATaughtNameIsUsedFromTheNextArticleOn) {
  const std::string before = Version();
  const auto put =
      Put("id: 'acme-7' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里科创' aliases: ['梧桐里', 'Wutongli']");
  ASSERT_THAT(put, IsOk());
  EXPECT_EQ(put->revision(), 1u);
  EXPECT_THAT(Organizations(kText), ElementsAre("acme-7"));
  EXPECT_THAT(Organizations("10月8日，Wutongli宣布，任命陈立为首席技术官。"), ElementsAre("acme-7"));
  const v1::Extraction extraction = Extract(kText);
  EXPECT_NE(extraction.lexicon_version(), before);
  EXPECT_EQ(extraction.entities(0).name(), "梧桐里科创");
  EXPECT_THAT(extraction.entities(0).aliases(), ElementsAre("Wutongli", "梧桐里"));
  const auto types = server_.Call(&Stub::ListEventTypes, v1::ListEventTypesRequest());
  EXPECT_EQ(types->lexicon_version(), extraction.lexicon_version());
}

TEST_F(TeachingTest, TheSameAgainChangesNothing) {
  const std::string entity = "type: ENTITY_TYPE_PRODUCT name: '听澜' aliases: ['Tinglan', '聽瀾']";
  const auto put = Put(entity);
  ASSERT_THAT(put, IsOk());
  EXPECT_EQ(put->entity().id(), "product:听澜");
  const std::string version = Version();
  const auto again = Put(entity);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->revision(), put->revision());
  EXPECT_EQ(again->entity().SerializeAsString(), put->entity().SerializeAsString());
  EXPECT_EQ(Put(put->entity().ShortDebugString())->revision(), put->revision());
  EXPECT_EQ(server_.journal().last_revision(), 1u);
  EXPECT_EQ(Version(), version);
  EXPECT_EQ(Put("type: ENTITY_TYPE_PRODUCT name: '听澜'")->revision(), 2u);
  EXPECT_NE(Version(), version);
}

TEST_F(TeachingTest, TheVersionTellsTheContentAndNotTheWayThere) {
  const std::string plain = Version();
  const char* const a = "type: ENTITY_TYPE_PRODUCT name: '听澜'";
  const char* const b = "id: 'b' type: ENTITY_TYPE_PERSON name: '陆见微'";
  ASSERT_THAT(Put(a), IsOk());
  ASSERT_THAT(Put(b), IsOk());
  ASSERT_THAT(Merge("organization:星槎", "organization:星槎智能"), IsOk());
  const std::string all = Version();
  for (const char* id : {"b", "product:听澜", "organization:星槎"}) ASSERT_THAT(Delete(id), IsOk());
  EXPECT_EQ(Version(), plain);
  ASSERT_THAT(Merge("organization:星槎", "organization:星槎智能"), IsOk());
  ASSERT_THAT(Put(b), IsOk());
  ASSERT_THAT(Put(a), IsOk());
  EXPECT_EQ(Version(), all);
}

TEST_F(TeachingTest, AMergeGivesItsNamesToTheOneThatStays) {
  ASSERT_THAT(Put("id: 'o-wutong' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  ASSERT_THAT(Put("id: 'o-platane' type: ENTITY_TYPE_ORGANIZATION name: '悬铃木科创'"), IsOk());
  const auto merged = Merge("o-wutong", "o-platane");
  ASSERT_THAT(merged, IsOk());
  EXPECT_EQ(merged->revision(), 3u);
  EXPECT_EQ(Merge("o-wutong", "o-platane")->revision(), 3u);
  EXPECT_THAT(Organizations(kText), ElementsAre("o-platane"));
  ASSERT_THAT(Merge("o-platane", "o-deepseek"), IsOk());
  EXPECT_THAT(Organizations(kText), ElementsAre("o-deepseek"));
  ASSERT_THAT(Delete("o-platane"), IsOk());
  EXPECT_THAT(Organizations(kText), ElementsAre("o-wutong"));
}

TEST_F(TeachingTest, WhatTheLexiconKnowsCanBeMergedAndTaughtMore) {
  const std::string text = "10月8日，深度求索宣布，任命陈立为首席技术官。";
  EXPECT_THAT(Organizations(text), ElementsAre("o-deepseek"));
  ASSERT_THAT(Put("id: 'o-deepseek' type: ENTITY_TYPE_ORGANIZATION name: '深度求索科创' aliases: '梧桐里'"),
              IsOk());
  EXPECT_THAT(Organizations(text), ElementsAre("o-deepseek"));
  EXPECT_THAT(Organizations(kText), ElementsAre("o-deepseek"));
  EXPECT_EQ(Extract(text).entities(0).name(), "深度求索科创");
  ASSERT_THAT(Merge("o-deepseek", "o-moonshot-ai"), IsOk());
  EXPECT_THAT(Organizations(text), ElementsAre("o-moonshot-ai"));
  EXPECT_THAT(Organizations(kText), ElementsAre("o-moonshot-ai"));
  ASSERT_THAT(Delete("o-deepseek"), IsOk());
  EXPECT_THAT(Organizations(text), ElementsAre("o-deepseek"));
}

TEST_F(TeachingTest, WhatArticlesFoundThemselvesCanBeMerged) {
  const std::string text = "10月8日，星槎科技宣布，任命陈立为首席技术官。";
  ASSERT_THAT(Organizations(text), ElementsAre("organization:星槎科技"));
  ASSERT_THAT(Merge("organization:星槎科技", "organization:星槎智能"), IsOk());
  EXPECT_THAT(Organizations(text), ElementsAre("organization:星槎智能"));
  EXPECT_THAT(Organizations("10月8日，“星槎科技”宣布，任命陈立为首席技术官。"),
              ElementsAre("organization:星槎智能"));
}

TEST_F(TeachingTest, ADeletedNameIsForgotten) {
  ASSERT_THAT(Put("id: 'acme-7' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  const auto deleted = Delete("acme-7");
  ASSERT_THAT(deleted, IsOk());
  EXPECT_EQ(deleted->revision(), 2u);
  for (const std::string& id : Organizations(kText)) EXPECT_NE(id, "acme-7");
  EXPECT_THAT(Delete("acme-7"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
  EXPECT_THAT(Delete("o-deepseek"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
}

TEST_F(TeachingTest, BadEntitiesAreRefusedByField) {
  const std::string type = "type: ENTITY_TYPE_ORGANIZATION ";
  const std::string long_name(300, 'x');
  std::string many = type + "name: '梧桐里'";
  for (int i = 0; i <= limits::kTaughtAliases; ++i) many += " aliases: '梧桐" + std::to_string(i) + "号'";
  const std::vector<std::tuple<std::string, const char*, const char*>> cases = {
      {"name: '梧桐里'", "INVALID_FIELD", "entity.type"},
      {"type: 77 name: '梧桐里'", "INVALID_FIELD", "entity.type"},
      {type, "INVALID_FIELD", "entity.name"},
      {type + "name: ' '", "INVALID_FIELD", "entity.name"},
      {type + "name: '桐'", "INVALID_FIELD", "entity.name"},
      {type + "name: '2025'", "INVALID_FIELD", "entity.name"},
      {type + "name: '……'", "INVALID_FIELD", "entity.name"},
      {type + "name: '梧\\n桐'", "INVALID_FIELD", "entity.name"},
      {type + "name: '梧桐里' aliases: ['好的', '桐']", "INVALID_FIELD", "entity.aliases[1]"},
      {type + "name: '" + long_name + "'", "TOO_LARGE", "entity.name"},
      {type + "name: '" + long_name.substr(0, 250) + "'", "TOO_LARGE", "entity.name"},
      {type + "name: '梧桐里' id: '" + long_name + "'", "TOO_LARGE", "entity.id"},
      {type + "name: '梧桐里' id: 'a\\033b'", "INVALID_FIELD", "entity.id"},
      {type + "name: '梧桐里' id: 'person:梧桐里'", "INVALID_FIELD", "entity.type"},
      {"type: ENTITY_TYPE_PERSON name: '梧桐里' id: 'o-deepseek'", "INVALID_FIELD", "entity.type"},
      {many, "TOO_LARGE", "entity.aliases"},
  };
  for (const auto& [entity, reason, field] : cases) {
    const auto put = Put(entity);
    EXPECT_THAT(put, FailsWith(StatusCode::kInvalidArgument, reason)) << entity;
    EXPECT_THAT(put, BlamesField(field)) << entity;
  }
  EXPECT_EQ(server_.journal().last_revision(), 0u);
}

TEST_F(TeachingTest, BadMergesAreRefused) {
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  ASSERT_THAT(Put("id: 'b' type: ENTITY_TYPE_ORGANIZATION name: '悬铃木'"), IsOk());
  ASSERT_THAT(Put("id: 'p' type: ENTITY_TYPE_PERSON name: '陆见微'"), IsOk());
  EXPECT_THAT(Merge("", "a"), BlamesField("from_entity_id"));
  EXPECT_THAT(Merge("a", ""), BlamesField("into_entity_id"));
  EXPECT_THAT(Merge("a", "a"), BlamesField("into_entity_id"));
  EXPECT_THAT(Merge("a", "p"), FailsWith(StatusCode::kInvalidArgument, "INVALID_FIELD"));
  EXPECT_THAT(Merge("a", "nobody"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
  EXPECT_THAT(Merge("organization:里", "a"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
  EXPECT_THAT(Merge("organization:聽瀾", "a"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
  ASSERT_THAT(Merge("a", "b"), IsOk());
  const auto merged = FailsWith(StatusCode::kFailedPrecondition, "ENTITY_MERGED");
  EXPECT_THAT(Merge("b", "a"), merged);
  EXPECT_THAT(Merge("a", "o-deepseek"), merged);
  EXPECT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '别的名字'"), merged);
  EXPECT_THAT(Put("id: 'b' type: ENTITY_TYPE_UNIT name: '悬铃木'"), BlamesField("entity.type"));
  EXPECT_EQ(server_.journal().last_revision(), 4u);
}

TEST_F(TeachingTest, ANameBelongsToOneTaughtEntityOfAType) {
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里科创' aliases: '梧桐里'"), IsOk());
  const char* const other = "id: 'b' type: ENTITY_TYPE_ORGANIZATION name: '悬铃木' aliases: '梧桐里'";
  EXPECT_THAT(Put(other), FailsWith(StatusCode::kAlreadyExists, "NAME_TAKEN"));
  EXPECT_THAT(Put("id: 'r' type: ENTITY_TYPE_PRODUCT name: '梧桐里'"), IsOk());
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里科创'"), IsOk());
  EXPECT_THAT(Put(other), IsOk());
}

TEST_F(TeachingTest, ListsInPages) {
  ASSERT_THAT(Put("id: 'c' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '悬铃木'"), IsOk());
  ASSERT_THAT(Merge("c", "a"), IsOk());
  ASSERT_THAT(Merge("organization:银杏里", "a"), IsOk());
  const auto first = List("page_size: 2");
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->entities_size(), 2);
  EXPECT_EQ(first->entities(0).id(), "a");
  ASSERT_EQ(first->merges_size(), 1);
  EXPECT_EQ(first->merges(0).from_entity_id(), "c");
  const auto second = List("page_token: '" + first->next_page_token() + "'");
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->entities_size(), 0);
  EXPECT_EQ(second->merges(0).from_entity_id(), "organization:银杏里");
  EXPECT_EQ(second->merges(0).into_entity_id(), "a");
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_THAT(List("page_size: -1"), BlamesField("page_size"));
  EXPECT_THAT(List("page_token: 'forged'"), FailsWith(StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN"));
}

TEST_F(TeachingTest, WhatWasTaughtOutlivesARestart) {
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  ASSERT_THAT(Put("id: 'b' type: ENTITY_TYPE_ORGANIZATION name: '悬铃木'"), IsOk());
  ASSERT_THAT(Put("id: 'gone' type: ENTITY_TYPE_ORGANIZATION name: '银杏里'"), IsOk());
  ASSERT_THAT(Merge("gone", "b"), IsOk());
  ASSERT_THAT(Delete("gone"), IsOk());
  ASSERT_THAT(Merge("a", "b"), IsOk());
  const std::string version = Version();
  const std::string list = List("")->ShortDebugString();
  server_.Restart({});
  EXPECT_EQ(Version(), version);
  EXPECT_EQ(List("")->ShortDebugString(), list);
  EXPECT_THAT(Organizations(kText), ElementsAre("b"));
  EXPECT_EQ(Merge("a", "b")->revision(), 6u);
  EXPECT_EQ(server_.journal().last_revision(), 6u);
}

TEST_F(TeachingTest, TheJournalTellsFollowersOfEachChange) {
  ASSERT_THAT(Put("id: 'a' type: ENTITY_TYPE_ORGANIZATION name: '梧桐里'"), IsOk());
  ASSERT_THAT(Merge("a", "o-deepseek"), IsOk());
  ASSERT_THAT(Delete("a"), IsOk());
  const auto entries = server_.journal().Read(0, {10, 1 << 20});
  ASSERT_THAT(entries, IsOk());
  ASSERT_EQ(entries->size(), 3u);
  EXPECT_EQ(entries->at(0).entity_put().entity().name(), "梧桐里");
  EXPECT_EQ(entries->at(1).entities_merged().into_entity_id(), "o-deepseek");
  EXPECT_EQ(entries->at(2).entity_deleted().entity_id(), "a");
}

}  // namespace
}  // namespace annals
