// What every built-in data file keeps to, whatever it holds.
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_replace.h"
#include "common/utf8.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/fold.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

// Made at build time, or about unfolded text by nature.
bool IsAboutScript(const std::string& name) {
  return name == "fold.tsv" || name == "script_exceptions.tsv" || name == "words.tsv";
}

std::vector<std::string> FileNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(DataDirectory::DefaultPath())) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

// Columns that a reader reads and the program does not.
std::set<int> ProseColumns(const Table& table) {
  std::set<int> columns;
  for (const char* name : {"note", "reason", "example", "description"}) {
    if (const absl::StatusOr<int> column = table.Column(name); column.ok()) columns.insert(*column);
  }
  return columns;
}

// 著 stands by its neighbours (著称 but 随着), which a piece of a word does not have: it counts as 着.
std::string WithoutAuthors(absl::string_view text) { return absl::StrReplaceAll(text, {{"著", "着"}}); }

class DataFilesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    data_ = new DataDirectory(DataDirectory::Open(DataDirectory::DefaultPath()).value());
    script_ = new ScriptTable(ScriptTable::Load(*data_).value());
  }
  static void TearDownTestSuite() {
    delete script_;
    delete data_;
  }

  static const Table& TableOf(const std::string& name) { return *data_->Find(name).value().front(); }

  static std::vector<std::string> Cells(const Table& table, int row) {
    std::vector<std::string> cells;
    for (int column = 0; column < kMostColumns; ++column) cells.emplace_back(table.Cell(row, column));
    return cells;
  }

  static constexpr int kMostColumns = 24;
  static inline const DataDirectory* data_ = nullptr;
  static inline const ScriptTable* script_ = nullptr;
};

TEST_F(DataFilesTest, OpenWithCommentary) {
  for (const std::string& name : FileNames()) {
    std::ifstream file(std::filesystem::path(DataDirectory::DefaultPath()) / name);
    EXPECT_EQ(file.get(), '#') << name << " does not say what it holds";
  }
}

TEST_F(DataFilesTest, HoldNoRowTwice) {
  for (const std::string& name : FileNames()) {
    const Table& table = TableOf(name);
    EXPECT_GT(table.size(), 0) << name;
    std::set<std::vector<std::string>> seen;
    for (int row = 0; row < table.size(); ++row) {
      EXPECT_TRUE(seen.insert(Cells(table, row)).second) << table.Where(row) << " stands twice";
    }
  }
}

// All is matched on folded text: a cell that folding would change can never match.
TEST_F(DataFilesTest, AreFolded) {
  for (const std::string& name : FileNames()) {
    if (IsAboutScript(name)) continue;
    const Table& table = TableOf(name);
    const std::set<int> prose = ProseColumns(table);
    for (int row = 0; row < table.size(); ++row) {
      const std::vector<std::string> cells = Cells(table, row);
      for (int column = 0; column < kMostColumns; ++column) {
        if (prose.count(column) > 0) continue;
        const std::string folded = EncodeUtf8(FoldPhrase(cells[column], *script_).value());
        EXPECT_EQ(WithoutAuthors(folded), WithoutAuthors(cells[column])) << table.Where(row);
      }
    }
  }
}

}  // namespace
}  // namespace annals
