#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/made_up_names.h"
#include "extractor/mentions/name_bounds.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

// Nats, as for persons.
constexpr float kPrior = 4.0f;
constexpr float kStrongSuffix = 2.0f, kWeakSuffix = 4.5f, kNoSuffix = 3.0f;
constexpr float kCommonPrefix = 3.0f;   // added for an everyday word: 文档公司 is any such company
constexpr float kCommonSubject = 1.5f;  // … where it is the whole subject
constexpr float kVerbAtStart = 4.0f;    // taken back of that where a sentence begins
constexpr float kOpener = 10.0f;        // 传|银湖
constexpr float kKindAtStart = 4.0f;    // 厂|群晶电子
constexpr int kLongestPrefix = 6;
constexpr int kShortestContextual = 2, kLongestContextual = 5;

// 半导体|厂|群晶电子.
bool StartsWithKind(const Anchors& anchors, int begin) {
  return anchors.Has(begin, Anchors::kDescriptorEnds) && anchors.Has(begin + 1, Anchors::kDescriptorEnds);
}

// 有传闻称|辰星智能, 消息指|辰星智能, 被曝|整体: no name goes on over who says so.
bool HoldsReport(const Reading& reading, const Anchors& anchors, Span stem) {
  const std::u32string_view words = reading.View(stem);
  // 山海队|官方|宣布
  if (words.ends_with(U"官方") || words.ends_with(U"官宣")) return true;
  const bool points = words.front() == U'指' && !anchors.Has(stem.begin, Anchors::kEdgeLeft);
  return points || words.find_first_of(U"称曝") != words.npos;
}

// 上海|星海|队: a team has its place in its name, and any word may follow that.
float CostOfTeam(const Reading& reading, const MadeUpNames& made_up, Span stem) {
  constexpr float kPlace = 6.0f;
  float cost = made_up.CostOfPlaced(stem);
  for (const int length : {2, 3}) {
    if (cost < 0 || stem.size() < length + 2) return cost;
    const Vocabulary::Word* place = reading.Word({stem.begin, stem.begin + length});
    const float rest = made_up.Cost({stem.begin + length, stem.end});
    if (place != nullptr && place->tag == 'n' && place->subtag == 's' && rest >= 0)
      cost = std::min(cost, kPlace + rest);
  }
  return cost;
}

struct SpanOrder {
  bool operator()(Span a, Span b) const { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }
};

// 沐瞳|科技, 米罗|餐饮|集团: a name before an ending, or before several.
class SuffixedOffers {
 public:
  SuffixedOffers(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                 std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), made_up_(made_up), candidates_(*candidates) {
    std::set<Span, SpanOrder>
        units;  // 学院, 中心: behind a name they are a part of it, and no longer its end
    closes_.assign(reading.size() + 1, 0);
    for (const PhraseHit& hit : reading.phrases) {
      const bool suffix = hit.phrase->kind == Phrase::Kind::kSuffix;
      if (suffix && hit.phrase->types.Has(EntityType::kUnit)) units.insert(hit.span);
      if (hit.phrase->kind == Phrase::Kind::kTitle) titles_.insert(hit.span.begin);
      const bool known = hit.phrase->kind == Phrase::Kind::kEntity && !hit.phrase->risky;
      if (known || (suffix && hit.span.size() > 1)) closes_[hit.span.end] = 1;
    }
    for (const PhraseHit& hit : reading.phrases) {
      if (hit.phrase->kind == Phrase::Kind::kSuffix && hit.phrase->role == Phrase::Role::kGeneric)
        generic_from_.emplace(hit.span.end, hit.span.begin);
      if (!IsEnding(hit) || hit.phrase->role == Phrase::Role::kWeak || units.count(hit.span) > 0) continue;
      int& end = ending_from_[hit.span.begin];
      end = std::max(end, hit.span.end);
    }
  }

  void Offer() {
    for (const PhraseHit& hit : reading_.phrases) {
      const bool closes = IsEnding(hit) && !EndsGeneric(hit.span) && !IsFoundingVerb(hit.span);
      if (closes && !IsFieldOfTitle(hit)) OfferBefore(hit);
    }
  }

 private:
  static constexpr float kFurtherEnding = 1.0f;
  static constexpr float kTopic = 4.0f;        // taken off for what the words behind are told of
  static constexpr float kRegistered = 12.0f;  // of a registered name, however long
  static constexpr int kLongestRegistered = 14;

