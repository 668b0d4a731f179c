#include "extractor/mentions/unlisted_names.h"

#include <algorithm>
#include <unordered_map>

#include "extractor/lexicon/automaton.h"
#include "extractor/mentions/characters.h"
#include "extractor/mentions/surroundings.h"
#include "extractor/mentions/unlisted_features.h"

namespace annals {
namespace {

using Feature = UnlistedFeature;

constexpr int kShortest = 2, kLongest = 8;  // characters
constexpr int kMostWords = 4;
constexpr float kUnknownCharacter = 13.0f, kNameCost = 8.0f, kPhraseCost = 9.0f;
constexpr float kAskedSupport = 1.4f;  // of one place at least
constexpr float kCommon = 9.5f;

bool IsGrammarTag(char tag) { return tag == 'u' || tag == 'r' || tag == 'y' || tag == 'p' || tag == 'c'; }

// What the words of a stretch say about it.
class FormReader {
 public:
  explicit FormReader(const Reading& reading) : reading_(reading) {}

  // Whether a word may stand in a name.
  bool CanHold(const Token& token) const {
    if (!IsHan(reading_.chars()[token.span.begin])) return false;
    if (token.kind == Token::Kind::kName) return CanHoldName(reading_.names[token.name]);
    if (token.kind != Token::Kind::kWord || token.connector != nullptr) return false;
    if (token.title != nullptr && token.span.size() > 1) return false;
    if (token.nominal != nullptr && token.suffix == nullptr) return false;
    if (token.wall != nullptr && token.suffix == nullptr) return false;
    return !(IsGrammarTag(token.tag()) && token.word->cost < 9);
  }

  // Whether one word may be such a name alone: no place, not the ending of names itself, and not the field of
  // a post (董事会, 研发).
  bool CanBe(const Token& token) const {
    const bool place = token.tag() == 'n' && token.subtag() == 's';
    const bool part = token.suffix != nullptr || token.modifier != nullptr;
    return IsMadeUpPerson(token) || (token.name < 0 && !part && !place);
  }

  // 简橙: a person by its characters, and by nothing that a list or a user has said.
  bool IsMadeUpPerson(const Token& token) const {
    if (token.name < 0) return false;
    const NameClaim& claim = reading_.names[token.name];
    return claim.source == NameClaim::Source::kPerson && claim.known < 0;
  }

  float Cost(const Token& token) const {
    if (token.kind == Token::Kind::kName) return kNameCost;
    float cost = kUnknownCharacter * static_cast<float>(token.span.size());
    if (token.suffix != nullptr || token.modifier != nullptr) cost = kPhraseCost;
    return token.word != nullptr ? std::min(cost, token.word->cost) : cost;
  }

  uint64_t FeaturesOf(const Token* first, const Token* last, float cost) const {
    const int length = last->span.end - first->span.begin, words = static_cast<int>(last - first) + 1;
    uint64_t bits = Bit(Feature::kBias);
    bits |= Graded(Feature::kLength3, length - 3, 3) | Graded(Feature::kWords2, words - 2, 2);
    const int each = std::max(static_cast<int>(cost / static_cast<float>(length)) - 4, 0);
    if (each < 3) bits |= Graded(Feature::kCost5, each, 3);
    bits |= Ends(*first, *last);
    int singles = 0;
    for (const Token* token = first; token <= last; ++token) {
      singles += token->span.size() == 1;
      if (IsPerson(*token)) bits |= Bit(Feature::kHoldsPerson);
      if (token->tag() == 'd' && token->word->cost < 9) bits |= Bit(Feature::kHoldsGrammar);
    }
    bits |= Graded(Feature::kSingles1, singles - 1, 2);
    if (words == 1 && first->word != nullptr) bits |= Bit(Feature::kListedWord);
    return bits;
  }

 private:
  // One of `count` features in a row: that at `step`, or the last for all beyond; none below 0.
  static uint64_t Graded(Feature first, int step, int count) {
    return step < 0 ? 0 : uint64_t{1} << (static_cast<int>(first) + std::min(step, count - 1));
  }

  static bool CanHoldName(const NameClaim& claim) {
    const bool soft =
        claim.source == NameClaim::Source::kKnown || claim.source == NameClaim::Source::kSuffixed ||
        claim.source == NameClaim::Source::kPerson || claim.source == NameClaim::Source::kTransliterated;
    return soft && (claim.types.Has(EntityType::kOrganization) || claim.known < 0 || claim.risky);
  }

