// What a server gives its caches, buffers and threads, from what its container was given. Pure functions.
#ifndef ANNALS_COMMON_PROGRAM_SIZING_H_
#define ANNALS_COMMON_PROGRAM_SIZING_H_

#include <cstddef>

#include "common/limits.h"
#include "common/program/cgroup.h"

namespace annals {

// The part in bytes, between its ends: also where the memory is less than its least.
size_t BytesOf(const limits::MemoryPart& part, const MachineShare& share);

// Articles to read at once: a thread for each processor begun, as long as each finds
// limits::kExtractionThreadBytes; from 1 to limits::kMaxExtractionThreads.
int ExtractionThreads(const MachineShare& share);

}  // namespace annals

#endif  // ANNALS_COMMON_PROGRAM_SIZING_H_
