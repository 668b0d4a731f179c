// Looks up the longest of many phrases that begins at a character of the text, with the neighbours it must
// not have.
#ifndef ANNALS_EXTRACTOR_TIMES_PHRASE_TABLE_H_
#define ANNALS_EXTRACTOR_TIMES_PHRASE_TABLE_H_

#include <algorithm>
#include <bitset>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "extractor/times/numerals.h"
#include "extractor/times/phrase_guard.h"

namespace annals {

// Immutable once filled, then safe to share. ASCII letters match without regard to case, and a phrase that
// begins or ends in one does not match inside a longer Latin word.
template <typename T>
class PhraseTable {
 public:
  struct Entry {
    std::u32string text;
    PhraseGuard guard;
    T value;
    int size() const { return static_cast<int>(text.size()); }
  };

  void Add(std::u32string text, T value, PhraseGuard guard = {}) {
    if (text.empty()) return;
    for (char32_t& c : text) c = AsciiLower(c);
    std::vector<Entry>& entries = by_first_[text[0]];
    begins_.set(text[0] % begins_.size());
    const auto longer = [](size_t size, const Entry& entry) { return size > entry.text.size(); };
    const auto at = std::upper_bound(entries.begin(), entries.end(), text.size(), longer);
    entries.insert(at, Entry{std::move(text), std::move(guard), std::move(value)});
  }

  // Whether any phrase begins with `c`.
  bool MayBegin(char32_t c) const {
    const char32_t first = AsciiLower(c);
    return begins_.test(first % begins_.size()) && by_first_.contains(first);
  }

  // nullptr where none stands at `position`; the pointer lives as long as the table.
  const Entry* LongestAt(std::u32string_view text, int position) const {
    if (position >= static_cast<int>(text.size())) return nullptr;
    const char32_t first = AsciiLower(text[position]);
    if (!begins_.test(first % begins_.size())) return nullptr;
    const auto found = by_first_.find(first);
    if (found == by_first_.end()) return nullptr;
    for (const Entry& entry : found->second) {
      if (Stands(entry, text, position)) return &entry;
    }
    return nullptr;
  }

 private:
  static bool Stands(const Entry& entry, std::u32string_view text, int position) {
    if (position + entry.text.size() > text.size()) return false;
    for (size_t i = 0; i < entry.text.size(); ++i) {
      if (AsciiLower(text[position + i]) != entry.text[i]) return false;
    }
    const int end = position + entry.size();
    if (IsAsciiLetter(entry.text.front()) && position > 0 && IsAsciiLetter(text[position - 1])) return false;
    const bool latin_end = entry.text.back() < 0x80;
    if (latin_end && end < static_cast<int>(text.size()) && IsAsciiLetter(text[end])) return false;
    return entry.guard.Allows(text, position, end);
  }

  std::bitset<4096> begins_;  // by the low bits of the first character: most characters begin nothing
  absl::flat_hash_map<char32_t, std::vector<Entry>> by_first_;  // each list from long to short
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_PHRASE_TABLE_H_
