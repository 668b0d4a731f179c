// When entities and events last changed, in little room: an answer that names a hundred of them is checked in
// less than a microsecond.
#ifndef ANNALS_QUERY_INDEX_CHANGE_STAMPS_H_
#define ANNALS_QUERY_INDEX_CHANGE_STAMPS_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/hash/hash.h"

namespace annals::query {

// Thread-safe, with one writer. Places are fewer than keys: who shares one with another counts as changed
// with it.
class ChangeStamps {
 public:
  using Place = uint16_t;

  ChangeStamps() : revisions_(size_t{1} << 16) {}

  template <typename Key>
  static Place PlaceOf(const Key& key) {
    return static_cast<Place>(absl::Hash<Key>()(key) >> 32);
  }

  // To be called before a change of these becomes visible at `revision`.
  template <typename Key>
  void Note(const std::vector<Key>& changed, uint64_t revision) {
    for (const Key& key : changed) revisions_[PlaceOf(key)].store(revision, std::memory_order_relaxed);
  }

  // Whether any of these may have changed after `revision`, as far as a reader of any later one can see.
  bool ChangedAfter(uint64_t revision, const std::vector<Place>& places) const {
    for (Place place : places) {
      if (revisions_[place].load(std::memory_order_relaxed) > revision) return true;
    }
    return false;
  }

 private:
  std::vector<std::atomic<uint64_t>> revisions_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_CHANGE_STAMPS_H_
