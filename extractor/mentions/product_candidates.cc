#include <algorithm>

#include "extractor/mentions/made_up_names.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

// Nats, as for organisations.
constexpr float kPrior = 7.0f;
constexpr float kNounSupport = 4.0f, kVerbSupport = 4.0f, kSlotSupport = 12.0f, kEdgeSupport = 1.0f;
constexpr float kOwnedSupport = 10.0f, kPhraseSupport = 7.0f;
constexpr float kRareWord = 15.0f, kAnyWord = 1000.0f;  // 天枢 is one: a word that a product may be named by
constexpr float kNoun = 8.0f;                           // the noun is a word with or without the name

constexpr int kLongestName = 5;  // characters
constexpr int kLongestStem = 5;
constexpr int kLongestModifier = 6;  // between a verb and the noun
constexpr int kLongestSure = 3;      // longer stems are rather what the thing is for

class ProductOffers {
 public:
  ProductOffers(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                std::vector<NameClaim>* candidates)
      : reading_(reading),
        anchors_(anchors),
        made_up_(made_up),
        candidates_(*candidates),
        owned_(reading.size() + 1, 0),
        possessed_(reading.size() + 1, 0),
        named_(reading.size() + 1, 0) {
    MarkOwned();
  }

  void Offer() {
    for (const PhraseHit& hit : reading_.phrases) {
      const bool noun =
          hit.phrase->kind == Phrase::Kind::kSuffix && hit.phrase->types.Only(EntityType::kProduct);
      if (noun && anchors_.Has(hit.span.end, Anchors::kProductNounEnds) && !named_[hit.span.end]) {
        named_[hit.span.end] = 1;
        BehindNoun(hit.span.end, IsShown(hit.span));
      }
      const bool strong = hit.phrase->role == Phrase::Role::kStrong;
      if (noun && hit.span.size() > 1) BeforeNoun(hit.span, strong);
    }
  }

 private:
  // 推出|新款游戏, 旗下|机器人: a company may be called after the same word, but nobody brings one out.
  bool IsShown(Span noun) const {
    for (int joint = noun.begin; joint >= std::max(0, noun.begin - kLongestModifier); --joint) {
      if (anchors_.Has(joint, Anchors::kProductEnds | Anchors::kOwnedEnds))
        return anchors_.StopAfter(joint) >= noun.end;
    }
    return false;
  }

