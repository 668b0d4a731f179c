// From drafts to the messages clients see: stable ids, byte spans, words as submitted.
#ifndef ANNALS_EXTRACTOR_RESULT_H_
#define ANNALS_EXTRACTOR_RESULT_H_

#include <string>
#include <vector>

#include "annals/v1/extraction.pb.h"
#include "extractor/discourse/relations.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Everything the result is made of.
struct ResultParts {
  const Document& document;
  const std::string& article_id;
  const std::string& text;  // as submitted
  const std::vector<EventDraft>& drafts;
  const std::vector<RelationDraft>& relations;
};

// Fills entities, events and relations. `event_ids` gets the id of each draft, empty for dropped ones.
void WriteResult(const ResultParts& parts, std::vector<std::string>& event_ids, v1::Extraction& extraction);

// Fills the explanation; `merged_into` as MergeEvents left it.
void WriteExplanation(const ResultParts& parts, const std::vector<TriggerTrace>& traces,
                      const std::vector<int>& merged_into, const std::vector<std::string>& event_ids,
                      v1::Extraction& extraction);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_RESULT_H_
