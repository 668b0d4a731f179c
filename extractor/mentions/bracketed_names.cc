#include "extractor/mentions/bracketed_names.h"

#include <string_view>

namespace annals {

constexpr int kLongestLead = 8;  // characters between the two names

bool IsBracketed(const Reading& reading, Span left, Span right) {
  const std::u32string& chars = reading.chars();
  if (right.begin <= left.end || right.begin - left.end > kLongestLead || right.end >= reading.size())
    return false;
  size_t open = left.end;
  if (open < chars.size() && (chars[open] == U'”' || chars[open] == U'》')) ++open;
  if (chars[open] != U'(') return false;
  std::u32string_view lead = reading.View({static_cast<int>(open) + 1, right.begin});
  size_t close = right.end;
  while (close < chars.size() && (chars[close] == U'”' || chars[close] == U'》')) ++close;
  if (close >= chars.size() || (chars[close] != U')' && chars[close] != U',')) return false;
  while (!lead.empty() && (lead.back() == U'“' || lead.back() == U'《' || lead.back() == U':'))
    lead.remove_suffix(1);
  if (lead.empty()) return chars[close] == U')';
  for (const Automaton::Hit& hit : reading.lexicon.phrase_automaton().Match(lead)) {
    if (reading.lexicon.phrase(hit.value).role == Phrase::Role::kAlias) return true;
  }
  return false;
}

}  // namespace annals
