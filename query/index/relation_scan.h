// Walks what articles say of an entity's relations, at the past of the view.
#ifndef ANNALS_QUERY_INDEX_RELATION_SCAN_H_
#define ANNALS_QUERY_INDEX_RELATION_SCAN_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "query/index/index_view.h"

namespace annals::query {

// For one thread; the view must outlive it. In order of way, type, other entity and title; what articles say
// of one relation, its group, comes together: latest publication first, then by article. Rows of the present
// and, where the view shows a past, of the past.
class RelationScan {
 public:
  RelationScan(const IndexView& view, EntityNumber entity, std::optional<IndexView::WayAndType> only);
  ~RelationScan();

  // Moves to the next row that holds, at first to the first one. False at the end, or where `status` is not
  // OK.
  bool Next();
  // The next row is then one of another relation.
  void SkipGroup() { skip_ = true; }

  const RelationRow& relation() const { return relation_; }
  const rows::RelationReport& report() const { return report_; }
  uint64_t article() const { return article_; }  // number of the one that says it
  // Whether this row is of the same relation as the one before it.
  bool same_group() const { return same_group_; }
  const absl::Status& status() const { return status_; }

 private:
  struct Cursor;

  Cursor* First();
  bool Take(Cursor& cursor);

  const Past past_;
  std::vector<std::unique_ptr<Cursor>> cursors_;
  std::string group_;  // without the byte of its table
  bool skip_ = false;
  bool same_group_ = false;
  RelationRow relation_;
  rows::RelationReport report_;
  uint64_t article_ = 0;
  absl::Status status_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_RELATION_SCAN_H_
