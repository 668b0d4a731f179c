// Finds trigger words and prepositions: which of the words that occur are meant.
#ifndef ANNALS_EXTRACTOR_EVENTS_TRIGGER_FINDER_H_
#define ANNALS_EXTRACTOR_EVENTS_TRIGGER_FINDER_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/mentions/mentions.h"

namespace annals {

// The part after a gap stands at most this many characters behind the part before it, in the same clause.
inline constexpr int kMaxTriggerGap = 14;

// What a sentence has beyond these is not read: the longest of the news has some thirty, so a text with more
// is a list without full stops or an attack, and each of them costs kilobytes while events are read.
inline constexpr int kMaxTriggersInSentence = 1000;

// By begin, not overlapping: the first of overlapping words wins, then the longest; the first
// kMaxTriggersInSentence of every sentence. Linear in the text. `words` are the hits of
// lexicon.trigger_words().
std::vector<TriggerHit> FindTriggers(const FoldedText& text, const Structure& structure,
                                     const std::vector<Automaton::Hit>& words, const ValencyLexicon& lexicon);

// `words` are the hits of lexicon.preposition_words().
std::vector<PrepositionHit> FindPrepositions(const FoldedText& text, const std::vector<Automaton::Hit>& words,
                                             const ValencyLexicon& lexicon);

// What the name stage wants to know of the triggers.
std::vector<MentionContext::Wall> WallsOf(const std::vector<TriggerHit>& hits, const ValencyLexicon& lexicon);

// Drops triggers and prepositions that turned out to stand inside a name.
void DropInsideNames(Document& document);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_TRIGGER_FINDER_H_
