// Folds traditional script to simplified.
#ifndef ANNALS_EXTRACTOR_TEXT_SCRIPT_H_
#define ANNALS_EXTRACTOR_TEXT_SCRIPT_H_

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/folded_text.h"

namespace annals {

// The characters and phrases of fold.tsv and script_exceptions.tsv. Immutable after Load; safe to share
// between threads.
class ScriptTable {
 public:
  // INVALID_ARGUMENT: a row that is empty, or whose `to` is longer than its `from`. A later row for the same
  // characters wins, so that a user's own file may correct the built-in one.
  static absl::StatusOr<ScriptTable> Load(const DataDirectory& data);

  // In place and linear: the longest phrase at each place, left to right, else the character; as OpenCC does
  // it. A phrase that gets shorter gives the bytes it has left to its last character.
  void Fold(FoldedText& text) const;

 private:
  struct Phrase {
    std::u32string from, to;
  };

  static constexpr int kPageBits = 8;
  static constexpr size_t kPairs = size_t{1} << 16;

  static size_t PairSlot(char32_t first, char32_t second) { return (first * 0x9E5u + second) % kPairs; }

  absl::Status AddTable(const Table& table);
  absl::Status Add(const Table& table, int row, int from_column, int to_column);
  uint32_t& Entry(char32_t c);
  uint32_t Find(char32_t c) const;
  const Phrase* LongestPhrase(uint32_t entry, std::u32string_view text) const;
  void SortPhrases();

  // By character: what it becomes, 0 for itself, and kStartsPhrase. Pages that change nothing share page 0.
  static constexpr uint32_t kStartsPhrase = 1u << 31;
  std::vector<uint32_t> page_ = std::vector<uint32_t>(0x110000 >> kPageBits, 0);
  std::vector<uint32_t> entries_ = std::vector<uint32_t>(1 << kPageBits, 0);
  std::vector<Phrase> phrases_;  // by first character, then longer first, then text
  std::bitset<kPairs> pairs_;    // of their first two characters, hashed: few places need a closer look
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_SCRIPT_H_
