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

// 76人|签下: a name that counts, where nothing stands before it that could be counted.
std::vector<Span> CountingNames(const std::vector<Automaton::Hit>& phrases, const NameLexicon& lexicon,
                                const std::u32string& chars) {
  std::vector<Span> names;
  for (const Automaton::Hit& hit : phrases) {
    const Phrase& phrase = lexicon.phrase(hit.value);
    const int begin = hit.span.begin;
    const bool counts = phrase.kind == Phrase::Kind::kEntity && !phrase.risky && IsDigit(chars[begin]);
    if (!counts || !IsHan(chars[hit.span.end - 1])) continue;
    const bool opens = begin == 0 || (!IsHan(chars[begin - 1]) && !IsDigit(chars[begin - 1]));
    if (opens && phrase.types.Has(EntityType::kOrganization)) names.push_back(hit.span);
  }
  return names;
}

// 《听雨山庄》|第四季: of a show, not of a year.
bool IsSeason(const std::u32string& chars, Span time) {
  return time.begin > 0 && (chars[time.begin - 1] == U'》' || chars[time.begin - 1] == U'”') &&
         chars[time.end - 1] == U'季';
}

}  // namespace

void DropInsideKnownNames(const std::vector<Automaton::Hit>& phrases, const NameLexicon& lexicon,
                          const std::u32string& chars, std::vector<TimeMention>& times,
                          std::vector<Quantity>& quantities) {
  if (times.empty() && quantities.empty()) return;
  std::erase_if(times, [&](const TimeMention& time) { return IsSeason(chars, time.span); });
  const std::vector<Span> names = SureNames(phrases, lexicon, chars);
  const auto inside = [&names](Span span) {
    return std::any_of(names.begin(), names.end(),
                       [span](Span name) { return name.Contains(span) && name.size() > span.size(); });
  };
  std::erase_if(times, [&](const TimeMention& time) { return inside(time.span); });
  const std::vector<Span> counting = CountingNames(phrases, lexicon, chars);
  std::erase_if(quantities, [&](const Quantity& quantity) {
    return inside(quantity.core) ||
           std::find(counting.begin(), counting.end(), quantity.core) != counting.end();
  });
}

}  // namespace annals
