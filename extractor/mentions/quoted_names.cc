#include "extractor/mentions/quoted_names.h"

#include <algorithm>
#include <map>
#include <string>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

constexpr int kLongestName = 16;
constexpr int kLongestMadeUp = 4;
constexpr int kLongestClaim = 14;       // characters from a name to what is said of it
constexpr float kEverydayWord = 14.0f;  // nats: a word a reader knows

class QuotedReader {
 public:
  explicit QuotedReader(const Reading& reading)
      : reading_(reading),
        before_(reading.size() + 1),
        made_from_(reading.size() + 1, -1),
        founded_from_(reading.size() + 1, -1),
        noun_before_(reading.size() + 1),
        after_(reading.size() + 1),
        longest_after_(reading.size() + 1),
        longest_size_(reading.size() + 1),
        naming_(reading.size() + 1),
        field_(reading.size() + 1),
        said_(reading.size() + 1) {
    for (const PhraseHit& hit : reading.phrases) MarkPhrase(hit);
    for (const MentionContext::Wall& wall : reading.context.walls) {
      // A trigger vouches for one kind of name only; one that takes anything says nothing about a word in
      // quotes.
      const bool unit = wall.after.Only(EntityType::kUnit);  // 并为“早研院”
      const TypeSet things =
          unit ? wall.after : wall.after & (TypeSet(EntityType::kProduct) | EntityType::kOrganization);
      const bool says = wall.before.Has(EntityType::kPerson) && wall.after.empty();
      // 《雾之国》|预计|明年上市: of what is expected.
      if (says && !wall.impersonal) said_[wall.span.begin] = 1;
      if (wall.after.Has(EntityType::kProduct)) product_verbs_.push_back(wall.span.begin);
      if (wall.before.Has(EntityType::kProduct) ||
          (wall.after.Has(EntityType::kProduct) && EndsClause(wall.span.end)))
        told_of_.push_back(wall.span.begin);
      if (wall.before.Only(EntityType::kOrganization)) company_verbs_.push_back(wall.span.begin);
      const bool of_things = (wall.before | wall.after).Has(EntityType::kProduct);
      if (wall.company && !of_things) company_acts_.push_back(wall.span.begin);
      if (wall.company && wall.after.Has(EntityType::kOrganization)) taken_.push_back(wall.span.begin);
      if (wall.after.Has(EntityType::kPerson)) continue;
      before_[wall.span.end] = before_[wall.span.end] | things;
      // 发布了“山海”; 去年11月开源的“山海”一度领先
      const char32_t behind = wall.span.end < reading.size() ? reading.chars()[wall.span.end] : U'\0';
      const bool told = behind == U'的' && wall.after.Only(EntityType::kProduct);
      if (behind == U'了' || told) before_[wall.span.end + 1] = before_[wall.span.end + 1] | things;
      if (wall.after.Has(EntityType::kProduct)) made_from_[wall.span.end] = wall.span.begin;
      if (wall.after.Only(EntityType::kOrganization)) founded_from_[wall.span.end] = wall.span.begin;
    }
    Carry(&made_from_);
    Carry(&founded_from_);
    if (reading.context.measures == nullptr) return;
    for (const Automaton::Hit& hit : *reading.context.measures) measured_.push_back(hit.span.begin);
    std::sort(measured_.begin(), measured_.end());
  }

  std::vector<NameClaim> Read() {
    std::vector<Quotation> candidates = Candidates();
    for (const Quotation& quotation : candidates) {
      std::u32string name(reading_.View(quotation.inner));
      types_[name] = types_[name] | TypesAround(quotation);
    }
    ShareInSeries(candidates);
    std::vector<NameClaim> claims;
    for (const Quotation& quotation : candidates) {
      const TypeSet types = types_[std::u32string(reading_.View(quotation.inner))];
      if (types.empty() || (!claims.empty() && claims.back().span.Overlaps(quotation.inner))) continue;
      claims.push_back({quotation.inner, types, NameClaim::Source::kQuoted});
    }
    return claims;
  }

 private:
  void MarkPhrase(const PhraseHit& hit) {
    const Phrase& phrase = *hit.phrase;
    if (phrase.kind == Phrase::Kind::kModifier && phrase.role == Phrase::Role::kDomain) {
      field_[hit.span.end] = 1;
    } else if (phrase.kind == Phrase::Kind::kSuffix) {
      if (hit.span.size() > 1) noun_before_[hit.span.end] = noun_before_[hit.span.end] | phrase.types;
      endings_.push_back(hit);
      after_[hit.span.begin] = after_[hit.span.begin] | phrase.types;
      MarkLongest(hit);
    } else if (phrase.role == Phrase::Role::kDescriptor && hit.span.size() > 1) {
      // 退出男团“星轨少年”
      noun_before_[hit.span.end] = noun_before_[hit.span.end] | EntityType::kOrganization;
    } else if (phrase.role == Phrase::Role::kNaming || phrase.role == Phrase::Role::kAlias) {
      naming_[hit.span.end] = 1;
    }
  }

