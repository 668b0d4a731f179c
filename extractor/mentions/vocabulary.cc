#include "extractor/mentions/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/numbers.h"
#include "common/utf8.h"

namespace annals {
namespace {

void Mark(uint64_t slot, std::vector<uint64_t>* bits) { (*bits)[slot >> 6] |= uint64_t{1} << (slot & 63); }

}  // namespace

uint64_t Vocabulary::KeyOf(std::u32string_view text) {
  if (text.empty() || text.size() > kLongest) return 0;
  uint64_t key = 0;
  for (char32_t c : text) {
    if (c == 0 || c > 0xFFFF) return 0;
    key = (key << 16) | c;
  }
  return key;
}

void Vocabulary::Reserve(size_t words) {
  size_t size = 1024;
  while (size < words * 2) size *= 2;
  slots_.assign(size, {});
  mask_ = size - 1;
  pair_bits_.assign((1u << kFilterBits) / 64, 0);
  triple_bits_ = pair_bits_;
}

void Vocabulary::Insert(const Slot& word) {
  uint64_t slot = Mix(word.key) & mask_;
  while (slots_[slot].key != 0 && slots_[slot].key != word.key) slot = (slot + 1) & mask_;
  slots_[slot] = word;
}

absl::Status Vocabulary::Add(const Table& table, double* total) {
  auto word_column = table.Column("word"), frequency_column = table.Column("frequency"),
       tag_column = table.Column("tag");
  for (const auto* column : {&word_column, &frequency_column, &tag_column}) {
    if (!column->ok()) return column->status();
  }
  for (int row = 0; row < table.size(); ++row) {
    double frequency = 0;
    if (!absl::SimpleAtod(table.Cell(row, *frequency_column), &frequency) || frequency < 0) {
      return absl::InvalidArgumentError(table.Where(row) + ": frequency is no number");
    }
    *total += frequency;
    const std::u32string text = DecodeUtf8(table.Cell(row, *word_column)).value_or(U"");
    const absl::string_view tag = table.Cell(row, *tag_column);
    const uint64_t key = KeyOf(text);
    if (key == 0) continue;
    Insert(
        {key, {static_cast<float>(frequency), tag.empty() ? 'x' : tag[0], tag.size() > 1 ? tag[1] : '\0'}});
    if (text.size() >= 2) Mark(FilterSlot(text[0], text[1]), &pair_bits_);
    if (text.size() >= 3) Mark(FilterSlot(text[0], text[1], text[2]), &triple_bits_);
  }
  return absl::OkStatus();
}

absl::StatusOr<Vocabulary> Vocabulary::Load(const std::vector<const Table*>& tables) {
  Vocabulary vocabulary;
  size_t rows = 0;
  for (const Table* table : tables) rows += table->size();
  vocabulary.Reserve(rows);
  double total = 0;
  for (const Table* table : tables) {
    absl::Status status = vocabulary.Add(*table, &total);
    if (!status.ok()) return status;
  }
  const double log_total = std::log(total + 1);
  for (auto& [key, word] : vocabulary.slots_) {
    if (key != 0) word.cost = static_cast<float>(log_total - std::log(std::max(word.cost, 1.0f)));
  }
  return vocabulary;
}

}  // namespace annals
