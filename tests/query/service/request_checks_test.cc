#include "query/service/request_checks.h"

#include <gtest/gtest.h>

#include "common/errors/errors.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

TEST(RequestChecksTest, SizesHaveADefaultAndALargest) {
  EXPECT_EQ(*CheckSize("page_size", 0, 50, 500), 50u);
  EXPECT_EQ(*CheckSize("page_size", 7, 50, 500), 7u);
  EXPECT_EQ(*CheckSize("page_size", 501, 50, 500), 500u);
  EXPECT_EQ(FieldOf(CheckSize("page_size", -1, 50, 500).status()), "page_size");
}

TEST(RequestChecksTest, FiltersAreTakenOver) {
  const auto selection =
      CheckFilter(FromText<v1::EventFilter>("types: EVENT_TYPE_JOIN roles: ROLE_PERSON statuses: "
                                            "EVENT_STATUS_OCCURRED min_certainty: CERTAINTY_REPORTED "
                                            "time { start: '0001-01-02' end: '0001-01-03' }"));
  ASSERT_TRUE(selection.ok()) << selection.status();
  EXPECT_EQ(selection->first_day, 1);
  EXPECT_EQ(selection->last_day, 2);
  EventHeader header{{.type = v1::EVENT_TYPE_JOIN,
                      .status = v1::EVENT_STATUS_OCCURRED,
                      .certainty = v1::CERTAINTY_CONFIRMED},
                     {v1::ROLE_PERSON},
                     {}};
  EXPECT_TRUE(selection->Accepts(EventPosition{}, header));
  header.certainty = v1::CERTAINTY_RUMORED;
  EXPECT_FALSE(selection->Accepts(EventPosition{}, header));
  header.certainty = v1::CERTAINTY_REPORTED;
  header.roles = {v1::ROLE_ORGANIZATION};
  EXPECT_FALSE(selection->Accepts(EventPosition{}, header));
  header.roles = {v1::ROLE_ORGANIZATION, v1::ROLE_PERSON};
  EXPECT_TRUE(selection->Accepts(EventPosition{}, header));
  header.status = v1::EVENT_STATUS_NEGATED;
  EXPECT_FALSE(selection->Accepts(EventPosition{}, header));
}

TEST(RequestChecksTest, FaultsNameTheirField) {
  const struct {
    const char* filter;
    const char* field;
  } cases[] = {
      {"types: 99", "filter.types[0]"},
      {"types: [EVENT_TYPE_JOIN, EVENT_TYPE_UNSPECIFIED]", "filter.types[1]"},
      {"types: -1", "filter.types[0]"},
      {"types: 257", "filter.types[0]"},
      {"roles: 99", "filter.roles[0]"},
      {"statuses: 99", "filter.statuses[0]"},
      {"min_certainty: 99", "filter.min_certainty"},
      {"time { start: '0000-13-45' }", "filter.time.start"},
      {"time { end: '2025-02-29' }", "filter.time.end"},
      {"time { end: '2025-02-28T00:00:00Z' }", "filter.time.end"},
      {"time { start: '2025-02-02' end: '2025-02-01' }", "filter.time"},
  };
  for (const auto& c : cases) {
    const absl::Status status = CheckFilter(FromText<v1::EventFilter>(c.filter)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.filter;
    EXPECT_EQ(FieldOf(status), c.field) << c.filter;
    EXPECT_EQ(ReasonOf(status), "INVALID_FIELD") << c.filter;
  }
}

}  // namespace
}  // namespace annals::query
