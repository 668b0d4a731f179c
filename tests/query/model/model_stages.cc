#include "tests/query/model/model_stages.h"

namespace annals::query {
namespace {

v1::EventStage StageOn(DayNumber day, const ModelCluster& known) {
  const v1::Event told = Merged(known);
  v1::EventStage stage;
  stage.set_known_on(FormatDayNumber(day));
  stage.set_status(told.status());
  stage.set_certainty(told.certainty());
  if (told.time().ByteSizeLong() > 0) *stage.mutable_time() = told.time();
  for (const ModelReport* report : known) {
    if (report->known == day) stage.add_article_ids(report->article_id);
  }
  return stage;
}

bool TellTheSame(const v1::EventStage& a, const v1::EventStage& b) {
  return a.status() == b.status() && a.certainty() == b.certainty() && a.time().start() == b.time().start() &&
         a.time().end() == b.time().end();
}

}  // namespace

v1::EventRecord StagesOf(const ModelEvent& event) {
  std::set<DayNumber> days;
  for (const ModelReport* report : event.reports) days.insert(report->known);
  v1::EventRecord record;
  record.set_first_published(FormatDayNumber(*days.begin()));
  record.set_latest_published(FormatDayNumber(*days.rbegin()));
  for (DayNumber day : days) {
    ModelCluster known;
    for (const ModelReport* report : event.reports) {
      if (report->known <= day) known.push_back(report);
    }
    v1::EventStage stage = StageOn(day, known);
    const auto& history = record.history();
    if (history.empty() || !TellTheSame(*history.rbegin(), stage)) *record.add_history() = std::move(stage);
  }
  return record;
}

}  // namespace annals::query
