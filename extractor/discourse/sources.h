// Who is cited: which words of a text stand on a named source's word, and which source an event is told on.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_SOURCES_H_
#define ANNALS_EXTRACTOR_DISCOURSE_SOURCES_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/statements.h"

namespace annals {

// Immutable. `document` must outlive it.
class Sources {
 public:
  // `told` are the sources that verbs of saying name; 据…报道 and its like are added.
  Sources(const Document& document, const std::vector<Attribution>& told);

  // The source whose words cover the trigger of an event, the first one named, or null. What somebody says is
  // told on somebody else's word only where 据…报道 says so.
  const Attribution* Of(const EventDraft& draft) const;

 private:
  void AddCited(const CueHit& hit);
  void AddHeads();
  int NamedAt(const CueHit& hit) const;
  bool ClosesSource(int position) const;
  Span UnlistedAt(const CueHit& hit) const;
  void AddPaper(const CueHit& hit, int source, Span scope);
  bool EndsPaper(Span words) const;
  bool IsNamedPaper(Span words) const;
  int OpenerOf(Span clause) const;

  const Document& document_;
  std::vector<Attribution> attributions_;  // by scope.begin
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_SOURCES_H_
