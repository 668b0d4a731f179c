// Dictionaries of compressed blocks, read once each and not anew for every block.
//
// Debian's RocksDB hands a dictionary to zstd as bytes each time it unpacks a block, and zstd reads its
// tables out of them: a third of the time that a block of 8 KB takes. The function it calls is defined here
// in the place of zstd's, as an allocator takes the place of malloc, and gives zstd the dictionary it has
// read before.
#ifndef ANNALS_COMMON_STORAGE_ZSTD_DICTIONARIES_H_
#define ANNALS_COMMON_STORAGE_ZSTD_DICTIONARIES_H_

#include <cstddef>

namespace annals {

// Dictionaries that are held, some 100 KB each; of two generations the older one goes as a whole.
inline constexpr size_t kDictionariesAGeneration = 128;

// How many are held. Thread-safe. Whoever calls it has the function above in the program.
size_t DictionariesRead();

}  // namespace annals

#endif  // ANNALS_COMMON_STORAGE_ZSTD_DICTIONARIES_H_
