// A directory that a test has for itself and that is gone afterwards.
#ifndef ANNALS_TESTS_SUPPORT_TEMPORARY_DIRECTORY_H_
#define ANNALS_TESTS_SUPPORT_TEMPORARY_DIRECTORY_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

namespace annals {

class TemporaryDirectory {
 public:
  TemporaryDirectory() : path_(testing::TempDir() + "/annals-XXXXXX") {
    EXPECT_NE(mkdtemp(path_.data()), nullptr) << path_;
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }
  std::string File(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_TEMPORARY_DIRECTORY_H_
