// Which organisation a text speaks of at a place where it does not say: the employer of 副总裁X, what 公司
// means.
#ifndef ANNALS_EXTRACTOR_MENTIONS_FOCUS_H_
#define ANNALS_EXTRACTOR_MENTIONS_FOCUS_H_

#include <array>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/structure.h"

namespace annals {

// What speaks for an organisation. The names stand in focus.tsv, in this order.
enum class FocusFeature {
  kSameClause,      // last named in the same clause, …
  kSameSentence,    // … sentence, …
  kSentenceBefore,  // … in the one before, …
  kTwoSentencesBefore,
  kSameParagraph,
  kSubject,            // the last naming is the subject of its clause
  kSubjectInSentence,  // some naming in the sentence is
  kSubjectBefore,      // … in the one before
  kSubjectInParagraph,
  kParagraphFirst,  // no other is named before it in the paragraph
  kParagraphMost,   // none is named more often in the paragraph so far
  kNamings,         // the logarithm of how often the text names it
  kParagraphs,      // the part of the paragraphs that name any which name it
  kEmploys,         // a title in the text names it as the employer
  kEmploysNear,     // … in the paragraph, before the place
  kGoverned,        // the last naming stands behind a preposition
  kPossessive,      // … before 的
  kModifier,        // … inside another noun phrase
  kListed,          // … in a list
  kInvestor,        // its name is that of one who invests: 云图资本
  kCount,
};

constexpr int kFocusFeatures = static_cast<int>(FocusFeature::kCount);
using FocusVector = std::array<float, kFocusFeatures>;

// Weights of a conditional logit over the candidates (McFadden 1974), trained by deploy/train_focus.py.
// INVALID_ARGUMENT: an unknown feature or no number.
absl::StatusOr<FocusVector> LoadFocusWeights(const DataDirectory& data);
// investor_endings.tsv: how names of those who invest end.
absl::StatusOr<std::vector<std::string>> LoadInvestorEndings(const DataDirectory& data);
const char* FocusFeatureName(int feature);

// One naming of an organisation.
struct FocusNaming {
  int entity;
  int position;
  int clause;
  int sentence;
  int paragraph;
  bool subject;
  bool governed;
  bool possessive;
  bool modifier;
  bool employs;
  bool listed;
};

// Immutable; safe to share between threads.
class OrganizationFocus {
 public:
  struct Candidate {
    int entity;
    FocusVector features;
  };

  OrganizationFocus() = default;
  // `namings` by position; `investor` by entity: whether its name says so.
  OrganizationFocus(std::vector<FocusNaming> namings, std::vector<char> investor, const FocusVector& weights);

  // The entity in focus at a character of the text, other than `except`; -1: nothing was named before it, or
  // no text stands there.
  int At(int position, const Structure& structure, int except = -1) const;
  // Whether an entity is one that invests by its name, and not what the text names most.
  bool InvestsOnly(int entity) const {
    return entity != most_ && entity < static_cast<int>(investor_.size()) && investor_[entity];
  }
  // What At() chooses from: all that were named shortly before, and what the text names most.
  std::vector<Candidate> CandidatesAt(int position, const Structure& structure) const;

 private:
  std::vector<FocusNaming> namings_;
  std::vector<int> times_;       // by entity: namings in the whole text
  std::vector<int> paragraphs_;  // by entity: paragraphs that name it
  int all_paragraphs_ = 0;       // that name any
  std::vector<char> employs_;
  std::vector<char> investor_;
  int most_ = -1;
  FocusVector weights_{};
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_FOCUS_H_
