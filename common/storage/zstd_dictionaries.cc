#include "common/storage/zstd_dictionaries.h"

#include <zstd.h>

#include <cstdint>
#include <memory>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"

namespace annals {
namespace {

// The tables and what stands before them.
constexpr size_t kHeadBytes = 512;

struct Free {
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};
using Dictionary = std::shared_ptr<const ZSTD_DDict>;

// Thread-safe.
class Dictionaries {
 public:
  // Null where the bytes are no dictionary.
  Dictionary Read(absl::string_view bytes) {
    const uint64_t key = KeyOf(bytes);
    {
      absl::ReaderMutexLock lock(&mutex_);
      if (const auto found = young_.find(key); found != young_.end()) return found->second;
    }
    absl::MutexLock lock(&mutex_);
    const auto old = old_.find(key);
    Dictionary read = old != old_.end() ? old->second : Digest(bytes);
    if (read == nullptr) return read;
    if (young_.size() == kDictionariesAGeneration) old_ = std::exchange(young_, {});
    young_.insert_or_assign(key, read);
    return read;
  }

  size_t size() {
    absl::ReaderMutexLock lock(&mutex_);
    return young_.size() + old_.size();
  }

 private:
  // A dictionary's id, in its head, is a hash of what follows the tables.
  static uint64_t KeyOf(absl::string_view bytes) {
    return absl::HashOf(bytes.size(), bytes.substr(0, kHeadBytes));
  }
  static Dictionary Digest(absl::string_view bytes) {
    return {ZSTD_createDDict(bytes.data(), bytes.size()), Free()};
  }

  absl::Mutex mutex_;
  absl::flat_hash_map<uint64_t, Dictionary> young_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<uint64_t, Dictionary> old_ ABSL_GUARDED_BY(mutex_);
};

Dictionaries& Read() {
  static Dictionaries* const dictionaries = new Dictionaries();
  return *dictionaries;
}

}  // namespace

size_t DictionariesRead() { return Read().size(); }

}  // namespace annals

// In the place of zstd's, with the same promise.
extern "C" size_t ZSTD_decompress_usingDict(ZSTD_DCtx* context, void* to, size_t capacity, const void* from,
                                            size_t size, const void* dictionary, size_t dictionary_size) {
  if (dictionary == nullptr || dictionary_size == 0)
    return ZSTD_decompressDCtx(context, to, capacity, from, size);
  // One without an id is text alone, and nothing is read of it.
  if (ZSTD_getDictID_fromDict(dictionary, dictionary_size) == 0) {
    const size_t referred = ZSTD_DCtx_refPrefix(context, dictionary, dictionary_size);
    return ZSTD_isError(referred) != 0 ? referred : ZSTD_decompressDCtx(context, to, capacity, from, size);
  }
  const annals::Dictionary read =
      annals::Read().Read({static_cast<const char*>(dictionary), dictionary_size});
  return ZSTD_decompress_usingDDict(context, to, capacity, from, size, read.get());
}