  bool IsEnding(const PhraseHit& hit) const {
    if (hit.phrase->kind != Phrase::Kind::kSuffix || OpensLongerWord(hit.span)) return false;
    return hit.phrase->kind == Phrase::Kind::kSuffix && hit.phrase->types.Has(EntityType::kOrganization) &&
           hit.phrase->role != Phrase::Role::kGeneric && hit.span.size() >= 2 &&
           IsHan(reading_.chars()[hit.span.begin]);
  }

  // 青鸢|技术总监: before a title the same word is the field of the post. But 长风汽车|副总裁, where nothing
  // before it closes a name and no title begins with it.
  bool IsFieldOfTitle(const PhraseHit& suffix) const {
    if (!anchors_.Has(suffix.span.end, Anchors::kTitleStarts | Anchors::kFieldStarts)) return false;
    if (anchors_.Has(suffix.span.end, Anchors::kHeadTitleStarts)) return false;
    if (anchors_.Has(suffix.span.end, Anchors::kUnitAhead)) return false;  // 青鸢科技|研发团队
    const bool weak = suffix.phrase->role == Phrase::Role::kWeak;
    if (!anchors_.Has(suffix.span.begin, Anchors::kFieldStarts)) return weak;
    return !anchors_.Has(suffix.span.end, Anchors::kTitleStarts) || closes_[suffix.span.begin] ||
           titles_.count(suffix.span.begin) > 0 || !BehindStem(suffix.span.begin, weak);
  }

  // ，|青禾|食品: all there is before the ending in its clause, or behind a verb; 出任|长风|汽车.
  bool BehindStem(int ending, bool weak) const {
    const int opens =
        weak ? Anchors::kEdgeLeft : Anchors::kEdgeLeft | Anchors::kWallEnds | Anchors::kFormerEnds;
    return (ending > 1 && anchors_.Has(ending - 2, opens)) || (ending > 2 && anchors_.Has(ending - 3, opens));
  }

  // 母|公司: the ending of a longer one that closes no name.
  bool EndsGeneric(Span ending) const {
    const auto generic = generic_from_.find(ending.end);
    return generic != generic_from_.end() && generic->second < ending.begin;
  }

  // 上纬新材|控股权: a longer word, which no ending begins; but 云岚科技|股价.
  bool OpensLongerWord(Span ending) const {
    const Span longer{ending.begin, ending.end + 1};
    const Vocabulary::Word* word = reading_.Word(longer);
    if (word == nullptr || word->tag != 'n' || ClosesNames(longer)) return false;
    return ending.end + 2 > reading_.size() || reading_.Word({ending.end, ending.end + 2}) == nullptr;
  }

  bool ClosesNames(Span span) const {
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [span](const PhraseHit& each) { return each.span.begin < span.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin == span.begin; ++hit) {
      if (hit->span == span && hit->phrase->kind == Phrase::Kind::kSuffix) return true;
    }
    return false;
  }

  // |绿洲科技|裁员: all there is between the mark before and what companies do, or a post of theirs.
  bool IsWholeSubject(int begin, const PhraseHit& hit) const {
    return anchors_.Has(begin, Anchors::kEdgeLeft) &&
           anchors_.Has(hit.span.end, Anchors::kOrganizationStarts | Anchors::kHeadTitleStarts);
  }

  // 浙江|山海|男篮, 广州|山海|俱乐部: the name of a team begins with its place.
  bool IsTeam(Span ending) const {
    const char32_t last = reading_.chars()[ending.end - 1];
    return last == U'篮' || last == U'足' || last == U'排' || last == U'队' ||
           reading_.View(ending) == U"俱乐部";
  }

  // 有限公司: what stands before it is a registered name up to the edge of the noun phrase.
  bool IsRegistered(const PhraseHit& hit) const {
    return hit.phrase->role == Phrase::Role::kLegal && hit.span.size() >= 4;
  }

  // |有鹿科技, 行业龙头|听澜集团: where a clause begins, or behind what kind of company it is, nobody has
  // said yet who would be the subject of a verb.
  bool IsAlone(int joint) const {
    static constexpr std::u32string_view kNaming = U"叫是有为称";  // 这家公司|叫云岚科技
    if (joint == 0) return true;
    if (anchors_.Has(joint, Anchors::kDescriptorEnds))
      return kNaming.find(reading_.chars()[joint]) == kNaming.npos;
    const char32_t before = reading_.chars()[joint - 1];
    return before == U'。' || before == U'\n' || before == U'“' || before == U'、';
  }

