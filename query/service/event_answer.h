// Events in an answer as they are stored: an answer of fifty events is put together from their rows without
// making fifty messages, which would cost more than reading them.
#ifndef ANNALS_QUERY_SERVICE_EVENT_ANSWER_H_
#define ANNALS_QUERY_SERVICE_EVENT_ANSWER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "query/index/event_bytes.h"
#include "query/service/answer_parts.h"

namespace annals::query {

// Appends annals.v1.EventRow, serialised: the event under the index's id with the entities' ids, the
// articles, `via_entity_id` where it is not empty. DATA_LOSS: the stored event does not parse.
absl::Status AppendEventRow(const EventBytes& event, const AnswerEntities& entities,
                            absl::string_view via_entity_id, std::string& out);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_EVENT_ANSWER_H_
