#include "extractor/events/own_subject.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxRead = 40;  // characters before the verb

// The end of what a position belongs to that is no subject: a time, a quantity, a noun phrase with a name;
// else the position.
int SkipKnown(const Document& document, const std::vector<NounPhrase>& phrases, int position) {
  for (const NounPhrase& phrase : phrases) {
    if (phrase.span.begin <= position && position < phrase.span.end &&
        document.mention(phrase.mention).entity >= 0) {
      return phrase.span.end;
    }
  }
  const auto time = std::upper_bound(document.times.begin(), document.times.end(), position,
                                     [](int p, const TimeMention& t) { return p < t.span.begin; });
  if (time != document.times.begin() && std::prev(time)->span.end > position)
    return std::prev(time)->span.end;
  return position;
}

bool IsPrepositionAt(const Document& document, int position) {
  const auto hit = std::lower_bound(document.prepositions.begin(), document.prepositions.end(), position,
                                    [](const PrepositionHit& p, int where) { return p.span.begin < where; });
  return hit != document.prepositions.end() && hit->span.begin == position;
}

}  // namespace

bool HasOwnSubject(const Document& document, const ClauseParse& parse, const Vocabulary& vocabulary,
                   int clause, int position) {
  const std::u32string_view text = document.text.chars;
  const std::vector<NounPhrase>& phrases = parse.PhrasesOf(clause);
  int at = std::max(document.ClauseSpan(clause).begin, position - kMaxRead);
  bool governed = false;  // inside a prepositional phrase: its noun is no subject
  while (at < position) {
    if (const int end = SkipKnown(document, phrases, at); end > at) {
      at = end;
      governed = false;
      continue;
    }
    if (IsPrepositionAt(document, at)) governed = true;
    const Vocabulary::Word* word = nullptr;
    int length = 1;
    for (int size = std::min(Vocabulary::kLongest, position - at); size >= 2 && word == nullptr; --size) {
      word = vocabulary.Find(text.substr(at, size));
      if (word != nullptr) length = size;
    }
    const char tag = word != nullptr && !document.IsCueAt(at) ? word->tag : 0;
    if (tag == 'n' && !governed) return true;
    if (tag == 'v' || tag == 'd' || tag == 'c' || text[at] == U'而') governed = false;
    at += length;
  }
  return false;
}

}  // namespace annals
