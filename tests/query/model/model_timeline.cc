#include "tests/query/model/model_timeline.h"

#include <algorithm>

#include "absl/strings/str_format.h"

namespace annals::query {
namespace {

constexpr int kPartDepth = 3;

bool Among(const google::protobuf::RepeatedField<int>& values, int value) {
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

// Undated ones only where neither end is given.
bool Meets(const v1::DayWindow& window, const std::optional<DaySpan>& span) {
  const auto first = ParseDayNumber(window.start());
  const auto last = ParseDayNumber(window.end());
  if (!span) return !first && !last;
  return (!first || span->last >= *first) && (!last || span->first <= *last);
}

bool PlaysOne(const google::protobuf::RepeatedField<int>& wanted, const std::set<v1::Role>& roles) {
  return wanted.empty() ||
         std::any_of(roles.begin(), roles.end(), [&](v1::Role role) { return Among(wanted, role); });
}

// Backwards by day and by report, undated ones last all the same.
void NewestFirst(std::vector<ModelRow>& rows) {
  const auto undated = std::find_if(rows.begin(), rows.end(), [](auto& row) { return !row.event->span(); });
  std::reverse(rows.begin(), undated);
  std::reverse(undated, rows.end());
}

}  // namespace

bool ModelSelection::Accepts(const ModelEvent& event, const std::set<v1::Role>* roles) const {
  const auto span = event.span();
  if (!Among(filter.types(), event.event.type()) || !Among(filter.statuses(), event.event.status()))
    return false;
  if (event.event.certainty() < filter.min_certainty() || !Meets(filter.time(), span)) return false;
  if (roles != nullptr && !PlaysOne(filter.roles(), *roles)) return false;
  return !true_on || (span ? span->first : event.first_known) <= *true_on;
}

bool HeldOn(const ModelRelation& relation, DayNumber day) {
  const auto start = ParseDayNumber(relation.latest().time().start());
  const auto end = ParseDayNumber(relation.latest().time().end());
  if (start || end) return (!start || *start <= day) && (!end || day <= *end);
  const ModelStatement* latest = nullptr;
  for (const ModelStatement& statement : relation.statements) {
    const bool later = latest == nullptr || statement.known > latest->known ||
                       (statement.known == latest->known && statement.number < latest->number);
    if (statement.known <= day && later) latest = &statement;
  }
  return latest != nullptr && !latest->relation.former();
}

std::vector<std::string> WithParts(const ModelMoment& moment, const std::string& entity,
                                   std::optional<DayNumber> true_on) {
  std::vector<std::string> family = {entity};
  size_t level = 0;
  for (int depth = 0; depth < kPartDepth; ++depth) {
    const size_t end = family.size();
    for (; level < end; ++level) {
      for (const ModelRelation& relation : moment.relations()) {
        if (relation.type != v1::RELATION_TYPE_PART_OF || relation.to != family[level]) continue;
        if (true_on ? !HeldOn(relation, *true_on) : relation.latest().former()) continue;
        if (std::find(family.begin(), family.end(), relation.from) == family.end())
          family.push_back(relation.from);
      }
    }
  }
  return family;
}

bool CountsForWhole(const ModelMoment& moment, const std::vector<std::string>& family, size_t member,
                    const ModelEvent& event) {
  const auto unit = moment.entities().find(family[member]);
  if (member == 0 || unit == moment.entities().end() || unit->second.type != v1::ENTITY_TYPE_UNIT)
    return true;
  const auto participants = event.participants();
  if (!participants.at(family[member]).contains(v1::ROLE_UNIT)) return true;
  bool names_another = false;
  for (const auto& [id, roles] : participants) {
    if (id == family[member] || !roles.contains(v1::ROLE_ORGANIZATION)) continue;
    if (std::find(family.begin(), family.end(), id) != family.end()) return true;
    names_another = true;
  }
  return !names_another;
}

std::vector<ModelRow> TimelineRows(const ModelMoment& moment, const std::string& entity,
                                   const v1::GetTimelineRequest& request) {
  const ModelSelection selection{request.filter(), ParseDayNumber(request.as_of().day())};
  std::vector<std::string> family = {entity};
  if (!request.exclude_parts()) family = WithParts(moment, entity, selection.true_on);
  std::vector<ModelRow> rows;
  for (const ModelEvent& event : moment.events()) {
    ModelRow row{.event = &event};
    const auto participants = event.participants();
    for (size_t member = 0; member < family.size(); ++member) {
      const auto roles = participants.find(family[member]);
      if (roles == participants.end() || !selection.Accepts(event, &roles->second)) continue;
      if (CountsForWhole(moment, family, member, event)) row.via.insert(family[member]);
    }
    if (row.via.empty()) continue;
    if (row.via.contains(entity)) row.via.clear();
    rows.push_back(std::move(row));
  }
  if (request.order() == v1::TIMELINE_ORDER_NEWEST_FIRST) NewestFirst(rows);
  return rows;
}

std::vector<ModelRow> ListedRows(const ModelMoment& moment, const v1::ListEventsRequest& request) {
  const ModelSelection selection{request.filter(), ParseDayNumber(request.as_of().day())};
  std::vector<ModelRow> rows;
  for (const ModelEvent& event : moment.events()) {
    if (selection.Accepts(event, nullptr)) rows.push_back({.event = &event});
  }
  NewestFirst(rows);
  return rows;
}

std::string BucketStart(const std::string& day, v1::TimelineBucket width) {
  const int month = std::stoi(day.substr(5, 2));
  switch (width) {
    case v1::TIMELINE_BUCKET_YEAR:
      return day.substr(0, 4) + "-01-01";
    case v1::TIMELINE_BUCKET_QUARTER:
      return absl::StrFormat("%s-%02d-01", day.substr(0, 4), (month - 1) / 3 * 3 + 1);
    case v1::TIMELINE_BUCKET_MONTH:
      return day.substr(0, 7) + "-01";
    default:
      return day;
  }
}

std::map<std::string, uint64_t> BucketsOf(const std::vector<ModelRow>& rows, v1::TimelineBucket width) {
  std::map<std::string, uint64_t> buckets;
  for (const ModelRow& row : rows) {
    const auto span = row.event->span();
    ++buckets[span ? BucketStart(FormatDayNumber(span->first), width) : ""];
  }
  return buckets;
}

}  // namespace annals::query
