#include "extractor/mentions/registered_names.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kShortestForm = 4;      // characters: 有限公司
constexpr int kLongestField = 8;      // 智能科技 between bracket and form
constexpr int kLongestBracketed = 6;  // 集团, 上海, 中国香港
constexpr int kLongestStem = 12, kShortestStem = 2;

class RegisteredReader {
 public:
  explicit RegisteredReader(const Reading& reading)
      : reading_(reading), chars_(reading.chars()), edge_(reading.size() + 1, 0) {
    for (const MentionContext::Wall& wall : reading.context.walls) edge_[wall.span.end] = 1;
    for (const TimeMention& time : reading.context.times) edge_[time.span.end] = 1;
  }

  std::vector<NameClaim> Read() const {
    std::vector<NameClaim> claims;
    for (const PhraseHit& hit : reading_.phrases) {
      const bool form = hit.phrase->kind == Phrase::Kind::kSuffix && hit.phrase->role == Phrase::Role::kLegal;
      if (!form || hit.span.size() < kShortestForm || !IsHan(chars_[hit.span.begin])) continue;
      const int begin = BeginOf(hit.span);
      if (begin < 0 || (!claims.empty() && claims.back().span.end > begin)) continue;
      claims.push_back({{begin, hit.span.end}, EntityType::kOrganization, NameClaim::Source::kSuffixed});
    }
    return claims;
  }

 private:
  // How many characters of Han stand before a joint, `most` at most.
  int HanBefore(int joint, int most) const {
    int count = 0;
    while (count < most && joint - count > 0 && IsHan(chars_[joint - count - 1])) ++count;
    return count;
  }

  // Where the name begins that this form ends, or -1 where it has no bracket.
  int BeginOf(Span form) const {
    const int close = form.begin - HanBefore(form.begin, kLongestField) - 1;
    if (close < 1 || chars_[close] != U')') return -1;
    const int bracketed = HanBefore(close, kLongestBracketed);
    const int open = close - bracketed - 1;
    if (bracketed < kShortestStem || open < kShortestStem || chars_[open] != U'(') return -1;
    return StemBegin(open);
  }

  int StemBegin(int open) const {
    int begin = open;
    while (begin > std::max(0, open - kLongestStem) && IsHan(chars_[begin - 1]) &&
           (begin == open || !edge_[begin]) && !IsGrammar(begin - 1))
      --begin;
    return open - begin >= kShortestStem ? begin : -1;
  }

  // 由|云岚(集团)有限公司, 为|…: prepositions and particles are no part of a name.
  bool IsGrammar(int i) const {
    constexpr float kFrequent = 8.0f;
    const Vocabulary::Word* word = reading_.Word({i, i + 1});
    return word != nullptr && word->cost < kFrequent &&
           (word->tag == 'u' || word->tag == 'p' || word->tag == 'c');
  }

  const Reading& reading_;
  const std::u32string& chars_;
  std::vector<char> edge_;  // by joint: a trigger or a time ends there
};

}  // namespace

std::vector<NameClaim> FindRegisteredNames(const Reading& reading) {
  return RegisteredReader(reading).Read();
}

}  // namespace annals
