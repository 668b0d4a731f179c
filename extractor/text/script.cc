#include "extractor/text/script.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/utf8.h"

namespace annals {

absl::StatusOr<ScriptTable> ScriptTable::Load(const DataDirectory& data) {
  ScriptTable result;
  for (const char* name : {"fold.tsv", "script_exceptions.tsv"}) {
    const absl::StatusOr<std::vector<const Table*>> tables = data.Find(name);
    if (!tables.ok()) return tables.status();
    for (const Table* table : *tables) {
      if (absl::Status added = result.AddTable(*table); !added.ok()) return added;
    }
  }
  result.SortPhrases();
  return result;
}

absl::Status ScriptTable::AddTable(const Table& table) {
  const absl::StatusOr<int> from = table.Column("from");
  if (!from.ok()) return from.status();
  const absl::StatusOr<int> to = table.Column("to");
  if (!to.ok()) return to.status();
  for (int row = 0; row < table.size(); ++row) {
    if (absl::Status added = Add(table, row, *from, *to); !added.ok()) return added;
  }
  return absl::OkStatus();
}

absl::Status ScriptTable::Add(const Table& table, int row, int from_column, int to_column) {
  const absl::StatusOr<std::u32string> from = DecodeUtf8(table.Cell(row, from_column));
  const absl::StatusOr<std::u32string> to = DecodeUtf8(table.Cell(row, to_column));
  if (!from.ok() || !to.ok() || to->empty() || from->size() < to->size()) {
    return absl::InvalidArgumentError(
        absl::StrCat(table.Where(row), ": `to` is empty or longer than `from`"));
  }
  if (from->size() == 1) {
    uint32_t& entry = Entry(from->front());
    entry = (entry & kStartsPhrase) | to->front();
  } else {
    Entry(from->front()) |= kStartsPhrase;
    pairs_.set(PairSlot((*from)[0], (*from)[1]));
    phrases_.push_back({*from, *to});
  }
  return absl::OkStatus();
}

void ScriptTable::SortPhrases() {
  // Newest first among equals, of which the first is kept.
  std::reverse(phrases_.begin(), phrases_.end());
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    if (a.from.front() != b.from.front()) return a.from.front() < b.from.front();
    return a.from.size() != b.from.size() ? a.from.size() > b.from.size() : a.from < b.from;
  });
  const auto same = [](const Phrase& a, const Phrase& b) { return a.from == b.from; };
  phrases_.erase(std::unique(phrases_.begin(), phrases_.end(), same), phrases_.end());
}

uint32_t& ScriptTable::Entry(char32_t c) {
  uint32_t& page = page_[c >> kPageBits];
  if (page == 0) {
    page = static_cast<uint32_t>(entries_.size());
    entries_.resize(entries_.size() + (1 << kPageBits), 0);
  }
  return entries_[page + (c & ((1 << kPageBits) - 1))];
}

uint32_t ScriptTable::Find(char32_t c) const {
  return entries_[page_[c >> kPageBits] + (c & ((1 << kPageBits) - 1))];
}

const ScriptTable::Phrase* ScriptTable::LongestPhrase(uint32_t entry, std::u32string_view text) const {
  if ((entry & kStartsPhrase) == 0 || text.size() < 2 || !pairs_.test(PairSlot(text[0], text[1])))
    return nullptr;
  const auto before = [](const Phrase& p, char32_t c) { return p.from.front() < c; };
  auto it = std::lower_bound(phrases_.begin(), phrases_.end(), text.front(), before);
  for (; it != phrases_.end() && it->from.front() == text.front(); ++it) {
    if (text.substr(0, it->from.size()) == it->from) return &*it;
  }
  return nullptr;
}

void ScriptTable::Fold(FoldedText& text) const {
  size_t written = 0;
  for (size_t i = 0; i < text.chars.size();) {
    const char32_t c = text.chars[i];
    const uint32_t entry = Find(c);
    const Phrase* phrase = LongestPhrase(entry, std::u32string_view(text.chars).substr(i));
    if (phrase == nullptr) {
      const char32_t folded = entry & ~kStartsPhrase;
      text.chars[written] = folded != 0 ? folded : c;
      text.origin[written++] = text.origin[i++];
      continue;
    }
    const ByteSpan last = text.origin[i + phrase->from.size() - 1];
    for (size_t k = 0; k < phrase->to.size(); ++k) {
      text.chars[written] = phrase->to[k];
      text.origin[written++] = text.origin[i + k];
    }
    text.origin[written - 1].end = last.end;
    i += phrase->from.size();
  }
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
