#include "extractor/events/word_classes.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "common/utf8.h"

namespace annals {
namespace {

// clang-format off
constexpr std::array kNames = {
    "staff",       "site",       "unit_of_people", "other_speaker", "paper",          "contrast",
    "time_ending", "premium",    "unit_price",     "again",         "past",           "shows",
    "company",     "subsidiary", "year_before",    "at_once",       "somebody",       "post_noun",
    "worth",       "denial",     "predecessor",    "newly_held",    "moves",          "compared",
    "opens_to",    "takes_down", "signing",        "rate_noun",     "also",           "award",
    "performed",   "from_year",  "from_period",    "founded",       "no_field",       "owned",
    "new_shares",  "deal",       "manner",         "produced",      "later",          "rivals",
    "no_business", "determiner", "joint",          "delivers",      "copula",         "shares",
    "common_unit", "dependent",  "postponed",      "graduate",      "plain_unit",     "all_of_them",
    "degree",      "dateline",   "turns",          "all_the_way",   "place_ending",   "takes_up",
    "license",     "alliance",   "demand",         "in_turn",       "intent",         "naming",
    "wish",        "claims",     "saying",         "level",         "left_place",     "goes_on",
    "holds",       "members",    "together",       "dissolves",     "deal_price",     "completes",
    "notice",      "rumour",     "some_employer",  "school",        "stopped",        "employer",
    "offering",    "placement",  "carries_out",    "lets",          "hired",          "stays",
    "candidate",   "rises",      "report",         "no_report",     "cuts",           "affects",
    "left_work",   "some_place", "some_text",      "time_noun",     "distributive",   "cleft",
    "dismisser",   "several",    "earliest",       "taking_up",     "succeeds",       "engages",
    "closes",      "while",      "asked",          "of_people",     "no_share",       "reins",
    "asks",        "spokesman",  "as_for",         "goes_over",     "leaves_exchange",
    "shareholder", "works"};
// clang-format on

}  // namespace

absl::StatusOr<WordClasses> WordClasses::Load(const DataDirectory& data) {
  static_assert(kNames.size() == kClasses);
  WordClasses classes;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("word_classes.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int name, table->Column("class"));
    ANNALS_ASSIGN_OR_RETURN(const int words, table->Column("words"));
    for (int row = 0; row < table->size(); ++row) {
      const auto known = std::find(kNames.begin(), kNames.end(), table->Cell(row, name));
      if (known == kNames.end()) {
        return absl::InvalidArgumentError(
            absl::StrCat(table->Where(row), ": unknown class '", table->Cell(row, name), "'"));
      }
      std::vector<std::u32string>& list = classes.words_[known - kNames.begin()];
      for (const std::string& word : table->List(row, words)) list.push_back(DecodeUtf8(word).value_or(U""));
    }
  }
  return classes;
}

size_t WordClasses::FirstIn(WordClass words, std::u32string_view text) const {
  size_t first = text.npos;
  for (const std::u32string& word : Of(words)) first = std::min(first, text.find(word));
  return first;
}

bool WordClasses::AnyIn(WordClass words, std::u32string_view text) const {
  return std::any_of(Of(words).begin(), Of(words).end(),
                     [text](const std::u32string& word) { return text.find(word) != text.npos; });
}

bool WordClasses::AnyOpens(WordClass words, std::u32string_view text) const {
  return std::any_of(Of(words).begin(), Of(words).end(),
                     [text](const std::u32string& word) { return text.starts_with(word); });
}

size_t WordClasses::LongestClosing(WordClass words, std::u32string_view text) const {
  size_t longest = 0;
  for (const std::u32string& word : Of(words)) {
    if (text.ends_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

size_t WordClasses::LongestOpening(WordClass words, std::u32string_view text) const {
  size_t longest = 0;
  for (const std::u32string& word : Of(words)) {
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

size_t WordClasses::AllOpening(WordClass words, std::u32string_view text) const {
  size_t opened = 0;
  for (size_t longest = 1; longest > 0; opened += longest)
    longest = LongestOpening(words, text.substr(opened));
  return opened;
}

bool WordClasses::AnyCloses(WordClass words, std::u32string_view text) const {
  return std::any_of(Of(words).begin(), Of(words).end(),
                     [text](const std::u32string& word) { return text.ends_with(word); });
}

}  // namespace annals
