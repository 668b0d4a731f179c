#include "extractor/discourse/confidence.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr char kEveryEvent[] = "every event";
constexpr char kLeastReported[] = "least reported";
constexpr char kLeastReportedOf[] = "least reported of ";
constexpr double kPlaces = 1e4;  // the last bits of exp() differ between machines

}  // namespace

absl::StatusOr<ConfidenceModel> ConfidenceModel::Load(const DataDirectory& data) {
  ConfidenceModel model;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("confidence.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int feature, table->Column("feature"));
    ANNALS_ASSIGN_OR_RETURN(const int weight, table->Column("weight"));
    for (int row = 0; row < table->size(); ++row) {
      const absl::string_view cell = table->Cell(row, weight);
      double& value = model.weights_[std::string(table->Cell(row, feature))];
      if (absl::SimpleAtod(cell, &value) && std::isfinite(value)) continue;
      return absl::InvalidArgumentError(absl::StrCat(table->Where(row), ": no number: '", cell, "'"));
    }
  }
  model.least_ = model.Weight(kLeastReported);
  for (const auto& [name, value] : model.weights_) {
    if (absl::StartsWith(name, kLeastReportedOf))
      model.least_of_[absl::StripPrefix(name, kLeastReportedOf)] = value;
  }
  return model;
}

double ConfidenceModel::Weight(absl::string_view feature) const {
  const auto found = weights_.find(feature);
  return found == weights_.end() ? 0 : found->second;
}

double ConfidenceModel::Confidence(const EventFeatures& features) const {
  double sum = Weight(kEveryEvent);
  for (const absl::string_view feature : features) sum += Weight(feature);
  return std::clamp(std::round(kPlaces / (1 + std::exp(-sum))), 1.0, kPlaces - 1) / kPlaces;
}

double ConfidenceModel::Least(const EventFeatures& features) const {
  double least = least_;
  for (const absl::string_view feature : features) {
    const auto own = least_of_.find(feature);
    if (own != least_of_.end()) least = std::min(least, own->second);
  }
  return least;
}

void ConfidenceModel::Judge(const std::vector<EventFeatures>& features,
                            std::vector<EventDraft>& drafts) const {
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].dropped) continue;
    drafts[i].confidence = Confidence(features[i]);
    if (drafts[i].confidence >= Least(features[i])) continue;
    drafts[i].dropped = true;
    drafts[i].note = "less likely right than what is reported";
  }
}

v1::ConfidenceExplanation ConfidenceModel::Explain(const EventFeatures& features) const {
  v1::ConfidenceExplanation explanation;
  const auto add = [&](absl::string_view feature) {
    v1::ConfidenceTerm* term = explanation.add_terms();
    term->set_feature(feature.data(), feature.size());
    term->set_weight(Weight(feature));
  };
  add(kEveryEvent);
  for (const absl::string_view feature : features) add(feature);
  return explanation;
}

}  // namespace annals
