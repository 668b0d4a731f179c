#include <algorithm>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/name_candidates.h"

namespace annals {
namespace {

// Nats. A person's name is about one word in forty of such news; the surname and the characters share the
// rest.
constexpr float kPrior = 4.0f;
constexpr float kSurestSurname = 3.0f;
constexpr float kSurnameDoubt = 6.0f;    // added in full for a word that is hardly ever a surname
constexpr float kGivenCharacter = 7.4f;  // a character with score 0
constexpr float kGivenScore = 0.9f;      // what a point of its score is worth
constexpr float kShortName = 1.5f;       // two characters are more often an accident

constexpr int kLongestTransliteration = 7;

float LeftSupport(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kTitleEnds)) return 5.0f;
  if (anchors.Has(joint, Anchors::kPersonEnds)) return 3.0f;
  if (anchors.Has(joint, Anchors::kListLeft)) return 1.5f;
  if (anchors.Has(joint, Anchors::kEdgeLeft)) return 1.0f;
  return anchors.Has(joint, Anchors::kFunctionEnds) ? 0.7f : 0.0f;
}

float RightSupport(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kPersonStarts)) return 4.0f;
  if (anchors.Has(joint, Anchors::kTitleStarts)) return 1.5f;
  if (anchors.Has(joint, Anchors::kListRight)) return 1.5f;
  if (anchors.Has(joint, Anchors::kEdgeRight)) return 1.0f;
  return anchors.Has(joint, Anchors::kFunctionStarts) ? 1.0f : 0.0f;
}

class PersonOffers {
 public:
  PersonOffers(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), candidates_(*candidates) {}

  void At(int begin) {
    const int stop = anchors_.StopAfter(begin);
    if (stop - begin < 2) return;
    const double weight = reading_.lexicon.SurnameWeight(reading_.chars()[begin]);
    if (weight > 0) Offer(begin, begin + 1, weight, stop);
    if (stop - begin < 3) return;
    const double compound = reading_.lexicon.CompoundSurnameWeight(reading_.View({begin, begin + 2}));
    if (compound > 0) Offer(begin, begin + 2, compound, stop);
  }

 private:
  void Offer(int begin, int given, double weight, int stop) {
    float cost = kPrior + kSurestSurname + kSurnameDoubt * static_cast<float>(1 - weight);
    for (int end = given + 1; end <= std::min(given + 2, stop); ++end) {
      cost += kGivenCharacter -
              kGivenScore * static_cast<float>(reading_.lexicon.GivenScore(reading_.chars()[end - 1]));
      const float support = LeftSupport(anchors_, begin) + RightSupport(anchors_, end);
      const float form = end == given + 1 ? kShortName : 0;
      candidates_.push_back({{begin, end},
                             EntityType::kPerson,
                             NameClaim::Source::kPerson,
                             -1,
                             cost + form - support,
                             support});
    }
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<NameClaim>& candidates_;
};

}  // namespace

void OfferPersons(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  PersonOffers offers(reading, anchors, candidates);
  for (int i = 0; i < reading.size(); ++i) offers.At(i);
}

void OfferTransliterations(const Reading& reading, const Anchors& anchors,
                           std::vector<NameClaim>* candidates) {
  constexpr float kBase = 6.0f, kCharacter = 8.0f, kScore = 1.3f;
  for (int begin = 0; begin < reading.size(); ++begin) {
    float cost = kBase;
    const int stop = std::min(anchors.StopAfter(begin), begin + kLongestTransliteration);
    for (int end = begin + 1; end <= stop; ++end) {
      const double score = reading.lexicon.TransliterationScore(reading.chars()[end - 1]);
      if (score <= 0) break;
      cost += kCharacter - kScore * static_cast<float>(score);
      if (end < begin + 2) continue;
      const float support = LeftSupport(anchors, begin) + RightSupport(anchors, end);
      const float asked = end == begin + 2 ? 5.0f : 3.0f;
      if (support < asked) continue;
      candidates->push_back({{begin, end},
                             EntityType::kPerson,
                             NameClaim::Source::kTransliterated,
                             -1,
                             cost - support,
                             support});
    }
  }
}

}  // namespace annals
