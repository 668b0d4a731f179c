#include "query/index/moment_cache.h"

#include <algorithm>
#include <utility>

#include "query/index/index_caches.h"

namespace annals::query {

template <typename Key, typename Value>
typename MomentCache<Key, Value>::Shared MomentCache<Key, Value>::Find(const Key& key, uint64_t revision) {
  Shard& shard = ShardOf(key);
  absl::MutexLock lock(&shard.mutex);
  auto found = shard.young.find(key);
  if (found != shard.young.end()) return found->second.revision <= revision ? found->second.value : nullptr;
  found = shard.old.find(key);
  if (found == shard.old.end() || found->second.revision > revision) return nullptr;
  Shared value = found->second.value;
  Entry entry = std::move(found->second);
  shard.old.erase(found);
  Keep(key, std::move(entry), shard);
  return value;
}

// First the places in the tables, then what stands there, then the values.
template <typename Key, typename Value>
auto MomentCache<Key, Value>::FindAll(const std::vector<Key>& keys, uint64_t revision)
    -> std::vector<Shared> {
  for (const Key& key : keys) {
    Shard& shard = ShardOf(key);
    absl::MutexLock lock(&shard.mutex);
    shard.young.prefetch(key);
  }
  for (const Key& key : keys) {
    Shard& shard = ShardOf(key);
    absl::MutexLock lock(&shard.mutex);
    const auto found = shard.young.find(key);
    if (found != shard.young.end()) __builtin_prefetch(found->second.value.get());
  }
  std::vector<Shared> values;
  values.reserve(keys.size());
  for (const Key& key : keys) values.push_back(Find(key, revision));
  return values;
}

template <typename Key, typename Value>
void MomentCache<Key, Value>::Put(const Key& key, uint64_t revision, Shared value) {
  const size_t bytes = value->size() + kPlaceBytes;
  if (bytes > shard_capacity_) return;
  Shard& shard = ShardOf(key);
  absl::MutexLock lock(&shard.mutex);
  if (revision < shard.changed_at || shard.young.contains(key)) return;
  Keep(key, {revision, bytes, std::move(value)}, shard);
}

template <typename Key, typename Value>
bool MomentCache<Key, Value>::HoldsAGeneration() {
  size_t bytes = 0;
  for (Shard& shard : shards_) {
    absl::MutexLock lock(&shard.mutex);
    if (!shard.old.empty()) return true;
    bytes += shard.young_bytes;
  }
  return bytes >= shard_capacity_ * kShards * 9 / 10;
}

template <typename Key, typename Value>
void MomentCache<Key, Value>::Forget(const std::vector<Key>& keys, uint64_t revision) {
  for (const Key& key : keys) {
    Shard& shard = ShardOf(key);
    absl::MutexLock lock(&shard.mutex);
    if (const auto young = shard.young.find(key); young != shard.young.end()) {
      shard.young_bytes -= young->second.bytes;
      shard.young.erase(young);
    }
    shard.old.erase(key);
    shard.changed_at = std::max(shard.changed_at, revision);
  }
}

template <typename Key, typename Value>
void MomentCache<Key, Value>::Keep(const Key& key, Entry entry, Shard& shard) const {
  if (shard.young_bytes + entry.bytes > shard_capacity_) {
    shard.old = std::exchange(shard.young, Entries());
    shard.young_bytes = 0;
  }
  shard.young_bytes += entry.bytes;
  shard.young.insert_or_assign(key, std::move(entry));
}

template class MomentCache<EntityNumber, EntityRecord>;
template class MomentCache<EntityNumber, EntityTimeline>;
template class MomentCache<ReportRef, EventAnswer>;
template class MomentCache<std::string, TimelineAnswer>;

}  // namespace annals::query
