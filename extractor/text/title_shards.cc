#include "extractor/text/title_shards.h"

#include <algorithm>
#include <set>

#include "absl/status/status.h"
#include "common/utf8.h"
#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr size_t kNone = std::u32string_view::npos;
constexpr size_t kShortestTitle = 6, kLongestTitle = 40;  // letters
constexpr size_t kLongestTail = 6;
constexpr size_t kFewestShards = 6;  // in the text
constexpr size_t kFewestNonWords = 3;

// A cut of the title's letters: pieces of one length, then what is left. Some cutters lose a letter or two
// before the tail.
using Cut = std::vector<Span>;

std::vector<Cut> CutsOf(size_t letters, size_t length) {
  std::vector<Cut> cuts;
  for (size_t pieces = letters / length; pieces >= 3; --pieces) {
    for (size_t lost = 0; lost <= 2; ++lost) {
      const size_t tail = pieces * length + lost;
      if (tail > letters || letters - tail > kLongestTail || (lost > 0 && tail == letters)) continue;
      Cut cut;
      for (size_t i = 0; i < pieces; ++i) {
        cut.push_back({static_cast<int>(i * length), static_cast<int>((i + 1) * length)});
      }
      if (tail < letters) cut.push_back({static_cast<int>(tail), static_cast<int>(letters)});
      cuts.push_back(std::move(cut));
    }
  }
  return cuts;
}

std::u32string LettersOf(std::u32string_view title) {
  std::u32string letters;
  for (char32_t c : title) {
    if (IsHan(c) || IsLatinLetter(c) || IsAsciiDigit(c)) letters.push_back(c);
  }
  return letters;
}

class ShardSearch {
 public:
  ShardSearch(std::u32string_view title, const WordList& words, std::u32string_view text)
      : letters_(LettersOf(title)), words_(words), text_(text) {
    if (title.empty()) return;
    for (size_t i = text.find(title); i != kNone; i = text.find(title, i + title.size())) {
      titles_.push_back({static_cast<int>(i), static_cast<int>(i + title.size())});
    }
  }

  std::vector<Span> Run() const {
    std::vector<Span> best;
    if (letters_.size() < kShortestTitle || letters_.size() > kLongestTitle) return best;
    for (size_t length = 2; length <= 4; ++length) {
      if (!MayBeCutAt(length)) continue;
      for (const Cut& cut : CutsOf(letters_.size(), length)) {
        std::vector<Span> chain = Chain(cut);
        if (chain.size() > best.size() && IsClear(cut, chain)) best = std::move(chain);
      }
    }
    return best;
  }

 private:
  std::u32string_view Letters(Span shard) const {
    return std::u32string_view(letters_).substr(shard.begin, shard.size());
  }

  // A quick no for nearly every article: the first pieces stand nowhere.
  bool MayBeCutAt(size_t length) const {
    for (size_t i = 0; i < 3 && (i + 1) * length <= letters_.size(); ++i) {
      const Span shard{static_cast<int>(i * length), static_cast<int>((i + 1) * length)};
      if (Find(shard, 0) == kNone) return false;
    }
    return true;
  }

  // The next place where the shard stands without its neighbours in the title.
  size_t Find(Span shard, size_t from) const {
    const std::u32string_view letters = Letters(shard);
    for (size_t i = text_.find(letters, from); i != kNone; i = text_.find(letters, i + 1)) {
      const size_t end = i + letters.size();
      const bool joined_before = shard.begin > 0 && i > 0 && text_[i - 1] == letters_[shard.begin - 1];
      const bool joined_after = shard.end < static_cast<int>(letters_.size()) && end < text_.size() &&
                                text_[end] == letters_[shard.end];
      if (!joined_before && !joined_after && !InTitle(static_cast<int>(i))) return i;
    }
    return kNone;
  }

