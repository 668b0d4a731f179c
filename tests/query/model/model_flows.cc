#include "tests/query/model/model_flows.h"

#include <algorithm>
#include <tuple>

namespace annals::query {
namespace {

constexpr int kYear = 365;

// What an event says of a career.
struct Step {
  const ModelEvent* event = nullptr;
  bool departs = false;
  std::set<std::string> left;
  std::set<std::string> joined;
};

struct Move {
  std::string from;
  std::string to;
  std::optional<DayNumber> day;
  std::vector<const ModelEvent*> events;
};

Step StepOf(const ModelEvent& event) {
  const v1::EventType type = event.event.type();
  Step step{&event, type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS};
  for (const v1::Argument& argument : event.event.arguments()) {
    if (!argument.has_entity_id()) continue;
    const std::string& id = argument.entity_id();
    if (argument.role() == v1::ROLE_ORGANIZATION) (step.departs ? step.left : step.joined).insert(id);
    if (argument.role() == v1::ROLE_FROM_ORGANIZATION && type == v1::EVENT_TYPE_JOIN) step.left.insert(id);
    if (argument.role() == v1::ROLE_TO_ORGANIZATION && type == v1::EVENT_TYPE_DEPART) step.joined.insert(id);
  }
  return step;
}

bool IsOfACareer(v1::EventType type) {
  return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_APPOINT || type == v1::EVENT_TYPE_FOUND ||
         type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS;
}

using Careers = std::map<std::string, std::vector<Step>>;

// In order of time, undated ones last.
Careers CareersIn(const ModelMoment& moment, const v1::GetFlowsRequest& request) {
  ModelSelection selection{.true_on = ParseDayNumber(request.as_of().day())};
  *selection.filter.mutable_statuses() = request.statuses();
  if (request.statuses().empty()) selection.filter.add_statuses(v1::EVENT_STATUS_OCCURRED);
  selection.filter.set_min_certainty(request.min_certainty());
  Careers careers;
  for (const ModelEvent& event : moment.events()) {
    if (!IsOfACareer(event.event.type()) || !selection.Accepts(event, nullptr)) continue;
    for (const auto& [id, roles] : event.participants()) {
      const bool founds = event.event.type() == v1::EVENT_TYPE_FOUND && roles.contains(v1::ROLE_FOUNDER);
      if (roles.contains(v1::ROLE_PERSON) || founds) careers[id].push_back(StepOf(event));
    }
  }
  return careers;
}

bool Follows(const Step& joining, const Step& departure) {
  const auto after = joining.event->span();
  const auto before = departure.event->span();
  return after && before && after->last >= before->first && after->first <= before->last + kYear;
}

// Null where there is none. `to`: "" for any but `from`.
const Step* NextJoining(const std::vector<Step>& career, const Step& departure, const std::string& from,
                        const std::string& to) {
  for (const Step& step : career) {
    if (step.departs || !Follows(step, departure)) continue;
    const bool fits = std::any_of(step.joined.begin(), step.joined.end(),
                                  [&](const std::string& id) { return to.empty() ? id != from : id == to; });
    if (fits) return &step;
  }
  return nullptr;
}

std::optional<DayNumber> FirstDay(const ModelEvent& event) {
  const auto span = event.span();
  return span ? std::optional(span->first) : std::nullopt;
}

void AddMovesFrom(const std::vector<Step>& career, const Step& step, const std::string& from,
                  std::vector<Move>& moves) {
  bool named = false;
  for (const std::string& to : step.joined) {
    if (to == from) continue;
    named = true;
    Move& move = moves.emplace_back(Move{from, to, FirstDay(*step.event), {step.event}});
    const Step* joining = step.departs ? NextJoining(career, step, from, to) : nullptr;
    if (joining == nullptr) continue;
    move.day = FirstDay(*joining->event);
    move.events.push_back(joining->event);
  }
  const Step* joining = step.departs && !named ? NextJoining(career, step, from, "") : nullptr;
  if (joining == nullptr) return;
  for (const std::string& to : joining->joined) {
    if (to != from) moves.push_back({from, to, FirstDay(*joining->event), {step.event, joining->event}});
  }
}

bool Counts(const Move& move, const std::string& organization, const v1::DayWindow& window) {
  const auto first = ParseDayNumber(window.start());
  const auto last = ParseDayNumber(window.end());
  if (!organization.empty() && move.from != organization && move.to != organization) return false;
  if (!move.day) return !first && !last;
  return (!first || *first <= *move.day) && (!last || *move.day <= *last);
}

std::string PeriodOf(const Move& move, const v1::GetFlowsRequest& request) {
  if (request.bucket() == v1::TIMELINE_BUCKET_UNSPECIFIED) return request.time().start();
  return move.day ? BucketStart(FormatDayNumber(*move.day), request.bucket()) : "";
}

struct Cell {
  std::set<std::string> people;
  std::set<std::string> events;
};

}  // namespace

std::vector<v1::Flow> FlowsOf(const ModelMoment& moment, const std::string& organization,
                              const v1::GetFlowsRequest& request) {
  std::map<std::tuple<std::string, std::string, std::string>, Cell> cells;
  for (const auto& [person, career] : CareersIn(moment, request)) {
    std::vector<Move> moves;
    for (const Step& step : career) {
      for (const std::string& from : step.left) AddMovesFrom(career, step, from, moves);
    }
    for (const Move& move : moves) {
      if (!Counts(move, organization, request.time())) continue;
      Cell& cell = cells[{move.from, move.to, PeriodOf(move, request)}];
      cell.people.insert(person);
      for (const ModelEvent* event : move.events) cell.events.insert(event->event.id());
    }
  }
  std::vector<v1::Flow> flows;
  for (const auto& [key, cell] : cells) {
    v1::Flow& flow = flows.emplace_back();
    flow.set_from_entity_id(std::get<0>(key));
    flow.set_to_entity_id(std::get<1>(key));
    flow.set_period_start(std::get<2>(key));
    flow.mutable_person_ids()->Add(cell.people.begin(), cell.people.end());
    flow.mutable_event_ids()->Add(cell.events.begin(), cell.events.end());
  }
  std::sort(flows.begin(), flows.end(), [](const v1::Flow& a, const v1::Flow& b) {
    const auto rank = [](const v1::Flow& flow) {
      return std::tuple(-flow.person_ids_size(), flow.from_entity_id(), flow.to_entity_id(),
                        flow.period_start().empty(), flow.period_start());
    };
    return rank(a) < rank(b);
  });
  return flows;
}

}  // namespace annals::query
