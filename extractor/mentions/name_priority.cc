#include "extractor/mentions/name_priority.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kShortestName = 3;  // characters: shorter ones are numbers and times more often

std::vector<Span> SureNames(const std::vector<Automaton::Hit>& phrases, const NameLexicon& lexicon,
                            const std::u32string& chars) {
  std::vector<Span> names;
  for (const Automaton::Hit& hit : phrases) {
    const Phrase& phrase = lexicon.phrase(hit.value);
    if (phrase.kind != Phrase::Kind::kEntity || phrase.risky || hit.span.size() < kShortestName) continue;
    if (std::all_of(chars.begin() + hit.span.begin, chars.begin() + hit.span.end, IsHan))
      names.push_back(hit.span);
  }
  return names;
}

}  // namespace

void DropInsideKnownNames(const std::vector<Automaton::Hit>& phrases, const NameLexicon& lexicon,
                          const std::u32string& chars, std::vector<TimeMention>& times,
                          std::vector<Quantity>& quantities) {
  if (times.empty() && quantities.empty()) return;
  const std::vector<Span> names = SureNames(phrases, lexicon, chars);
  const auto inside = [&names](Span span) {
    return std::any_of(names.begin(), names.end(),
                       [span](Span name) { return name.Contains(span) && name.size() > span.size(); });
  };
  std::erase_if(times, [&](const TimeMention& time) { return inside(time.span); });
  std::erase_if(quantities, [&](const Quantity& quantity) { return inside(quantity.core); });
}

}  // namespace annals
