// The events of a page, and the entities they name, as they are sent.
#ifndef ANNALS_QUERY_SERVICE_PAGE_ANSWER_H_
#define ANNALS_QUERY_SERVICE_PAGE_ANSWER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "query/index/change_stamps.h"
#include "query/index/index_view.h"
#include "query/service/answer_parts.h"
#include "query/timeline/timeline.h"

namespace annals::query {

// For one thread and one answer. `sources[0]` is the entity asked for, the others its parts; all outlive it.
class PageAnswer {
 public:
  PageAnswer(const IndexView& view, const TimelinePage& page, const std::vector<EntityRecord>& sources)
      : view_(view), page_(page), sources_(sources), entities_(view) {}

  // Appends a field for each annals.v1.EventRow, then one for each annals.v1.Entity. DATA_LOSS, INTERNAL: see
  // IndexView.
  absl::Status AppendTo(int events_field, int entities_field, std::string& bytes);

  // After AppendTo: all whose change may change what was appended. Nothing where that is not known.
  std::optional<std::vector<ChangeStamps::Place>> DependsOn() const;

 private:
  const EntityRecord* PartOf(const TimelineRow& row) const;
  std::vector<IndexView::EventToRead> Events() const;
  absl::Status AppendStoredRows(int field, std::string& bytes);
  absl::Status AppendPastRows(int field, std::string& bytes);

  const IndexView& view_;
  const TimelinePage& page_;
  const std::vector<EntityRecord>& sources_;
  AnswerEntities entities_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_PAGE_ANSWER_H_
