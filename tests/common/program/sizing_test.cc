#include "common/program/sizing.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

MachineShare Share(uint64_t megabytes, double processors) {
  return {.memory_bytes = megabytes << 20, .processors = processors};
}

TEST(Sizing, APartFollowsTheMemoryBetweenItsEnds) {
  constexpr limits::MemoryPart kQuarter{.divisor = 4, .least = 8 << 20, .most = 1 << 30};
  EXPECT_EQ(BytesOf(kQuarter, Share(512, 2)), 128u << 20);
  EXPECT_EQ(BytesOf(kQuarter, Share(16, 2)), 8u << 20);
  EXPECT_EQ(BytesOf(kQuarter, Share(64 << 10, 2)), 1u << 30);
}

TEST(Sizing, CachesAndBuffersLeaveMostOfASmallContainerToTheRest) {
  const MachineShare small = Share(256, 1);
  EXPECT_LE(BytesOf(limits::kIndexCache, small) + BytesOf(limits::kServerBuffers, small), 128u << 20);
  EXPECT_LE(BytesOf(limits::kJournalCache, small) + BytesOf(limits::kServerBuffers, small), 64u << 20);
}

TEST(Sizing, AThreadForEachProcessorBegunThatFindsMemory) {
  EXPECT_EQ(ExtractionThreads(Share(16 << 10, 1.5)), 2);
  EXPECT_EQ(ExtractionThreads(Share(16 << 10, 0.1)), 1);
  EXPECT_EQ(ExtractionThreads(Share(512, 8)), 2);
  EXPECT_EQ(ExtractionThreads(Share(64, 8)), 1);
  EXPECT_EQ(ExtractionThreads(Share(1 << 20, 512)), limits::kMaxExtractionThreads);
}

}  // namespace
}  // namespace annals
