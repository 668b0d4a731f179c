// How annals-view says things: enums, dates, who did what.
#ifndef ANNALS_QUERY_TOOLS_WORDING_H_
#define ANNALS_QUERY_TOOLS_WORDING_H_

#include <string>

#include "annals/v1/entity.pb.h"
#include "annals/v1/event.pb.h"
#include "annals/v1/query_service.pb.h"
#include "query/tools/names.h"

namespace annals {

// Enum values without the prefix of their type; status, certainty and roles in lower case.
std::string TypeWord(v1::EventType type);
std::string TypeWord(v1::EntityType type);
std::string TypeWord(v1::RelationType type);
std::string StatusWord(v1::EventStatus status);
std::string CertaintyWord(v1::Certainty certainty);
std::string RoleWord(v1::Role role);

// The name, printable, and what it is: "星河智能 (ORGANIZATION)".
std::string EntityTitle(const v1::Entity& entity);

// The type of an edge's event or relation.
std::string EdgeKind(const v1::Edge& edge);

// An event that occurred, on more than rumour; a relation that has not ended.
bool IsFact(const v1::Edge& edge);

// One edge as said from the side of its first end: "2025-07  JOIN  person → organization", "POSITION
// 首席科学家 (former)".
std::string EdgeWords(const v1::Edge& edge);

// The stretch of days in its shortest exact form: 2025-08-25, 2025-08, 2025-Q3, 2025, 2025-07-28 …
// 2025-08-10, "… 2025-08-25", "2017-06 …". Without days the words of the text in parentheses; "" without
// either.
std::string TimeWords(const v1::EventTime& time);

// The period that starts on a day: 2025-07-01, 2025-07, 2025-Q3, 2025; "" where there is only one period. A
// day that is none stays as it is.
std::string PeriodWords(const std::string& period_start, v1::TimelineBucket bucket);

// The participants the event is about: "庞若鸣", "Meta, 苹果".
std::string WhoWords(const v1::Event& event, const Names& names);

// All other arguments, each led in by its role: "Meta from 苹果 as 首席科学家". Quotes and other long values
// are shortened.
std::string WhatWords(const v1::Event& event, const Names& names);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_WORDING_H_
