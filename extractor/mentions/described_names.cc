#include "extractor/mentions/described_names.h"

#include <algorithm>
#include <string_view>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/framed_names.h"
#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

constexpr int kShortest = 2, kLongest = 5;  // characters
constexpr int kLongestField = 10;           // 自营电商|平台
// Nats.
constexpr float kCost = 4.0f;
constexpr float kEveryday = 12.0f;     // of a word that goes on after the noun: 平台|建设
constexpr float kEverydayEnd = 10.5f;  // … and of one that closes more words: 平台|战略合作

class DescribedOffers {
 public:
  DescribedOffers(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), candidates_(*candidates) {}

  void Offer() {
    for (const PhraseHit& hit : reading_.phrases) {
      if (hit.span.end != last_end_ && IsKindOfCompany(hit)) BehindCompany(hit.span);
      if (hit.span.end != last_end_ && IsKindOfWork(hit)) BehindWork(hit.span);
      if (hit.span.end != last_end_ && IsKindOfService(hit)) BehindService(hit.span);
      if (hit.span.end != last_end_ && hit.phrase->role == Phrase::Role::kOwned) BehindOwner(hit.span.end);
      if (IsCopula(hit)) BeforeCopula(hit);
      if (hit.phrase->role == Phrase::Role::kNaming) BehindNaming(hit.span.end);
    }
    for (int i = 0; i + 1 < reading_.size(); ++i) {
      if (reading_.chars()[i] == U'的' && EndsClause(i)) BehindClause(i + 1);
    }
    for (const MentionContext::Wall& wall : reading_.context.walls) {
      const bool deal = wall.span.size() > 1 && wall.after.Has(EntityType::kOrganization) &&
                        !wall.after.Has(EntityType::kPerson);
      if (deal) BeforeShares(wall.span.end);
    }
  }

 private:
  // 机器人公司, 美妆品牌, but 老股东 and 合作方: a party, which names of any kind follow.
  bool IsKindOfCompany(const PhraseHit& hit) const {
    static constexpr std::u32string_view kKinds = U"司业牌台商企构创厂站手兽头";
    const Phrase& phrase = *hit.phrase;
    const bool kind = phrase.role == Phrase::Role::kDescriptor ||
                      (phrase.kind == Phrase::Kind::kSuffix && phrase.types.Has(EntityType::kOrganization) &&
                       (phrase.role == Phrase::Role::kGeneric || reading_.View(hit.span) == U"公司"));
    return kind && hit.span.size() > 1 && kKinds.find(reading_.chars()[hit.span.end - 1]) != kKinds.npos;
  }

  // 新剧, 电影, 单曲: what has a title of its own.
  bool IsKindOfWork(const PhraseHit& hit) const {
    static constexpr std::u32string_view kKinds = U"剧片影歌曲辑游书";
    const Phrase& phrase = *hit.phrase;
    return phrase.kind == Phrase::Kind::kSuffix && phrase.types.Only(EntityType::kProduct) &&
           hit.span.size() > 1 && kKinds.find(reading_.chars()[hit.span.end - 1]) != kKinds.npos;
  }

  // 社交软件, 视频网站, 连锁面包店, 光伏企业: what is run and may be closed.
  bool IsKindOfService(const PhraseHit& hit) const {
    static constexpr std::u32string_view kKinds = U"件坛站台店区铺馆牌司业商企创头兽";
    const Phrase& phrase = *hit.phrase;
    const bool kind = phrase.role == Phrase::Role::kDescriptor || phrase.kind == Phrase::Kind::kSuffix;
    return kind && hit.span.size() > 1 && kKinds.find(reading_.chars()[hit.span.end - 1]) != kKinds.npos;
  }

  static bool IsCopula(const PhraseHit& hit) {
    return hit.phrase->role == Phrase::Role::kIsCompany || hit.phrase->role == Phrase::Role::kIsWare;
  }

