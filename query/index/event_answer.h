// Events as answers hold them, made of their rows without making messages: an answer of fifty events is put
// together from bytes.
#ifndef ANNALS_QUERY_INDEX_EVENT_ANSWER_H_
#define ANNALS_QUERY_INDEX_EVENT_ANSWER_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "query/events/report_facts.h"
#include "query/index/event_bytes.h"

namespace annals::query {

struct EventAnswer {
  // annals.v1.EventRow, serialised: the event under the index's id with the entities' ids, and the articles.
  std::string row;
  std::vector<EntityNumber> entities;  // that it names

  // Bytes in memory.
  size_t size() const { return sizeof(*this) + row.capacity() + entities.capacity() * sizeof(EntityNumber); }
};

using IdOfEntity = std::function<absl::string_view(EntityNumber)>;

// False where the stored event does not parse.
bool MakeEventAnswer(const EventBytes& event, const IdOfEntity& id_of, EventAnswer& answer);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_ANSWER_H_
