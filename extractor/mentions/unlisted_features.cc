#include "extractor/mentions/unlisted_features.h"

#include <algorithm>
#include <bit>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "extractor/lexicon/table.h"

namespace annals {
namespace {

constexpr std::array<const char*, kUnlistedFeatures> kFeatureNames = {"bias",
                                                                      "left_organization",
                                                                      "left_descriptor",
                                                                      "left_owned",
                                                                      "left_former",
                                                                      "left_list",
                                                                      "left_edge",
                                                                      "left_solid",
                                                                      "left_name",
                                                                      "left_function",
                                                                      "left_word",
                                                                      "right_organization",
                                                                      "right_title",
                                                                      "right_head_title",
                                                                      "right_list",
                                                                      "right_edge",
                                                                      "right_solid",
                                                                      "right_name",
                                                                      "right_possessive",
                                                                      "right_function",
                                                                      "right_word",
                                                                      "mostly_unclean",
                                                                      "framed",
                                                                      "clean",
                                                                      "descriptor_clean",
                                                                      "organization_clean",
                                                                      "edge_organization",
                                                                      "list_both",
                                                                      "former_title",
                                                                      "length_3",
                                                                      "length_4",
                                                                      "length_5",
                                                                      "words_2",
                                                                      "words_3",
                                                                      "singles_1",
                                                                      "singles_2",
                                                                      "cost_5",
                                                                      "cost_6",
                                                                      "cost_7",
                                                                      "listed_word",
                                                                      "first_place",
                                                                      "first_proper",
                                                                      "first_verb",
                                                                      "first_other",
                                                                      "last_proper",
                                                                      "last_verbal_noun",
                                                                      "last_verb",
                                                                      "last_other",
                                                                      "ends_strong",
                                                                      "ends_weak",
                                                                      "ends_generic",
                                                                      "ends_other",
                                                                      "ends_field",
                                                                      "first_common",
                                                                      "last_common",
                                                                      "starts_known",
                                                                      "holds_person",
                                                                      "holds_grammar",
                                                                      "times_2",
                                                                      "times_3",
                                                                      "times_5"};

}  // namespace

absl::StatusOr<UnlistedWeights> LoadUnlistedWeights(const DataDirectory& data) {
  UnlistedWeights weights{};
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("unlisted_names.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int feature, table->Column("feature"));
    ANNALS_ASSIGN_OR_RETURN(const int weight, table->Column("weight"));
    for (int row = 0; row < table->size(); ++row) {
      const auto name =
          std::find(kFeatureNames.begin(), kFeatureNames.end(), std::string(table->Cell(row, feature)));
      float value = 0;
      if (name == kFeatureNames.end() || !absl::SimpleAtof(table->Cell(row, weight), &value))
        return absl::InvalidArgumentError(
            absl::StrCat(table->Where(row), ": no feature of unlisted names and its weight"));
      weights[name - kFeatureNames.begin()] = value;
    }
  }
  return weights;
}

const char* UnlistedFeatureName(int feature) { return kFeatureNames[feature]; }

float ScoreOf(uint64_t features, const UnlistedWeights& weights) {
  float score = 0;
  for (uint64_t rest = features; rest != 0; rest &= rest - 1) score += weights[std::countr_zero(rest)];
  return score;
}

}  // namespace annals
