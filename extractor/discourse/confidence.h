// How likely an event is right: a logistic model over what is seen of it, its weights in confidence.tsv.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_CONFIDENCE_H_
#define ANNALS_EXTRACTOR_DISCOURSE_CONFIDENCE_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "annals/v1/extraction.pb.h"
#include "extractor/discourse/event_features.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// Immutable; safe to share between threads.
class ConfidenceModel {
 public:
  // INVALID_ARGUMENT, with file and line, for a weight that is no number.
  static absl::StatusOr<ConfidenceModel> Load(const DataDirectory& data);

  // What a feature adds; 0 for one the file does not know, so that new words in the lexicon change nothing
  // before the model is trained again.
  double Weight(absl::string_view feature) const;

  // The chance that an event with these features is right, above 0 and below 1, to four
  // places: the same on every machine.
  double Confidence(const EventFeatures& features) const;

  // Sets the confidence of every draft that is not dropped, and drops those of less than Least().
  void Judge(const std::vector<EventFeatures>& features, std::vector<EventDraft>& drafts) const;

  // The features with their weights.
  v1::ConfidenceExplanation Explain(const EventFeatures& features) const;

  // The least confidence that is reported of an event with these features: the row "least reported" of the
  // file, or a lower one of a feature, "least reported of a short text"; 0 where it has none.
  double Least(const EventFeatures& features) const;

 private:
  double least_ = 0;
  absl::flat_hash_map<std::string, double> least_of_;  // by feature
  absl::flat_hash_map<std::string, double> weights_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_CONFIDENCE_H_
