#include "extractor/mentions/framed_names.h"

#include <algorithm>
#include <string_view>

#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

constexpr int kStem = 2;  // characters
// Nats, as for the names without such an opening.
constexpr float kRareStem = 11.0f;  // of a team: what a common word stands before is a kind of one
constexpr float kPlainStem = 15.0f, kForm = 6.0f, kListed = 3.0f, kTakenBack = 8.0f;

class FramedOffers {
 public:
  FramedOffers(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
               std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), made_up_(made_up), candidates_(*candidates) {}

  void Offer() {
    for (const PhraseHit& hit : reading_.phrases) {
      if (IsEnding(hit) || IsTeam(hit)) At(hit, kStem);
      if (IsEnding(hit)) At(hit, kStem + 1);
    }
  }

 private:
  enum class Left { kOpen, kEdge, kMarked };

  static bool IsEnding(const PhraseHit& hit) {
    const Phrase& phrase = *hit.phrase;
    if (phrase.kind != Phrase::Kind::kSuffix || !phrase.types.Has(EntityType::kOrganization)) return false;
    return hit.span.size() >= 2 &&
           (phrase.role == Phrase::Role::kStrong || phrase.role == Phrase::Role::kWeak);
  }

  // 苍狼|队; not 球队, 车队.
  bool IsTeam(const PhraseHit& hit) const {
    const bool team = hit.span.size() == 1 && hit.phrase->kind == Phrase::Kind::kSuffix &&
                      hit.span.begin >= kStem && hit.phrase->types.Has(EntityType::kOrganization) &&
                      reading_.View(hit.span) == U"队";
    if (!team || reading_.Word({hit.span.begin - 1, hit.span.end}) != nullptr) return false;
    const Vocabulary::Word* stem = reading_.Word({hit.span.begin - kStem, hit.span.begin});
    return stem == nullptr || (stem->tag == 'n' && (stem->subtag == 's' || stem->cost > kRareStem));
  }

  // 向日葵|医疗: a longer word that a preposition seems to open.
  bool IsLongerWord(Span stem) const {
    if (stem.size() == kStem) return false;
    const Vocabulary::Word* word = stem.begin < 0 ? nullptr : reading_.Word(stem);
    const Vocabulary::Word* first = word == nullptr ? nullptr : reading_.Word({stem.begin, stem.begin + 1});
    return first != nullptr && first->tag == 'p' && word->tag == 'n';
  }

  void At(const PhraseHit& ending, int length) {
    const int begin = ending.span.begin - length;
    if (length > kStem && !IsLongerWord({begin, ending.span.begin})) return;
    if (begin < anchors_.StopBefore(ending.span.begin) || anchors_.Has(begin, Anchors::kLongWallStarts))
      return;
    if (anchors_.Has(begin, Anchors::kInsideWall) || anchors_.Has(begin, Anchors::kOpenerStarts)) return;
    const Left left = LeftOf(begin);
    if (left == Left::kOpen || !IsFramed(left, begin, ending)) return;
    const float stem = StemCost({begin, ending.span.begin}, left, ending);
    if (stem < 0) return;
    candidates_.push_back({{begin, ending.span.end},
                           EntityType::kOrganization,
                           NameClaim::Source::kSuffixed,
                           -1,
                           false,
                           kForm + stem - kTakenBack,
                           kFramedSupport});
  }

  // 从|X, 加入|X, 前|X: a name has to begin there. At the edge of a clause it may.
  Left LeftOf(int begin) const {
    if (anchors_.Has(begin, Anchors::kOrganizationEnds | Anchors::kFormerEnds) || FollowsPreposition(begin))
      return Left::kMarked;
    return anchors_.Has(begin, Anchors::kEdgeLeft | Anchors::kListLeft) ? Left::kEdge : Left::kOpen;
  }

  bool FollowsPreposition(int begin) const {
    static constexpr std::u32string_view kPrepositions = U"从由被与和跟同向对在把将遭获据";
    if (begin == 0 || kPrepositions.find(reading_.chars()[begin - 1]) == kPrepositions.npos) return false;
    return (begin < 2 || reading_.Word({begin - 2, begin}) == nullptr) &&
           reading_.Word({begin - 1, begin + 1}) == nullptr;
  }

