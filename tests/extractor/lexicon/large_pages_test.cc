#include "extractor/lexicon/large_pages.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "gtest/gtest.h"

namespace annals {
namespace {

TEST(LargePagesTest, ATableKeepsWhatItHoldsAsItGrowsIntoLargePages) {
  constexpr uint32_t kItems = 2'000'000;  // 8 MB
  LargeTable<uint32_t> table;
  for (uint32_t i = 0; i < kItems; ++i) table.push_back(i * 7);
  LargeTable<uint32_t> copy = table;
  const LargeTable<uint32_t> moved = std::move(table);
  ASSERT_EQ(moved.size(), kItems);
  for (uint32_t i = 0; i < kItems; ++i) ASSERT_EQ(moved[i], i * 7);
  copy[0] = 1;
  EXPECT_EQ(moved[0], 0u);
}

TEST(LargePagesTest, ALargeTableBeginsWithAPage) {
  constexpr uintptr_t kLargePage = uintptr_t{2} << 20;
  const LargeTable<char> large(kLargePage + 1), small(64);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(large.data()) % kLargePage, 0u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(small.data()) % alignof(std::max_align_t), 0u);
}

}  // namespace
}  // namespace annals
