// Numbers of variable length, as Protocol Buffers write them: seven bits a byte, the lowest first.
#ifndef ANNALS_QUERY_INDEX_VARINT_H_
#define ANNALS_QUERY_INDEX_VARINT_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace annals::query {

inline void AppendVarint(uint64_t value, std::string& bytes) {
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>(value | 0x80));
  bytes.push_back(static_cast<char>(value));
}

// Small for what is near 0 on either side: "zigzag".
inline void AppendSignedVarint(int64_t value, std::string& bytes) {
  AppendVarint(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63), bytes);
}

// Takes a number off the front. False where there is none.
inline bool TakeVarint(absl::string_view& bytes, uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

inline bool TakeSignedVarint(absl::string_view& bytes, int64_t& value) {
  uint64_t folded = 0;
  if (!TakeVarint(bytes, folded)) return false;
  value = static_cast<int64_t>(folded >> 1) ^ -static_cast<int64_t>(folded & 1);
  return true;
}

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_VARINT_H_
