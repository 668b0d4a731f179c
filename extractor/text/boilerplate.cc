#include "extractor/text/boilerplate.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "extractor/text/character_class.h"
#include "extractor/text/date_line.h"

namespace annals {
namespace {

constexpr int kTopLines = 7;  // the title, the source, the date, the byline, and some air
constexpr int kEndLines = 12;
constexpr int kNoteLines = 3;  // from the end, where a paragraph in parentheses is the editor's
constexpr size_t kLongestLine = 300;
constexpr size_t kLongestNote = 120;

bool IsOrnament(char32_t c) {
  return c == U'▲' || c == U'△' || c == U'▼' || c == U'●' || c == U'■' || c == U'▍' || c == U'*' ||
         c == U'◎' || c == U'▌';
}

// Without ornaments before it and without spaces; `copy` holds what it refers to where there are any.
std::u32string_view Bare(std::u32string_view line, std::u32string& copy) {
  while (!line.empty() && IsOrnament(line.front())) line.remove_prefix(1);
  if (line.find(U' ') == line.npos) return line;
  copy.clear();
  std::copy_if(line.begin(), line.end(), std::back_inserter(copy), [](char32_t c) { return c != U' '; });
  return copy;
}

bool IsNote(std::u32string_view line) {
  if (line.size() < 4 || line.size() > kLongestNote || line.front() != U'(') return false;
  return line.find(U')') == line.size() - 1;
}

template <typename Value>
absl::StatusOr<Value> Lookup(const std::vector<std::pair<absl::string_view, Value>>& names,
                             absl::string_view name, const std::string& where) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return absl::InvalidArgumentError(absl::StrCat(where, ": unknown word ", name));
}

}  // namespace

absl::StatusOr<Boilerplate> Boilerplate::Load(const DataDirectory& data) {
  const absl::StatusOr<std::vector<const Table*>> tables = data.Find("boilerplate.tsv");
  if (!tables.ok()) return tables.status();
  Boilerplate result;
  std::vector<Automaton::Word> words;
  for (const Table* table : *tables) {
    for (const char* column : {"pattern", "match", "place", "longest", "effect"}) {
      if (!table->Column(column).ok()) return table->Column(column).status();
    }
    for (int row = 0; row < table->size(); ++row) {
      if (absl::Status added = result.Add(*table, row, words); !added.ok()) return added;
    }
  }
  result.words_ = Automaton::Build(words);
  return result;
}

absl::Status Boilerplate::Add(const Table& table, int row, std::vector<Automaton::Word>& words) {
  const std::string where = table.Where(row);
  const auto cell = [&](absl::string_view column) { return table.Cell(row, *table.Column(column)); };
  absl::StatusOr<std::u32string> text = DecodeUtf8(cell("pattern"));
  if (!text.ok() || text->empty()) return absl::InvalidArgumentError(absl::StrCat(where, ": empty pattern"));
  if (cell("match") == "element") {
    element_classes_.emplace_back(cell("pattern"));
    return absl::OkStatus();
  }
  const auto match = Lookup<Match>({{"prefix", Match::kPrefix},
                                    {"suffix", Match::kSuffix},
                                    {"contains", Match::kContains},
                                    {"is", Match::kIs}},
                                   cell("match"), where);
  if (!match.ok()) return match.status();
  const auto place =
      Lookup<Place>({{"any", Place::kAny}, {"top", Place::kTop}, {"end", Place::kEnd}}, cell("place"), where);
  if (!place.ok()) return place.status();
  const auto rest = Lookup<bool>({{"line", false}, {"rest", true}}, cell("effect"), where);
  if (!rest.ok()) return rest.status();
  int longest = kLongestLine;
  if (!cell("longest").empty() && (!absl::SimpleAtoi(cell("longest"), &longest) || longest < 1)) {
    return absl::InvalidArgumentError(absl::StrCat(where, ": `longest` is no number"));
  }
  words.push_back({*std::move(text), static_cast<int>(patterns_.size())});
  patterns_.push_back({*match, *place, longest, *rest});
  return absl::OkStatus();
}

std::vector<Boilerplate::Line> Boilerplate::SplitLines(const FoldedText& text) {
  std::vector<Line> lines;
  for (size_t begin = 0; begin < text.chars.size();) {
    const size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    lines.push_back({begin, end, lines.size() < kTopLines, false});
    begin = end + 1;
  }
  const size_t first_at_end = lines.size() - std::min<size_t>(kEndLines, lines.size());
  for (size_t i = std::max<size_t>(first_at_end, 1); i < lines.size(); ++i) lines[i].at_end = true;
  return lines;
}

bool Boilerplate::Fits(const Pattern& pattern, const Line& line, std::u32string_view bare, Span hit) {
  const int size = static_cast<int>(bare.size());
  if (size > pattern.longest) return false;
  // A byline is no sentence: “记者获悉,……。” is the article's own.
  if (pattern.place == Place::kTop && bare.find_first_of(U"。!?") != std::u32string_view::npos) return false;
  if ((pattern.place == Place::kTop && !line.top) || (pattern.place == Place::kEnd && !line.at_end))
    return false;
  switch (pattern.match) {
    case Match::kPrefix:
      return hit.begin == 0;
    case Match::kSuffix:
      return hit.end == size;
    case Match::kContains:
      return true;
    case Match::kIs:
      return hit == Span{0, size};
  }
  return false;
}

Boilerplate::Verdict Boilerplate::Judge(const Line& line, std::u32string_view text,
                                        std::u32string_view bare_title) const {
  if (text.size() > kLongestLine) return Verdict::kKeep;
  std::u32string copy;
  const std::u32string_view bare = Bare(text, copy);
  if (bare.empty() || bare == bare_title) return Verdict::kKeep;
  Verdict verdict = line.top && IsDateLine(text) ? Verdict::kDrop : Verdict::kKeep;
  for (const Automaton::Hit& hit : words_.Match(bare)) {
    const Pattern& pattern = patterns_[hit.value];
    if (!Fits(pattern, line, bare, hit.span)) continue;
    if (pattern.rest && line.at_end) return Verdict::kDropRest;
    verdict = Verdict::kDrop;
  }
  return verdict;
}

void Boilerplate::DropLines(std::u32string_view title, FoldedText& text) const {
  const std::vector<Line> lines = SplitLines(text);
  std::u32string copy_of_title, copy;
  const std::u32string_view bare_title = Bare(title, copy_of_title);
  std::vector<const Line*> kept;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::u32string_view line =
        text.View({static_cast<int>(lines[i].begin), static_cast<int>(lines[i].end)});
    const Verdict verdict = Judge(lines[i], line, bare_title);
    if (verdict == Verdict::kDropRest) break;
    const bool note = i > 0 && i + kNoteLines >= lines.size() && IsNote(Bare(line, copy));
    if (verdict == Verdict::kKeep && !note) kept.push_back(&lines[i]);
  }
  if (kept.size() == lines.size() || kept.empty()) return;
  size_t written = 0;
  for (const Line* line : kept) {
    const bool last = line == kept.back();
    const size_t end = line->end + (last ? 0 : 1);
    for (size_t i = line->begin; i < end; ++i, ++written) {
      text.chars[written] = text.chars[i];
      text.origin[written] = text.origin[i];
    }
  }
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