  // “星火”|部门, and not 部.
  void MarkLongest(const PhraseHit& hit) {
    int& longest = longest_size_[hit.span.begin];
    if (hit.span.size() < longest) return;
    TypeSet& types = longest_after_[hit.span.begin];
    types = hit.span.size() > longest ? hit.phrase->types : types | hit.phrase->types;
    longest = hit.span.size();
  }

  // 将推出|光瓶酒“淮上春”, 创办了|做推理引擎的“山石边界”: how far back the verb that governs a clause stands.
  void Carry(std::vector<int>* verbs) const {
    constexpr int kReach = 20;
    for (int joint = 1; joint <= reading_.size(); ++joint) {
      const int from = (*verbs)[joint - 1];
      if ((*verbs)[joint] >= 0 || from < 0 || joint - from > kReach) continue;
      if (!IsClauseEnd(reading_.chars()[joint - 1])) (*verbs)[joint] = from;
    }
  }

  static bool IsClauseEnd(char32_t c) {
    return c == U',' || c == U'。' || c == U';' || c == U':' || c == U'\n';
  }

  // 发布“听雨”、“栖岩”和“万象”, “听雨”“栖岩”下线: what is said of one of a series holds for all.
  void ShareInSeries(const std::vector<Quotation>& candidates) {
    const auto share = [this](const Quotation& from, const Quotation& to) {
      const TypeSet types = types_[std::u32string(reading_.View(from.inner))];
      TypeSet& shared = types_[std::u32string(reading_.View(to.inner))];
      if (shared.empty() && !IsEveryday(to.inner)) shared = types;
    };
    for (size_t i = 1; i < candidates.size(); ++i) {
      if (IsSeries(candidates[i - 1], candidates[i])) share(candidates[i - 1], candidates[i]);
    }
    for (size_t i = candidates.size(); i-- > 1;) {
      if (IsSeries(candidates[i - 1], candidates[i])) share(candidates[i], candidates[i - 1]);
    }
  }

  bool IsSeries(const Quotation& first, const Quotation& second) const {
    if (first.outer.end > second.outer.begin) return false;
    const std::u32string_view joint = reading_.View({first.outer.end, second.outer.begin});
    return joint.empty() || IsListJoint(joint);
  }

  std::vector<Quotation> Candidates() const {
    std::vector<Quotation> candidates;
    for (const Quotation& quotation : reading_.context.structure.quotations) {
      if (quotation.kind == Quotation::Kind::kSpeech || quotation.inner.empty()) continue;
      if (quotation.inner.size() <= kLongestName && IsNameLike(quotation.inner))
        candidates.push_back(quotation);
    }
    return candidates;
  }

  bool IsNameLike(Span span) const {
    const std::u32string_view text = reading_.View(span);
    return std::all_of(text.begin(), text.end(), [](char32_t c) {
      return IsHan(c) || IsLatin(c) || IsDigit(c) || c == U' ' || c == U'·' || c == U'-' || c == U'.' ||
             c == U':' || c == U'+' || c == U'&';
    });
  }

