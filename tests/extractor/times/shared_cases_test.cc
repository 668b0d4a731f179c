// Times written for assistants, as a measure of coverage. Where their conventions differ from the guide of
// the gold files, the guide holds: a range includes its last day, month or year; 最近 is a fortnight; 五日内
// is the days until then. So a case is found if a reading covers an accepted one and begins or ends with it.
#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

#include "tests/extractor/times/shared_json.h"
#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using google::protobuf::Value;

bool Covers(const DateInterval& reading, const Value& accepted) {
  if (!reading.start || !reading.end) return false;
  const absl::CivilDay first = ParseIsoDay(accepted.list_value().values(0).string_value()).value();
  const absl::CivilDay last = ParseIsoDay(accepted.list_value().values(1).string_value()).value();
  return *reading.start <= first && last <= *reading.end && (*reading.start == first || *reading.end == last);
}

bool IsFound(const JsonObject& fields) {
  const TimedText read =
      ReadTimes(Member(fields, "text").string_value(), Member(fields, "reference").string_value());
  for (const TimeMention& mention : read.times) {
    for (const Value& accepted : Member(fields, "any_of").list_value().values()) {
      if (Covers(mention.interval, accepted) || Covers(mention.future_interval, accepted)) return true;
    }
  }
  return false;
}

TEST(SharedCasesTest, AreFound) {
  std::istringstream lines(ReadShared("time/cases.jsonl"));
  int cases = 0, found = 0;
  for (std::string line; std::getline(lines, line); ++cases) found += IsFound(ParseObject(line).fields());
  if (cases == 0) GTEST_SKIP() << "../shared/time/cases.jsonl is absent";
  std::cout << "found " << found << " of " << cases << "\n";
  EXPECT_GE(found, 0.92 * cases);
}

}  // namespace
}  // namespace annals
