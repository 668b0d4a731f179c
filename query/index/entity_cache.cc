#include "query/index/entity_cache.h"

#include <algorithm>
#include <utility>

namespace annals::query {

SharedEntity EntityCache::Find(EntityNumber entity, uint64_t revision) {
  Shard& shard = ShardOf(entity);
  absl::MutexLock lock(&shard.mutex);
  auto found = shard.young.find(entity);
  if (found != shard.young.end()) return found->second.revision <= revision ? found->second.record : nullptr;
  found = shard.old.find(entity);
  if (found == shard.old.end() || found->second.revision > revision) return nullptr;
  SharedEntity record = found->second.record;
  Entry entry = std::move(found->second);
  shard.old.erase(found);
  Keep(entity, std::move(entry), shard);
  return record;
}

void EntityCache::Put(EntityNumber entity, uint64_t revision, SharedEntity record) {
  Shard& shard = ShardOf(entity);
  absl::MutexLock lock(&shard.mutex);
  if (revision < shard.changed_at || shard.young.contains(entity)) return;
  Keep(entity, {revision, std::move(record)}, shard);
}

void EntityCache::Forget(const std::vector<EntityNumber>& entities, uint64_t revision) {
  for (EntityNumber entity : entities) {
    Shard& shard = ShardOf(entity);
    absl::MutexLock lock(&shard.mutex);
    shard.young.erase(entity);
    shard.old.erase(entity);
    shard.changed_at = std::max(shard.changed_at, revision);
  }
}

void EntityCache::Keep(EntityNumber entity, Entry entry, Shard& shard) const {
  if (shard.young.size() >= shard_capacity_) {
    shard.old = std::move(shard.young);
    shard.young = Entries();
  }
  shard.young.insert_or_assign(entity, std::move(entry));
}

}  // namespace annals::query
