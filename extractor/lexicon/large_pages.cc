#include "extractor/lexicon/large_pages.h"

#include <sys/mman.h>

#include <new>

namespace annals {
namespace {

constexpr size_t kLargePage = size_t{2} << 20;

// That large pages can back it.
std::align_val_t AlignmentOf(size_t bytes) {
  return std::align_val_t{bytes < kLargePage ? __STDCPP_DEFAULT_NEW_ALIGNMENT__ : kLargePage};
}

}  // namespace

void* AllocateLargePages(size_t bytes) {
  void* memory = ::operator new(bytes, AlignmentOf(bytes));
  const size_t whole_pages = bytes / kLargePage * kLargePage;
  if (whole_pages > 0) (void)madvise(memory, whole_pages, MADV_HUGEPAGE);  // a wish: small pages do as well
  return memory;
}

void FreeLargePages(void* memory, size_t bytes) { ::operator delete(memory, AlignmentOf(bytes)); }

}  // namespace annals
