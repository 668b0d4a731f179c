#include "tests/bench/query/sql.h"

#include "absl/strings/str_cat.h"

namespace annals::query::bench {
namespace {

const SqlTable& kEntity = kTables[0];
const SqlTable& kArticle = kTables[1];
const SqlTable& kEvent = kTables[2];
const SqlTable& kReport = kTables[3];
const SqlTable& kParticipant = kTables[4];
const SqlTable& kEdge = kTables[5];

std::string Text(int64_t number) { return absl::StrCat(number); }

void EventRows(const BenchEvent& event, const v1::Event& told, const TakeRow& row) {
  row(kEvent, {Text(event.number), Text(event.type), Text(event.status), Text(event.certainty),
               Text(event.first), Text(event.last), told.trigger(), event.title, "0.875"});
  for (const Participant& self : event.participants) {
    row(kParticipant, {Text(self.entity), Text(event.first), Text(event.number), Text(self.role),
                       Text(event.type), Text(event.status), Text(event.certainty)});
  }
  for (size_t i = 0; i < event.participants.size(); ++i) {
    for (size_t j = i + 1; j < event.participants.size(); ++j) {
      const Participant& a = event.participants[i];
      const Participant& b = event.participants[j];
      row(kEdge, {Text(a.entity), Text(b.entity), Text(event.first), Text(event.last), Text(event.number),
                  Text(event.type), Text(a.role), Text(b.role)});
    }
  }
}

}  // namespace

void ForEachRow(GraphData graph, const TakeRow& row) {
  for (uint32_t entity = 0; entity < graph.size().entities; ++entity) {
    const auto type = graph.IsPerson(entity) ? v1::ENTITY_TYPE_PERSON : v1::ENTITY_TYPE_ORGANIZATION;
    row(kEntity, {Text(entity), graph.IdOf(entity), Text(type), graph.NameOf(entity)});
  }
  BenchArticle article;
  while (graph.Next(article)) {
    const v1::JournalEntry entry = graph.EntryOf(article);
    const v1::ArticleExtracted& extracted = entry.article_extracted();
    row(kArticle, {Text(article.number), extracted.article().id(), extracted.article().title(),
                   extracted.article().source(), Text(article.published)});
    for (size_t i = 0; i < article.reports.size(); ++i) {
      const BenchReport& report = article.reports[i];
      const v1::Event& told = extracted.extraction().events(static_cast<int>(i));
      if (report.first) EventRows(report.event, told, row);
      row(kReport, {Text(article.number), Text(static_cast<int64_t>(i)), Text(report.event.number), told.id(),
                    report.evidence, "0", Text(static_cast<int64_t>(report.evidence.size()))});
    }
  }
}

}  // namespace annals::query::bench
