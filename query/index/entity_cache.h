// Entities that were read before, so that a walk over the graph need not read a row for each it meets.
#ifndef ANNALS_QUERY_INDEX_ENTITY_CACHE_H_
#define ANNALS_QUERY_INDEX_ENTITY_CACHE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "query/index/entity_record.h"

namespace annals::query {

using SharedEntity = std::shared_ptr<const EntityRecord>;

// Thread-safe. Holds at most `capacity` entities; of two generations the older one goes as a whole.
//
// What a reader finds is what its own moment shows: an entry is used at the revision it was read at and after
// it, and each change takes it out before it can be seen.
class EntityCache {
 public:
  explicit EntityCache(size_t capacity) : shard_capacity_(capacity / kShards / 2 + 1) {}

  // As the index showed it at `revision`; null where that is not known.
  SharedEntity Find(EntityNumber entity, uint64_t revision);

  // What a reader read at `revision`. Not kept where the entity may have changed since.
  void Put(EntityNumber entity, uint64_t revision, SharedEntity record);

  // To be called before a change of these entities becomes visible at `revision`.
  void Forget(const std::vector<EntityNumber>& entities, uint64_t revision);

 private:
  static constexpr size_t kShards = 16;
  struct Entry {
    uint64_t revision = 0;
    SharedEntity record;
  };
  using Entries = absl::flat_hash_map<EntityNumber, Entry>;
  struct Shard {
    absl::Mutex mutex;
    Entries young ABSL_GUARDED_BY(mutex);
    Entries old ABSL_GUARDED_BY(mutex);
    uint64_t changed_at ABSL_GUARDED_BY(mutex) = 0;  // the last change of any entity here
  };

  Shard& ShardOf(EntityNumber entity) { return shards_[entity % kShards]; }
  void Keep(EntityNumber entity, Entry entry, Shard& shard) const;

  const size_t shard_capacity_;
  std::array<Shard, kShards> shards_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_CACHE_H_
