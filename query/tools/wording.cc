#include "query/tools/wording.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "common/date_interval.h"
#include "query/markup/quoting.h"
#include "query/tools/display_width.h"

namespace annals {
namespace {

constexpr int kLongestValue = 48;  // columns

// The roles an event can be about; the first that is filled is.
constexpr std::array kSubjectRoles = {v1::ROLE_PERSON,       v1::ROLE_FOUNDER, v1::ROLE_ACQUIRER,
                                      v1::ROLE_ADOPTER,      v1::ROLE_SPEAKER, v1::ROLE_SUBJECT,
                                      v1::ROLE_ORGANIZATION, v1::ROLE_TARGET,  v1::ROLE_PRODUCT};

struct Lead {
  v1::Role role;
  const char* words;
};

// What introduces an argument; in this order they are said.
constexpr std::array kLeads = {
    Lead{v1::ROLE_METRIC, ""},
    Lead{v1::ROLE_VALUE, ""},
    Lead{v1::ROLE_CHANGE, "change "},
    Lead{v1::ROLE_PERSON, ""},
    Lead{v1::ROLE_TARGET, ""},
    Lead{v1::ROLE_PRODUCT, ""},
    Lead{v1::ROLE_ORGANIZATION, ""},
    Lead{v1::ROLE_UNIT, "unit "},
    Lead{v1::ROLE_FROM_ORGANIZATION, "from "},
    Lead{v1::ROLE_TO_ORGANIZATION, "to "},
    Lead{v1::ROLE_TITLE, "as "},
    Lead{v1::ROLE_NEW_TITLE, "now "},
    Lead{v1::ROLE_LEADER, "led by "},
    Lead{v1::ROLE_REPORTS_TO, "reports to "},
    Lead{v1::ROLE_PREDECESSOR, "after "},
    Lead{v1::ROLE_RECRUITER, "by "},
    Lead{v1::ROLE_ROUND, ""},
    Lead{v1::ROLE_AMOUNT, ""},
    Lead{v1::ROLE_STAKE, ""},
    Lead{v1::ROLE_INVESTOR, "by "},
    Lead{v1::ROLE_VALUATION, "valued "},
    Lead{v1::ROLE_EXCHANGE, "on "},
    Lead{v1::ROLE_COUNT, ""},
    Lead{v1::ROLE_FROM_TOPIC, "from "},
    Lead{v1::ROLE_TO_TOPIC, "to "},
    Lead{v1::ROLE_TOPIC, "about "},
    Lead{v1::ROLE_REASON, "because "},
    Lead{v1::ROLE_SOURCE_ORGANIZATION, "by "},
    Lead{v1::ROLE_QUOTE, "“"},
};

std::string WithoutPrefix(const std::string& name, absl::string_view prefix) {
  return name.size() > prefix.size() ? name.substr(prefix.size()) : name;
}

std::string Filler(const v1::Argument& argument, const Names& names) {
  if (argument.has_entity_id()) return names.Of(argument.entity_id());
  return Shorten(PrintableText(argument.value().text()), kLongestValue);
}

std::string FillersOf(const v1::Event& event, v1::Role role, const Names& names) {
  std::vector<std::string> fillers;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.role() != role) continue;
    std::string filler = Filler(argument, names);
    if (std::find(fillers.begin(), fillers.end(), filler) == fillers.end())
      fillers.push_back(std::move(filler));
  }
  return absl::StrJoin(fillers, ", ");
}

v1::Role SubjectRole(const v1::Event& event) {
  if (event.type() == v1::EVENT_TYPE_RECRUIT || event.type() == v1::EVENT_TYPE_DISMISS) {
    const v1::Role actor =
        event.type() == v1::EVENT_TYPE_RECRUIT ? v1::ROLE_RECRUITER : v1::ROLE_ORGANIZATION;
    for (const v1::Argument& argument : event.arguments()) {
      if (argument.role() == actor) return actor;
    }
  }
  for (const v1::Role role : kSubjectRoles) {
    for (const v1::Argument& argument : event.arguments()) {
      if (argument.role() == role) return role;
    }
  }
  return v1::ROLE_UNSPECIFIED;
}

// The shortest form of a whole day, month, quarter or year; "" where the interval is none of them.
std::string CalendarUnit(absl::CivilDay start, absl::CivilDay end) {
  if (start == end) return FormatIsoDay(start);
  const absl::CivilMonth first(start);
  if (start != absl::CivilDay(first)) return "";
  const absl::CivilDay after = end + 1;
  if (after == absl::CivilDay(first + 1)) return absl::StrFormat("%04d-%02d", first.year(), first.month());
  if (after == absl::CivilDay(first + 3) && first.month() % 3 == 1) {
    return absl::StrFormat("%04d-Q%d", first.year(), first.month() / 3 + 1);
  }
  if (first.month() == 1 && after == absl::CivilDay(first + 12)) return absl::StrFormat("%04d", first.year());
  return "";
}

