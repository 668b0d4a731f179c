#include "query/index/event_rows.h"

#include <algorithm>
#include <map>

#include "query/events/event_shape.h"
#include "query/index/event_header.h"

namespace annals::query {
namespace {

struct Participant {
  EntityNumber entity = kNoEntity;
  std::vector<v1::Role> roles;  // subject first
};

// By rank of their first role, then by number: the same for every order of the arguments.
std::vector<Participant> ParticipantsOf(const ResolvedEvent& told) {
  std::map<EntityNumber, std::vector<v1::Role>> roles;
  for (int i = 0; i < told.event.arguments_size(); ++i) {
    if (told.numbers[i] != kNoEntity) roles[told.numbers[i]].push_back(told.event.arguments(i).role());
  }
  const auto rank = [&](v1::Role role) { return std::make_pair(RoleRank(told.event.type(), role), role); };
  std::vector<Participant> participants;
  for (auto& [entity, played] : roles) {
    std::sort(played.begin(), played.end(), [&](v1::Role a, v1::Role b) { return rank(a) < rank(b); });
    played.erase(std::unique(played.begin(), played.end()), played.end());
    participants.push_back({entity, std::move(played)});
  }
  std::stable_sort(participants.begin(), participants.end(), [&](const Participant& a, const Participant& b) {
    return rank(a.roles.front()) < rank(b.roles.front());
  });
  return participants;
}

// The first pair of different roles: two products of one release are not connected by it, two partners are.
bool RolesOfEdge(v1::EventType type, const Participant& from, const Participant& to, HeaderEdge& edge) {
  for (v1::Role own : from.roles) {
    for (v1::Role other : to.roles) {
      if (own == other && type != v1::EVENT_TYPE_PARTNER) continue;
      edge = {to.entity, own, other};
      return true;
    }
  }
  return false;
}

std::vector<HeaderEdge> EdgesOf(v1::EventType type, const Participant& from,
                                const std::vector<Participant>& all) {
  std::vector<HeaderEdge> edges;
  for (const Participant& to : all) {
    HeaderEdge edge;
    if (edges.size() < kMaxEdgesPerEvent && to.entity != from.entity && RolesOfEdge(type, from, to, edge)) {
      edges.push_back(edge);
    }
  }
  return edges;
}

}  // namespace

EventRows RowsOf(ReportRef event, const ResolvedEvent& told, bool merged, DayNumber first_known) {
  const std::optional<DaySpan> span = SpanOf(told.event.time());
  EventHeader header{{.type = told.event.type(),
                      .status = told.event.status(),
                      .certainty = told.event.certainty(),
                      .merged = merged,
                      .days = span ? span->days() : 0,
                      .first_known = span ? 0 : first_known},
                     {},
                     {}};
  EventRows rows{.type = header.type,
                 .span_class = ClassOf(span),
                 .position = {span ? span->first : kUndatedDay, event},
                 .type_header = EncodeHeader(header)};
  const std::vector<Participant> participants = ParticipantsOf(told);
  for (const Participant& participant : participants) {
    header.roles = participant.roles;
    std::sort(header.roles.begin(), header.roles.end());
    header.edges = EdgesOf(header.type, participant, participants);
    rows.participants.push_back({participant.entity, header.edges.size(), EncodeHeader(header)});
  }
  return rows;
}

}  // namespace annals::query
