#include "extractor/mentions/focus.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr int kNamingsBack = 60;

constexpr const char* kFeatureNames[kFocusFeatures] = {
    "same_sentence",
    "sentence_before",
    "two_sentences_before",
    "same_paragraph",
    "subject",
    "subject_in_sentence",
    "subject_in_paragraph",
    "paragraph_first",
    "paragraph_most",
    "document_most",
    "document_share",
    "employs",
    "employs_near",
    "governed",
    "possessive",
    "modifier",
};

float& At(FocusVector& features, FocusFeature feature) { return features[static_cast<size_t>(feature)]; }

// What is known of one candidate while the namings before a place are read.
struct Tally {
  const FocusNaming* last = nullptr;
  bool subject_in_sentence = false, subject_in_paragraph = false, employs_near = false;
  int in_paragraph = 0;
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

OrganizationFocus::OrganizationFocus(std::vector<FocusNaming> namings, const FocusVector& weights)
    : namings_(std::move(namings)), weights_(weights) {
  for (const FocusNaming& naming : namings_) {
    if (naming.entity >= static_cast<int>(times_.size())) {
      times_.resize(naming.entity + 1, 0);
      employs_.resize(naming.entity + 1, 0);
    }
    ++times_[naming.entity];
    employs_[naming.entity] |= naming.employs;
  }
  for (const FocusNaming& naming : namings_) {
    if (most_ < 0 || times_[naming.entity] > times_[most_]) most_ = naming.entity;
  }
}

std::vector<OrganizationFocus::Candidate> OrganizationFocus::CandidatesAt(const Place& place) const {
  const auto end = std::partition_point(namings_.begin(), namings_.end(), [&](const FocusNaming& naming) {
    return naming.position < place.position;
  });
  const auto begin = end - std::min<std::ptrdiff_t>(end - namings_.begin(), kNamingsBack);
  std::map<int, Tally> tallies;
  if (most_ >= 0) tallies[most_];
  int first = -1, most_in_paragraph = 0;
  for (auto naming = begin; naming != end; ++naming) {
    Tally& tally = tallies[naming->entity];
    tally.last = &*naming;
    if (naming->paragraph != place.paragraph) continue;
    if (first < 0) first = naming->entity;
    most_in_paragraph = std::max(most_in_paragraph, ++tally.in_paragraph);
    tally.subject_in_paragraph |= naming->subject;
    tally.subject_in_sentence |= naming->subject && naming->sentence == place.sentence;
    tally.employs_near |= naming->employs;
  }
  std::vector<Candidate> candidates;
  for (const auto& [entity, tally] : tallies) {
    Candidate candidate{entity, {}};
    FocusVector& f = candidate.features;
    using F = FocusFeature;
    if (tally.last != nullptr) {
      const int back = place.sentence - tally.last->sentence;
      annals::At(f, F::kSameSentence) = back == 0;
      annals::At(f, F::kSentenceBefore) = back == 1;
      annals::At(f, F::kTwoSentencesBefore) = back == 2;
      annals::At(f, F::kSameParagraph) = tally.last->paragraph == place.paragraph;
      annals::At(f, F::kSubject) = tally.last->subject;
      annals::At(f, F::kGoverned) = tally.last->governed;
      annals::At(f, F::kPossessive) = tally.last->possessive;
      annals::At(f, F::kModifier) = tally.last->modifier;
    }
    annals::At(f, F::kSubjectInSentence) = tally.subject_in_sentence;
    annals::At(f, F::kSubjectInParagraph) = tally.subject_in_paragraph;
    annals::At(f, F::kParagraphFirst) = entity == first;
    annals::At(f, F::kParagraphMost) = tally.in_paragraph > 0 && tally.in_paragraph == most_in_paragraph;
    annals::At(f, F::kDocumentMost) = entity == most_;
    annals::At(f, F::kDocumentShare) =
        static_cast<float>(times_[entity]) / static_cast<float>(namings_.size());
    annals::At(f, F::kEmploys) = employs_[entity];
    annals::At(f, F::kEmploysNear) = tally.employs_near;
    candidates.push_back(candidate);
  }
  return candidates;
}

int OrganizationFocus::At(const Place& place, const std::vector<int>& except) const {
  int best = -1;
  float best_score = 0;
  for (const Candidate& candidate : CandidatesAt(place)) {
    if (std::find(except.begin(), except.end(), candidate.entity) != except.end()) continue;
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
