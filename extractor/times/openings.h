// The characters an expression may begin with: what lets a scan pass over most of a text at one bit a
// character.
#ifndef ANNALS_EXTRACTOR_TIMES_OPENINGS_H_
#define ANNALS_EXTRACTOR_TIMES_OPENINGS_H_

#include <bitset>
#include <string_view>

#include "extractor/times/numerals.h"
#include "extractor/times/phrase_table.h"

namespace annals {

// Immutable once filled, then safe to share. Characters outside the basic plane may always begin something.
class Openings {
 public:
  // Also the digits and powers of ten that may begin a number.
  Openings() {
    for (char32_t c = 0; c < bits_.size(); ++c) bits_[c] = IsNumeralCharacter(c);
  }

  void Add(std::u32string_view characters) {
    for (const char32_t c : characters) {
      if (c < bits_.size()) bits_.set(c);
    }
  }
  template <typename T>
  void Add(const PhraseTable<T>& table) {
    for (char32_t c = 0; c < bits_.size(); ++c) {
      if (table.MayBegin(c)) bits_.set(c);
    }
  }

  bool Has(char32_t c) const { return c >= bits_.size() || bits_[c]; }

 private:
  std::bitset<0x10000> bits_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_OPENINGS_H_
