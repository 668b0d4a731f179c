// The fields of a serialised message, as Protocol Buffers lay them down, without making the message.
// https://protobuf.dev/programming-guides/encoding/
#ifndef ANNALS_QUERY_INDEX_WIRE_FIELDS_H_
#define ANNALS_QUERY_INDEX_WIRE_FIELDS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "query/index/varint.h"

namespace annals::query {

struct WireField {
  int number = 0;
  absl::string_view whole;  // with its tag
  absl::string_view body;   // of a string or message; else empty
};

// Takes a field off the front. False at the end, or where the bytes are no field: then some are left.
inline bool TakeField(absl::string_view& bytes, WireField& field) {
  const absl::string_view from = bytes;
  absl::string_view rest = bytes;
  uint64_t tag = 0;
  uint64_t size = 0;
  if (!TakeVarint(rest, tag)) return false;
  field.number = static_cast<int>(tag >> 3);
  field.body = {};
  switch (tag & 7) {
    case 0:
      if (!TakeVarint(rest, size)) return false;
      size = 0;
      break;
    case 1:
      size = 8;
      break;
    case 2:
      if (!TakeVarint(rest, size)) return false;
      field.body = rest.substr(0, size);
      break;
    case 5:
      size = 4;
      break;
    default:
      return false;
  }
  if (size > rest.size()) return false;
  rest.remove_prefix(size);
  field.whole = from.substr(0, from.size() - rest.size());
  bytes = rest;
  return true;
}

// Appends a string or a message.
inline void AppendField(int number, absl::string_view body, std::string& bytes) {
  AppendVarint(static_cast<uint64_t>(number) << 3 | 2, bytes);
  AppendVarint(body.size(), bytes);
  bytes.append(body.data(), body.size());
}

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_WIRE_FIELDS_H_
