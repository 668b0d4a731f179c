// What must not stand right beside a phrase for it to be that phrase.
#ifndef ANNALS_EXTRACTOR_TIMES_PHRASE_GUARD_H_
#define ANNALS_EXTRACTOR_TIMES_PHRASE_GUARD_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// 今年 is no year after 如, nor 今日 a day before 头条.
struct PhraseGuard {
  std::vector<std::u32string> not_after = {}, not_before = {};
  bool no_number_before = false;  // %number in not_after
  bool no_number_after = false;   // %number in not_before

  bool Allows(std::u32string_view text, int begin, int end) const;
};

// Reads the columns not_after and not_before: words split at '|', and %classes of guard_classes.tsv.
class PhraseGuardReader {
 public:
  static absl::StatusOr<PhraseGuardReader> Load(const DataDirectory& directory);

  // INVALID_ARGUMENT for an unknown class.
  absl::StatusOr<PhraseGuard> Read(absl::string_view not_after, absl::string_view not_before) const;

 private:
  absl::Status Expand(absl::string_view cell, std::vector<std::u32string>& words, bool& number) const;

  std::map<std::string, std::vector<std::u32string>> classes_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_PHRASE_GUARD_H_
