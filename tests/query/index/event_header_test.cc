#include "query/index/event_header.h"

#include <gtest/gtest.h>

namespace annals::query {
namespace {

EventHeader Example() {
  return {{.type = v1::EVENT_TYPE_JOIN,
           .status = v1::EVENT_STATUS_NEGATED,
           .certainty = v1::CERTAINTY_CONFIRMED,
           .merged = true,
           .days = 3652059},
          {v1::ROLE_PERSON, v1::ROLE_CHANGE},
          {{UINT64_MAX, v1::ROLE_PERSON, v1::ROLE_ORGANIZATION}, {300, v1::ROLE_PERSON, v1::ROLE_UNIT}}};
}

TEST(EventHeaderTest, ReadsBack) {
  EventHeader read;
  ASSERT_TRUE(DecodeHeader(EncodeHeader(Example()), read));
  EXPECT_EQ(read, Example());
  const EventHeader undated{{.first_known = 739000}, {}, {}};
  ASSERT_TRUE(DecodeHeader(EncodeHeader(undated), read));
  EXPECT_EQ(read, undated);
}

TEST(EventHeaderTest, RefusesEveryTruncation) {
  const std::string bytes = EncodeHeader(Example());
  EventHeader read;
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(DecodeHeader(bytes.substr(0, size), read)) << size;
  EXPECT_FALSE(DecodeHeader(bytes + "x", read));
}

}  // namespace
}  // namespace annals::query
