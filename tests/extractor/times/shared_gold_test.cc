// How many times and numbers of the gold articles are found at all, whatever event they belong to. Prints
// totals only: part of the articles is kept unread.
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "tests/extractor/times/shared_json.h"
#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using google::protobuf::Value;

struct Coverage {
  int gold = 0, found = 0;
  double rate() const { return gold == 0 ? 0 : static_cast<double>(found) / gold; }
};

std::vector<std::string> GoldFiles() {
  std::vector<std::string> files = SharedFiles("gold/dev");
  for (const std::string& seed : SharedFiles("gold/seeds")) files.push_back(seed);
  return files;
}

std::string IsoOrEmpty(const std::optional<absl::CivilDay>& day) { return day ? FormatIsoDay(*day) : ""; }

bool HasTime(const TimedText& read, const std::string& start, const std::string& end) {
  for (const TimeMention& mention : read.times) {
    for (const DateInterval& reading : {mention.interval, mention.future_interval}) {
      if (IsoOrEmpty(reading.start) == start && IsoOrEmpty(reading.end) == end) return true;
    }
  }
  return false;
}

bool HasNumber(const std::vector<Quantity>& quantities, double number, const std::string& unit) {
  for (const Quantity& quantity : quantities) {
    if (!quantity.number) continue;
    const bool bare = quantity.unit.empty() && quantity.kind == Quantity::Kind::kCount;
    const double size = std::abs(number);
    if (std::abs(*quantity.number - size) <= 1e-6 * std::max(1.0, size) && (quantity.unit == unit || bare))
      return true;
  }
  return false;
}

void CountNumbers(const Value& role, const std::vector<Quantity>& quantities, Coverage& coverage) {
  for (const Value& filler : role.list_value().values()) {
    const bool choice = filler.has_list_value() && filler.list_value().values_size() > 0;
    const Value& first = choice ? filler.list_value().values(0) : filler;
    const Value& number = Member(first.struct_value().fields(), "number");
    if (number.kind_case() != Value::kNumberValue) continue;
    const std::string unit =
        EncodeUtf8(Fold(Member(first.struct_value().fields(), "unit").string_value()).chars);
    ++coverage.gold;
    coverage.found += HasNumber(quantities, number.number_value(), unit);
  }
}

TEST(SharedGoldTest, TimesAndNumbersAreFound) {
  Coverage times, numbers;
  for (const std::string& file : GoldFiles()) {
    const google::protobuf::Struct gold = ParseObject(ReadShared(file));
    const JsonObject& article = Member(gold.fields(), "article").struct_value().fields();
    const TimedText read =
        ReadTimes(Member(article, "text").string_value(), Member(article, "published_at").string_value());
    const std::vector<Quantity> quantities = ReadQuantities(read);
    for (const Value& event : Member(gold.fields(), "events").list_value().values()) {
      const JsonObject& fields = event.struct_value().fields();
      const JsonObject& time = Member(fields, "time").struct_value().fields();
      const std::string start = Member(time, "start").string_value(),
                        end = Member(time, "end").string_value();
      if (!start.empty() || !end.empty()) {
        ++times.gold;
        times.found += HasTime(read, start, end);
      }
      const JsonObject& args = Member(fields, "args").struct_value().fields();
      for (const char* role : {"amount", "value", "count", "stake", "valuation", "change"}) {
        CountNumbers(Member(args, role), quantities, numbers);
      }
    }
  }
  if (times.gold == 0) GTEST_SKIP() << "../shared/gold is absent";
  std::cout << "times " << times.rate() << " of " << times.gold << ", numbers " << numbers.rate() << " of "
            << numbers.gold << "\n";
  EXPECT_GE(times.rate(), 0.95);
  EXPECT_GE(numbers.rate(), 0.95);
}

}  // namespace
}  // namespace annals