  TypeSet TypesAround(const Quotation& quotation) const {
    const TypeSet beside = TypesBeside(quotation), ending = EndingOf(quotation.inner);
    // “超级供应链”|事业群: what stands behind the name says it better than how it ends.
    const bool unit = longest_after_[quotation.outer.end].Only(EntityType::kUnit);
    if (!ending.empty() && !unit && !beside.Has(EntityType::kProduct)) return ending;
    TypeSet types = unit ? beside & TypeSet(EntityType::kUnit) : beside;
    const bool is_word = IsEveryday(quotation.inner) || IsPredicate(quotation.inner);
    // 整合为“阶跃AI”: units are named in Chinese.
    TypeSet before = before_[quotation.outer.begin];
    if (before.Only(EntityType::kUnit) && !IsHan(reading_.chars()[quotation.inner.end - 1]))
      before = TypeSet();
    if (unit) before = before & TypeSet(EntityType::kUnit);  // 成立“星火”|部门
    if (!is_word || NamesGoods(quotation)) types = types | before;
    if (types.empty() && quotation.kind == Quotation::Kind::kName &&
        (IsMadeThing(quotation) || IsToldOf(quotation, told_of_) || IsMeasured(quotation) ||
         IsPutForward(quotation))) {
      types = EntityType::kProduct;
    }
    // “拾光里”|获天使轮融资: only companies do so.
    const bool opens = quotation.outer.begin == 0 || !IsHan(reading_.chars()[quotation.outer.begin - 1]);
    if (types.empty() && opens && quotation.kind == Quotation::Kind::kName &&
        IsToldOf(quotation, company_verbs_))
      types = EntityType::kOrganization;
    if (types.empty() && IsDescribed(quotation, founded_from_)) types = EntityType::kOrganization;
    if (types.empty() && (IsHeldInShares(quotation) || IsTaken(quotation))) types = EntityType::kOrganization;
    // 保险平台“水滴保”|递交招股书, 平台“题海”|回应: what the noun calls a thing acts as the company that runs
    // it.
    if (types.Only(EntityType::kProduct) && quotation.kind == Quotation::Kind::kName &&
        (IsToldOf(quotation, company_acts_) || said_[quotation.outer.end]))
      types = types | EntityType::kOrganization;
    if (naming_[quotation.outer.begin] && types.empty()) {
      types = TypeSet(EntityType::kProduct) | EntityType::kOrganization | EntityType::kUnit;
    }
    if (quotation.kind != Quotation::Kind::kTitle) return types;
    // 动作游戏《山海行》, 《旅人》杂志|停刊: what has a title is a work, unless it reports.
    if (!IsSource(quotation)) return EntityType::kProduct;
    return types.empty() ? TypeSet(EntityType::kOrganization) : types;
  }

  // 推出|“外星人”电解质水: an everyday word too is a brand between a verb of products and what it is the
  // brand of.
  bool NamesGoods(const Quotation& quotation) const {
    constexpr int kLongestNoun = 4;
    if (!before_[quotation.outer.begin].Has(EntityType::kProduct)) return false;
    const int from = quotation.outer.end;
    for (int end = from + 2; end <= std::min(from + kLongestNoun, reading_.size()); ++end) {
      const Vocabulary::Word* word = reading_.Word({from, end});
      if (word != nullptr) return word->tag == 'n';
    }
    return false;
  }

  // What a noun on either side says: 应用“冒泡鸭”, “盘古”小组. 要求团队“回到用户” says nothing.
  TypeSet TypesBeside(const Quotation& quotation) const {
    const TypeSet after = after_[BehindCount(quotation.outer.end)],
                  before = noun_before_[quotation.outer.begin];
    if (before.Only(EntityType::kUnit) && StartsWithVerb(quotation.inner)) return after;
    return after | before;
  }

  // “闪拍”、“乐集”|等|三款|应用
  int BehindCount(int position) const {
    constexpr std::u32string_view kNumbers = U"两二三四五六七八九十几多数", kMeasures = U"款个大";
    const std::u32string& chars = reading_.chars();
    int at = position;
    if (at < reading_.size() && chars[at] == U'等') ++at;
    if (at + 1 >= reading_.size() || kMeasures.find(chars[at + 1]) == kMeasures.npos) return position;
    return kNumbers.find(chars[at]) != kNumbers.npos || IsDigit(chars[at]) ? at + 2 : position;
  }

  // “运动科学部”, “爱弥儿科技”: what the name says itself.
  TypeSet EndingOf(Span inner) const {
    TypeSet types;
    auto hit = std::partition_point(endings_.begin(), endings_.end(), [&](const PhraseHit& ending) {
      return ending.span.begin <= inner.begin;
    });
    for (; hit != endings_.end() && hit->span.begin < inner.end; ++hit) {
      const bool unit = hit->phrase->types.Has(EntityType::kUnit);
      if (hit->span.end != inner.end || inner.size() < 3) continue;
      if (hit->phrase->role == Phrase::Role::kStrong || hit->phrase->role == Phrase::Role::kWhole ||
          (unit && hit->span.size() == 1 && inner.size() > 3))
        types = types | hit->phrase->types;
    }
    return types;
  }

  // 原子钟“漏刻”, 推出与河南博物院联名的“云海青提”.
  bool IsMadeThing(const Quotation& quotation) const {
    const int joint = quotation.outer.begin;
    if (StartsWithVerb(quotation.inner)) return false;
    if (FollowsNoun(joint)) return true;
    if (made_from_[joint] < 0 || IsEveryday(quotation.inner)) return false;
    return reading_.chars()[joint - 1] == U'的' || field_[joint] || EndsNoun(joint);
  }