  bool InTitle(int position) const {
    const auto after = std::upper_bound(titles_.begin(), titles_.end(), position,
                                        [](int p, Span title) { return p < title.begin; });
    return after != titles_.begin() && position < std::prev(after)->end;
  }

  // The pieces in turn, from the first of the title, round and round.
  std::vector<Span> Chain(const Cut& cut) const {
    std::vector<Span> chain;
    size_t from = 0;
    for (size_t i = 0;; i = (i + 1) % cut.size()) {
      const size_t at = Find(cut[i], from);
      if (at == kNone) break;
      from = at + cut[i].size();
      chain.push_back({static_cast<int>(at), static_cast<int>(from)});
    }
    DropStrays(chain);
    return chain;
  }

  // Where the shards have ended, a word of the title may still stand somewhere far off.
  static void DropStrays(std::vector<Span>& chain) {
    if (chain.size() < kFewestShards) return;
    std::vector<int> gaps;
    for (size_t i = 1; i < chain.size(); ++i) gaps.push_back(chain[i].begin - chain[i - 1].end);
    std::vector<int> sorted = gaps;
    std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
    const int widest = 3 * sorted[sorted.size() / 2] + 50;
    while (!gaps.empty() && gaps.back() > widest) {
      gaps.pop_back();
      chain.pop_back();
    }
  }

  bool IsClear(const Cut& cut, const std::vector<Span>& chain) const {
    if (chain.size() <= cut.size() || chain.size() < kFewestShards) return false;
    std::set<std::u32string_view> kinds;
    size_t non_words = 0;
    for (size_t i = 0; i < chain.size(); ++i) {
      const std::u32string_view shard = Letters(cut[i % cut.size()]);
      if (shard.size() < 2 || words_.Contains(shard)) continue;
      kinds.insert(shard);
      ++non_words;
    }
    return kinds.size() >= kFewestNonWords && 2 * non_words >= chain.size();
  }

  const std::u32string letters_;
  const WordList& words_;
  const std::u32string_view text_;
  std::vector<Span> titles_;  // where the title stands as a whole
};

}  // namespace

absl::StatusOr<WordList> WordList::Load(const DataDirectory& data) {
  const absl::StatusOr<std::vector<const Table*>> tables = data.Find("words.tsv");
  if (!tables.ok()) return tables.status();
  WordList words;
  words.table_ = tables->front();
  const absl::StatusOr<int> column = words.table_->Column("word");
  if (!column.ok()) return column.status();
  words.column_ = *column;
  for (int row = 1; row < words.table_->size(); ++row) {
    if (words.table_->Cell(row - 1, *column) <= words.table_->Cell(row, *column)) continue;
    return absl::InvalidArgumentError(words.table_->Where(row) + ": the words are not sorted");
  }
  return words;
}

bool WordList::Contains(std::u32string_view word) const {
  const std::string key = EncodeUtf8(word);
  int low = 0, high = table_->size();
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (table_->Cell(middle, column_) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < table_->size() && table_->Cell(low, column_) == key;
}

std::vector<Span> FindTitleShards(std::u32string_view title, const WordList& words,
                                  std::u32string_view text) {
  std::vector<Span> shards = ShardSearch(title, words, text).Run();
  const size_t site = title.find_first_of(U"_|");
  if (shards.empty() && site != kNone) shards = ShardSearch(title.substr(0, site), words, text).Run();
  return shards;
}

void DropTitleShards(std::u32string_view title, const WordList& words, FoldedText& text) {
  const std::vector<Span> shards = FindTitleShards(title, words, text.chars);
  if (shards.empty()) return;
  size_t written = shards.front().begin;
  for (size_t i = 0; i < shards.size(); ++i) {
    const size_t next = i + 1 < shards.size() ? shards[i + 1].begin : text.chars.size();
    for (size_t read = shards[i].end; read < next; ++read, ++written) {
      text.chars[written] = text.chars[read];
      text.origin[written] = text.origin[read];
    }
  }
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
