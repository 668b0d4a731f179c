#include "extractor/mentions/mixed_names.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kShortestStem = 2, kLongestStem = 4;  // characters
constexpr float kUnknownCharacter = 13.0f;
constexpr float kAnyCharacter = 3.0f;
constexpr float kRareCharacter = 5.2f;
constexpr float kEverydayCharacter = 7.0f;  // nats: a stem that reads as words this cheaply is no name

bool IsWordCharacter(char32_t c) { return IsLatin(c) || IsDigit(c); }

class MixedReader {
 public:
  explicit MixedReader(const Reading& reading)
      : reading_(reading),
        chars_(reading.chars()),
        names_end_(reading.size() + 1),
        occupied_(reading.size() + 1) {
    for (const PhraseHit& hit : reading.phrases) {
      MarkPhrase(hit);
      MarkKnown(hit);
    }
    for (const MentionContext::Wall& wall : reading.context.walls) MarkWall(wall);
    for (const TimeMention& time : reading.context.times) Occupy(time.span);
    for (const Quantity& quantity : reading.context.quantities) Occupy(quantity.core);
  }

  std::vector<NameClaim> Read() const {
    std::vector<NameClaim> claims;
    for (int i = 0; i < reading_.size(); ++i) {
      if (const PhraseHit* known = KnownAt(i); known != nullptr) {
        claims.push_back(
            {known->span, known->phrase->types, NameClaim::Source::kKnown, known->phrase->entity});
        i = known->span.end - 1;
        continue;
      }
      if (i == 0) continue;
      if (!IsHan(chars_[i - 1]) || !BeginsVersion(i) || occupied_[i]) continue;
      if (const Span numbered = NumberedAt(i); !numbered.empty()) {
        claims.push_back({numbered, EntityType::kProduct, NameClaim::Source::kLatin});
        i = numbered.end;
        continue;
      }
      const int begin = StemBegin(i);
      if (begin < 0) continue;
      const int organization = OrganizationEnd(i), product = organization < 0 ? VersionEnd(i, begin) : -1;
      const int end = std::max(organization, product);
      if (end < 0) continue;
      const EntityType type = organization < 0             ? EntityType::kProduct
                              : unit_endings_.count(i) > 0 ? EntityType::kUnit
                                                           : EntityType::kOrganization;
      claims.push_back({{begin, end}, type, NameClaim::Source::kLatin});
      i = end;
    }
    return claims;
  }

 private:
  void Occupy(Span span) { std::fill(occupied_.begin() + span.begin, occupied_.begin() + span.end, 1); }

  void MarkPhrase(const PhraseHit& hit) {
    const Phrase& phrase = *hit.phrase;
    if (phrase.kind == Phrase::Kind::kSuffix) {
      const bool unit = phrase.types.Only(EntityType::kUnit) && IsUpper(chars_[hit.span.begin]);
      if (IsLatin(chars_[hit.span.begin]) && (unit || phrase.types.Has(EntityType::kOrganization))) {
        int& end = ending_from_[hit.span.begin];
        end = std::max(end, hit.span.end);
        if (phrase.role == Phrase::Role::kStrong) sure_endings_.insert(hit.span.begin);
        if (unit) unit_endings_.insert(hit.span.begin);
      }
      if (hit.span.size() > 1 && phrase.types.Has(EntityType::kProduct)) {
        names_end_[hit.span.end] = 1;
        if (phrase.types.Only(EntityType::kProduct)) behind_nouns_.insert(hit.span.end);
      }
      // 泰禾药业|TH-88: the maker is named too.
      const bool sure = phrase.role == Phrase::Role::kStrong || phrase.role == Phrase::Role::kLegal;
      if (hit.span.size() > 1 && sure && phrase.types.Has(EntityType::kOrganization))
        names_end_[hit.span.end] = 1;
    } else if (phrase.kind == Phrase::Kind::kEntity || phrase.role == Phrase::Role::kDescriptor ||
               phrase.role == Phrase::Role::kNaming || phrase.role == Phrase::Role::kOwned ||
               phrase.role == Phrase::Role::kFormer || phrase.role == Phrase::Role::kAct) {
      names_end_[hit.span.end] = 1;
    }
  }

  // 成都AG: a name of the lexicon that begins in Chinese and goes on in Latin letters or digits.
  void MarkKnown(const PhraseHit& hit) {
    if (hit.phrase->kind != Phrase::Kind::kEntity || !IsHan(chars_[hit.span.begin])) return;
    const std::u32string_view name = reading_.View(hit.span);
    const bool han = std::all_of(name.begin(), name.end(), IsHan);
    if (han) series_.emplace(hit.span.end, &hit);  // the longest comes first
    if (hit.phrase->risky) return;
    if (han) return LeaveToMaker(hit);
    if (!std::any_of(name.begin(), name.end(), IsWordCharacter)) return;
    if (hit.span.end < reading_.size() && IsWordCharacter(chars_[hit.span.end]) && !IsHan(name.back()))
      return;
    known_.emplace(hit.span.begin, &hit);  // the longest comes first
  }