  // 创办了做推理引擎的“山石边界”.
  bool IsDescribed(const Quotation& quotation, const std::vector<int>& verbs) const {
    const int joint = quotation.outer.begin;
    return verbs[joint] >= 0 && reading_.chars()[joint - 1] == U'的' && !IsEveryday(quotation.inner) &&
           !StartsWithVerb(quotation.inner);
  }

  // “星图3.0”|正式|上线: a made-up name in front of a verb that says what becomes of a product.
  bool IsToldOf(const Quotation& quotation, const std::vector<int>& verbs) const {
    constexpr int kAdverbs = 4, kLongestTime = 12;
    if (IsEveryday(quotation.inner) || StartsWithVerb(quotation.inner)) return false;
    const auto verb = std::lower_bound(verbs.begin(), verbs.end(), quotation.outer.end);
    if (verb == verbs.end() || *verb - quotation.outer.end > kAdverbs + kLongestTime) return false;
    int adverbs = 0;
    for (int i = quotation.outer.end; i < *verb; ++i) {
      if (IsInTime(i)) continue;
      if (!IsHan(reading_.chars()[i]) || ++adverbs > kAdverbs) return false;
    }
    return true;
  }

  // “星图”8月|月活|达1.2亿: what has users is a thing.
  bool IsMeasured(const Quotation& quotation) const {
    if (reading_.context.measures == nullptr || !IsToldOf(quotation, measured_)) return false;
    const int end = quotation.outer.end;
    const auto& numbers = reading_.context.quantities;
    const auto number = std::partition_point(numbers.begin(), numbers.end(),
                                             [end](const Quantity& each) { return each.span.begin < end; });
    return number != numbers.end() && number->span.begin - end <= kLongestClaim &&
           !HoldsClauseEnd({end, number->span.begin});
  }

  // 将“星图”|全面开源, 给“星图”|判了死刑: before a verb that says what is done to a product.
  bool IsPutForward(const Quotation& quotation) const {
    const int begin = quotation.outer.begin, end = quotation.outer.end;
    if (begin == 0 || IsEveryday(quotation.inner) || StartsWithVerb(quotation.inner)) return false;
    const char32_t mark = reading_.chars()[begin - 1];
    if (mark != U'把' && mark != U'将' && mark != U'给' && mark != U'为' && mark != U'对') return false;
    const auto verb = std::lower_bound(product_verbs_.begin(), product_verbs_.end(), end);
    return verb != product_verbs_.end() && *verb - end <= kLongestClaim && !HoldsClauseEnd({end, *verb});
  }

  // “贝恩美”|被|云岚食品收购
  bool IsTaken(const Quotation& quotation) const {
    const int end = quotation.outer.end;
    if (end >= reading_.size() || reading_.chars()[end] != U'被' || IsEveryday(quotation.inner)) return false;
    const auto verb = std::lower_bound(taken_.begin(), taken_.end(), end);
    return verb != taken_.end() && *verb - end <= kLongestClaim && !HoldsClauseEnd({end, *verb});
  }

  // 拿下“小厨娘”|40%|股权
  bool IsHeldInShares(const Quotation& quotation) const {
    constexpr int kLongestBetween = 8;  // characters: 约百分之四十的
    const int end = std::min(reading_.size(), quotation.outer.end + kLongestBetween);
    const std::u32string_view behind = reading_.View({quotation.outer.end, end});
    const size_t at = std::min({behind.find(U"股权"), behind.find(U"股份"), behind.find(U"控制权")});
    return at != behind.npos &&
           std::none_of(behind.begin(), behind.begin() + static_cast<long>(at), IsClauseEnd);
  }

  bool HoldsClauseEnd(Span span) const {
    const std::u32string_view text = reading_.View(span);
    return std::any_of(text.begin(), text.end(), IsClauseEnd);
  }

  // 停服|了。
  bool EndsClause(int position) const {
    if (position < reading_.size() && reading_.chars()[position] == U'了') ++position;
    return position >= reading_.size() ||
           !(IsHan(reading_.chars()[position]) || IsDigit(reading_.chars()[position]) ||
             IsLatin(reading_.chars()[position]) || reading_.chars()[position] == U'“');
  }

  // “星图”将于|10月1日|关停
  bool IsInTime(int position) const {
    const std::vector<TimeMention>& times = reading_.context.times;
    const auto time = std::partition_point(times.begin(), times.end(), [position](const TimeMention& each) {
      return each.span.end <= position;
    });
    return time != times.end() && time->span.begin <= position;
  }

