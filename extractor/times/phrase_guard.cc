#include "extractor/times/phrase_guard.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/utf8.h"
#include "extractor/times/numerals.h"
#include "extractor/times/rows.h"

namespace annals {
namespace {

absl::Status AddWords(absl::string_view cell, std::vector<std::u32string>& words) {
  for (absl::string_view word : absl::StrSplit(cell, '|', absl::SkipEmpty())) {
    absl::StatusOr<std::u32string> characters = DecodeUtf8(word);
    if (!characters.ok()) return characters.status();
    words.push_back(*std::move(characters));
  }
  return absl::OkStatus();
}

}  // namespace

bool PhraseGuard::Allows(std::u32string_view text, int begin, int end) const {
  const std::u32string_view left = text.substr(0, begin), right = text.substr(end);
  if (no_number_before && !left.empty() && IsNumeralCharacter(left.back())) return false;
  if (no_number_after && !right.empty() && IsNumeralCharacter(right.front())) return false;
  for (const std::u32string& word : not_after) {
    if (left.ends_with(word)) return false;
  }
  for (const std::u32string& word : not_before) {
    if (right.starts_with(word)) return false;
  }
  return true;
}

absl::StatusOr<PhraseGuardReader> PhraseGuardReader::Load(const DataDirectory& directory) {
  PhraseGuardReader reader;
  const absl::Status status = ForEachRow(directory, "guard_classes.tsv", {"class", "words"},
                                         [&](const std::vector<absl::string_view>& cells) {
                                           return AddWords(cells[1], reader.classes_[std::string(cells[0])]);
                                         });
  if (!status.ok()) return status;
  return reader;
}

absl::Status PhraseGuardReader::Expand(absl::string_view cell, std::vector<std::u32string>& words,
                                       bool& number) const {
  for (absl::string_view item : absl::StrSplit(cell, '|', absl::SkipEmpty())) {
    if (item == "%number") {
      number = true;
    } else if (item[0] == '%') {
      const auto found = classes_.find(std::string(item.substr(1)));
      if (found == classes_.end()) return absl::InvalidArgumentError(absl::StrCat("no class ", item));
      words.insert(words.end(), found->second.begin(), found->second.end());
    } else {
      const absl::Status status = AddWords(item, words);
      if (!status.ok()) return status;
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<PhraseGuard> PhraseGuardReader::Read(absl::string_view not_after,
                                                    absl::string_view not_before) const {
  PhraseGuard guard;
  absl::Status status = Expand(not_after, guard.not_after, guard.no_number_before);
  if (status.ok()) status = Expand(not_before, guard.not_before, guard.no_number_after);
  if (!status.ok()) return status;
  return guard;
}

}  // namespace annals
