#include "extractor/mentions/focus.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr int kNamingsBack = 60;

constexpr const char* kFeatureNames[kFocusFeatures] = {
    "same_clause",
    "same_sentence",
    "sentence_before",
    "two_sentences_before",
    "same_paragraph",
    "subject",
    "subject_in_sentence",
    "subject_before",
    "subject_in_paragraph",
    "paragraph_first",
    "paragraph_most",
    "namings",
    "paragraphs",
    "employs",
    "employs_near",
    "governed",
    "possessive",
    "modifier",
    "listed",
    "investor",
};

// Where in the text something is not said.
struct Place {
  int position;
  int clause;
  int sentence;
  int paragraph;
};

// What is known of one candidate while the namings before a place are read.
struct Tally {
  int entity;
  const FocusNaming* last = nullptr;
  bool subject_in_sentence = false, subject_before = false, subject_in_paragraph = false;
  bool employs_near = false, first = false;
  int in_paragraph = 0;
};

// The namings of a stretch of text, counted as seen from a place behind it.
class Tallies {
 public:
  explicit Tallies(const Place& place) : place_(place) { by_entity_.reserve(16); }

  void AddUnseen(int entity) { Of(entity); }

  void Add(const FocusNaming& naming) {
    Tally& tally = Of(naming.entity);
    tally.last = &naming;
    tally.subject_before |= naming.subject && naming.sentence == place_.sentence - 1;
    if (naming.paragraph != place_.paragraph) return;
    tally.first |= most_in_paragraph_ == 0;
    most_in_paragraph_ = std::max(most_in_paragraph_, ++tally.in_paragraph);
    tally.subject_in_paragraph |= naming.subject;
    tally.subject_in_sentence |= naming.subject && naming.sentence == place_.sentence;
    tally.employs_near |= naming.employs;
  }

  const std::vector<Tally>& by_entity() const { return by_entity_; }

  FocusVector FeaturesOf(const Tally& tally) const {
    FocusVector features{};
    auto set = [&features](FocusFeature feature, bool value) {
      features[static_cast<size_t>(feature)] = value ? 1 : 0;
    };
    if (tally.last != nullptr) {
      const int back = place_.sentence - tally.last->sentence;
      set(FocusFeature::kSameClause, tally.last->clause == place_.clause);
      set(FocusFeature::kSameSentence, back == 0);
      set(FocusFeature::kSentenceBefore, back == 1);
      set(FocusFeature::kTwoSentencesBefore, back == 2);
      set(FocusFeature::kSameParagraph, tally.last->paragraph == place_.paragraph);
      set(FocusFeature::kSubject, tally.last->subject);
      set(FocusFeature::kGoverned, tally.last->governed);
      set(FocusFeature::kPossessive, tally.last->possessive);
      set(FocusFeature::kModifier, tally.last->modifier);
      set(FocusFeature::kListed, tally.last->listed);
    }
    set(FocusFeature::kSubjectInSentence, tally.subject_in_sentence);
    set(FocusFeature::kSubjectBefore, tally.subject_before);
    set(FocusFeature::kSubjectInParagraph, tally.subject_in_paragraph);
    set(FocusFeature::kParagraphFirst, tally.first);
    set(FocusFeature::kParagraphMost, tally.in_paragraph > 0 && tally.in_paragraph == most_in_paragraph_);
    set(FocusFeature::kEmploysNear, tally.employs_near);
    return features;
  }

 private:
  Tally& Of(int entity) {
    const auto place = std::partition_point(by_entity_.begin(), by_entity_.end(),
                                            [entity](const Tally& tally) { return tally.entity < entity; });
    if (place != by_entity_.end() && place->entity == entity) return *place;
    return *by_entity_.insert(place, Tally{entity});
  }

  const Place& place_;
  std::vector<Tally> by_entity_;  // sorted; few are named shortly before a place
  int most_in_paragraph_ = 0;
};

}  // namespace

const char* FocusFeatureName(int feature) { return kFeatureNames[feature]; }

