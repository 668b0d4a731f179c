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
                   Span before_verb, int clause) {
  const std::u32string_view text = document.text.chars;
  const std::vector<NounPhrase>& phrases = parse.PhrasesOf(clause);
  int at = std::max(before_verb.begin, before_verb.end - kMaxRead);
  bool governed = false;  // inside a prepositional phrase: its nouns are no subject
  while (at < before_verb.end) {
    if (const int end = SkipKnown(document, phrases, at); end > at) {
      at = end;
      continue;
    }
    if (IsPrepositionAt(document, at)) governed = true;
    const Vocabulary::Word* word = nullptr;
    int length = 1;
    for (int size = std::min(Vocabulary::kLongest, before_verb.end - at); size >= 2 && word == nullptr;
         --size) {
      word = vocabulary.Find(text.substr(at, size));
      if (word != nullptr) length = size;
    }
    const char tag = word != nullptr && !document.IsCueAt(at) ? word->tag : 0;
    if (tag == 'n' && !governed) return true;
    at += length;
    // 在华生产的电动车上: a verb before 的 still belongs to the phrase.
    const bool modifies = at < before_verb.end && text[at] == U'的';
    if (((tag == 'v' || tag == 'd' || tag == 'c') && !modifies) || text[at - 1] == U'而') governed = false;
  }
  return false;
}

bool FollowsVerb(const Document& document, const Vocabulary& vocabulary, int position) {
  const std::u32string_view text = document.text.chars;
  while (position > 0 && std::u32string_view(U"了着过").find(text[position - 1]) != std::u32string_view::npos)
    --position;
  for (int size = std::min(Vocabulary::kLongest, position); size >= 1; --size) {
    const Vocabulary::Word* word = vocabulary.Find(text.substr(position - size, size));
    if (word != nullptr) return word->tag == 'v' && !document.IsCueAt(position - size);
  }
  return false;
}

}  // namespace annals