  bool IsFramed(Left left, int begin, const PhraseHit& ending) const {
    const int end = ending.span.end;
    // 仿真软件|“FlameKit”: what kind of thing the name behind it is.
    constexpr TypeSet kThings = TypeSet(EntityType::kProduct) | EntityType::kOrganization | EntityType::kUnit;
    if (NameBegins(reading_, end, kThings)) return false;
    const bool team = ending.span.size() == 1;
    const bool weak = ending.phrase->role == Phrase::Role::kWeak && !team;
    // 跨国|食品, 只经|公关: a field, which plain words stand before.
    const Span stem{begin, ending.span.begin};
    if (weak && !IsLongerWord(stem) && IsPlain(stem, left)) return false;
    if (anchors_.Has(end, Anchors::kOrganizationStarts | Anchors::kHeadTitleStarts)) return true;
    if (!weak && IsEntitling(end)) return true;
    if (left == Left::kEdge) return false;
    const int kBounds = Anchors::kEdgeRight | Anchors::kLongWallStarts | Anchors::kFunctionStarts;
    return anchors_.Has(end, kBounds | Anchors::kFormerEnds);
  }

  bool IsPlain(Span stem, Left left) const {
    const Vocabulary::Word* first = reading_.Word({stem.begin, stem.begin + 1});
    return reading_.Word(stem) != nullptr || (left == Left::kEdge && first != nullptr && first->tag == 'd');
  }

  // Negative: no name.
  float StemCost(Span stem, Left left, const PhraseHit& ending) const {
    // 创办了|这支|乐队
    static constexpr std::u32string_view kParticles = U"的了着过地得这那该此";
    if (kParticles.find(reading_.chars()[stem.begin]) != kParticles.npos) return -1;
    const Vocabulary::Word* word = reading_.Word(stem);
    if (ending.span.size() == 1) return IsOpening(stem) || made_up_.Cost(stem) < 0 ? -1 : kPlainStem;
    if (made_up_.IsKnown(stem)) return -1;
    if (IsLongerWord(stem)) return std::min(kPlainStem, word->cost + kListed);
    if (word == nullptr) return IsAsGoodAsAny(stem) || IsOpening(stem) ? -1 : kPlainStem;
    // 向前|科技, but 国有|资本 and 合作|银行.
    static constexpr std::string_view kGrammar = "vdpcr";
    constexpr float kRare = 11.5f;
    const bool rare = word->tag != 'b' && word->tag != 'a' && word->cost > kRare && left == Left::kMarked;
    if (IsInstitution(ending) || (kGrammar.find(word->tag) == kGrammar.npos && !rare)) return -1;
    if (word->subtag == 'n' && !rare) return -1;
    const bool stands = left == Left::kMarked || (word->tag == 'v' && IsEntitling(ending.span.end));
    return stands ? std::min(kPlainStem, word->cost + kListed) : -1;
  }

  // No grammar in it: then it is a candidate as others are.
  bool IsAsGoodAsAny(Span stem) const {
    const float cost = made_up_.Cost(stem);
    return (cost >= 0 && cost <= kPlainStem) || JoinsTheNext(stem);
  }

  // 他和|研究所, 只经|公关: two words of grammar, of which the second governs what follows; but 由由|出行.
  bool JoinsTheNext(Span stem) const {
    static constexpr std::string_view kBefore = "rdpcu", kLast = "cpu";
    if (reading_.chars()[stem.begin] == reading_.chars()[stem.begin + 1]) return false;
    const Vocabulary::Word* first = reading_.Word({stem.begin, stem.begin + 1});
    const Vocabulary::Word* last = reading_.Word({stem.begin + 1, stem.end});
    return first != nullptr && last != nullptr && kBefore.find(first->tag) != kBefore.npos &&
           kLast.find(last->tag) != kLast.npos;
  }

  bool IsEntitling(int end) const { return anchors_.Has(end, Anchors::kTitleStarts | Anchors::kFieldStarts); }

  // 对新|能源, 在华|资本, 由该|医院: the second character says which of the kind.
  bool IsOpening(Span stem) const {
    static constexpr std::u32string_view kWhich =
        U"新旧老大小高低硬软黑本该此其这那各某多全两双单首母子分总原前后外内国省市县区民私"
        U"公华美英日韩中台港俄德法印欧亚非东西南北好";
    return kWhich.find(reading_.chars()[stem.begin + 1]) != kWhich.npos;
  }

  bool IsInstitution(const PhraseHit& ending) const {
    static constexpr std::u32string_view kLast = U"学院行会局部府社报台委署金券车队";
    return kLast.find(reading_.chars()[ending.span.end - 1]) != kLast.npos;
  }

  const Reading& reading_;
  const Anchors& anchors_;
  const MadeUpNames& made_up_;
  std::vector<NameClaim>& candidates_;
};

}  // namespace

void OfferFramedNames(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                      std::vector<NameClaim>* candidates) {
  FramedOffers(reading, anchors, made_up, candidates).Offer();
}

}  // namespace annals
