// What speaks for a stretch of text as the name of an organisation, and the weight of each.
#ifndef ANNALS_EXTRACTOR_MENTIONS_UNLISTED_FEATURES_H_
#define ANNALS_EXTRACTOR_MENTIONS_UNLISTED_FEATURES_H_

#include <array>
#include <cstdint>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// Features of one form over the whole text. Their names stand in unlisted_names.tsv.
enum class UnlistedFeature {
  kBias,
  // What stands before it, at any of its places …
  kLeftOrganization,  // a verb that an organisation follows: 加入|X
  kLeftDescriptor,    // a word for a kind of organisation: 短视频公司|X
  kLeftOwned,         // 旗下|X
  kLeftFormer,        // 前|X
  kLeftList,          // 、|X
  kLeftEdge,          // punctuation
  kLeftSolid,         // a fixed name, a time or an amount
  kLeftName,          // another name
  kLeftFunction,      // 与|X
  kLeftWord,          // nothing of these
  // … and after it.
  kRightOrganization,  // a verb that an organisation precedes: X|宣布
  kRightTitle,
  kRightHeadTitle,
  kRightList,
  kRightEdge,
  kRightSolid,
  kRightName,
  kRightPossessive,  // X|的
  kRightFunction,
  kRightWord,
  kMostlyUnclean,  // most places have a plain word on one side
  // Both sides at one place.
  kFramed,             // both speak for an organisation
  kClean,              // one does, and the other is punctuation or a word of grammar
  kDescriptorClean,    // 短视频公司|X|以
  kOrganizationClean,  // 加入|X|的
  kEdgeOrganization,   // ,|X|宣布
  kListBoth,           // 、|X|、
  kFormerTitle,        // 前|X|工程师
  // Its form, against two characters that are one rare noun.
  kLength3,
  kLength4,
  kLength5,  // or more characters
  kWords2,
  kWords3,    // or more
  kSingles1,  // words of one character
  kSingles2,  // or more
  kCost5,     // nats a character: below 5
  kCost6,
  kCost7,
  kListedWord,  // all of it is one word of the dictionary
  kFirstPlace,
  kFirstProper,
  kFirstVerb,
  kFirstOther,
  kLastProper,
  kLastVerbalNoun,
  kLastVerb,
  kLastOther,
  kEndsStrong,
  kEndsWeak,
  kEndsGeneric,
  kEndsOther,  // with an ending of organisations, or of other things
  kEndsField,  // with the field of a post: 市场
  kFirstCommon,
  kLastCommon,    // the word at that end is an everyday one
  kStartsKnown,   // with the name of an organisation
  kHoldsPerson,   // what reads like a person's name
  kHoldsGrammar,  // an adverb or the like
  // How often it recurs.
  kTimes2,
  kTimes3,
  kTimes5,  // at least
  kCount,
};

constexpr int kUnlistedFeatures = static_cast<int>(UnlistedFeature::kCount);
static_assert(kUnlistedFeatures <= 64);
// Of a logistic model, trained by deploy/train_unlisted.py.
using UnlistedWeights = std::array<float, kUnlistedFeatures>;

// INVALID_ARGUMENT: an unknown feature or no number.
absl::StatusOr<UnlistedWeights> LoadUnlistedWeights(const DataDirectory& data);
const char* UnlistedFeatureName(int feature);

constexpr uint64_t Bit(UnlistedFeature feature) { return uint64_t{1} << static_cast<int>(feature); }

// The sum of the weights of what the bits say; above 0: rather a name.
float ScoreOf(uint64_t features, const UnlistedWeights& weights);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_UNLISTED_FEATURES_H_
