// What a mark tells of an event besides its slots: 因…被解雇, 就…达成合作, …，由X牵头.
#ifndef ANNALS_EXTRACTOR_EVENTS_MARKED_ARGUMENTS_H_
#define ANNALS_EXTRACTOR_EVENTS_MARKED_ARGUMENTS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"

namespace annals {

// Reads the marks of argument_marks.tsv. Immutable; `document` and `words` must outlive it.
class MarkedArguments {
 public:
  MarkedArguments(const Document& document, const EventWords& words);

  // Adds an argument for every role that a mark near the trigger fills and nothing else has filled.
  void AddTo(EventDraft& draft) const;

 private:
  struct Hit {
    Span span;
    const ArgumentMark* mark;
    int clause;
  };

  bool Fits(const Hit& hit, const EventDraft& draft) const;
  bool FitsBehind(const Hit& hit, const EventDraft& draft) const;
  bool NothingBetween(int from, int to) const;
  bool OpensClause(const Hit& hit) const;
  size_t BeforeTime(int begin, std::u32string_view words) const;
  Span WordsOf(const Hit& hit, const EventDraft& draft) const;
  Span TitleEndedBy(const Hit& hit, const EventDraft& draft) const;
  Span WordsClosedBy(const Hit& hit, const EventDraft& draft) const;
  void Add(const Hit& hit, EventDraft& draft) const;
  void AddTitle(const Hit& hit, EventDraft& draft) const;
  void AddEntity(v1::Role role, Span words, EventDraft& draft) const;

  const Document& document_;
  std::vector<Hit> hits_;  // by span.begin
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_MARKED_ARGUMENTS_H_
