#include "extractor/lexicon/data_directory.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "extractor/lexicon/fingerprint.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<std::vector<fs::path>> TablesIn(const std::string& directory) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".tsv") paths.push_back(it->path());
  }
  if (error) return absl::NotFoundError(absl::StrCat("lexicon directory ", directory, ": ", error.message()));
  std::sort(paths.begin(), paths.end());
  return paths;
}

absl::StatusOr<std::string> ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path.string()));
  return content;
}

}  // namespace

absl::StatusOr<DataDirectory> DataDirectory::Open(const std::string& builtin, const std::string& overlay) {
  DataDirectory result;
  Fingerprint fingerprint;
  std::vector<std::string> directories = {builtin};
  if (!overlay.empty()) directories.push_back(overlay);
  for (const std::string& directory : directories) {
    absl::StatusOr<std::vector<fs::path>> paths = TablesIn(directory);
    if (!paths.ok()) return paths.status();
    for (const fs::path& path : *paths) {
      const std::string name = path.filename().string();
      absl::StatusOr<std::string> content = ReadFile(path);
      if (!content.ok()) return content.status();
      absl::StatusOr<Table> table = Table::Parse(directory == builtin ? name : path.string(), *content);
      if (!table.ok()) return table.status();
      fingerprint.Add(name);
      fingerprint.Add(*content);
      result.tables_[name].push_back(*std::move(table));
    }
  }
  result.version_ = fingerprint.ToHex();
  return result;
}

std::string DataDirectory::DefaultPath() {
  if (const char* path = std::getenv("ANNALS_LEXICON_DATA"); path != nullptr && *path != '\0') return path;
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  return (binary.parent_path().parent_path() / "share" / "annals" / "lexicon").string();
}

absl::StatusOr<std::vector<const Table*>> DataDirectory::Find(absl::string_view file_name) const {
  const auto it = tables_.find(std::string(file_name));
  if (it == tables_.end()) return absl::NotFoundError(absl::StrCat("the lexicon has no ", file_name));
  std::vector<const Table*> tables;
  for (const Table& table : it->second) tables.push_back(&table);
  return tables;
}

}  // namespace annals