  // 聊天机器人|暖暖|下架.
  void BehindNoun(int begin, bool shown) {
    if (anchors_.Has(begin, Anchors::kWallStarts | Anchors::kInsideWall)) return;
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongestName);
    for (int end = begin + 2; end <= stop; ++end) {
      if (end > begin + 2 && anchors_.Has(end - 1, Anchors::kLongWallStarts)) return;
      const float right = RightSupport(end);
      if (right > 0 && !made_up_.IsWord({begin, end}) && !OpensWithConnector(begin))
        Add({begin, end}, {begin, end},
            kNounSupport + right + (shown && !OpensPassive(begin) ? kVerbSupport : 0));
    }
  }

  // 收购电商平台|遭罚
  bool OpensPassive(int begin) const {
    static constexpr std::u32string_view kPassive = U"遭获被受";
    return kPassive.find(reading_.chars()[begin]) != kPassive.npos;
  }

  // 新专辑|时隔|七年问世.
  bool OpensWithConnector(int begin) const {
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [begin](const PhraseHit& each) { return each.span.begin < begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin == begin; ++hit) {
      if (hit->phrase->kind == Phrase::Kind::kConnector && hit->span.size() > 1) return true;
    }
    return false;
  }

  // 发布|云|助手, ，|听雨|大模型|上线, 云岚科技的|听雨|大模型|昨日…
  void BeforeNoun(Span noun, bool strong) {
    if (NameBegins(reading_, noun.end, EntityType::kProduct)) return;
    const float right = RightSupport(noun.end);
    if (EndsPhrase(noun.end)) InPhrase(noun, strong);
    if (right == 0) return;
    for (int begin = noun.begin - 1; begin >= std::max(0, noun.begin - kLongestStem); --begin) {
      if (anchors_.StopAfter(begin) < noun.end) return;
      const bool short_stem = strong && noun.begin - begin <= kLongestSure;
      const bool verb = anchors_.Has(begin, Anchors::kProductEnds);
      const bool opens = short_stem && right == kVerbSupport &&
                         anchors_.Has(begin, Anchors::kEdgeLeft | Anchors::kOwnedEnds);
      if (!verb && !opens) continue;
      const Span stem{begin, noun.begin};
      if (opens ? !HoldsWord(stem, kAnyWord) : !made_up_.IsWord(stem))
        Add({begin, noun.end}, {begin, noun.begin}, short_stem ? kSlotSupport : kVerbSupport + right);
      return;
    }
  }

  // The same where the words on both sides only bound the noun phrase, and a company owns it or the stem is
  // no other word: 云岚科技的|听雨|大模型|昨日…, 把|听雨|大模型|停了.
  void InPhrase(Span noun, bool strong) {
    for (const int length : {2, 3}) {
      const Span stem{noun.begin - length, noun.begin};
      if (stem.begin < 0 || anchors_.StopAfter(stem.begin) < noun.end) return;
      const float left = strong ? PhraseSupport(stem.begin) : possessed_[stem.begin] ? kOwnedSupport : 0;
      if (left == 0 || HoldsWord(stem, left == kOwnedSupport ? kRareWord : kAnyWord)) continue;
      Add({stem.begin, noun.end}, stem, left);
      return;
    }
  }

  float PhraseSupport(int begin) const {
    if (owned_[begin] || possessed_[begin] || anchors_.Has(begin, Anchors::kOwnedEnds)) return kOwnedSupport;
    return anchors_.Has(begin, Anchors::kFunctionEnds | Anchors::kEdgeLeft | Anchors::kWallEnds)
               ? kPhraseSupport
               : 0;
  }

  // |昨日, |将, |的, |是
  bool EndsPhrase(int joint) const {
    if (joint < reading_.size() && reading_.chars()[joint] == U'是') return true;
    return anchors_.Has(joint, Anchors::kEdgeRight | Anchors::kFunctionStarts | Anchors::kWallStarts |
                                   Anchors::kTitleStarts | Anchors::kToldOf);
  }

  // 高性能: whether it is a word of the dictionary of less than this cost, or holds one.
  bool HoldsWord(Span stem, float cost) const {
    for (int begin = stem.begin; begin + 2 <= stem.end; ++begin) {
      if (IsWordUnder({begin, begin + 2}, cost)) return true;
    }
    return IsWordUnder(stem, cost);
  }

  bool IsWordUnder(Span span, float cost) const {
    return made_up_.IsWord(span) && reading_.Word(span)->cost < cost;
  }

  // 云岚科技|, 云岚科技的|
  void MarkOwned(int end) {
    owned_[end] = 1;
    if (end < reading_.size() && reading_.chars()[end] == U'的') possessed_[end + 1] = 1;
  }

  void MarkOwned() {
    for (const PhraseHit& hit : reading_.phrases) {
      const bool named =
          hit.phrase->kind == Phrase::Kind::kEntity || hit.phrase->kind == Phrase::Kind::kSuffix;
      if (named && hit.span.size() > 1 && hit.phrase->types.Only(EntityType::kOrganization))
        MarkOwned(hit.span.end);
    }
    for (const NameClaim& claim : reading_.fixed) {
      if (claim.types.Has(EntityType::kOrganization)) MarkOwned(claim.span.end);
    }
  }

  float RightSupport(int joint) const {
    if (anchors_.Has(joint, Anchors::kProductStarts | Anchors::kToldOf)) return kVerbSupport;
    return anchors_.Has(joint, Anchors::kEdgeRight) ? kEdgeSupport : 0;
  }

  void Add(Span span, Span made_up, float support) {
    float cost = made_up_.Cost(made_up);
    if (cost < 0) return;
    if (made_up.end < span.end) cost += kNoun;
    candidates_.push_back({span, EntityType::kProduct, NameClaim::Source::kContextual, -1, false,
                           kPrior + cost - support, support});
  }

  const Reading& reading_;
  const Anchors& anchors_;
  const MadeUpNames& made_up_;
  std::vector<NameClaim>& candidates_;
  // By joint: whether what may be the name of a company ends there, and whether 的 stands between.
  std::vector<char> owned_, possessed_;
  std::vector<char> named_;  // by joint: whether names behind a noun that ends there are offered
};

}  // namespace

void OfferProducts(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                   std::vector<NameClaim>* candidates) {
  ProductOffers(reading, anchors, made_up, candidates).Offer();
}

}  // namespace annals