std::string RelationWords(const v1::Edge& edge) {
  std::string words = TypeWord(edge.relation_type());
  if (!edge.title().empty()) absl::StrAppend(&words, " ", PrintableText(edge.title()));
  if (edge.former()) words += " (former)";
  const std::string time = TimeWords(edge.time());
  return time.empty() ? words : absl::StrCat(words, ", ", time);
}

}  // namespace

std::string TypeWord(v1::EventType type) { return WithoutPrefix(v1::EventType_Name(type), "EVENT_TYPE_"); }
std::string TypeWord(v1::EntityType type) { return WithoutPrefix(v1::EntityType_Name(type), "ENTITY_TYPE_"); }
std::string TypeWord(v1::RelationType type) {
  return WithoutPrefix(v1::RelationType_Name(type), "RELATION_TYPE_");
}

std::string StatusWord(v1::EventStatus status) {
  return absl::AsciiStrToLower(WithoutPrefix(v1::EventStatus_Name(status), "EVENT_STATUS_"));
}

std::string CertaintyWord(v1::Certainty certainty) {
  return absl::AsciiStrToLower(WithoutPrefix(v1::Certainty_Name(certainty), "CERTAINTY_"));
}

std::string RoleWord(v1::Role role) {
  return absl::AsciiStrToLower(WithoutPrefix(v1::Role_Name(role), "ROLE_"));
}

std::string EntityTitle(const v1::Entity& entity) {
  return absl::StrCat(PrintableText(entity.name()), " (", TypeWord(entity.type()), ")");
}

std::string EdgeKind(const v1::Edge& edge) {
  return edge.has_relation_type() ? TypeWord(edge.relation_type()) : TypeWord(edge.event_type());
}

bool IsFact(const v1::Edge& edge) {
  if (edge.has_relation_type()) return !edge.former();
  return edge.status() == v1::EVENT_STATUS_OCCURRED && edge.certainty() != v1::CERTAINTY_RUMORED;
}

std::string EdgeWords(const v1::Edge& edge) {
  if (edge.has_relation_type()) return RelationWords(edge);
  std::string words = TimeWords(edge.time());
  absl::StrAppend(&words, words.empty() ? "" : "  ", TypeWord(edge.event_type()), "  ",
                  RoleWord(edge.from_role()), " → ", RoleWord(edge.to_role()));
  if (edge.status() != v1::EVENT_STATUS_OCCURRED) absl::StrAppend(&words, ", ", StatusWord(edge.status()));
  if (edge.certainty() != v1::CERTAINTY_CONFIRMED)
    absl::StrAppend(&words, ", ", CertaintyWord(edge.certainty()));
  return words;
}

std::string TimeWords(const v1::EventTime& time) {
  const auto start = ParseIsoDay(time.start());
  const auto end = ParseIsoDay(time.end());
  if (start.ok() && end.ok()) {
    const std::string unit = CalendarUnit(*start, *end);
    return unit.empty() ? absl::StrCat(time.start(), " … ", time.end()) : unit;
  }
  if (start.ok()) return absl::StrCat(time.start(), " …");
  if (end.ok()) return absl::StrCat("… ", time.end());
  return time.text().empty() ? "" : absl::StrCat("(", PrintableText(time.text()), ")");
}

std::string PeriodWords(const std::string& period_start, v1::TimelineBucket bucket) {
  const auto day = ParseIsoDay(period_start);
  if (!day.ok()) return period_start;
  switch (bucket) {
    case v1::TIMELINE_BUCKET_YEAR:
      return absl::StrFormat("%04d", day->year());
    case v1::TIMELINE_BUCKET_QUARTER:
      return absl::StrFormat("%04d-Q%d", day->year(), (day->month() + 2) / 3);
    case v1::TIMELINE_BUCKET_MONTH:
      return absl::StrFormat("%04d-%02d", day->year(), day->month());
    case v1::TIMELINE_BUCKET_DAY:
      return FormatIsoDay(*day);
    default:
      return "";
  }
}

std::string WhoWords(const v1::Event& event, const Names& names) {
  return FillersOf(event, SubjectRole(event), names);
}

std::string WhatWords(const v1::Event& event, const Names& names) {
  const v1::Role subject = SubjectRole(event);
  std::vector<std::string> parts;
  for (const Lead& lead : kLeads) {
    if (lead.role == subject) continue;
    std::string fillers = FillersOf(event, lead.role, names);
    if (fillers.empty()) continue;
    if (lead.role == v1::ROLE_QUOTE) fillers += "”";
    parts.push_back(lead.words + fillers);
  }
  return absl::StrJoin(parts, " ");
}

}  // namespace annals
