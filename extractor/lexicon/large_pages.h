// Memory for tables that lookups jump about in. In pages of the usual size most lookups miss the TLB as well
// as the cache; in large pages (Linux, "Transparent Hugepage Support") the whole table fits the TLB.
#ifndef ANNALS_EXTRACTOR_LEXICON_LARGE_PAGES_H_
#define ANNALS_EXTRACTOR_LEXICON_LARGE_PAGES_H_

#include <cstddef>
#include <vector>

namespace annals {

// `bytes` of memory, of MB and more in large pages where the system grants them. Thread-safe.
void* AllocateLargePages(size_t bytes);
// Frees what it gave for the same `bytes`.
void FreeLargePages(void* memory, size_t bytes);

template <typename T>
struct LargePageAllocator {
  using value_type = T;

  LargePageAllocator() = default;
  template <typename U>
  LargePageAllocator(const LargePageAllocator<U>&) {}  // NOLINT: as containers ask it of allocators

  T* allocate(size_t count) { return static_cast<T*>(AllocateLargePages(count * sizeof(T))); }
  void deallocate(T* table, size_t count) { FreeLargePages(table, count * sizeof(T)); }
  friend bool operator==(const LargePageAllocator&, const LargePageAllocator&) { return true; }
};

template <typename T>
using LargeTable = std::vector<T, LargePageAllocator<T>>;

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_LARGE_PAGES_H_