  // |社交软件|圈圈|宣布停服, |预制菜品牌|灶小二|获红杉投资, 成立三年的光伏公司|启元|裁员: the subject of its
  // clause.
  void BehindService(Span noun) {
    int begin = noun.begin;
    while (begin > 0 && noun.begin - begin < kLongestField && IsHan(reading_.chars()[begin - 1]) &&
           reading_.chars()[begin - 1] != U'的' && !anchors_.Has(begin, Anchors::kWallEnds))
      --begin;
    if (begin > 0 && IsHan(reading_.chars()[begin - 1]) && reading_.chars()[begin - 1] != U'的') return;
    constexpr int kTold = Anchors::kProductStarts | Anchors::kOrganizationStarts | Anchors::kToldOf;
    const Span done{noun.end, VerbBehind(noun.end, kTold)};
    if (done.end > 0 && MayBeSubject(done))
      Add(done, TypeSet(EntityType::kOrganization) | EntityType::kProduct);
    const Span led{noun.end, TitleBehind(noun.end)};
    if (done.end < 0 && led.end > 0 && MayBeSubject(led)) Add(led, EntityType::kOrganization);
  }

  bool MayBeSubject(Span name) const { return MayBeName(name) && MayBeTitle(name) && !HoldsGrammar(name); }