  bool IsPerson(const Token& token) const {
    return token.name >= 0 && reading_.names[token.name].types.Has(EntityType::kPerson);
  }

  uint64_t Ends(const Token& first, const Token& last) const {
    uint64_t bits = 0;
    if (first.name >= 0 && !IsPerson(first)) bits |= Bit(Feature::kStartsKnown);
    bits |= FirstOf(first.tag(), first.subtag()) | LastOf(last.tag(), last.subtag());
    if (last.suffix != nullptr) bits |= Ending(*last.suffix, last.suffix_types);
    if (last.modifier != nullptr) bits |= Bit(Feature::kEndsField);
    if (IsCommon(first)) bits |= Bit(Feature::kFirstCommon);
    if (IsCommon(last)) bits |= Bit(Feature::kLastCommon);
    return bits;
  }

  static bool IsProper(char subtag) { return subtag == 'r' || subtag == 'z' || subtag == 't'; }

  static uint64_t FirstOf(char tag, char subtag) {
    if (tag == 'v' && subtag != 'n') return Bit(Feature::kFirstVerb);
    if (tag != 'n' && tag != 'v') return Bit(Feature::kFirstOther);
    if (subtag == 's') return Bit(Feature::kFirstPlace);
    return IsProper(subtag) ? Bit(Feature::kFirstProper) : 0;
  }

  static uint64_t LastOf(char tag, char subtag) {
    if (tag == 'v') return Bit(subtag == 'n' ? Feature::kLastVerbalNoun : Feature::kLastVerb);
    if (tag != 'n') return Bit(Feature::kLastOther);
    return IsProper(subtag) || subtag == 's' ? Bit(Feature::kLastProper) : 0;
  }

  static uint64_t Ending(const Phrase& suffix, TypeSet types) {
    if (!types.Has(EntityType::kOrganization)) return Bit(Feature::kEndsOther);
    if (suffix.role == Phrase::Role::kGeneric) return Bit(Feature::kEndsGeneric);
    return Bit(suffix.role == Phrase::Role::kWeak ? Feature::kEndsWeak : Feature::kEndsStrong);
  }

  static bool IsCommon(const Token& token) { return token.word != nullptr && token.word->cost < kCommon; }

  const Reading& reading_;
};

// What stands on either side of a place.
class PlaceReader {
 public:
  PlaceReader(const Reading& reading, const Anchors& anchors)
      : reading_(reading),
        anchors_(anchors),
        name_starts_(reading.size() + 1),
        name_ends_(reading.size() + 1) {
    for (const NameClaim& claim : reading.names) {
      name_starts_[claim.span.begin] = 1;
      name_ends_[claim.span.end] = 1;
    }
  }

  uint64_t FeaturesAt(Span span) const {
    const uint64_t left = Left(span.begin), right = Right(span.end);
    const bool speaks_left = left & kSpeakLeft, speaks_right = right & kSpeakRight;
    const bool clean_left = left & kCleanLeft, clean_right = right & kCleanRight;
    uint64_t bits = left | right;
    if (speaks_left && speaks_right) bits |= Bit(Feature::kFramed);
    if ((speaks_left && clean_right) || (clean_left && speaks_right)) bits |= Bit(Feature::kClean);
    const auto both = [&](Feature before, uint64_t after, Feature together) {
      if (left & Bit(before) && right & after) bits |= Bit(together);
    };
    both(Feature::kLeftDescriptor, kCleanRight | kSpeakRight, Feature::kDescriptorClean);
    both(Feature::kLeftOrganization, kCleanRight | kSpeakRight, Feature::kOrganizationClean);
    both(Feature::kLeftEdge, Bit(Feature::kRightOrganization), Feature::kEdgeOrganization);
    both(Feature::kLeftList, Bit(Feature::kRightList), Feature::kListBoth);
    both(Feature::kLeftFormer, Bit(Feature::kRightTitle), Feature::kFormerTitle);
    return bits;
  }

