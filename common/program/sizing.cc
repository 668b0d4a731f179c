#include "common/program/sizing.h"

#include <algorithm>
#include <cmath>

namespace annals {

size_t BytesOf(const limits::MemoryPart& part, const MachineShare& share) {
  return std::clamp<uint64_t>(share.memory_bytes / part.divisor, part.least, part.most);
}

int ExtractionThreads(const MachineShare& share) {
  const uint64_t by_memory = share.memory_bytes / limits::kExtractionThreadBytes;
  const double threads = std::min(std::ceil(share.processors), static_cast<double>(by_memory));
  return static_cast<int>(std::clamp(threads, 1.0, double{limits::kMaxExtractionThreads}));
}

}  // namespace annals
