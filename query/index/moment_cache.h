// What was read before, so that it need not be read again for each who meets it.
#ifndef ANNALS_QUERY_INDEX_MOMENT_CACHE_H_
#define ANNALS_QUERY_INDEX_MOMENT_CACHE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"
#include "absl/synchronization/mutex.h"

namespace annals::query {

// Thread-safe. Holds values of at most `capacity` bytes, in all and with what holds them; of two generations
// the older one goes as a whole.
//
// What a reader finds is what its own moment shows: an entry is used at the revision it was read at and after
// it, and each change takes it out before it can be seen.
template <typename Key, typename Value>
class MomentCache {
 public:
  using Shared = std::shared_ptr<const Value>;

  // A value's size() is its bytes in memory.
  explicit MomentCache(size_t capacity) : shard_capacity_(capacity / kShards / 2 + 1) {}

  // As the index showed it at `revision`; null where that is not known.
  Shared Find(const Key& key, uint64_t revision);

  // The same of many, null where one is not known. What lies apart in memory is asked for before it is
  // needed: a page of fifty events waits for some two hundred places otherwise.
  std::vector<Shared> FindAll(const std::vector<Key>& keys, uint64_t revision);

  // What a reader read at `revision`. Not kept where it may have changed since, or is too large.
  void Put(const Key& key, uint64_t revision, Shared value);

  // Whether a generation is full: what comes then drives out what came first.
  bool HoldsAGeneration();

  // To be called before a change of these becomes visible at `revision`.
  void Forget(const std::vector<Key>& keys, uint64_t revision);

 private:
  static constexpr size_t kShards = 16;
  struct Entry {
    uint64_t revision = 0;
    size_t bytes = 0;
    Shared value;
  };
  // An entry in a table that is two thirds full, and the value's counts.
  static constexpr size_t kPlaceBytes = (sizeof(Key) + sizeof(Entry)) * 3 / 2 + 32;
  using Entries = absl::flat_hash_map<Key, Entry>;
  struct Shard {
    absl::Mutex mutex;
    Entries young ABSL_GUARDED_BY(mutex);
    Entries old ABSL_GUARDED_BY(mutex);
    size_t young_bytes ABSL_GUARDED_BY(mutex) = 0;
    uint64_t changed_at ABSL_GUARDED_BY(mutex) = 0;  // the last change of anything here
  };

  // By bits that the maps make less of.
  Shard& ShardOf(const Key& key) { return shards_[(absl::Hash<Key>()(key) >> 48) % kShards]; }
  void Keep(const Key& key, Entry entry, Shard& shard) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(shard.mutex);

  const size_t shard_capacity_;
  std::array<Shard, kShards> shards_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_MOMENT_CACHE_H_
