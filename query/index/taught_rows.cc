#include "query/index/taught_rows.h"

#include <algorithm>
#include <vector>

#include "query/identity/namesakes.h"
#include "query/index/index_keys.h"

namespace annals::query {
namespace {

bool Empty(const rows::Taught& taught) {
  return !taught.has_entity() && taught.merged_into().empty() && taught.merged_from().empty();
}

}  // namespace

rows::Taught TaughtRows::Get(const std::string& id) {
  rows::Taught taught;
  if (meta_.taught_count() > 0) batch_.GetRow(TaughtKey(id), taught);
  return taught;
}

void TaughtRows::Put(const std::string& id, const rows::Taught& before, const rows::Taught& after) {
  if (!Empty(after)) {
    batch_.PutRow(TaughtKey(id), after);
  } else if (!Empty(before)) {
    batch_.Delete(TaughtKey(id));
  }
  meta_.set_taught_count(meta_.taught_count() + (Empty(before) ? 1 : 0) - (Empty(after) ? 1 : 0));
}

void TaughtRows::PutEntity(const v1::Entity& entity) {
  const rows::Taught before = Get(entity.id());
  rows::Taught after = before;
  *after.mutable_entity() = entity;
  Put(entity.id(), before, after);
}

void TaughtRows::Merge(const std::string& from, const std::string& into) {
  TakeBackMerge(from);
  const rows::Taught from_before = Get(from);
  rows::Taught from_after = from_before;
  from_after.set_merged_into(into);
  Put(from, from_before, from_after);
  const rows::Taught into_before = Get(into);
  rows::Taught into_after = into_before;
  into_after.add_merged_from(from);
  std::sort(into_after.mutable_merged_from()->begin(), into_after.mutable_merged_from()->end());
  Put(into, into_before, into_after);
}

void TaughtRows::Delete(const std::string& id) {
  TakeBackMerge(id);
  const rows::Taught merged = Get(id);
  for (const std::string& from : merged.merged_from()) TakeBackMerge(from);
  const rows::Taught before = Get(id);
  rows::Taught after = before;
  after.clear_entity();
  Put(id, before, after);
}

void TaughtRows::TakeBackMerge(const std::string& from) {
  const rows::Taught from_before = Get(from);
  if (from_before.merged_into().empty()) return;
  const std::string into = from_before.merged_into();
  rows::Taught from_after = from_before;
  from_after.clear_merged_into();
  Put(from, from_before, from_after);
  const rows::Taught into_before = Get(into);
  rows::Taught into_after = into_before;
  auto& ids = *into_after.mutable_merged_from();
  ids.erase(std::remove(ids.begin(), ids.end(), from), ids.end());
  Put(into, into_before, into_after);
}

std::string TaughtRows::EndOf(const std::string& id) {
  std::vector<std::string> path = {id};
  for (;;) {
    const std::string next = Get(path.back()).merged_into();
    if (next.empty()) return path.back();
    const auto seen = std::find(path.begin(), path.end(), next);
    if (seen != path.end()) return *std::min_element(seen, path.end());
    path.push_back(next);
  }
}

std::set<std::string> TaughtRows::MergedInto(const std::string& id) {
  std::set<std::string> ids = {id};
  std::vector<std::string> open = {id};
  while (!open.empty()) {
    const rows::Taught taught = Get(open.back());
    open.pop_back();
    for (const std::string& from : taught.merged_from()) {
      if (ids.insert(from).second) open.push_back(from);
    }
  }
  return ids;
}

bool TaughtRows::IsTold(const std::string& id) {
  const rows::Taught taught = Get(id);
  return taught.has_entity() || !taught.merged_into().empty() ||
         std::any_of(taught.merged_from().begin(), taught.merged_from().end(),
                     [&](const std::string& from) { return !IsNamesakeId(from, id); });
}

}  // namespace annals::query
