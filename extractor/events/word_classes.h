// Short lists of nouns and endings that decide how a verb beside them is read: who is staff, what is a place
// of work, what is but paper. Read from word_classes.tsv.
#ifndef ANNALS_EXTRACTOR_EVENTS_WORD_CLASSES_H_
#define ANNALS_EXTRACTOR_EVENTS_WORD_CLASSES_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// The classes of word_classes.tsv, which says what each is for.
enum class WordClass {
  kStaff,
  kSite,
  kUnitOfPeople,
  kOtherSpeaker,
  kPaper,
  kContrast,
  kTimeEnding,
  kPremium,
  kUnitPrice,
  kAgain,
  kPast,
  kShows,
  kCompany,
  kSubsidiary,
  kYearBefore,
  kAtOnce,
  kSomebody,
  kPostNoun,
  kWorth,
  kDenial,
  kPredecessor,
  kNewlyHeld,
  kMoves,
  kCompared,
  kOpensTo,
  kTakesDown,
  kSigning,
  kRateNoun,
  kAlso,
  kAward,
  kPerformed,
  kFromYear,
  kFromPeriod,
  kFounded,
  kNoField,
  kOwned,
  kNewShares,
  kDeal,
  kManner,
  kProduced,
  kLater,
  kRivals,
  kNoBusiness,
  kDeterminer,
  kJoint,
  kDelivers,
  kCopula,
  kShares,
  kCommonUnit,
  kDependent,
  kPostponed,
  kGraduate,
  kPlainUnit,
  kAllOfThem,
  kDegree,
  kDateline,
  kTurns,
  kAllTheWay,
  kPlaceEnding,
  kTakesUp,
  kLicense,
  kAlliance,
  kDemand,
  kInTurn,
  kIntent,
  kNaming,
  kWish,
  kClaims,
  kSaying,
  kLevel,
  kLeftPlace,
  kGoesOn,
  kHolds,
  kMembers,
  kTogether,
  kDissolves,
  kDealPrice,
  kCompletes,
  kNotice,
  kRumour,
  kSomeEmployer,
  kSchool,
  kStopped,
  kEmployer,
  kOffering,
  kPlacement,
  kCarriesOut,
  kLets,
  kHired,
  kStays,
  kCandidate,
  kRises,
  kReport,
  kNoReport,
  kCuts,
  kAffects,
  kLeftWork,
  kSomePlace,
  kSomeText,
  kTimeNoun,
  kDistributive,
  kCleft,
  kDismisser,
  kSeveral,
  kEarliest,
  kTakingUp,
  kSucceeds,
  kEngages,
  kCloses,
  kWhile,
  kAsked,
  kOfPeople,
  kNoShare,
  kReins,
  kAsks,
  kSpokesman,
  kAsFor,
  kGoesOver,
  kLeavesExchange,
  kShareholder,
  kWorks,
};

// Immutable; safe to share between threads.
class WordClasses {
 public:
  // INVALID_ARGUMENT, with file and line, for an unknown class.
  static absl::StatusOr<WordClasses> Load(const DataDirectory& data);

  // Whether a word of the class stands anywhere in the text, or at one of its ends.
  bool AnyIn(WordClass words, std::u32string_view text) const;
  bool AnyOpens(WordClass words, std::u32string_view text) const;
  bool AnyCloses(WordClass words, std::u32string_view text) const;
  // Characters of the longest word of the class that ends or opens the text; 0: none does.
  size_t LongestClosing(WordClass words, std::u32string_view text) const;
  size_t LongestOpening(WordClass words, std::u32string_view text) const;
  // Characters of all the words of the class that open the text one behind the other: 了|一家|X has three.
  size_t AllOpening(WordClass words, std::u32string_view text) const;
  // Where the first of them begins; npos: none stands there.
  size_t FirstIn(WordClass words, std::u32string_view text) const;

 private:
  static constexpr size_t kClasses = static_cast<size_t>(WordClass::kWorks) + 1;

  const std::vector<std::u32string>& Of(WordClass words) const { return words_[static_cast<size_t>(words)]; }

  std::array<std::vector<std::u32string>, kClasses> words_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_WORD_CLASSES_H_