  // 这家|苏州公司, 一家|机器人公司: one of a kind, which is no name.
  bool IsCounted(int begin) const {
    static constexpr std::u32string_view kCounting = U"这那一两几多某每首数哪另";
    if (begin < 2 || (reading_.chars()[begin - 1] != U'家' && reading_.chars()[begin - 1] != U'间'))
      return false;
    return kCounting.find(reading_.chars()[begin - 2]) != kCounting.npos;
  }

  // 获阿里|投资: what is got from a company, not the end of its name.
  bool IsGot(int begin, const PhraseHit& hit) const {
    static constexpr std::u32string_view kGetting = U"获得到受";
    if (begin == 0 || kGetting.find(reading_.chars()[begin - 1]) == std::u32string_view::npos) return false;
    const Vocabulary::Word* ending = reading_.Word(hit.span);
    const bool closed = anchors_.Has(hit.span.end, Anchors::kEdgeRight) ||
                        reading_.chars()[hit.span.end] == U'后' || reading_.chars()[hit.span.end] == U'的';
    return ending != nullptr && ending->tag == 'v' && closed;
  }

  // 快运|公司: an everyday word before it says what kind of company, not which. So does what stands right
  // before a name: 视效公司|Tarn Digital, 中东基金|Al Waha.
  bool Describes(Span stem, const PhraseHit& hit) const {
    const bool company = reading_.View(hit.span) == U"公司";
    if (company && made_up_.IsCommon(stem)) return true;
    if (company && PrecedesSuffixed(hit.span.end)) return true;
    if (company && IsFieldOfPlace(stem) && !EndsPhrase(hit.span.end)) return true;
    // 记账软件|“小账本”, 通话软件|Skype
    if (ClosesProducts(hit.span) && NameBegins(reading_, hit.span.end, EntityType::kProduct)) return true;
    if (!NameBegins(reading_, hit.span.end, EntityType::kOrganization)) return false;
    return company ? reading_.known.Named(std::u32string(reading_.View(stem))).empty() : IsListed(stem);
  }

  // 生态链企业|青柚|科技: the name begins behind the description.
  bool HoldsDescription(Span stem) const {
    for (int joint = stem.begin + 3; joint + 2 <= stem.end; ++joint) {
      const auto generic = generic_from_.find(joint);
      if (generic != generic_from_.end() && generic->second > stem.begin) return true;
    }
    return false;
  }

  // 脑机接口公司|神桥科技: a name with an ending of its own follows.
  bool PrecedesSuffixed(int joint) const {
    if (anchors_.Has(joint, Anchors::kWallStarts)) return false;
    const int stop = std::min(anchors_.StopAfter(joint), joint + kLongestPrefix);
    for (int begin = joint + 2; begin < stop; ++begin) {
      if (anchors_.Has(begin, Anchors::kWallStarts)) return false;
      const auto ending = ending_from_.find(begin);
      if (ending != ending_from_.end() && ending->second <= stop) return true;
    }
    return false;
  }

  // 德国|光学|公司|莱因泰克: where it is and what it does.
  bool IsFieldOfPlace(Span stem) const {
    for (const int length : {2, 3}) {
      if (stem.size() < length + 2) return false;
      const Vocabulary::Word* place = reading_.Word({stem.begin, stem.begin + length});
      if (place != nullptr && place->tag == 'n' && place->subtag == 's')
        return reading_.Word({stem.begin + length, stem.end}) != nullptr;
    }
    return false;
  }

  bool EndsPhrase(int joint) const {
    return anchors_.Has(joint, Anchors::kEdgeRight | Anchors::kWallStarts | Anchors::kTitleStarts |
                                   Anchors::kFunctionStarts | Anchors::kOrganizationStarts |
                                   Anchors::kFieldStarts);
  }

  bool IsListed(Span stem) const { return reading_.Word(stem) != nullptr; }

  // 记账|软件, which also closes names of products.
  bool ClosesProducts(Span ending) const {
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [&](const PhraseHit& each) { return each.span.begin < ending.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin == ending.begin; ++hit) {
      if (hit->span == ending && hit->phrase->kind == Phrase::Kind::kSuffix &&
          hit->phrase->types.Has(EntityType::kProduct))
        return true;
    }
    return false;
  }