  // 光伏公司|启元|创始人林知远, 光伏公司|启元|的CEO: where the name ends before a post; -1: no post follows.
  int TitleBehind(int begin) const {
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongest);
    for (int end = begin + kShortest; end <= stop && !anchors_.Has(end - 1, Anchors::kLongWallStarts);
         ++end) {
      const bool of = end < reading_.size() && reading_.chars()[end] == U'的';
      if (anchors_.Has(of ? end + 1 : end, Anchors::kTitleStarts)) return end;
    }
    return -1;
  }

  // |启元|是一家光伏公司: all that stands before what it is said to be.
  void BeforeCopula(const PhraseHit& hit) {
    int begin = hit.span.begin;
    while (begin > 0 && hit.span.begin - begin <= kLongest && IsHan(reading_.chars()[begin - 1]) &&
           !anchors_.Has(begin, Anchors::kWallEnds))
      --begin;
    const Span name{begin, hit.span.begin};
    if (name.size() < kShortest || name.size() > kLongest || !MayBeName(name) || !MayBeTitle(name)) return;
    Add(name,
        hit.phrase->role == Phrase::Role::kIsCompany ? EntityType::kOrganization : EntityType::kProduct);
  }

  // 一家名为|启元|的光伏公司, 一款叫|澄念|的手游: what it is called, and behind it what it is.
  void BehindNaming(int begin) {
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongest);
    int end = begin + kShortest;
    while (end < stop && reading_.chars()[end] != U'的') ++end;
    if (end >= stop || !MayBeName({begin, end})) return;
    const TypeSet types = KindBehind(end + 1);
    if (!types.empty()) Add({begin, end}, types);
  }

  // 林知远创办的|星澜|裁员, 估值50亿的|星澜|完成A轮融资: whom a clause describes, before what only companies
  // do.
  void BehindClause(int begin) {
    const Span name{begin, VerbBehind(begin, Anchors::kOrganizationStarts)};
    constexpr int kOthers = Anchors::kPersonStarts | Anchors::kProductStarts;
    if (name.end < 0 || anchors_.Has(name.end, kOthers) || reading_.Word(name) != nullptr) return;
    if (MayBeSubject(name)) Add(name, EntityType::kOrganization);
  }

  // 创办|的, 50亿|的; not a name or a noun, whose the next one is.
  bool EndsClause(int joint) const {
    const auto& numbers = reading_.context.quantities;
    const auto next = std::partition_point(numbers.begin(), numbers.end(),
                                           [joint](const Quantity& each) { return each.span.end < joint; });
    return anchors_.Has(joint, Anchors::kWallEnds) || (next != numbers.end() && next->span.end == joint);
  }

  // What the noun phrase that begins there calls it; empty: nothing that has a name.
  TypeSet KindBehind(int begin) const {
    const int last = std::min(anchors_.StopAfter(begin), begin + kLongestField);
    for (auto hit = FirstPhrase(begin); hit != reading_.phrases.end() && hit->span.end <= last; ++hit) {
      if (hit->span.size() < kShortest) continue;
      if (IsKindOfCompany(*hit)) return EntityType::kOrganization;
      if (anchors_.Has(hit->span.end, Anchors::kProductNounEnds)) return EntityType::kProduct;
    }
    return {};
  }

  // 听|雨: a word that hardly stands alone behind a verb.
  bool IsRare(int position) const {
    constexpr float kLeast = 7.0f;
    const Vocabulary::Word* one = reading_.Word({position, position + 1});
    return one == nullptr || one->cost > kLeast;
  }

  // 平台|还在|…, 公司|再没提过|…, 工厂|通报劳动局|…: what is said of one that has no name.
  bool HoldsGrammar(Span name) const {
    static constexpr std::string_view kGrammar = "dpcru";
    constexpr float kFrequent = 9.0f, kVerb = 8.5f;
    for (int i = name.begin; i < name.end; ++i) {
      const Vocabulary::Word* one = reading_.Word({i, i + 1});
      const bool grammar =
          one != nullptr && kGrammar.find(one->tag) != kGrammar.npos && one->cost < kFrequent;
      const bool verb = i == name.begin && one != nullptr && one->tag == 'v' && one->cost < kVerb &&
                        (name.size() > kShortest || !IsRare(i + 1));
      const Vocabulary::Word* two = i + kShortest > name.end ? nullptr : reading_.Word({i, i + kShortest});
      if (grammar || verb || (two != nullptr && two->tag != 'n')) return true;
    }
    return false;
  }

  void BehindCompany(Span noun) {
    const int verb = VerbBefore(noun.begin);
    if (verb < 0) return;
    const int end = EndOfPhrase(noun.end);
    const Span name{noun.end, end};
    if (end < 0 || !MayBeName(name)) return;
    const bool company = anchors_.Has(verb, Anchors::kOrganizationEnds | Anchors::kOwnedEnds) || IsLeft(verb);
    Add(name, company ? EntityType::kOrganization : EntityType::kProduct);
  }

  // Behind such a noun a verb of works has to follow.
  void BehindWork(Span noun) {
    const Span name{noun.end, VerbBehind(noun.end, Anchors::kProductStarts)};
    if (name.end > 0 && MayBeName(name) && MayBeTitle(name)) Add(name, EntityType::kProduct);
  }

  // 旗下|快团团|宣布下线.
  void BehindOwner(int begin) {
    const Span name{begin, VerbBehind(begin, Anchors::kProductStarts)};
    if (name.size() > kShortest && MayBeName(name) && MayBeTitle(name) && !OpensWithWord(name))
      Add(name, EntityType::kProduct);
  }

  bool OpensWithWord(Span name) const {
    return reading_.Word({name.begin, name.begin + kShortest}) != nullptr;
  }

  // Where the verb begins that such a thing precedes, with nothing but its name before it; -1: none.
  int VerbBehind(int begin, int subject) const {
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongest);
    for (int end = begin + kShortest; end <= stop; ++end) {
      if (anchors_.Has(end - 1, Anchors::kLongWallStarts)) return -1;
      // 踏浪智能|获投, not 踏浪智|能获投
      const bool cut = end < reading_.size() && !anchors_.Has(end, Anchors::kWallStarts) &&
                       reading_.Word({end - 1, end + 1}) != nullptr;
      const bool verb = anchors_.Has(end, subject) && !cut && !OpensEnding(end);
      if (verb && !anchors_.Has(end - 1, Anchors::kInsideWall)) return end;
    }
    return -1;
  }

  // 听雨|控股|CEO: a verb that is the ending of a name where a post stands behind it.
  bool OpensEnding(int joint) const {
    for (auto hit = FirstPhrase(joint); hit != reading_.phrases.end() && hit->span.begin == joint; ++hit) {
      const bool ending =
          hit->phrase->kind == Phrase::Kind::kSuffix && hit->phrase->types.Has(EntityType::kOrganization);
      if (ending && anchors_.Has(hit->span.end, Anchors::kTitleStarts)) return true;
    }
    return false;
  }

  std::vector<PhraseHit>::const_iterator FirstPhrase(int begin) const {
    return std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                [begin](const PhraseHit& each) { return each.span.begin < begin; });
  }

  // 转让|木石食品|51%股权.
  void BeforeShares(int begin) {
    if (begin < reading_.size() && reading_.chars()[begin] == U'了') ++begin;
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongest + 1);
    for (int end = begin + kShortest; end <= stop; ++end) {
      if (anchors_.Has(end - 1, Anchors::kLongWallStarts)) return;
      const int behind = BehindPercentage(end);
      if (!OpensHolding(behind)) continue;
      const Span word{end, std::min(end + 2, reading_.size())};
      if (behind == end && reading_.View(word) == U"股份" && !IsClosed({begin, end})) return;  // 云帆股份
      const Span name{begin, end};
      if (IsHeld(name)) Add(name, EntityType::kOrganization);
      return;
    }
  }

  // 听雨|科技: by an ending of its own.
  bool IsClosed(Span name) const {
    for (auto hit = FirstPhrase(name.begin + kShortest);
         hit != reading_.phrases.end() && hit->span.begin < name.end; ++hit) {
      const bool strong =
          hit->phrase->kind == Phrase::Kind::kSuffix && hit->phrase->role == Phrase::Role::kStrong;
      if (strong && hit->span.end == name.end) return true;
    }
    return false;
  }

  // Behind 51%, where it stands there.
  int BehindPercentage(int joint) const {
    const auto& numbers = reading_.context.quantities;
    const auto next = std::partition_point(numbers.begin(), numbers.end(),
                                           [joint](const Quantity& each) { return each.span.begin < joint; });
    return next != numbers.end() && next->span.begin == joint ? next->span.end : joint;
  }

  bool OpensHolding(int joint) const {
    static constexpr std::u32string_view kHoldings[] = {U"股权",   U"股份",   U"多数股", U"控股权",
                                                        U"全部股", U"部分股", U"控制权", U"的股"};
    const std::u32string_view rest = std::u32string_view(reading_.chars()).substr(joint);
    return std::any_of(std::begin(kHoldings), std::end(kHoldings),
                       [rest](std::u32string_view word) { return rest.starts_with(word); });
  }

  // Not 转让|上述|股权, 收购|标的公司|股权, 出售|所持|股份.
  bool IsHeld(Span name) const {
    static constexpr std::u32string_view kGrammar = U"的了与和及被所其该此本老新旧约近至超共合计并未拟再各";
    constexpr float kRare = 14.0f;
    const std::u32string_view text = reading_.View(name);
    if (text.find_first_of(kGrammar) != text.npos) return false;
    for (int end = name.begin + kShortest; end <= name.end; ++end) {
      const Vocabulary::Word* word = reading_.Word({name.begin, end});
      const bool proper = word != nullptr && word->tag == 'n' && word->subtag != 0 && word->subtag != 'g';
      if (word != nullptr && !proper && word->cost < kRare) return false;
    }
    return IsShortOfEnding(name) && !HoldsPredicate(reading_, name);
  }

  // 木石|食品: of what the lexicon knows only an ending stands in it.
  bool IsShortOfEnding(Span name) const {
    auto hit = FirstPhrase(name.begin);
    for (; hit != reading_.phrases.end() && hit->span.begin < name.end; ++hit) {
      const bool ending = hit->phrase->kind != Phrase::Kind::kEntity && hit->span.end == name.end &&
                          hit->span.begin >= name.begin + kShortest;
      if (hit->span.size() > 1 && hit->span.end <= name.end && !ending) return false;
    }
    return true;
  }

  // Where the verb ends that governs the noun phrase, or 旗下 or 从; -1 without one.
  int VerbBefore(int noun) const {
    const int first = std::max(1, noun - kLongestField);
    for (int joint = noun; joint >= first; --joint) {
      constexpr int kGoverns = Anchors::kOrganizationEnds | Anchors::kProductEnds;
      if (anchors_.Has(joint, Anchors::kOwnedEnds) || IsLeft(joint)) return joint;
      if (anchors_.Has(joint, Anchors::kWallEnds)) return anchors_.Has(joint, kGoverns) ? joint : -1;
      if (IsBreak(reading_.chars()[joint - 1])) return -1;
    }
    return -1;
  }

  // 从|光伏公司启元离职
  bool IsLeft(int joint) const { return reading_.chars()[joint - 1] == U'从'; }

  static bool IsBreak(char32_t c) {
    static constexpr std::u32string_view kJoints = U"与和及被由在向对将把";
    return (!IsHan(c) && !IsLatin(c) && !IsDigit(c)) || kJoints.find(c) != kJoints.npos;
  }

  // Up to a mark, a number, a verb or what is bought of it; -1 where the phrase goes on too long.
  int EndOfPhrase(int begin) const {
    for (int end = begin + kShortest; end <= std::min(begin + kLongest, reading_.size()); ++end) {
      if (anchors_.StopAfter(begin) < end) return -1;
      if (ClosesPhrase(end)) return end;
    }
    return -1;
  }

  bool ClosesPhrase(int joint) const {
    if (joint == reading_.size() || anchors_.Has(joint, Anchors::kLongWallStarts)) return true;
    if (reading_.chars()[joint] == U'的' || OpensHolding(joint)) return true;
    return anchors_.Has(joint, Anchors::kEdgeRight) && !IsLatin(reading_.chars()[joint]);
  }

  bool MayBeName(Span name) const {
    static constexpr std::u32string_view kOpening = U"遭获将拟已均仍";  // 电商平台|遭罚
    if (reading_.View(name).find_first_of(U"的了与和及被") != std::u32string_view::npos) return false;
    if (kOpening.find(reading_.chars()[name.begin]) != kOpening.npos) return false;
    const Vocabulary::Word* whole = reading_.Word(name);
    if (whole != nullptr && whole->cost < kEveryday) return false;
    return !HoldsListed(name) && !EndsEveryday(name) && !HoldsPredicate(reading_, name);
  }

  // Not 新剧|时隔|七年开播, 手游|国际服|上线: a word of grammar, or a part or a version of the work.
  bool MayBeTitle(Span name) const {
    static constexpr std::u32string_view kParts = U"版服集季部期番章回片票";
    static constexpr std::string_view kGrammar = "dpcruam";
    if (kParts.find(reading_.chars()[name.end - 1]) != kParts.npos) return false;
    const Vocabulary::Word* first = reading_.Word({name.begin, name.begin + 2});
    return first == nullptr || first->cost > kEveryday || kGrammar.find(first->tag) == kGrammar.npos;
  }

  // Another name, or another word for a kind.
  bool HoldsListed(Span name) const {
    auto hit = FirstPhrase(name.begin);
    for (; hit != reading_.phrases.end() && hit->span.begin < name.end; ++hit) {
      // 智能|派: nothing stands before it that it could be the ending of.
      const bool opens = hit->span.begin == name.begin && hit->span.end < name.end &&
                         hit->phrase->role == Phrase::Role::kStrong;
      if (hit->span.end <= name.end && hit->span.size() > 1 && !opens) return true;
    }
    return false;
  }

  // 广告公司|高管团队, 平台|战略合作: plain words to the end.
  bool EndsEveryday(Span name) const {
    const Vocabulary::Word* last = name.size() > 2 ? reading_.Word({name.end - 2, name.end}) : nullptr;
    return last != nullptr && last->cost < kEverydayEnd;
  }

  void Add(Span name, TypeSet type) {
    candidates_.push_back({name, type, NameClaim::Source::kSuffixed, -1, false, kCost, kFramedSupport});
    last_end_ = name.begin;
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<NameClaim>& candidates_;
  int last_end_ = -1;  // of the noun whose name was offered last
};

}  // namespace

void OfferDescribedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  DescribedOffers(reading, anchors, candidates).Offer();
}

}  // namespace annals
