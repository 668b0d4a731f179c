#include "common/json/json_line.h"

#include <limits>

#include "annals/v1/extraction.pb.h"
#include "annals/v1/extractor_service.pb.h"
#include "common/json/proto_json.h"
#include "common/utf8.h"
#include "gmock/gmock.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

// What protobuf itself prints: the two must never differ.
std::string Expected(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &json, options).ok());
  return json;
}

std::string Printed(const google::protobuf::Message& message) {
  std::string json;
  EXPECT_TRUE(AppendJsonLine(message, json));
  return json;
}

v1::Extraction SampleExtraction() {
  v1::Extraction extraction;
  extraction.set_article_id("晚潮-7");
  v1::Entity* entity = extraction.add_entities();
  entity->set_id("person:林小满");
  entity->set_type(v1::ENTITY_TYPE_PERSON);
  entity->add_aliases("小满");
  entity->add_aliases("");
  v1::Event* event = extraction.add_events();
  event->set_type(static_cast<v1::EventType>(999));  // of a later version
  event->set_confidence(0.1 + 0.2);
  event->mutable_time();  // there, and empty
  v1::Argument* argument = event->add_arguments();
  argument->mutable_value()->set_number(0);  // there, and at its default
  argument->mutable_span()->set_end(12);
  extraction.mutable_explanation()->add_triggers()->add_readings()->set_chosen(true);
  return extraction;
}

TEST(JsonLineTest, PrintsWhatProtobufPrints) {
  EXPECT_EQ(Printed(SampleExtraction()), Expected(SampleExtraction()));
  EXPECT_EQ(Printed(v1::Extraction()), "{}");
}

TEST(JsonLineTest, PrintsNumbersAsProtobufDoes) {
  for (const double number :
       {0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 1e17, 123456789012345678.0, 1e300, 5e-324, 1.0 / 3, 2.0 / 3,
        0.9999999999999999, -12.7e12, 1e-5, 1e-4, std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    v1::Value value;
    value.set_number(number);
    EXPECT_EQ(Printed(value), Expected(value)) << number;
  }
}

TEST(JsonLineTest, EscapesEveryCharacterAsProtobufDoes) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (c == 0x30000) c = 0xE0000;  // nothing is assigned between
    v1::Diagnostic diagnostic;
    diagnostic.set_message("文" + EncodeUtf8(std::u32string(1, c)) + "a");
    ASSERT_EQ(Printed(diagnostic), Expected(diagnostic)) << static_cast<uint32_t>(c);
    if (c == 0xE0FFF) break;
  }
}

TEST(JsonLineTest, RefusesWhatIsNoUtf8) {
  for (const char* broken : {"\xE4\xB8", "\xE4\xB8zz", "\x80", "\xF5\x80\x80\x80"}) {
    std::string out;
    EXPECT_FALSE(AppendJsonString(broken, out)) << broken;
  }
}

TEST(JsonLineTest, LeavesMapsAndTheTypesOfProtobufToProtobuf) {
  google::protobuf::Struct map;
  (*map.mutable_fields())["a"].set_number_value(1);
  std::string out;
  EXPECT_FALSE(AppendJsonLine(map, out));
  EXPECT_EQ(ToJsonLine(map), R"({"a":1})");
}

}  // namespace
}  // namespace annals
