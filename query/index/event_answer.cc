#include "query/index/event_answer.h"

#include <algorithm>

#include "annals/v1/query_service.pb.h"
#include "query/index/index_view.h"
#include "query/index/wire_fields.h"

namespace annals::query {
namespace {

// The argument with the entity's id in the place of what the report called it.
void AppendArgument(absl::string_view argument, absl::string_view id, std::string& out) {
  std::string renamed;
  renamed.reserve(argument.size() + id.size() + 4);
  AppendField(v1::Argument::kEntityIdFieldNumber, id, renamed);
  WireField field;
  while (TakeField(argument, field)) {
    if (field.number != v1::Argument::kEntityIdFieldNumber)
      renamed.append(field.whole.data(), field.whole.size());
  }
  AppendField(v1::Event::kArgumentsFieldNumber, renamed, out);
}

bool AppendEvent(const EventBytes& stored, const IdOfEntity& id_of, std::string& out) {
  absl::string_view rest = stored.event;
  absl::string_view own_id;
  std::string event;
  event.reserve(stored.event.size() + 64);
  size_t argument = 0;
  WireField field;
  while (TakeField(rest, field)) {
    if (field.number == v1::Event::kIdFieldNumber) {
      own_id = field.body;
      continue;
    }
    const bool is_argument = field.number == v1::Event::kArgumentsFieldNumber;
    const size_t place = is_argument ? argument++ : 0;
    if (is_argument && place < stored.numbers.size() && stored.numbers[place] != kNoEntity) {
      AppendArgument(field.body, id_of(stored.numbers[place]), event);
    } else {
      event.append(field.whole.data(), field.whole.size());
    }
  }
  AppendField(v1::Event::kIdFieldNumber, EventIdOf(stored.ref, own_id), event);
  out.reserve(event.size() + 64);
  AppendField(v1::EventRow::kEventFieldNumber, event, out);
  return rest.empty();
}

}  // namespace

bool MakeEventAnswer(const EventBytes& event, const IdOfEntity& id_of, EventAnswer& answer) {
  if (!AppendEvent(event, id_of, answer.row)) return false;
  for (absl::string_view id : event.article_ids)
    AppendField(v1::EventRow::kArticleIdsFieldNumber, id, answer.row);
  answer.row.shrink_to_fit();
  for (EntityNumber number : event.numbers) {
    if (number != kNoEntity) answer.entities.push_back(number);
  }
  return true;
}

}  // namespace annals::query
