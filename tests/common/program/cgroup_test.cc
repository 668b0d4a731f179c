#include "common/program/cgroup.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

class CgroupTest : public testing::Test {
 protected:
  void Write(const std::string& path, const std::string& text) {
    const std::filesystem::path file = directory_.File(path);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  MachineShare Read() const { return ReadMachineShare(directory_.path() + "/"); }

  const TemporaryDirectory directory_;
};

TEST_F(CgroupTest, WithoutLimitsItIsTheMachine) {
  EXPECT_EQ(Read().memory_bytes, uint64_t(sysconf(_SC_PHYS_PAGES)) * uint64_t(sysconf(_SC_PAGESIZE)));
  EXPECT_EQ(Read().processors, sysconf(_SC_NPROCESSORS_ONLN));
}

TEST_F(CgroupTest, SecondVersionInsideAContainer) {
  Write("proc/self/cgroup", "0::/\n");
  Write("sys/fs/cgroup/memory.max", "268435456\n");
  Write("sys/fs/cgroup/cpu.max", "50000 100000\n");
  EXPECT_EQ(Read().memory_bytes, 256u << 20);
  EXPECT_EQ(Read().processors, 0.5);
}

TEST_F(CgroupTest, ALimitAboveHoldsToo) {
  Write("proc/self/cgroup", "0::/pods/annals\n");
  Write("sys/fs/cgroup/pods/annals/memory.max", "max\n");
  Write("sys/fs/cgroup/pods/memory.max", "134217728\n");
  Write("sys/fs/cgroup/pods/annals/cpu.max", "max 100000\n");
  EXPECT_EQ(Read().memory_bytes, 128u << 20);
  EXPECT_EQ(Read().processors, sysconf(_SC_NPROCESSORS_ONLN));
}

TEST_F(CgroupTest, FirstVersion) {
  Write("proc/self/cgroup", "7:memory:/docker/x\n5:cpu,cpuacct:/docker/x\n0::/\n");
  Write("sys/fs/cgroup/memory/docker/x/memory.limit_in_bytes", "67108864\n");
  Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
  Write("sys/fs/cgroup/cpu/docker/x/cpu.cfs_quota_us", "25000\n");
  Write("sys/fs/cgroup/cpu/docker/x/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(Read().memory_bytes, 64u << 20);
  EXPECT_EQ(Read().processors, 0.25);
}

}  // namespace
}  // namespace annals
