#include "extractor/mentions/dotted_names.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kLongestPart = 8;         // characters: 萨拉赫丁诺夫 has six
constexpr float kEverydayWord = 11.5f;  // nats: a word this frequent is not the sound of a name
constexpr double kSounding = 1.0;       // a score that marks a character of transliterations beyond doubt

class DottedReader {
 public:
  explicit DottedReader(const Reading& reading)
      : reading_(reading),
        chars_(reading.chars()),
        wall_starts_(chars_.size() + 1),
        wall_ends_(chars_.size() + 1) {
    for (const MentionContext::Wall& wall : reading.context.walls) MarkWord(wall.span);
    for (const PhraseHit& hit : reading.phrases) {
      if (hit.span.size() > 1 && !IsSounds(hit)) MarkWord(hit.span);
    }
    for (const TimeMention& time : reading.context.times) MarkWord(time.span);
  }

  std::vector<NameClaim> Read() const {
    std::vector<NameClaim> claims;
    for (int i = 1; i + 1 < Size(); ++i) {
      const char32_t dot = chars_[i];
      if (dot != U'·' && dot != U'-') continue;
      const int begin = Left(i, claims.empty() ? 0 : claims.back().span.end);
      int end = i;
      while (end < Size() && (chars_[end] == dot || chars_[end] == U'·')) {
        const int part_end = Right(end + 1);
        if (part_end == end + 1) break;
        end = part_end;
      }
      // 让-皮埃尔·杜兰德: a dot behind it makes sure.
      const bool dotted = reading_.View({i, std::max(i, end)}).find(U'·') != std::u32string_view::npos;
      if (begin == i || end == i || (!dotted && !IsHyphenated(begin, i, end))) continue;
      claims.push_back({{begin, end}, EntityType::kPerson, NameClaim::Source::kDotted});
      i = end;
    }
    return claims;
  }

 private:
  int Size() const { return static_cast<int>(chars_.size()); }
  void MarkWord(Span span) {
    wall_starts_[span.begin] = 1;
    wall_ends_[span.end] = 1;
  }
  double Score(int i) const {
    return reading_.lexicon.TransliterationScore(chars_[i], i + 1 < Size() ? chars_[i + 1] : 0);
  }

  // A name of the lexicon whose characters may as well be the sounds of this one: 伊利, 马斯克.
  bool IsSounds(const PhraseHit& hit) const {
    if (hit.phrase->kind != Phrase::Kind::kEntity) return false;
    if (hit.phrase->types.Has(EntityType::kPerson)) return true;
    // One more character and the dot: 伊利|亚·; right behind it: ·施耐德.
    const int begin = hit.span.begin, after = hit.span.end + 1;
    const bool before_dot = after < Size() && chars_[after] == U'·';
    const bool behind_dot =
        begin > 0 && (chars_[begin - 1] == U'·' || (begin > 1 && chars_[begin - 2] == U'·'));
    if (!before_dot && !behind_dot) return false;
    for (int i = hit.span.begin; i < hit.span.end; ++i) {
      if (Score(i) <= 0) return false;
    }
    return true;
  }

  // 克里斯-保罗, 保罗-乔治; not 中国-东盟: sounds on both sides, and no place.
  bool IsHyphenated(int begin, int dash, int end) const {
    for (int i = begin; i < end; ++i) {
      if (chars_[i] != U'-' && (!IsHan(chars_[i]) || Score(i) <= 0)) return false;
    }
    return dash - begin > 1 && end - dash > 2 && !IsPlace({begin, dash}) && !IsPlace({dash + 1, end});
  }

  bool IsPlace(Span span) const {
    const Vocabulary::Word* word = reading_.Word(span);
    return word != nullptr && word->tag == 'n' && word->subtag == 's';
  }

  // A word of everyday language that is not made of sounds alone.
  bool IsEveryday(Span span) const {
    const Vocabulary::Word* word = reading_.Word(span);
    if (word == nullptr || word->cost > kEverydayWord) return false;
    if (word->tag == 'n' && (word->subtag == 'r' || word->subtag == 's')) return false;
    for (int i = span.begin; i < span.end; ++i) {
      if (Score(i) < kSounding) return true;
    }
    return false;
  }

