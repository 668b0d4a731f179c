// The literals of an event: amounts, counts, rounds, titles, reasons, topics.
#ifndef ANNALS_EXTRACTOR_EVENTS_VALUES_H_
#define ANNALS_EXTRACTOR_EVENTS_VALUES_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"

namespace annals {

// Which trigger each quantity belongs to: the nearest one in its sentence whose frame takes it.
class ValueBinder {
 public:
  // `frames[i]` is the frame that trigger hit i was read with, or null where it gave nothing.
  // Quantities that are `claimed` belong to a measure already.
  ValueBinder(const Document& document, const EventWords& words, const std::vector<const Frame*>& frames,
              const std::vector<char>& claimed);

  // Adds the literals of a trigger occurrence to an event made of it.
  void AddValues(int hit, EventDraft& draft) const;

 private:
  void BindQuantities(const std::vector<char>& claimed);
  bool BindCutStaff(int index);
  bool BindSizes(int index);
  void SetDifference(ArgumentDraft& value) const;
  void BindExchanges();
  int NearestTaker(Span span, ValueKind kind) const;

  const Document& document_;
  const EventWords& words_;
  const std::vector<const Frame*>& frames_;
  struct Bound {
    int quantity;  // index into Document::quantities, or -1 for an exchange
    ValueKind kind;
    Span span;
  };
  std::vector<std::vector<Bound>> bound_;  // by trigger hit
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_VALUES_H_
