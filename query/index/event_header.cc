#include "query/index/event_header.h"

#include <algorithm>

#include "query/index/varint.h"

namespace annals::query {
namespace {

bool TakeRole(absl::string_view& bytes, v1::Role& role) {
  uint64_t value = 0;
  if (!TakeVarint(bytes, value)) return false;
  role = static_cast<v1::Role>(value);
  return true;
}

// As a rule the entity plays one role, and that is its end of every edge.
bool PlaysOneRole(const EventHeader& header) {
  return header.roles.size() == 1 &&
         std::all_of(header.edges.begin(), header.edges.end(),
                     [&](const HeaderEdge& edge) { return edge.own_role == header.roles.front(); });
}

// Status and certainty are small; the flags take the lowest bits.
uint64_t PackMarks(const EventHeader& header, bool one_role) {
  return static_cast<uint64_t>(header.status) << 4 | static_cast<uint64_t>(header.certainty) << 2 |
         (one_role ? 2 : 0) | (header.merged ? 1 : 0);
}

bool TakeRoles(absl::string_view& bytes, bool one_role, std::vector<v1::Role>& roles) {
  uint64_t count = 1;
  if (!one_role && (!TakeVarint(bytes, count) || count > bytes.size())) return false;
  roles.resize(count);
  return std::all_of(roles.begin(), roles.end(), [&](v1::Role& role) { return TakeRole(bytes, role); });
}

bool TakeEdges(absl::string_view& bytes, bool one_role, EventHeader& header) {
  uint64_t count = 0;
  if (!TakeVarint(bytes, count) || count > kMaxEdgesPerEvent) return false;
  header.edges.resize(count);
  for (HeaderEdge& edge : header.edges) {
    if (!TakeVarint(bytes, edge.other) || !TakeRole(bytes, edge.other_role)) return false;
    if (one_role) {
      edge.own_role = header.roles.front();
    } else if (!TakeRole(bytes, edge.own_role)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string EncodeHeader(const EventHeader& header) {
  const bool one_role = PlaysOneRole(header);
  std::string bytes;
  AppendVarint(header.type, bytes);
  AppendVarint(PackMarks(header, one_role), bytes);
  AppendVarint(header.days, bytes);
  if (header.days == 0) AppendVarint(header.first_known, bytes);
  if (!one_role) AppendVarint(header.roles.size(), bytes);
  for (v1::Role role : header.roles) AppendVarint(role, bytes);
  AppendVarint(header.edges.size(), bytes);
  for (const HeaderEdge& edge : header.edges) {
    AppendVarint(edge.other, bytes);
    AppendVarint(edge.other_role, bytes);
    if (!one_role) AppendVarint(edge.own_role, bytes);
  }
  return bytes;
}

bool DecodeHeader(absl::string_view bytes, EventHeader& header) {
  uint64_t type = 0;
  uint64_t marks = 0;
  uint64_t days = 0;
  uint64_t first_known = 0;
  if (!TakeVarint(bytes, type) || !TakeVarint(bytes, marks) || !TakeVarint(bytes, days)) return false;
  if (days == 0 && !TakeVarint(bytes, first_known)) return false;
  header.type = static_cast<v1::EventType>(type);
  header.status = static_cast<v1::EventStatus>(marks >> 4);
  header.certainty = static_cast<v1::Certainty>(marks >> 2 & 3);
  header.merged = (marks & 1) != 0;
  header.days = static_cast<int32_t>(days);
  header.first_known = static_cast<DayNumber>(first_known);
  const bool one_role = (marks & 2) != 0;
  return TakeRoles(bytes, one_role, header.roles) && TakeEdges(bytes, one_role, header) && bytes.empty();
}

}  // namespace annals::query
