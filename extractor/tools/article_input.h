// The articles of several files, or of standard input, one after another.
#ifndef ANNALS_EXTRACTOR_TOOLS_ARTICLE_INPUT_H_
#define ANNALS_EXTRACTOR_TOOLS_ARTICLE_INPUT_H_

#include <cstdint>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/tools/json_objects.h"

namespace annals {

// A piece of the input and the place it came from, for messages: "articles.jsonl:17".
struct InputPiece {
  JsonPiece json;
  std::string where;
};

// Reads piece by piece; holds one file open at a time. Not thread-safe.
class ArticleInput {
 public:
  // No files: standard input, as is a file named "-". NOT_FOUND: a file that cannot be opened.
  static absl::StatusOr<ArticleInput> Open(std::vector<std::string> files);

  // Nothing at the end of the last file.
  std::optional<InputPiece> Next();

  // Size of all files in bytes; 0 where that is not known beforehand (standard input, a pipe).
  uint64_t total_bytes() const { return total_bytes_; }
  // Bytes of the pieces given so far.
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  explicit ArticleInput(std::vector<std::string> files) : files_(std::move(files)) {}
  bool OpenNext();

  std::vector<std::string> files_;
  size_t next_file_ = 0;
  std::string name_;
  std::unique_ptr<std::ifstream> file_;
  std::unique_ptr<JsonObjectReader> reader_;
  uint64_t total_bytes_ = 0;
  uint64_t bytes_read_ = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_ARTICLE_INPUT_H_