  void OfferBefore(const PhraseHit& hit) {
    if (closes_[hit.span.begin] &&
        (OpensUnit(reading_, anchors_, hit.span) || NamesShares(reading_, anchors_, hit.span)))
      return;
    const float ending = hit.phrase->role == Phrase::Role::kWeak ? kWeakSuffix : kStrongSuffix;
    const int stop = anchors_.StopBefore(hit.span.begin);
    const int first = std::max(stop, hit.span.begin - kLongestPrefix);
    for (int begin = hit.span.begin - 2; begin >= first; --begin) {
      if (begin + 2 < hit.span.begin && anchors_.Has(begin + 1, Anchors::kLongWallStarts)) break;
      if (anchors_.Has(begin, Anchors::kLongWallStarts | Anchors::kInsideWall)) continue;
      // 称|云岚科技
      if (anchors_.Has(begin, Anchors::kWallStarts) && anchors_.Has(begin + 1, Anchors::kWallEnds)) continue;
      const Span stem{begin, hit.span.begin};
      float prefix = IsTeam(hit.span) ? CostOfTeam(reading_, made_up_, stem) : made_up_.Cost(stem);
      if (prefix < 0) break;
      if (made_up_.StartsWithVerb(stem) || OpensWithStanding(reading_, stem)) continue;
      if (HoldsReport(reading_, anchors_, stem) || IsCounted(begin)) continue;
      if (Describes(stem, hit) || IsGot(begin, hit) || HoldsDescription(stem)) continue;
      if (made_up_.IsCommon(stem)) prefix += IsWholeSubject(begin, hit) ? kCommonSubject : kCommonPrefix;
      if (anchors_.Has(begin, Anchors::kOpenerStarts)) prefix += kOpener;
      // 原|云岚科技, 原|硬科技|负责人; but 原力科技, 原青科技
      const bool field = reading_.Word({begin + 1, hit.span.end}) != nullptr ||
                         anchors_.Has(begin + 1, Anchors::kFieldStarts);
      if ((stem.size() > 2 || field) && anchors_.Has(begin + 1, Anchors::kFormerEnds)) prefix += kOpener;
      if (HoldsFormer(reading_, anchors_, {begin, hit.span.end})) continue;
      if (StartsWithKind(anchors_, begin)) prefix += kKindAtStart;
      if (made_up_.OpensLikeVerb(begin) && IsAlone(begin)) prefix -= kVerbAtStart;
      AddChain(begin, hit.span.end, kPrior + ending + prefix, closes_[hit.span.begin] ? 2 : 1);
    }
    if (IsRegistered(hit)) OfferRegistered(hit, stop);
  }

  void OfferRegistered(const PhraseHit& hit, int stop) {
    const int end = hit.span.begin;
    for (int begin = end - 2; begin >= std::max(stop, end - kLongestRegistered); --begin) {
      if (anchors_.Has(begin, Anchors::kLongWallStarts) || IsJoiner(begin)) break;
      // 云岚科技的子公司|启元科技有限公司, 云岚科技与|启元科技有限公司
      const bool described = generic_from_.contains(begin);
      const bool marked = described || (begin > 0 && IsJoiner(begin - 1));
      const bool edge = anchors_.Has(begin, Anchors::kEdgeLeft);
      const bool placed =
          (edge || marked || anchors_.Has(begin, Anchors::kWallEnds)) && StartsWithPlace({begin, end});
      const bool long_subject = edge && begin < end - kLongestPrefix;
      if (placed || marked || long_subject) AddChain(begin, hit.span.end, kPrior + kRegistered);
      if (described) break;
    }
  }

  // 云岚科技|与|启元科技有限公司: a conjunction or preposition that makes no word with a neighbour.
  bool IsJoiner(int i) const {
    constexpr float kFrequent = 8.0f;
    const Vocabulary::Word* word = reading_.Word({i, i + 1});
    if (word == nullptr || word->cost > kFrequent || (word->tag != 'c' && word->tag != 'p')) return false;
    return reading_.Word({i, i + 2}) == nullptr && (i == 0 || reading_.Word({i - 1, i + 1}) == nullptr);
  }

