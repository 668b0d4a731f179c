// A timeline as a table for people.
#ifndef ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_
#define ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_

#include <map>
#include <string>

#include "annals/v1/query_service.pb.h"
#include "query/tools/names.h"

namespace annals {

// A timeline, and by Event.id what GetEvent says of its events: who printed them, and how they became known.
struct TimelineAnswer {
  v1::GetTimelineResponse timeline;
  std::map<std::string, v1::EventRecord> records;
  v1::TimelineBucket bucket = v1::TIMELINE_BUCKET_UNSPECIFIED;  // of timeline.buckets
};

// A line that names the entity, then a row an event: date, type, who, what, status, certainty, source. Events
// without a record show their article ids as source. Then, where asked for, a bar a period.
std::string RenderTimeline(const TimelineAnswer& answer);

// The parts of a row that need more than the event.
//
// All other arguments (WhatWords), and through which part of the entity the event is here.
std::string RowWords(const v1::EventRow& row, const Names& names);
// What was said of it as it became known, each change once: "rumored → confirmed". Without stages, as it
// stands.
std::string StatusHistory(const v1::Event& event, const v1::EventRecord& record);
std::string CertaintyHistory(const v1::Event& event, const v1::EventRecord& record);
// Source and day of a report; without a source, the article's id.
std::string ReportWords(const v1::EventReport& report);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_
