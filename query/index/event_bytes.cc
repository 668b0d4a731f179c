#include "query/index/event_bytes.h"

#include "query/index/rows.pb.h"
#include "query/index/wire_fields.h"

namespace annals::query {
namespace {

bool TakeNumbers(absl::string_view packed, std::vector<EntityNumber>& numbers) {
  while (!packed.empty()) {
    if (!TakeVarint(packed, numbers.emplace_back())) return false;
  }
  return true;
}

// Numbers of the fields in one of the two rows.
struct EventFields {
  int event = 0;
  int numbers = 0;
  int article_ids = 0;
};
constexpr EventFields kOfEvent{rows::Event::kEventFieldNumber, rows::Event::kNumbersFieldNumber,
                               rows::Event::kArticleIdsFieldNumber};
constexpr EventFields kOfReport{rows::Report::kEventFieldNumber, rows::Report::kNumbersFieldNumber,
                                rows::Report::kArticleIdFieldNumber};

}  // namespace

bool ReadEventBytes(absl::string_view row, bool merged, EventBytes& event) {
  const EventFields& fields = merged ? kOfEvent : kOfReport;
  WireField field;
  while (TakeField(row, field)) {
    if (field.number == fields.event) event.event = field.body;
    if (field.number == fields.article_ids) event.article_ids.push_back(field.body);
    if (field.number == fields.numbers && !TakeNumbers(field.body, event.numbers)) return false;
  }
  return row.empty();
}

}  // namespace annals::query
