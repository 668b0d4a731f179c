// How much of the machine this process may use: what its container was given, not what the host has.
#ifndef ANNALS_COMMON_PROGRAM_CGROUP_H_
#define ANNALS_COMMON_PROGRAM_CGROUP_H_

#include <cstdint>
#include <string>

namespace annals {

struct MachineShare {
  uint64_t memory_bytes = 0;
  double processors = 0;  // a quota of 150% is 1.5
};

// The tightest limit of the process' own control groups (version 2, else 1) and those above, else the
// machine's. `root` is where a test has its own tree in place of "/".
MachineShare ReadMachineShare(const std::string& root = "/");

}  // namespace annals

#endif  // ANNALS_COMMON_PROGRAM_CGROUP_H_
