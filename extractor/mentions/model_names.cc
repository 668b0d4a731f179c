#include "extractor/mentions/model_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kMostDigits = 2;
constexpr size_t kShortestSeries = 2, kLongestSeries = 6;

constexpr std::u32string_view kSeries = U"系列";

bool IsWordCharacter(char32_t c) { return IsLatin(c) || IsDigit(c); }

// 玄鹿 of 玄鹿1; the name itself where no number closes it.
std::u32string_view SeriesOf(std::u32string_view name) {
  while (!name.empty() && (IsDigit(name.back()) || name.back() == U'.')) name.remove_suffix(1);
  return name;
}

class NumberedModels {
 public:
  explicit NumberedModels(const Reading& reading) : reading_(reading), chars_(reading.chars()) {
    occupied_.assign(chars_.size() + 1, 0);
    for (const TimeMention& time : reading.context.times) Occupy(time.span);
    for (const Quantity& quantity : reading.context.quantities) Occupy(quantity.core);
    AddQuotedNumbers();
    for (const NameClaim& claim : reading.fixed) {
      if (claim.source != NameClaim::Source::kQuoted) continue;
      if (!claim.types.Has(EntityType::kProduct)) continue;
      AddSeries(SeriesOf(reading.View(claim.span)));
    }
  }

  std::vector<NameClaim> Read() const {
    std::vector<NameClaim> claims;
    if (series_.empty()) return claims;
    for (int i = static_cast<int>(kShortestSeries); i < reading_.size(); ++i) {
      if (!IsDigit(chars_[i]) || occupied_[i] || !IsHan(chars_[i - 1])) continue;
      const int end = EndOfNumber(i), begin = BeginOfSeries(i);
      if (end < 0 || begin < 0) continue;
      claims.push_back({{begin, end}, EntityType::kProduct, NameClaim::Source::kLatin});
      i = end;
    }
    return claims;
  }

 private:
  void Occupy(Span span) { std::fill(occupied_.begin() + span.begin, occupied_.begin() + span.end, 1); }

  void AddSeries(std::u32string_view series) {
    const bool han = std::all_of(series.begin(), series.end(), IsHan);
    if (han && series.size() >= kShortestSeries && series.size() <= kLongestSeries) series_.insert(series);
  }

  // “玄鹿1”, though nothing else tells that it is a name.
  void AddQuotedNumbers() {
    for (int i = 1; i + 1 < reading_.size(); ++i) {
      if (chars_[i + 1] != U'”' || !IsDigit(chars_[i]) || occupied_[i]) continue;
      int begin = i;
      while (begin > 0 && (IsDigit(chars_[begin]) || chars_[begin] == U'.')) --begin;
      const int number = begin + 1;
      while (begin > 0 && IsHan(chars_[begin])) --begin;
      if (chars_[begin] == U'“' && i + 1 - number <= kMostDigits)
        AddSeries(reading_.View({begin + 1, number}));
    }
  }

  // 2, 16, 1.5; -1: an amount or a score.
  int EndOfNumber(int begin) const {
    int end = begin;
    while (end < reading_.size() && IsDigit(chars_[end])) ++end;
    if (end - begin > kMostDigits) return -1;
    const bool point = end + 1 < reading_.size() && chars_[end] == U'.' && IsDigit(chars_[end + 1]);
    for (end += point; point && end < reading_.size() && IsDigit(chars_[end]);) ++end;
    static constexpr std::u32string_view kNoVersion = U"%:-–";
    return end < reading_.size() && kNoVersion.find(chars_[end]) != std::u32string_view::npos ? -1 : end;
  }

  int BeginOfSeries(int end) const {
    for (size_t length = kLongestSeries; length >= kShortestSeries; --length) {
      const int begin = end - static_cast<int>(length);
      if (begin >= 0 && series_.count(reading_.View({begin, end})) > 0) return begin;
    }
    return -1;
  }

  const Reading& reading_;
  const std::u32string& chars_;
  std::set<std::u32string_view> series_;
  std::vector<char> occupied_;  // by character: a time or an amount
};

class ModelReader {
 public:
  explicit ModelReader(const Reading& reading) : reading_(reading), chars_(reading.chars()) {
    for (const PhraseHit& hit : reading.phrases) {
      const bool model =
          hit.phrase->kind == Phrase::Kind::kConnector && hit.phrase->role == Phrase::Role::kModel;
      if (model) words_[hit.span.begin] = std::max(words_[hit.span.begin], hit.span.end);
    }
  }

  // Where the name of a product goes on to; its own end where no model follows.
  int EndOf(const NameClaim& claim) const {
    const bool model = claim.types.Only(EntityType::kProduct) && claim.source != NameClaim::Source::kQuoted;
    const char32_t last = chars_[claim.span.end - 1];
    if (!model || !IsWordCharacter(last)) return claim.span.end;
    int end = claim.span.end;
    for (int next = Next(end); next > end; next = Next(end)) end = next;
    // A listed product is what all of its models are called.
    const bool series = reading_.View({claim.span.end, end}) == kSeries;
    if (series && claim.source == NameClaim::Source::kKnown) return claim.span.end;
    return end;
  }

 private:
  // -Max, " Pro", 至尊版
  int Next(int end) const {
    if (end + 1 >= reading_.size()) return end;
    if (chars_[end] == U'-' && IsWordCharacter(chars_[end + 1])) {
      int next = end + 1;
      while (next < reading_.size() && IsWordCharacter(chars_[next])) ++next;
      return next;
    }
    const auto word = words_.find(chars_[end] == U' ' ? end + 1 : end);
    if (word == words_.end()) return end;
    const bool latin = IsLatin(chars_[word->first]);
    const bool cut = latin && word->second < reading_.size() && IsWordCharacter(chars_[word->second]);
    return cut ? end : word->second;
  }

  const Reading& reading_;
  const std::u32string& chars_;
  std::map<int, int> words_;  // by begin: where a word for a model ends
};

}  // namespace

std::vector<NameClaim> FindNumberedModels(const Reading& reading) { return NumberedModels(reading).Read(); }

void ExtendToModels(Reading* reading) {
  const ModelReader models(*reading);
  std::vector<NameClaim>& fixed = reading->fixed;
  for (size_t i = 0; i < fixed.size(); ++i) {
    const int end = models.EndOf(fixed[i]);
    if (end == fixed[i].span.end || (i + 1 < fixed.size() && fixed[i + 1].span.begin < end)) continue;
    fixed[i] = {{fixed[i].span.begin, end}, EntityType::kProduct, NameClaim::Source::kLatin};
  }
}

}  // namespace annals
