#include "query/tools/timeline_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/text_proto.h"

namespace annals {
namespace {

v1::GetTimelineResponse Timeline() {
  return FromText<v1::GetTimelineResponse>(R"pb(
    entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
    entities { id: "p" type: ENTITY_TYPE_PERSON name: "林知远" }
    entities { id: "l" type: ENTITY_TYPE_UNIT name: "星河研究院" }
    events {
      event {
        id: "e1"
        type: EVENT_TYPE_DEPART
        status: EVENT_STATUS_OCCURRED
        certainty: CERTAINTY_REPORTED
        attribution: "晚潮"
        time { start: "2025-05-01" end: "2025-05-31" }
        arguments { role: ROLE_PERSON entity_id: "p" }
        arguments { role: ROLE_ORGANIZATION entity_id: "o" }
      }
      article_ids: "a1"
      article_ids: "a2"
      via_entity_id: "l"
    }
    events {
      event {
        id: "e2"
        type: EVENT_TYPE_LAYOFF
        status: EVENT_STATUS_PLANNED
        certainty: CERTAINTY_RUMORED
        arguments { role: ROLE_ORGANIZATION entity_id: "o" }
      }
      article_ids: "a2"
    }
  )pb");
}

v1::EventReport Report(const std::string& article, const std::string& source, const std::string& published_at,
                       v1::EventStatus status, v1::Certainty certainty) {
  v1::EventReport report;
  report.set_article_id(article);
  report.set_source(source);
  report.set_published_at(published_at);
  report.mutable_event()->set_status(status);
  report.mutable_event()->set_certainty(certainty);
  return report;
}

TEST(TimelineViewTest, ARowAnEvent) {
  TimelineAnswer answer{Timeline()};
  *answer.records["e2"].add_reports() =
      Report("a2", "晚潮", "2025-05-09T08:00:00+08:00", v1::EVENT_STATUS_PLANNED, v1::CERTAINTY_RUMORED);
  EXPECT_EQ(
      RenderTimeline(answer),
      "星河智能 (ORGANIZATION): 2 events\n"
      "\n"
      "date     type    who       what                       status    certainty       source\n"
      "───────  ──────  ────────  ─────────────────────────  ────────  ──────────────  ───────────────\n"
      "2025-05  DEPART  林知远    星河智能 (via 星河研究院)  occurred  reported: 晚潮  a1, a2\n"
      "         LAYOFF  星河智能                             planned   rumored         晚潮 2025-05-09\n");
}

TEST(TimelineViewTest, AnEventWithAHistory) {
  v1::GetTimelineResponse timeline = Timeline();
  timeline.mutable_events()->RemoveLast();
  timeline.mutable_events(0)->mutable_event()->clear_attribution();
  timeline.mutable_events(0)->mutable_event()->set_certainty(v1::CERTAINTY_CONFIRMED);
  TimelineAnswer answer{timeline};
  v1::EventRecord& record = answer.records["e1"];
  *record.add_reports() = Report("a1", "晚潮", "2025-05-01", v1::EVENT_STATUS_PLANNED, v1::CERTAINTY_RUMORED);
  *record.add_reports() = Report("a2", "", "2025-05-02", v1::EVENT_STATUS_OCCURRED, v1::CERTAINTY_RUMORED);
  *record.add_reports() =
      Report("a3", "晨报", "2025-05-03", v1::EVENT_STATUS_OCCURRED, v1::CERTAINTY_CONFIRMED);
  EXPECT_THAT(
      RenderTimeline(answer),
      testing::HasSubstr("  planned → occurred  rumored → confirmed  晚潮 2025-05-01, a2 2025-05-02 +1\n"));
  record.add_history()->set_status(v1::EVENT_STATUS_ONGOING);
  EXPECT_THAT(RenderTimeline(answer), testing::HasSubstr("  ongoing → occurred  ")) << "stages say it better";
}

TEST(TimelineViewTest, ABarAPeriod) {
  TimelineAnswer answer{Timeline(), {}, v1::TIMELINE_BUCKET_QUARTER};
  answer.timeline.add_buckets()->set_start("2025-04-01");
  answer.timeline.mutable_buckets(0)->set_count(1);
  answer.timeline.add_buckets()->set_count(3);
  EXPECT_THAT(RenderTimeline(answer),
              testing::HasSubstr("2025-Q2  1       ██████████\n"
                                 "undated  3       ██████████████████████████████\n"));
}

TEST(TimelineViewTest, HostileNamesStayInTheirRow) {
  TimelineAnswer answer{Timeline()};
  answer.timeline.mutable_entities(0)->set_name("林\n知\x1b[31m远");
  EXPECT_THAT(RenderTimeline(answer), testing::HasSubstr("DEPART  林 知�[31m远  "));
}

TEST(TimelineViewTest, NoEvents) {
  v1::GetTimelineResponse timeline = Timeline();
  timeline.clear_events();
  EXPECT_EQ(RenderTimeline({timeline}), "星河智能 (ORGANIZATION): 0 events\n");
}

TEST(TimelineViewTest, SaysThatItIsCutShort) {
  v1::GetTimelineResponse timeline = Timeline();
  timeline.set_truncated(true);
  EXPECT_NE(RenderTimeline({timeline}).find("\n… and more than can be shown\n"), std::string::npos);
}

}  // namespace
}  // namespace annals
