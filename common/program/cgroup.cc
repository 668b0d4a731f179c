#include "common/program/cgroup.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace annals {
namespace {

std::string FirstLine(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

// "/a/b" gives "/a/b", "/a" and "": a limit above holds, too.
std::vector<std::string> SelfAndAbove(std::string group) {
  std::vector<std::string> groups;
  while (group.size() > 1) {
    groups.push_back(group);
    group.resize(group.rfind('/'));
  }
  groups.emplace_back("");
  return groups;
}

// The path of the process' group in the hierarchy of `controller`; "" names the one of version 2.
std::string GroupOf(const std::string& root, absl::string_view controller) {
  std::ifstream file(root + "proc/self/cgroup");
  for (std::string line; std::getline(file, line);) {
    const std::vector<std::string> fields = absl::StrSplit(line, absl::MaxSplits(':', 2));
    if (fields.size() != 3) continue;
    const std::vector<absl::string_view> controllers = absl::StrSplit(fields[1], ',');
    if (std::find(controllers.begin(), controllers.end(), controller) != controllers.end()) return fields[2];
  }
  return "/";
}

// "max" and numbers that no machine has are no limit.
std::optional<uint64_t> Bytes(const std::string& text) {
  uint64_t bytes = 0;
  if (!absl::SimpleAtoi(text, &bytes) || bytes >= uint64_t{1} << 60) return std::nullopt;
  return bytes;
}

std::optional<double> Quotient(absl::string_view quota, absl::string_view period) {
  double of = 0;
  double in = 0;
  if (!absl::SimpleAtod(quota, &of) || !absl::SimpleAtod(period, &in) || of <= 0 || in <= 0)
    return std::nullopt;
  return of / in;
}

std::optional<uint64_t> MemoryLimit(const std::string& root, const std::string& group, bool second) {
  if (second) return Bytes(FirstLine(absl::StrCat(root, "sys/fs/cgroup", group, "/memory.max")));
  return Bytes(FirstLine(absl::StrCat(root, "sys/fs/cgroup/memory", group, "/memory.limit_in_bytes")));
}

std::optional<double> ProcessorLimit(const std::string& root, const std::string& group, bool second) {
  if (second) {
    const std::vector<std::string> words =
        absl::StrSplit(FirstLine(absl::StrCat(root, "sys/fs/cgroup", group, "/cpu.max")), ' ');
    return words.size() == 2 ? Quotient(words[0], words[1]) : std::nullopt;
  }
  const std::string directory = absl::StrCat(root, "sys/fs/cgroup/cpu", group);
  return Quotient(FirstLine(directory + "/cpu.cfs_quota_us"), FirstLine(directory + "/cpu.cfs_period_us"));
}

void Tighten(const std::string& root, bool second, MachineShare& share) {
  for (const std::string& group : SelfAndAbove(GroupOf(root, second ? "" : "memory"))) {
    if (const auto bytes = MemoryLimit(root, group, second))
      share.memory_bytes = std::min(share.memory_bytes, *bytes);
  }
  for (const std::string& group : SelfAndAbove(GroupOf(root, second ? "" : "cpu"))) {
    if (const auto limit = ProcessorLimit(root, group, second))
      share.processors = std::min(share.processors, *limit);
  }
}

}  // namespace

MachineShare ReadMachineShare(const std::string& root) {
  MachineShare share;
  share.memory_bytes =
      static_cast<uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  share.processors = static_cast<double>(sysconf(_SC_NPROCESSORS_ONLN));
  Tighten(root, /*second=*/true, share);
  Tighten(root, /*second=*/false, share);
  return share;
}

}  // namespace annals
