// What may be taught on top of what is taught.
#include "extractor/taught/taught_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using absl::StatusCode;
using testing::ElementsAre;

v1::Entity Organization(const std::string& id, const std::string& name) {
  v1::Entity entity;
  entity.set_id(id);
  entity.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  entity.set_name(name);
  return entity;
}

class TaughtStateTest : public testing::Test {
 protected:
  void Put(const v1::Entity& entity) {
    ASSERT_THAT(state_.CheckPut(entity), IsOk());
    v1::JournalEntry entry;
    entry.set_revision(++revision_);
    *entry.mutable_entity_put()->mutable_entity() = entity;
    state_.Apply(entry);
  }

  void Merge(const std::string& from, const std::string& into) {
    ASSERT_THAT(state_.CheckMerge(from, into), IsOk());
    v1::JournalEntry entry;
    entry.set_revision(++revision_);
    entry.mutable_entities_merged()->set_from_entity_id(from);
    entry.mutable_entities_merged()->set_into_entity_id(into);
    state_.Apply(entry);
  }

  void Delete(const std::string& id) {
    v1::JournalEntry entry;
    entry.set_revision(++revision_);
    entry.mutable_entity_deleted()->set_entity_id(id);
    state_.Apply(entry);
  }

  const GatedExtractor lexicon_;
  TaughtState state_{lexicon_, {.entities = 3, .merges = 2}};
  uint64_t revision_ = 0;
};

TEST_F(TaughtStateTest, KnowsWhatIsTaughtAlready) {
  const v1::Entity entity = Organization("a", "甲乙");
  EXPECT_EQ(state_.FindPut(entity), std::nullopt);
  Put(entity);
  EXPECT_EQ(state_.FindPut(entity), 1u);
  EXPECT_EQ(state_.FindPut(Organization("a", "丙丁")), std::nullopt);
  Merge("a", "o-listed");
  EXPECT_EQ(state_.FindMerge("a", "o-listed"), 2u);
  EXPECT_EQ(state_.FindMerge("a", "b"), std::nullopt);
}

TEST_F(TaughtStateTest, IsBounded) {
  for (const char* id : {"a", "b", "c"}) Put(Organization(id, std::string("公司") + id));
  const auto full = FailsWith(StatusCode::kResourceExhausted, "LIMIT_REACHED");
  EXPECT_THAT(state_.CheckPut(Organization("d", "丙丁")), full);
  EXPECT_THAT(state_.CheckPut(Organization("a", "丙丁")), IsOk());
  Merge("a", "o-listed");
  Merge("b", "o-listed");
  EXPECT_THAT(state_.CheckMerge("c", "o-listed"), full);
  Delete("a");
  EXPECT_THAT(state_.CheckPut(Organization("d", "丙丁")), IsOk());
  EXPECT_THAT(state_.CheckMerge("c", "o-listed"), IsOk());
}

TEST_F(TaughtStateTest, MergesHaveNoCircles) {
  Put(Organization("a", "甲乙"));
  Put(Organization("b", "丙丁"));
  Put(Organization("c", "戊己"));
  Merge("a", "b");
  Merge("b", "c");
  const auto merged = FailsWith(StatusCode::kFailedPrecondition, "ENTITY_MERGED");
  EXPECT_THAT(state_.CheckMerge("c", "a"), merged);
  EXPECT_THAT(state_.CheckMerge("c", "b"), merged);
  EXPECT_THAT(state_.CheckMerge("a", "c"), merged);
  EXPECT_THAT(state_.CheckPut(Organization("a", "别的")), merged);
}

TEST_F(TaughtStateTest, TypesHaveToAgree) {
  EXPECT_THAT(state_.CheckMerge("o-listed", "p-listed"),
              FailsWith(StatusCode::kInvalidArgument, "INVALID_FIELD"));
  EXPECT_THAT(state_.CheckMerge("person:甲乙", "p-listed"), IsOk());
  EXPECT_THAT(state_.CheckMerge("unit:甲乙", "p-listed"), BlamesField("into_entity_id"));
  EXPECT_THAT(state_.CheckMerge("o-gone", "o-listed"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
}

TEST_F(TaughtStateTest, DeletingTakesBackTheMergesOnBothSides) {
  Put(Organization("a", "甲乙"));
  Put(Organization("b", "丙丁"));
  Merge("a", "b");
  Merge("b", "o-listed");
  ASSERT_THAT(state_.CheckDelete("b"), IsOk());
  EXPECT_THAT(*state_.CheckDelete("b"), ElementsAre("b", "a"));
  Delete("b");
  EXPECT_TRUE(state_.teaching().merged_into.empty());
  EXPECT_THAT(state_.CheckDelete("b"), FailsWith(StatusCode::kNotFound, "ENTITY_NOT_FOUND"));
  EXPECT_THAT(*state_.CheckDelete("a"), ElementsAre());
  EXPECT_THAT(state_.CheckPut(Organization("c", "丙丁")), IsOk());
}

}  // namespace
}  // namespace annals
