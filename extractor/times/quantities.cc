#include <algorithm>
#include <utility>

#include "extractor/times/quantity.h"
#include "extractor/times/quantity_grammar.h"

namespace annals {
namespace {

// What a bare 元 means in this article.
std::string HomeCurrency(const std::vector<Automaton::Hit>& cues, const QuantityLexicon& lexicon) {
  std::vector<int> hits(lexicon.cue_currencies().size());
  for (const Automaton::Hit& hit : cues) ++hits[hit.value];
  const auto most = std::max_element(hits.begin(), hits.end());
  return most == hits.end() || *most == 0 ? "CNY" : lexicon.cue_currencies()[most - hits.begin()];
}

}  // namespace

std::vector<Quantity> FindQuantities(const FoldedText& text, const std::vector<Span>& occupied,
                                     const std::vector<Automaton::Hit>& currency_cues,
                                     const TimeLexicon& lexicon) {
  const QuantityLexicon& words = lexicon.quantities();
  const QuantitySource source{text.chars, &words, HomeCurrency(currency_cues, words)};
  std::vector<Quantity> quantities;
  size_t next = 0;
  for (int position = 0; position < text.size();) {
    if (!words.MayBegin(text.chars[position])) {
      ++position;
      continue;
    }
    while (next < occupied.size() && occupied[next].end <= position) ++next;
    if (next < occupied.size() && occupied[next].begin <= position) {
      position = occupied[next].end;
      continue;
    }
    std::optional<Quantity> quantity = MatchQuantity(source, position);
    const bool clear = quantity && (next == occupied.size() || !quantity->span.Overlaps(occupied[next]));
    position = clear ? quantity->span.end : position + 1;
    if (clear) quantities.push_back(*std::move(quantity));
  }
  return quantities;
}

}  // namespace annals
