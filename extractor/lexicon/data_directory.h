// The files the lexicon is made of: the built-in ones, and on top of them a user's own.
#ifndef ANNALS_EXTRACTOR_LEXICON_DATA_DIRECTORY_H_
#define ANNALS_EXTRACTOR_LEXICON_DATA_DIRECTORY_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "extractor/lexicon/table.h"

namespace annals {

// Immutable after Open; safe to share between threads.
class DataDirectory {
 public:
  // Reads every *.tsv of `builtin`, then of `overlay` (may be ""): a file of the same name adds its rows.
  // NOT_FOUND: no such directory. INVALID_ARGUMENT: a broken file, with file and line.
  static absl::StatusOr<DataDirectory> Open(const std::string& builtin, const std::string& overlay = "");

  // Where the built-in files are: $ANNALS_LEXICON_DATA, else share/annals/lexicon beside the binary's bin/.
  static std::string DefaultPath();

  // All tables of that name, built-in first; NOT_FOUND if there is none. The pointers live as long as this
  // object.
  absl::StatusOr<std::vector<const Table*>> Find(absl::string_view file_name) const;

  // Sixteen hexadecimal digits over the names and contents of all files: marks every extraction.
  const std::string& version() const { return version_; }

 private:
  std::map<std::string, std::vector<Table>> tables_;
  std::string version_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_DATA_DIRECTORY_H_
