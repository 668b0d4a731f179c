// Requests and answers in tests are written as text protos.
#ifndef ANNALS_TESTS_SUPPORT_TEXT_PROTO_H_
#define ANNALS_TESTS_SUPPORT_TEXT_PROTO_H_

#include <gtest/gtest.h>

#include <string>

#include "google/protobuf/text_format.h"

namespace annals {

// Fails the test where the text is no such message.
template <typename Message>
Message FromText(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_TEXT_PROTO_H_
