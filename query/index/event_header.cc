#include "query/index/event_header.h"

namespace annals::query {
namespace {

void Append(uint64_t value, std::string& bytes) {
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>(value | 0x80));
  bytes.push_back(static_cast<char>(value));
}

bool Take(absl::string_view& bytes, uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

bool TakeRole(absl::string_view& bytes, v1::Role& role) {
  uint64_t value = 0;
  if (!Take(bytes, value)) return false;
  role = static_cast<v1::Role>(value);
  return true;
}

// Status and certainty are small; the flag takes the lowest bit.
uint64_t PackMarks(const EventHeader& header) {
  return static_cast<uint64_t>(header.status) << 3 | static_cast<uint64_t>(header.certainty) << 1 |
         (header.merged ? 1 : 0);
}

bool TakeEdges(absl::string_view& bytes, std::vector<HeaderEdge>& edges) {
  uint64_t count = 0;
  if (!Take(bytes, count) || count > kMaxEdgesPerEvent) return false;
  edges.resize(count);
  for (HeaderEdge& edge : edges) {
    if (!Take(bytes, edge.other) || !TakeRole(bytes, edge.own_role) || !TakeRole(bytes, edge.other_role))
      return false;
  }
  return true;
}

}  // namespace

std::string EncodeHeader(const EventHeader& header) {
  std::string bytes;
  Append(header.type, bytes);
  Append(PackMarks(header), bytes);
  Append(header.days, bytes);
  Append(header.roles.size(), bytes);
  for (v1::Role role : header.roles) Append(role, bytes);
  Append(header.edges.size(), bytes);
  for (const HeaderEdge& edge : header.edges) {
    Append(edge.other, bytes);
    Append(edge.own_role, bytes);
    Append(edge.other_role, bytes);
  }
  return bytes;
}

bool DecodeHeader(absl::string_view bytes, EventHeader& header) {
  uint64_t type = 0;
  uint64_t marks = 0;
  uint64_t days = 0;
  uint64_t roles = 0;
  if (!Take(bytes, type) || !Take(bytes, marks) || !Take(bytes, days) || !Take(bytes, roles)) return false;
  header.type = static_cast<v1::EventType>(type);
  header.status = static_cast<v1::EventStatus>(marks >> 3);
  header.certainty = static_cast<v1::Certainty>(marks >> 1 & 3);
  header.merged = (marks & 1) != 0;
  header.days = static_cast<int32_t>(days);
  if (roles > bytes.size()) return false;
  header.roles.resize(roles);
  for (v1::Role& role : header.roles) {
    if (!TakeRole(bytes, role)) return false;
  }
  return TakeEdges(bytes, header.edges) && bytes.empty();
}

}  // namespace annals::query