absl::StatusOr<FocusVector> LoadFocusWeights(const DataDirectory& data) {
  FocusVector weights{};
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("focus.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int feature, table->Column("feature"));
    ANNALS_ASSIGN_OR_RETURN(const int weight, table->Column("weight"));
    for (int row = 0; row < table->size(); ++row) {
      const auto name = std::find(std::begin(kFeatureNames), std::end(kFeatureNames),
                                  std::string(table->Cell(row, feature)));
      float value = 0;
      if (name == std::end(kFeatureNames) || !absl::SimpleAtof(table->Cell(row, weight), &value))
        return absl::InvalidArgumentError(
            absl::StrCat(table->Where(row), ": no feature of focus and its weight"));
      weights[name - std::begin(kFeatureNames)] = value;
    }
  }
  return weights;
}

absl::StatusOr<std::vector<std::string>> LoadInvestorEndings(const DataDirectory& data) {
  std::vector<std::string> endings;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("investor_endings.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int ending, table->Column("ending"));
    for (int row = 0; row < table->size(); ++row) endings.emplace_back(table->Cell(row, ending));
  }
  return endings;
}

OrganizationFocus::OrganizationFocus(std::vector<FocusNaming> namings, std::vector<char> investor,
                                     const FocusVector& weights)
    : namings_(std::move(namings)), investor_(std::move(investor)), weights_(weights) {
  int entities = 0;
  for (const FocusNaming& naming : namings_) entities = std::max(entities, naming.entity + 1);
  times_.resize(entities, 0);
  paragraphs_.resize(entities, 0);
  employs_.resize(entities, 0);
  std::vector<int> last_paragraph(entities, -1);
  int paragraph = -1;
  for (const FocusNaming& naming : namings_) {
    ++times_[naming.entity];
    employs_[naming.entity] |= naming.employs;
    paragraphs_[naming.entity] +=
        std::exchange(last_paragraph[naming.entity], naming.paragraph) != naming.paragraph;
    all_paragraphs_ += std::exchange(paragraph, naming.paragraph) != naming.paragraph;
  }
  for (const FocusNaming& naming : namings_) {
    if (most_ < 0 || times_[naming.entity] > times_[most_]) most_ = naming.entity;
  }
}

std::vector<OrganizationFocus::Candidate> OrganizationFocus::CandidatesAt(int position,
                                                                          const Structure& structure) const {
  const int sentence = structure.SentenceAt(position);
  if (sentence < 0) return {};
  const Place place{position, structure.ClauseAt(position), sentence,
                    structure.sentences[sentence].paragraph};
  const auto end = std::partition_point(namings_.begin(), namings_.end(), [&](const FocusNaming& naming) {
    return naming.position < position;
  });
  Tallies tallies(place);
  if (most_ >= 0) tallies.AddUnseen(most_);
  const auto begin = end - std::min<std::ptrdiff_t>(end - namings_.begin(), kNamingsBack);
  for (auto naming = begin; naming != end; ++naming) tallies.Add(*naming);
  std::vector<Candidate> candidates;
  candidates.reserve(tallies.by_entity().size());
  for (const Tally& tally : tallies.by_entity()) {
    const int entity = tally.entity;
    Candidate& candidate = candidates.emplace_back(Candidate{entity, tallies.FeaturesOf(tally)});
    auto feature = [&candidate](FocusFeature f) -> float& {
      return candidate.features[static_cast<size_t>(f)];
    };
    feature(FocusFeature::kNamings) = std::log(static_cast<float>(times_[entity]));
    feature(FocusFeature::kParagraphs) =
        static_cast<float>(paragraphs_[entity]) / static_cast<float>(all_paragraphs_);
    feature(FocusFeature::kEmploys) = employs_[entity];
    feature(FocusFeature::kInvestor) = investor_[entity];
  }
  return candidates;
}

int OrganizationFocus::At(int position, const Structure& structure, int except) const {
  int best = -1;
  float best_score = 0;
  for (const Candidate& candidate : CandidatesAt(position, structure)) {
    if (candidate.entity == except) continue;
    float score = 0;
    for (int i = 0; i < kFocusFeatures; ++i) score += weights_[i] * candidate.features[i];
    if (best < 0 || score > best_score) {
      best = candidate.entity;
      best_score = score;
    }
  }
  return best;
}

}  // namespace annals