  // 1 where only an organisation would stand so, -1 where only a person would, else 0.
  int Leaning(Span span) const {
    if (anchors_.Has(span.begin, Anchors::kTitleEnds)) return -1;
    const int left = Balance(span.begin, Anchors::kOrganizationEnds, Anchors::kPersonEnds);
    const int right = Balance(span.end, Anchors::kOrganizationStarts, Anchors::kPersonStarts);
    return left < 0 || right < 0 ? -1 : std::max(left, right);
  }

  static bool IsUnclean(uint64_t bits) { return bits & (Bit(Feature::kLeftWord) | Bit(Feature::kRightWord)); }

 private:
  static constexpr uint64_t kSpeakLeft = Bit(Feature::kLeftOrganization) | Bit(Feature::kLeftDescriptor) |
                                         Bit(Feature::kLeftOwned) | Bit(Feature::kLeftFormer) |
                                         Bit(Feature::kLeftList);
  static constexpr uint64_t kSpeakRight =
      Bit(Feature::kRightOrganization) | Bit(Feature::kRightTitle) | Bit(Feature::kRightList);

  static constexpr uint64_t kCleanLeft = Bit(Feature::kLeftEdge) | Bit(Feature::kLeftFunction);
  static constexpr uint64_t kCleanRight =
      Bit(Feature::kRightEdge) | Bit(Feature::kRightFunction) | Bit(Feature::kRightPossessive);

  int Balance(int joint, int organization, int person) const {
    return (anchors_.Has(joint, organization) ? 1 : 0) - (anchors_.Has(joint, person) ? 1 : 0);
  }

  static bool IsSolid(char32_t c) { return IsHan(c) || IsLatin(c) || IsDigit(c); }

  uint64_t Left(int joint) const {
    uint64_t bits = 0;
    if (anchors_.Has(joint, Anchors::kOrganizationEnds)) bits |= Bit(Feature::kLeftOrganization);
    if (anchors_.Has(joint, Anchors::kDescriptorEnds)) bits |= Bit(Feature::kLeftDescriptor);
    if (anchors_.Has(joint, Anchors::kOwnedEnds)) bits |= Bit(Feature::kLeftOwned);
    if (anchors_.Has(joint, Anchors::kFormerEnds)) bits |= Bit(Feature::kLeftFormer);
    if (bits != 0) return bits;
    if (anchors_.Has(joint, Anchors::kListLeft)) return Bit(Feature::kLeftList);
    if (anchors_.Has(joint, Anchors::kEdgeLeft))
      return Bit(joint > 0 && IsSolid(reading_.chars()[joint - 1]) ? Feature::kLeftSolid
                                                                   : Feature::kLeftEdge);
    if (name_ends_[joint]) return Bit(Feature::kLeftName);
    return Bit(anchors_.Has(joint, Anchors::kFunctionEnds) ? Feature::kLeftFunction : Feature::kLeftWord);
  }

  uint64_t Right(int joint) const {
    uint64_t bits = 0;
    if (anchors_.Has(joint, Anchors::kOrganizationStarts)) bits |= Bit(Feature::kRightOrganization);
    if (anchors_.Has(joint, Anchors::kTitleStarts)) bits |= Bit(Feature::kRightTitle);
    if (anchors_.Has(joint, Anchors::kHeadTitleStarts)) bits |= Bit(Feature::kRightHeadTitle);
    if (bits != 0) return bits;
    if (anchors_.Has(joint, Anchors::kListRight)) return Bit(Feature::kRightList);
    if (anchors_.Has(joint, Anchors::kEdgeRight)) {
      const bool solid = joint < reading_.size() && IsSolid(reading_.chars()[joint]);
      return Bit(solid ? Feature::kRightSolid : Feature::kRightEdge);
    }
    if (reading_.chars()[joint] == U'的') return Bit(Feature::kRightPossessive);
    if (name_starts_[joint]) return Bit(Feature::kRightName);
    return Bit(anchors_.Has(joint, Anchors::kFunctionStarts) ? Feature::kRightFunction : Feature::kRightWord);
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<char> name_starts_, name_ends_;  // by joint
};

class Collector {
 public:
  Collector(const Reading& reading, const Anchors& anchors)
      : reading_(reading), anchors_(anchors), forms_(reading), places_(reading, anchors) {}