  // 听澜|3.0, 听澜|-7B
  bool BeginsVersion(int i) const {
    const int first = chars_[i] == U'-' ? i + 1 : i;
    return first < reading_.size() && IsWordCharacter(chars_[first]);
  }

  // 3|.|0
  bool IsPoint(int i) const {
    return chars_[i] == U'.' && i > 0 && IsDigit(chars_[i - 1]) && i + 1 < reading_.size() &&
           IsDigit(chars_[i + 1]);
  }

  // 小米|14, 骁龙|8 Gen3, 红米|K80: a version behind a known maker or product. It goes on with the name of a
  // product; the maker is named too.
  Span NumberedAt(int version) const {
    constexpr int kMostDigits = 3;
    const auto found = series_.find(version);
    if (found == series_.end() || !IsWordCharacter(chars_[version])) return {};
    const TypeSet types = found->second->phrase->types;
    if (types.Has(EntityType::kPerson)) return {};
    // 发布|海螺|02: an everyday word is a name only where one is asked for.
    if (found->second->phrase->risky && products_follow_.count(found->second->span.begin) == 0) return {};
    int end = version;
    const bool product = types.Has(EntityType::kProduct);
    while (end < reading_.size() && !occupied_[end] &&
           (IsWordCharacter(chars_[end]) || (product && IsPoint(end))))
      ++end;
    const std::u32string_view word = reading_.View({version, end});
    const auto digits = std::count_if(word.begin(), word.end(), IsDigit);
    const bool bare = digits == static_cast<long>(word.size());
    const bool letter_first = product && digits > 0 && end - version <= kLongestVersion;
    if (!letter_first && !(bare && digits <= (product ? kMostDigits + 1 : kMostDigits))) return {};
    // 辽宁男篮|4-0, 增长|3.5%: a score or an amount.
    static constexpr std::u32string_view kNoVersion = U".%比:-–";
    if (end < reading_.size() && kNoVersion.find(chars_[end]) != std::u32string_view::npos) return {};
    return {product ? found->second->span.begin : version, WithWords(end)};
  }

  // 小米|SU7: the maker is named too.
  void LeaveToMaker(const PhraseHit& maker) {
    const auto found = known_.find(maker.span.begin);
    if (found == known_.end() || !maker.phrase->types.Has(EntityType::kOrganization)) return;
    if (found->second->phrase->types.Only(EntityType::kProduct)) known_.erase(found);
  }

  const PhraseHit* KnownAt(int begin) const {
    const auto found = known_.find(begin);
    return found == known_.end() ? nullptr : found->second;
  }

  void MarkWall(const MentionContext::Wall& wall) {
    int end = wall.span.end;
    names_end_[end] = 1;
    if (wall.after.Has(EntityType::kProduct)) products_follow_.insert(end);
    if (end >= reading_.size() || chars_[end] != U'了') return;
    names_end_[end + 1] = 1;
    if (wall.after.Has(EntityType::kProduct)) products_follow_.insert(end + 1);
  }

  // Where a stem that ends here begins, or -1.
  int StemBegin(int end) const {
    const bool sure = sure_endings_.count(end) > 0;
    if (const auto known = series_.find(end); sure && known != series_.end())
      return known->second->span.begin;
    if (names_end_[end] || EndsCount(end)) return -1;
    for (int begin = end - 1; begin >= std::max(0, end - kLongestStem); --begin) {
      if (!IsHan(chars_[begin]) || occupied_[begin]) return -1;
      if (!IsBoundary(begin)) continue;
      if (end - begin < kShortestStem) return -1;
      // 芯片|磐石X3: behind the noun for it a rare word will do, and before 江城|FC any.
      const float asked = sure                             ? kAnyCharacter
                          : behind_nouns_.count(begin) > 0 ? kRareCharacter
                                                           : kEverydayCharacter;
      return PlainCost({begin, end}) >= asked * static_cast<float>(end - begin) ? begin : -1;
    }
    return -1;
  }

  // 首款|AI眼镜, 一台|NAS
  bool EndsCount(int end) const {
    constexpr std::u32string_view kNumbers = U"首一二两三四五六七八九十新该这那每各多数几某全单整",
                                  kMeasures = U"款个台只项代批种类套颗枚系";
    return end >= 2 && kMeasures.find(chars_[end - 1]) != kMeasures.npos &&
           kNumbers.find(chars_[end - 2]) != kNumbers.npos;
  }

