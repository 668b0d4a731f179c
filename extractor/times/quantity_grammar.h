// The grammar of quantities at one character of the text.
//
//   quantity := [comparison] [change [了]] approximation* core [trailer]       同比|增长|近|三成
//   core     := money | percentage | share | round | number measure | number "-" core
//
// Refused: digits inside names (GPT-4, V3.1, 5G), ordinals (第三), a bare number without 万 or 亿.
#ifndef ANNALS_EXTRACTOR_TIMES_QUANTITY_GRAMMAR_H_
#define ANNALS_EXTRACTOR_TIMES_QUANTITY_GRAMMAR_H_

#include <optional>
#include <string>
#include <string_view>

#include "extractor/times/numerals.h"
#include "extractor/times/quantity.h"
#include "extractor/times/quantity_lexicon.h"

namespace annals {

// What the grammar reads; a view, cheap to copy. `currency` is what a bare 元 means.
struct QuantitySource {
  std::u32string_view text;
  const QuantityLexicon* lexicon;
  std::string currency;

  char32_t At(int position) const {
    return position >= 0 && position < static_cast<int>(text.size()) ? text[position] : U'\0';
  }
  bool StartsWith(int position, std::u32string_view word) const {
    return position <= static_cast<int>(text.size()) && text.substr(position).starts_with(word);
  }
  int SkipSpaces(int position) const {
    while (At(position) == U' ') ++position;
    return position;
  }
};

// Each returns a quantity whose span and core are the same, beginning at `position`.
std::optional<Quantity> MatchRound(const QuantitySource& source, int position);
std::optional<Quantity> MatchPercentage(const QuantitySource& source, int position);
std::optional<Quantity> MatchMoneySign(const QuantitySource& source, int position);  // US$5 billion
// A number with what it measures: money, people, things, multiples.
std::optional<Quantity> MatchMeasured(const QuantitySource& source, int position);

// Index after the words of approximation at `position` and the spaces behind each.
int SkipApproximations(const QuantitySource& source, int position);

// Any quantity that begins at `position`, with the words around it.
std::optional<Quantity> MatchQuantity(const QuantitySource& source, int position);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_QUANTITY_GRAMMAR_H_
