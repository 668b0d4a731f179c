#include "query/index/event_header.h"

#include "query/index/varint.h"

namespace annals::query {
namespace {

bool TakeRole(absl::string_view& bytes, v1::Role& role) {
  uint64_t value = 0;
  if (!TakeVarint(bytes, value)) return false;
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
  if (!TakeVarint(bytes, count) || count > kMaxEdgesPerEvent) return false;
  edges.resize(count);
  for (HeaderEdge& edge : edges) {
    if (!TakeVarint(bytes, edge.other) || !TakeRole(bytes, edge.own_role) ||
        !TakeRole(bytes, edge.other_role))
      return false;
  }
  return true;
}

}  // namespace

std::string EncodeHeader(const EventHeader& header) {
  std::string bytes;
  AppendVarint(header.type, bytes);
  AppendVarint(PackMarks(header), bytes);
  AppendVarint(header.days, bytes);
  if (header.days == 0) AppendVarint(header.first_known, bytes);
  AppendVarint(header.roles.size(), bytes);
  for (v1::Role role : header.roles) AppendVarint(role, bytes);
  AppendVarint(header.edges.size(), bytes);
  for (const HeaderEdge& edge : header.edges) {
    AppendVarint(edge.other, bytes);
    AppendVarint(edge.own_role, bytes);
    AppendVarint(edge.other_role, bytes);
  }
  return bytes;
}

bool DecodeHeader(absl::string_view bytes, EventHeader& header) {
  uint64_t type = 0;
  uint64_t marks = 0;
  uint64_t days = 0;
  uint64_t first_known = 0;
  uint64_t roles = 0;
  if (!TakeVarint(bytes, type) || !TakeVarint(bytes, marks) || !TakeVarint(bytes, days)) return false;
  if ((days == 0 && !TakeVarint(bytes, first_known)) || !TakeVarint(bytes, roles)) return false;
  header.type = static_cast<v1::EventType>(type);
  header.status = static_cast<v1::EventStatus>(marks >> 3);
  header.certainty = static_cast<v1::Certainty>(marks >> 1 & 3);
  header.merged = (marks & 1) != 0;
  header.days = static_cast<int32_t>(days);
  header.first_known = static_cast<DayNumber>(first_known);
  if (roles > bytes.size()) return false;
  header.roles.resize(roles);
  for (v1::Role& role : header.roles) {
    if (!TakeRole(bytes, role)) return false;
  }
  return TakeEdges(bytes, header.edges) && bytes.empty();
}

}  // namespace annals::query
