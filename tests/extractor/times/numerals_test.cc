#include "extractor/times/numerals.h"

#include <gtest/gtest.h>

#include <string>

#include "common/utf8.h"

namespace annals {
namespace {

struct NumeralCase {
  const char* text;
  double value;
  int length;  // characters read
  bool inexact = false;
};

class NumeralTest : public testing::TestWithParam<NumeralCase> {};

TEST_P(NumeralTest, Reads) {
  const NumeralCase& c = GetParam();
  const auto numeral = ReadNumeral(DecodeUtf8(c.text).value(), 0);
  ASSERT_TRUE(numeral.has_value()) << c.text;
  EXPECT_DOUBLE_EQ(numeral->value, c.value) << c.text;
  EXPECT_EQ(numeral->end, c.length) << c.text;
  EXPECT_EQ(numeral->inexact, c.inexact) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    All, NumeralTest,
    testing::Values(NumeralCase{"143", 143, 3}, NumeralCase{"1,912亿", 191200000000, 6},
                    NumeralCase{"12.7万亿", 12.7e12, 6}, NumeralCase{"2.06兆", 2.06e12, 5},
                    NumeralCase{"3千万", 3e7, 3}, NumeralCase{"100多万", 1e6, 5},
                    NumeralCase{"三百二十", 320, 4}, NumeralCase{"三百二", 320, 3},
                    NumeralCase{"三百零二", 302, 4}, NumeralCase{"三万五", 35000, 3},
                    NumeralCase{"二十一", 21, 3}, NumeralCase{"十", 10, 1}, NumeralCase{"千万", 1e7, 2},
                    NumeralCase{"一亿两千万", 1.2e8, 5}, NumeralCase{"二〇二四", 2024, 4},
                    NumeralCase{"四百多名", 400, 3}, NumeralCase{"百余名", 100, 2, true},
                    NumeralCase{"数千万", 1e7, 3, true}, NumeralCase{"几十", 10, 2, true},
                    NumeralCase{"上百", 100, 2, true}, NumeralCase{"十几", 10, 2, true},
                    NumeralCase{"2024,", 2024, 4}, NumeralCase{"1,23", 1, 1}, NumeralCase{"3.", 3, 1}));

TEST(NumeralTest, RefusesWordsThatOnlyLookAlike) {
  for (const char32_t* text : {U"数据", U"几乎", U"上海", U"多", U"", U"元"}) {
    EXPECT_FALSE(ReadNumeral(text, 0).has_value());
  }
}

TEST(CardinalTest, ReadsDigitsAndWords) {
  const auto year = ReadCardinal(U"二〇二四年", 0);
  ASSERT_TRUE(year.has_value());
  EXPECT_EQ(year->value, 2024);
  EXPECT_TRUE(year->positional);
  const auto month = ReadCardinal(U"十二月", 0);
  ASSERT_TRUE(month.has_value());
  EXPECT_EQ(month->value, 12);
  EXPECT_FALSE(month->positional);
  EXPECT_EQ(ReadCardinal(U"05日", 0)->value, 5);
}

TEST(CardinalTest, RefusesLongRuns) {
  EXPECT_FALSE(ReadCardinal(U"20240305", 0).has_value());
  EXPECT_FALSE(ReadCardinal(U"二〇二四〇三〇五", 0).has_value());
}

}  // namespace
}  // namespace annals
