// The everyday words of the language, with how rare each is: what a name has to beat.
#ifndef ANNALS_EXTRACTOR_MENTIONS_VOCABULARY_H_
#define ANNALS_EXTRACTOR_MENTIONS_VOCABULARY_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/large_pages.h"
#include "extractor/lexicon/table.h"

namespace annals {

// Words of one to four characters of the basic plane in an open-addressed hash table: a lookup is one or two
// memory reads, which is what the word lattice spends its time on. Immutable after Load; safe to share
// between threads.
class Vocabulary {
 public:
  struct Word {
    float cost = 0;   // -ln of the word's share of running text: about 3 (的) to 18
    char tag = 0;     // first letter of jieba's part of speech: n v a d p c r m q f t u …; 0: no word
    char subtag = 0;  // second letter, or 0: nr a person, ns a place, vn a noun-like verb
  };

  // Tables with the columns word, frequency, tag. Longer words and words outside the basic plane are left
  // out.
  static absl::StatusOr<Vocabulary> Load(const std::vector<const Table*>& tables);

  // The word, or nullptr.
  const Word* Find(std::u32string_view text) const { return FindKey(KeyOf(text)); }
  const Word* FindKey(uint64_t key) const;
  // Has the memory at hand that FindKey will look at.
  void PrefetchKey(uint64_t key) const { __builtin_prefetch(&slots_[Mix(key) & mask_]); }
  // … and what MayStart will look at.
  void PrefetchStart(char32_t first, char32_t second, char32_t third) const {
    __builtin_prefetch(&pair_bits_[FilterSlot(first, second) >> 6]);
    __builtin_prefetch(&triple_bits_[FilterSlot(first, second, third) >> 6]);
  }
  // 0 for what cannot be in the table.
  static uint64_t KeyOf(std::u32string_view text);
  // Whether any word of more characters, or these alone, starts with these two, or these three; may say yes
  // without cause.
  bool MayStart(char32_t first, char32_t second) const;
  bool MayStart(char32_t first, char32_t second, char32_t third) const;

  static constexpr int kLongest = 4;

 private:
  struct Slot {
    uint64_t key = 0;  // the characters, 16 bits each; 0: an empty slot
    Word word;
  };

  static constexpr int kFilterBits = 20;  // a filter takes 128 kB

  static uint64_t Mix(uint64_t key) {
    key *= 0x9E3779B97F4A7C15u;
    return key ^ (key >> 29);
  }
  static uint64_t FilterSlot(char32_t first, char32_t second, char32_t third = 0) {
    const uint64_t key = (static_cast<uint64_t>(third) << 32) | (static_cast<uint64_t>(first) << 16) | second;
    return Mix(key) & ((1u << kFilterBits) - 1);
  }
  static bool IsMarked(uint64_t slot, const std::vector<uint64_t>& bits) {
    return bits[slot >> 6] >> (slot & 63) & 1;
  }

  void Reserve(size_t words);
  absl::Status Add(const Table& table, double* total);  // leaves plain frequencies in `cost`
  void Insert(const Slot& word);

  LargeTable<Slot> slots_ = LargeTable<Slot>(1);
  // Bloom filters with one hash over the first two and the first three characters.
  std::vector<uint64_t> pair_bits_ = std::vector<uint64_t>((1u << kFilterBits) / 64),
                        triple_bits_ = pair_bits_;
  uint64_t mask_ = 0;
};

inline const Vocabulary::Word* Vocabulary::FindKey(uint64_t key) const {
  if (key == 0) return nullptr;
  for (uint64_t slot = Mix(key) & mask_;; slot = (slot + 1) & mask_) {
    if (slots_[slot].key == key) return &slots_[slot].word;
    if (slots_[slot].key == 0) return nullptr;
  }
}

inline bool Vocabulary::MayStart(char32_t first, char32_t second) const {
  return IsMarked(FilterSlot(first, second), pair_bits_);
}

inline bool Vocabulary::MayStart(char32_t first, char32_t second, char32_t third) const {
  return IsMarked(FilterSlot(first, second, third), triple_bits_);
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_VOCABULARY_H_
