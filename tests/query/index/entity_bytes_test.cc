#include "query/index/entity_bytes.h"

#include <gtest/gtest.h>

#include "google/protobuf/text_format.h"

namespace annals::query {
namespace {

TEST(EntityBytesTest, AreTheMessageAsItIsSent) {
  for (
      const char* text :
      {R"(id: "annals:o/安禾生物" type: ENTITY_TYPE_ORGANIZATION name: "安禾生物" aliases: "安禾" aliases: "Anhe")",
       R"(id: "p1" type: ENTITY_TYPE_PERSON name: "周一帆")", R"(id: "p1")", R"(name: "周一帆")", ""}) {
    v1::Entity entity;
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &entity)) << text;
    const EntityBytes bytes(entity);
    EXPECT_EQ(bytes.bytes(), entity.SerializeAsString()) << text;
    EXPECT_EQ(bytes.id(), entity.id()) << text;
    EXPECT_EQ(bytes.name(), entity.name()) << text;
    EXPECT_EQ(bytes.type(), entity.type()) << text;
    EXPECT_EQ(bytes.ToProto().SerializeAsString(), bytes.bytes()) << text;
  }
}

}  // namespace
}  // namespace annals::query