  // 浙江|云岚集团有限公司: a registered name begins with its place.
  bool StartsWithPlace(Span stem) const {
    for (const int length : {2, 3}) {
      if (stem.size() < length + 2) return false;
      const Vocabulary::Word* word = reading_.Word({stem.begin, stem.begin + length});
      if (word != nullptr && word->tag == 'n' && word->subtag == 's') return true;
    }
    return false;
  }

  // 云岚半导体|投资|成立Y: what the company does, not the end of its name.
  bool IsFoundingVerb(Span ending) const {
    static constexpr std::u32string_view kFounding[] = {U"成立", U"设立", U"组建", U"新设", U"创办"};
    const std::u32string_view rest = std::u32string_view(reading_.chars()).substr(ending.end);
    return reading_.View(ending) == U"投资" &&
           std::any_of(std::begin(kFounding), std::end(kFounding),
                       [rest](std::u32string_view verb) { return rest.starts_with(verb); });
  }

  // 云岚|门店数达到1.2万家; before a unit the first ending closes the name, and so does what is known or ends
  // like a name without it: 云岚汽车|智驾|研发中心, 谷歌|中国|研究院.
  bool IsToldOf(int joint, int endings) const {
    if (anchors_.Has(joint, Anchors::kOrganizationStarts | Anchors::kTitleStarts)) return false;
    return anchors_.Has(joint, Anchors::kToldOf) ||
           (endings == 1 && anchors_.Has(joint, Anchors::kUnitAhead));
  }

  // The name up to the first ending, and up to each that follows it at once.
  void AddChain(int begin, int end, float cost, int first = 1) {
    constexpr int kMostEndings = 3;
    for (int endings = first; endings < first + kMostEndings; ++endings) {
      float support = SupportOfOrganization(anchors_, {begin, end});
      if (IsToldOf(end, endings)) support += kTopic;
      candidates_.push_back({{begin, end},
                             EntityType::kOrganization,
                             NameClaim::Source::kSuffixed,
                             -1,
                             false,
                             cost - support,
                             support});
      auto further = ending_from_.find(end);
      if (further == ending_from_.end() || further->second > anchors_.StopAfter(begin)) return;
      const Span next{end, further->second};
      if (IsFoundingVerb(next) || ClosesNoName(reading_, anchors_, next)) return;
      end = further->second;
      cost += kFurtherEnding;
    }
  }

  const Reading& reading_;
  const Anchors& anchors_;
  const MadeUpNames& made_up_;
  std::vector<NameClaim>& candidates_;
  std::unordered_map<int, int> ending_from_;   // by where it begins: the end of the longest
  std::vector<char> closes_;                   // by joint: whether a known name or an ending ends there
  std::unordered_set<int> titles_;             // where one begins: 音乐总监
  std::unordered_map<int, int> generic_from_;  // by its end: where the longest generic ending begins
};

}  // namespace

void OfferSuffixed(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                   std::vector<NameClaim>* candidates) {
  SuffixedOffers(reading, anchors, made_up, candidates).Offer();
}

namespace {

// 签下|巴西|前锋: where somebody is from.
bool IsPlaceWord(const Reading& reading, Span span) {
  const Vocabulary::Word* word = reading.Word(span);
  return word != nullptr && word->tag == 'n' && word->subtag == 's';
}

// 林知远|方|回应: who speaks for somebody; but 云岚东方.
bool IsSideOf(const Reading& reading, Span span) {
  static constexpr std::u32string_view kDirections = U"东南西北八四";
  return reading.chars()[span.end - 1] == U'方' &&
         kDirections.find(reading.chars()[span.end - 2]) == kDirections.npos;
}

// 影像生成|新创公司: fields of companies, which are no names wherever else they stand.
class Fields {
 public:
  Fields(const Reading& reading, const Anchors& anchors) : reading_(reading) {
    for (int end = kShortestContextual; end <= reading.size(); ++end) {
      if (!anchors.Has(end, Anchors::kDescriptorStarts)) continue;
      for (int length = kShortestContextual; length <= std::min(kLongestContextual, end); ++length)
        words_.insert(reading.View({end - length, end}));
    }
  }

  bool Contains(Span span) const { return words_.count(reading_.View(span)) > 0; }

 private:
  const Reading& reading_;
  std::unordered_set<std::u32string_view> words_;
};

}  // namespace

