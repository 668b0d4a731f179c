#include "extractor/tools/article_input.h"

#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace annals {
namespace {

// 0 where it has no size.
uint64_t SizeOf(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return 0;
  const uint64_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace

absl::StatusOr<ArticleInput> ArticleInput::Open(std::vector<std::string> files) {
  if (files.empty()) files = {"-"};
  ArticleInput input(std::move(files));
  bool all_sized = true;
  for (const std::string& path : input.files_) {
    std::error_code error;
    if (path != "-" && (!std::ifstream(path) || std::filesystem::is_directory(path, error))) {
      return absl::NotFoundError(absl::StrCat("cannot read ", path));
    }
    const uint64_t size = SizeOf(path);
    all_sized = all_sized && size > 0;
    input.total_bytes_ += size;
  }
  if (!all_sized) input.total_bytes_ = 0;
  return input;
}

std::optional<InputPiece> ArticleInput::Next() {
  InputPiece piece;
  while (true) {
    if (!reader_ && !OpenNext()) return std::nullopt;
    if (reader_->Next(piece.json)) break;
    reader_.reset();
  }
  piece.where = absl::StrCat(name_, ":", piece.json.line);
  bytes_read_ += piece.json.text.size();
  return piece;
}

bool ArticleInput::OpenNext() {
  if (next_file_ == files_.size()) return false;
  const std::string& path = files_[next_file_++];
  name_ = path == "-" ? "stdin" : path;
  file_ = path == "-" ? nullptr : std::make_unique<std::ifstream>(path, std::ios::binary);
  reader_ = std::make_unique<JsonObjectReader>(file_ ? static_cast<std::istream&>(*file_) : std::cin);
  return true;
}

}  // namespace annals
