// Everything the stages have read of one article so far: what the event stage works on.
#ifndef ANNALS_EXTRACTOR_EVENTS_DOCUMENT_H_
#define ANNALS_EXTRACTOR_EVENTS_DOCUMENT_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/time/civil_time.h"
#include "extractor/events/event_words.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/mentions/mention.h"
#include "extractor/text/structure.h"
#include "extractor/times/quantity.h"
#include "extractor/times/time_mention.h"

namespace annals {

// An occurrence of a trigger word. Words that are triggers of several types or frames have several readings.
struct TriggerHit {
  Span span;                  // with gap and tail
  Span word;                  // the part before the gap
  Span tail;                  // the part behind it; empty where there is none
  std::vector<int> readings;  // indices into ValencyLexicon::triggers()
  int clause = -1;
};

// An occurrence of a preposition, not inside a name or another word.
struct PrepositionHit {
  Span span;
  int preposition;  // index into ValencyLexicon::prepositions()
};

// An occurrence of a cue: will, plans to, is said to.
struct CueHit {
  Span span;
  const Cue* cue;
  int clause;
};

// Where the words of the lists stand: the hits of their automatons.
struct WordHits {
  std::vector<Automaton::Hit> triggers, prepositions, phrases, currency_cues;
  std::vector<Automaton::Hit> cues, marks, metrics, exchanges;
};

struct Document {
  FoldedText text;
  WordHits words;
  std::optional<absl::CivilDay> published;
  Structure structure;
  std::vector<TimeMention> times;
  std::vector<Quantity> quantities;
  std::vector<TriggerHit> triggers;          // by span.begin; never overlapping
  std::vector<PrepositionHit> prepositions;  // by span.begin
  MentionSet mentions;
  std::vector<CueHit> cues;              // by span.begin
  const WordClasses* classes = nullptr;  // of the lexicon
  std::vector<char> is_source;  // by entity: a medium or research house, which tells rather than acts

  std::u32string_view View(Span span) const { return text.View(span); }
  Span ClauseSpan(int clause) const { return structure.clauses[clause].span; }
  int SentenceOf(int clause) const { return structure.clauses[clause].sentence; }
  // Which organisation is meant at a position where none is said, or -1.
  int OrganizationInFocus(int position, int except = -1) const;
  // The name of an exchange that begins there; empty: none does.
  Span ExchangeAt(int position) const;
  // Whether a cue begins there.
  bool IsCueAt(int position) const;
  const Mention& mention(int index) const { return mentions.mentions[index]; }
  // The index of a mention of this document.
  int IndexOf(const Mention& mention) const { return static_cast<int>(&mention - mentions.mentions.data()); }
  // The mentions that begin in the span, in text order; valid as long as the document's are.
  std::span<const Mention> MentionsIn(Span span) const;
  // The mentions that begin before the position, the nearest last.
  std::span<const Mention> MentionsBefore(int position) const;
  // The first mention that begins at the position or behind it; null: none does.
  const Mention* MentionFrom(int position) const;
  // Whether a mention that begins in the span means the entity.
  bool IsNamedIn(Span span, int entity) const;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_DOCUMENT_H_