void OfferContextual(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                     std::vector<NameClaim>* candidates) {
  constexpr float kAskedSupport = 4.5f;
  constexpr float kOfAccount = 5.0f;  // |海鸿|营收31亿元
  constexpr float kTeam = 1.5f;       // 与上海山海|队|解约: what ends the name of a team
  const std::vector<char> unit_endings = UnitEndings(reading);
  const Fields fields(reading, anchors);
  for (int begin = 0; begin < reading.size(); ++begin) {
    const float left = LeftSupportOfOrganization(anchors, begin);
    if (left == 0 || anchors.Has(begin, Anchors::kLongWallStarts | Anchors::kInsideWall)) continue;
    if (anchors.Has(begin, Anchors::kProductNounEnds) && !anchors.Has(begin, Anchors::kDescriptorEnds))
      continue;
    const int stop = std::min(anchors.StopAfter(begin), begin + kLongestContextual);
    for (int end = begin + 2; end <= stop; ++end) {
      // 青川队|解雇|主教练: whatever stands behind the verb.
      if (end > begin + 2 && anchors.Has(end - 1, Anchors::kLongWallStarts)) break;
      float support = SupportOfOrganization(anchors, {begin, end});
      if (anchors.Has(begin, Anchors::kEdgeLeft) && anchors.Has(end, Anchors::kAccountStarts))
        support = std::max(support, kOfAccount);
      if (support < kAskedSupport || unit_endings[end] || fields.Contains({begin, end})) continue;
      if (anchors.Has(end - 1, Anchors::kWallStarts) && anchors.Has(end, Anchors::kWallEnds))
        continue;  // 穆清歌任|首席
      // 电商|部|裁掉|一半
      const bool holds_verb = anchors.Has(begin + 1, Anchors::kLongWallStarts) &&
                              anchors.Has(end, Anchors::kWallEnds | Anchors::kInsideWall);
      if (holds_verb) continue;
      const bool team = end > begin + 3 && reading.chars()[end - 1] == U'队';
      float cost = team ? CostOfTeam(reading, made_up, {begin, end - 1}) : made_up.CostOfPlaced({begin, end});
      if (cost < 0) break;
      if (team) cost += kTeam;
      if (made_up.IsWord({begin, end}) || IsPlaceWord(reading, {begin, end})) continue;
      if (HoldsReport(reading, anchors, {begin, end}) || HoldsPredicate(reading, {begin, end})) continue;
      if (IsSideOf(reading, {begin, end})) continue;
      if (anchors.Has(begin, Anchors::kOpenerStarts)) cost += kOpener;
      if (StartsWithKind(anchors, begin)) cost += kKindAtStart;
      // 协和医院|原|妇产科主任
      if (end > begin + 2 && anchors.Has(begin + 1, Anchors::kFormerEnds)) cost += kOpener;
      candidates->push_back({{begin, end},
                             EntityType::kOrganization,
                             NameClaim::Source::kContextual,
                             -1,
                             false,
                             kPrior + kNoSuffix + cost - support,
                             support});
    }
  }
}

void OfferListedOrganizations(const Reading& reading, const Anchors& anchors,
                              std::vector<NameClaim>* candidates) {
  constexpr float kAskedOfProper = 3.0f, kAskedOfOrganization = 0.5f, kRareProper = 13.0f, kGain = 1.0f;
  for (int begin = 0; begin + 1 < reading.size(); ++begin) {
    const int stop = std::min(anchors.StopAfter(begin), begin + Vocabulary::kLongest);
    for (int end = begin + 2; end <= stop; ++end) {
      const Vocabulary::Word* word = reading.Word({begin, end});
      if (word == nullptr || word->tag != 'n' || (word->subtag != 't' && word->subtag != 'z')) continue;
      const float support = SupportOfOrganization(anchors, {begin, end});
      const bool organization = word->subtag == 't' && end - begin > 2;
      // MolForge的|第三版, 宣布|新一轮|组织架构调整
      const bool counts = reading.chars()[begin] == U'第' || reading.chars()[end - 1] == U'轮';
      if (!organization && counts) continue;
      if (!organization && word->cost < kRareProper) continue;
      if (support < (organization ? kAskedOfOrganization : kAskedOfProper)) continue;
      candidates->push_back({{begin, end},
                             EntityType::kOrganization,
                             NameClaim::Source::kListed,
                             -1,
                             false,
                             word->cost - kGain - support / 2,
                             support});
    }
  }
}

}  // namespace annals
