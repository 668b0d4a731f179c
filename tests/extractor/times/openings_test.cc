#include "extractor/times/openings.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>

namespace annals {
namespace {

TEST(OpeningsTest, HoldsNumbersWordsAndCharacters) {
  PhraseTable<int> table;
  table.Add(U"去年", 1);
  table.Add(U"Q2", 2);
  Openings openings;
  openings.Add(table);
  openings.Add(U"半");
  for (const char32_t c : std::u32string_view(U"09〇零一九两十百千万亿去半qQ"))
    EXPECT_TRUE(openings.Has(c)) << static_cast<uint32_t>(c);
  for (const char32_t c : std::u32string_view(U"年a公司。\n"))
    EXPECT_FALSE(openings.Has(c)) << static_cast<uint32_t>(c);
}

TEST(OpeningsTest, RulesNothingOutBeyondTheBasicPlane) { EXPECT_TRUE(Openings().Has(U'\U00020BB7')); }

}  // namespace
}  // namespace annals