  // The length of the longest name of the dictionary (彼得, 威廉) that ends at (-1) or starts at (1) this
  // joint.
  int ListedName(int joint, int direction) const {
    for (int length = Vocabulary::kLongest; length >= 2; --length) {
      const Span span = direction > 0 ? Span{joint, joint + length} : Span{joint - length, joint};
      if (span.begin < 0 || span.end > Size()) continue;
      const Vocabulary::Word* word = reading_.Word(span);
      if (word == nullptr || word->tag != 'n') continue;
      const std::u32string_view text = reading_.View(span);
      if (std::all_of(text.begin(), text.end(),
                      [this](char32_t c) { return reading_.lexicon.TransliterationScore(c) > 0; })) {
        return length;
      }
    }
    return 0;
  }

  // 正, 将, 在: frequent single words that also write sounds.
  bool IsAdverb(int i) const {
    const Vocabulary::Word* word = reading_.Word({i, i + 1});
    return word != nullptr && word->cost < 8.5f && Score(i) < kSounding &&
           (word->tag == 'd' || word->tag == 'p');
  }

  // 布兰特|因个人原因, but 克莱因|表示: the sound is a word where one of everyday language goes on from it.
  // So is it behind a sound of one character before a verb: 亚当·李|因泄露.
  bool IsCause(int i, bool lone) const {
    const Span next{i + 1, i + 3};
    const Vocabulary::Word* word = chars_[i] == U'因' && next.end <= Size() ? reading_.Word(next) : nullptr;
    return word != nullptr && word->cost < kEverydayWord &&
           (word->tag == 'n' || word->tag == 'a' || word->subtag == 'n' || (lone && word->tag == 'v'));
  }

  // 亚当·李|和|本·金: the next name has one sound before its dot.
  bool JoinsNext(int i) const {
    return (chars_[i] == U'和' || chars_[i] == U'与') && i + 2 < Size() && chars_[i + 2] == U'·';
  }

  int Left(int dot, int limit) const {
    int begin = dot;
    if (IsLatin(chars_[dot - 1])) {
      while (begin > limit && (IsLatin(chars_[begin - 1]) || chars_[begin - 1] == U'.')) --begin;
      return begin;
    }
    begin = std::max(limit, dot - ListedName(dot, -1));
    while (begin > limit && dot - begin < kLongestPart && IsHan(chars_[begin - 1])) {
      if (dot - begin == 1 && JoinsNext(begin - 1)) break;
      const bool lone = dot - begin < 2;  // a sound of one character is rare: 戴维·栾
      if (begin < dot && (wall_ends_[begin] || (Score(begin - 1) <= 0 && !lone))) break;
      const bool word_ends = begin > 0 && wall_ends_[begin - 1];
      if (begin < dot && begin - 2 >= limit && !word_ends && IsEveryday({begin - 2, begin})) break;
      --begin;
    }
    return begin;
  }

  int Right(int begin) const {
    int end = begin;
    if (end < Size() && IsLatin(chars_[end])) {
      while (end < Size() && IsLatin(chars_[end])) ++end;
      return end;
    }
    end = begin + ListedName(begin, 1);
    while (end < Size() && end - begin < kLongestPart && IsHan(chars_[end])) {
      if (end > begin + 1 && IsAdverb(end)) break;
      if (end > begin && (IsCause(end, end == begin + 1) || JoinsNext(end))) break;
      if (end > begin && (wall_starts_[end] || Score(end) <= 0)) break;
      if (end > begin && end + 2 <= Size() && IsEveryday({end, end + 2})) break;
      ++end;
    }
    return end;
  }

  const Reading& reading_;
  const std::u32string& chars_;
  std::vector<char> wall_starts_, wall_ends_;
};

}  // namespace

std::vector<NameClaim> FindDottedNames(const Reading& reading) { return DottedReader(reading).Read(); }

absl::flat_hash_set<std::u32string_view> PartsOfUnknownNames(const Reading& reading) {
  absl::flat_hash_set<std::u32string_view> parts;
  for (const NameClaim& claim : reading.names) {
    if (claim.source != NameClaim::Source::kDotted) continue;
    const std::u32string_view name = reading.View(claim.span);
    const size_t last = name.rfind(U'·');
    if (last != name.npos && reading.known.Named(name).empty()) parts.insert(name.substr(last + 1));
  }
  return parts;
}

}  // namespace annals
