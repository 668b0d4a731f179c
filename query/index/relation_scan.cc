#include "query/index/relation_scan.h"

#include <utility>

#include "common/errors/errors.h"
#include "common/storage/database.h"
#include "query/events/known_stages.h"

namespace annals::query {
namespace {

bool HoldsAt(const rows::RelationReport& row, const Past& past) {
  if (static_cast<DayNumber>(row.known()) > past.known_on.value_or(kStillKnown)) return false;
  if (!past.revision) return row.until() == 0;
  return row.since() <= *past.revision && (row.until() == 0 || *past.revision < row.until());
}

}  // namespace

// The rows of one era.
struct RelationScan::Cursor {
  char table = 0;
  RowRanges::Lent range;
  rocksdb::Iterator* rows = nullptr;

  // Keys of the two eras differ in their first byte only.
  absl::string_view key() const { return FromSlice(rows->key()).substr(1); }
};

RelationScan::RelationScan(const IndexView& view, EntityNumber entity,
                           std::optional<IndexView::WayAndType> only)
    : past_(view.past()) {
  for (Era era : kEras) {
    // Without a revision all that holds is present.
    if (era == Era::kPast && !past_.revision) break;
    auto cursor = std::make_unique<Cursor>();
    std::string prefix =
        only ? RelationsPrefix(entity, only->first, only->second, era) : RelationsPrefix(entity, era);
    std::string after = PrefixEnd(prefix);
    cursor->table = prefix.front();
    cursor->range = view.Range(std::move(prefix), std::move(after));
    cursor->rows = &cursor->range->rows();
    cursor->rows->SeekToFirst();
    cursors_.push_back(std::move(cursor));
  }
}

RelationScan::~RelationScan() = default;

bool RelationScan::Next() {
  if (std::exchange(skip_, false) && !group_.empty()) {
    const std::string after = PrefixEnd(group_);
    for (const auto& cursor : cursors_) {
      if (cursor->rows->Valid() && cursor->key() < after) cursor->rows->Seek(cursor->table + after);
    }
  }
  for (Cursor* first = First(); first != nullptr; first = First()) {
    if (!Take(*first)) return false;
    const bool holds = HoldsAt(report_, past_);
    if (holds) {
      const absl::string_view key = first->key();
      same_group_ = !group_.empty() && key.substr(0, group_.size()) == group_;
      if (!same_group_) group_ = RelationGroupPrefix(relation_).substr(1);
    }
    first->rows->Next();
    if (holds) return true;
  }
  return false;
}

RelationScan::Cursor* RelationScan::First() {
  Cursor* first = nullptr;
  for (const auto& cursor : cursors_) {
    if (!cursor->rows->status().ok()) status_ = FromRocksDb(cursor->rows->status());
    if (!cursor->rows->Valid()) continue;
    if (first == nullptr || cursor->key() < first->key()) first = cursor.get();
  }
  return status_.ok() ? first : nullptr;
}

bool RelationScan::Take(Cursor& cursor) {
  const rocksdb::Slice value = cursor.rows->value();
  if (ParseRelationKey(FromSlice(cursor.rows->key()), relation_, article_) &&
      report_.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
    return true;
  }
  status_ = CorruptStorage("index: a relation's row does not parse");
  return false;
}

}  // namespace annals::query
