// The standing facts of an article: from its noun phrases and from its events.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_RELATIONS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_RELATIONS_H_

#include <string>
#include <vector>

#include "annals/v1/entity.pb.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

struct RelationDraft {
  v1::RelationType type;
  int from;  // entities
  int to;
  std::string title;
  bool former = false;
  Span evidence;
};

// Each fact once, by evidence. A post that an event ended is former.
std::vector<RelationDraft> ReadRelations(const Document& document, const std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_RELATIONS_H_