  bool IsBoundary(int joint) const {
    if (joint == 0 || names_end_[joint] || !IsHan(chars_[joint - 1])) return true;
    const Vocabulary::Word* word = reading_.Word({joint - 1, joint});
    constexpr float kFrequent = 8.0f;
    if (word == nullptr || word->cost > kFrequent) return false;
    // 宣布将|星澜2.0|开源: the adverb is the preposition too.
    return word->tag == 'u' || word->tag == 'p' || word->tag == 'c' || word->tag == 'q' ||
           chars_[joint - 1] == U'将';
  }

  // What the cheapest reading as everyday words costs; nothing for a word of grammar, which no name holds.
  float PlainCost(Span span) const {
    float cost[kLongestStem + 1];
    std::fill(cost, cost + kLongestStem + 1, std::numeric_limits<float>::infinity());
    cost[0] = 0;
    for (int i = 0; i < span.size(); ++i) {
      cost[i + 1] = std::min(cost[i + 1], cost[i] + kUnknownCharacter);
      for (int length = 1; i + length <= span.size(); ++length) {
        const Vocabulary::Word* word = reading_.Word({span.begin + i, span.begin + i + length});
        if (word == nullptr) continue;
        if (length == 1 && (word->tag == 'u' || word->tag == 'p')) return 0;
        cost[i + length] = std::min(cost[i + length], cost[i] + word->cost);
      }
    }
    return cost[span.size()];
  }

  int OrganizationEnd(int begin) const {
    auto ending = ending_from_.find(begin);
    if (ending == ending_from_.end()) return -1;
    const int end = ending->second;
    return end < reading_.size() && IsWordCharacter(chars_[end]) ? -1 : end;
  }

  // X1, 950PR, OS 4, 3.0; a whole number alone only behind a verb of products.
  int VersionEnd(int begin, int stem) const {
    int end = begin;
    bool letters = false, digits = false, point = false;
    for (; end < reading_.size() && !occupied_[end]; ++end) {
      const char32_t c = chars_[end];
      if (IsLatin(c)) {
        letters = true;
      } else if (IsDigit(c)) {
        digits = true;
      } else if (c == U'.' && end + 1 < reading_.size() && IsDigit(chars_[end + 1])) {
        point = true;
      } else if (c != U'-') {
        break;
      }
    }
    if (end - begin > kLongestVersion) return -1;
    const bool asked = products_follow_.count(stem) > 0 || (behind_nouns_.count(stem) > 0 && !Counts(end));
    if (!digits) return IsNamedInLetters({stem, begin}, end) ? WithWords(end) : -1;
    if (!letters && !point && !asked) return -1;
    return WithWords(end);
  }

  // 手机|听澜Fold. Not 大模型|团队Seed.
  bool IsNamedInLetters(Span stem, int end) const {
    return behind_nouns_.count(stem.begin) > 0 && IsUpper(chars_[stem.end]) && end - stem.end > 1 &&
           PlainCost(stem) >= kEverydayCharacter * static_cast<float>(stem.size());
  }

  // 12|点, 12|款: the number counts what stands behind it.
  bool Counts(int end) const {
    if (end >= reading_.size()) return false;
    const Vocabulary::Word* word = reading_.Word({end, end + 1});
    return chars_[end] == U'%' || (word != nullptr && (word->tag == 'q' || word->tag == 'm'));
  }

  // … Pro, … Max.
  int WithWords(int end) const {
    while (end + 1 < reading_.size() && chars_[end] == U' ' && IsUpper(chars_[end + 1])) {
      ++end;
      while (end < reading_.size() && IsWordCharacter(chars_[end])) ++end;
    }
    return end;
  }

  static constexpr int kLongestVersion = 8;

  const Reading& reading_;
  const std::u32string& chars_;
  std::vector<char> names_end_;                       // by joint: a name may begin here
  std::vector<char> occupied_;                        // by character: a time or an amount
  std::unordered_set<int> products_follow_;           // joints behind a verb of products
  std::unordered_set<int> behind_nouns_;              // joints behind a word for a kind of product
  std::unordered_map<int, const PhraseHit*> known_;   // by begin
  std::unordered_map<int, const PhraseHit*> series_;  // by end: a known name all in Chinese
  std::unordered_map<int, int> ending_from_;          // by begin: the end of a Latin ending of organisations
  std::unordered_set<int> unit_endings_;              // where one of units begins: 消费者|BG
  std::unordered_set<int> sure_endings_;  // where one begins that asks for no rare words before it
};

}  // namespace

std::vector<NameClaim> FindMixedNames(const Reading& reading) { return MixedReader(reading).Read(); }

}  // namespace annals
