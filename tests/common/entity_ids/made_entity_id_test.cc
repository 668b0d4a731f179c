#include "common/entity_ids/made_entity_id.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(MadeEntityIdTest, WhatWasMadeIsReadAgain) {
  for (v1::EntityType type : {v1::ENTITY_TYPE_PERSON, v1::ENTITY_TYPE_ORGANIZATION, v1::ENTITY_TYPE_UNIT,
                              v1::ENTITY_TYPE_PRODUCT}) {
    const auto made = ParseMadeEntityId(MakeEntityId(type, "星槎: one"));
    ASSERT_TRUE(made.has_value()) << type;
    EXPECT_EQ(made->type, type);
    EXPECT_EQ(made->name, "星槎: one");
  }
  EXPECT_EQ(MakeEntityId(v1::ENTITY_TYPE_ORGANIZATION, "星槎"), "organization:星槎");
}

TEST(MadeEntityIdTest, OtherIdsAreNone) {
  for (const char* id : {"", "o-byte", "person", "person:", "Person:x", "unspecified:x", "organisation:x"})
    EXPECT_FALSE(ParseMadeEntityId(id).has_value()) << id;
}

}  // namespace
}  // namespace annals