  bool EndsNoun(int joint) const {
    const Vocabulary::Word* word = reading_.Word({joint - 1, joint});
    return word != nullptr && (word->tag == 'n' || word->tag == 'q');  // 栽培|箱
  }

  // 原子钟“漏刻”: a noun right before the quotation says what the name is of.
  bool FollowsNoun(int joint) const {
    for (int length = 4; length >= 2; --length) {
      if (joint < length || said_[joint]) continue;
      if (field_[joint]) return true;
      const Vocabulary::Word* word = reading_.Word({joint - length, joint});
      if (word == nullptr) continue;
      // 上线|AI搜索“寻山”: behind a verb of products an act is a kind of them.
      const bool act = word->tag == 'v' && word->subtag == 'n' && made_from_[joint] >= 0;
      return act || (word->tag == 'n' && word->subtag == 0);
    }
    return false;
  }

  // 要求团队“回到用户”. Not so “听雨”, “闪拍侠”: one verb before what is no word.
  bool StartsWithVerb(Span span) const {
    for (int length = std::min(3, span.size()); length >= 1; --length) {
      const Vocabulary::Word* word = reading_.Word({span.begin, span.begin + length});
      if (word == nullptr) continue;
      if (word->tag == 'n' || word->tag == 'a' || length == span.size()) return false;
      const bool made_up = length == 1 && word->tag == 'v' && span.size() <= kLongestMadeUp;
      return !made_up || BeginsWithWord({span.begin + 1, span.end});
    }
    return false;
  }

  bool BeginsWithWord(Span span) const {
    for (int length = 2; length <= std::min(3, span.size()); ++length) {
      if (reading_.Word({span.begin, span.begin + length}) != nullptr) return true;
    }
    return false;
  }

  // 合作“一切照旧”, 入股“纯属误读”: what is said of it.
  bool IsPredicate(Span span) const {
    constexpr int kHalf = 2;
    if (span.size() != 2 * kHalf) return false;
    const Vocabulary::Word* first = reading_.Word({span.begin, span.begin + kHalf});
    const Vocabulary::Word* second = reading_.Word({span.begin + kHalf, span.end});
    return first != nullptr && second != nullptr && first->tag != 'n' && first->tag != 'a' &&
           (second->tag == 'v' || second->tag == 'd');
  }

  bool IsEveryday(Span span) const {
    const Vocabulary::Word* word = reading_.Word(span);
    return word != nullptr && word->cost < kEverydayWord;
  }

  // 据《晚点》报道, 《晚点》援引…: a paper, not a work.
  bool IsSource(const Quotation& quotation) const {
    const std::u32string& chars = reading_.chars();
    const int before = quotation.outer.begin - 1, after = quotation.outer.end;
    if (before >= 0 && (chars[before] == U'据' || chars[before] == U'经')) return true;
    return said_[after];
  }

  const Reading& reading_;
  std::vector<TypeSet> before_;    // by joint: what a trigger before it makes of a name
  std::vector<int> made_from_;     // by joint: where the verb of products that governs it begins, or -1
  std::vector<int> founded_from_;  // … of organisations alone
  std::vector<TypeSet> noun_before_, after_;  // by joint: what a noun beside it says a name is (应用“…”)
  std::vector<TypeSet> longest_after_;        // … of these what the longest noun says
  std::vector<int> longest_size_;             // … and its characters
  std::vector<char> naming_;                  // by joint: 名为, 叫做 end here
  std::vector<char> field_;                   // by joint: a word for a field ends here (机械臂)
  std::vector<PhraseHit> endings_;            // all suffixes, by begin
  std::vector<int> product_verbs_;            // where triggers begin that take a product, in order
  std::vector<int> measured_;                 // where words for measures begin, in order
  std::vector<int> told_of_;        // where triggers begin that a product precedes (上线), in order
  std::vector<int> company_verbs_;  // where those begin that only companies precede (融资), in order
  std::vector<int> company_acts_;   // … or companies before all, and no things (裁员)
  std::vector<int> taken_;          // where those begin that do something to a company (收购), in order
  std::vector<char> said_;          // by joint: a trigger that a person precedes starts here (报道, 称)
  std::map<std::u32string, TypeSet> types_;
};

}  // namespace

std::vector<NameClaim> FindQuotedNames(const Reading& reading) { return QuotedReader(reading).Read(); }

}  // namespace annals
