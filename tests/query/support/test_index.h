// An index in a directory of its own, gone at the end of the test.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_TEST_INDEX_H_
#define ANNALS_TESTS_QUERY_SUPPORT_TEST_INDEX_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/index/index.h"
#include "tests/query/support/history.h"

namespace annals::query {

class TestIndex {
 public:
  TestIndex() {
    std::string pattern = (std::filesystem::temp_directory_path() / "annals-index.XXXXXX").string();
    directory_ = mkdtemp(pattern.data());
    Reopen();
  }
  ~TestIndex() {
    index_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }

  void Reopen() {
    index_.reset();
    auto opened = Index::Open(directory_ + "/index");
    ASSERT_TRUE(opened.ok()) << opened.status();
    index_ = *std::move(opened);
  }

  void Apply(const std::vector<v1::JournalEntry>& entries) {
    const absl::Status applied = index_->Apply(kTestJournal, entries);
    EXPECT_TRUE(applied.ok()) << applied;
  }

  std::vector<std::pair<std::string, std::string>> Rows() const {
    std::vector<std::pair<std::string, std::string>> rows;
    const absl::Status read = index_->ForEachRow([&](absl::string_view key, absl::string_view value) {
      rows.emplace_back(std::string(key), std::string(value));
    });
    EXPECT_TRUE(read.ok()) << read;
    return rows;
  }

  Index& operator*() { return *index_; }
  Index* operator->() { return index_.get(); }

 private:
  std::string directory_;
  std::unique_ptr<Index> index_;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_TEST_INDEX_H_