  std::vector<UnlistedName> Collect() {
    const int size = static_cast<int>(reading_.tokens.size());
    for (int i = 0; i < size; ++i) From(i, std::min(size, i + kMostWords));
    CountPlaces();
    std::erase_if(names_, [this](const UnlistedName& name) {
      return IsField(name) || (name.like_person && !LeansToOrganization(name));
    });
    return std::move(names_);
  }

 private:
  void From(int first, int stop) {
    const std::vector<Token>& tokens = reading_.tokens;
    const float left = LeftSupportOfOrganization(anchors_, tokens[first].span.begin);
    if (left == 0) return;
    float cost = 0;
    for (int i = first; i < stop && forms_.CanHold(tokens[i]); ++i) {
      if (i > first && tokens[i].span.begin != tokens[i - 1].span.end) return;
      cost += forms_.Cost(tokens[i]);
      const Span span{tokens[first].span.begin, tokens[i].span.end};
      if (span.size() > kLongest) return;
      if (span.size() < kShortest || (i == first && !forms_.CanBe(tokens[i]))) continue;
      if (SupportOfOrganization(anchors_, span) >= kAskedSupport) Add(tokens[first], tokens[i], cost);
    }
  }

  // 影像生成|新创公司: a field, wherever else it stands.
  bool IsField(const UnlistedName& name) const {
    return std::any_of(name.places.begin(), name.places.end(),
                       [this](Span place) { return anchors_.Has(place.end, Anchors::kDescriptorStarts); });
  }

  // 收购|简橙, 简橙|获得融资: at some places only an organisation would stand, at none only a person.
  bool LeansToOrganization(const UnlistedName& name) const {
    constexpr int kAskedPlaces = 2;
    int organization = 0;
    for (const Span place : name.places) {
      const int leaning = places_.Leaning(place);
      if (leaning < 0) return false;
      organization += leaning;
    }
    return organization >= kAskedPlaces;
  }

  void Add(const Token& first, const Token& last, float cost) {
    const Span span{first.span.begin, last.span.end};
    if (!seen_.emplace(reading_.View(span), static_cast<int>(names_.size())).second) return;
    const bool like_person = &first == &last && forms_.IsMadeUpPerson(first);
    names_.push_back({span, forms_.FeaturesOf(&first, &last, cost), cost, {}, like_person});
  }

  void CountPlaces() {
    std::vector<Automaton::Word> words;
    for (size_t i = 0; i < names_.size(); ++i)
      words.push_back({std::u32string(reading_.View(names_[i].span)), static_cast<int>(i)});
    for (const Automaton::Hit& hit : Automaton::Build(words).Match(reading_.chars()))
      names_[hit.value].places.push_back(hit.span);
    for (UnlistedName& name : names_) {
      size_t unclean = 0;
      for (const Span place : name.places) {
        const uint64_t bits = places_.FeaturesAt(place);
        name.features |= bits;
        unclean += PlaceReader::IsUnclean(bits);
      }
      const size_t times = name.places.size();
      if (2 * unclean > times) name.features |= Bit(Feature::kMostlyUnclean);
      if (times >= 2) name.features |= Bit(Feature::kTimes2);
      if (times >= 3) name.features |= Bit(Feature::kTimes3);
      if (times >= 5) name.features |= Bit(Feature::kTimes5);
    }
  }

  const Reading& reading_;
  const Anchors& anchors_;
  const FormReader forms_;
  const PlaceReader places_;
  std::unordered_map<std::u32string_view, int> seen_;
  std::vector<UnlistedName> names_;
};

}  // namespace

std::vector<UnlistedName> CollectUnlistedNames(const Reading& reading, const Anchors& anchors) {
  return Collector(reading, anchors).Collect();
}

void OfferUnlistedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  constexpr float kGain = 2.0f, kGainOfScore = 1.5f, kLeaning = 3.0f;
  const UnlistedWeights& weights = reading.lexicon.unlisted_weights();
  for (const UnlistedName& name : CollectUnlistedNames(reading, anchors)) {
    const float score = ScoreOf(name.features, weights) + (name.like_person ? kLeaning : 0);
    if (score <= 0) continue;
    for (const Span place : name.places) {
      candidates->push_back({place, EntityType::kOrganization, NameClaim::Source::kUnlisted, -1, false,
                             name.plain - kGain - kGainOfScore * score, 0});
    }
  }
}

}  // namespace annals
