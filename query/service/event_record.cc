#include <algorithm>
#include <utility>
#include <vector>

#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/events/event_history.h"
#include "query/service/answer_parts.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"

namespace annals::query {
namespace {

// One article's account, with what is known of the article.
struct Account {
  v1::EventReport report;
  DatedReport dated;
};

absl::StatusOr<Account> ReadAccount(const IndexView& view, ReportRef ref) {
  ANNALS_ASSIGN_OR_RETURN(auto row, view.ReadReport(ref));
  if (!row) return CorruptStorage("index: a report is missing");
  ANNALS_ASSIGN_OR_RETURN(const auto article, view.ReadArticle(row->article_id()));
  if (!article) return CorruptStorage("index: an article is missing");
  Account account;
  account.report.set_article_id(row->article_id());
  account.report.set_source(article->article().source());
  account.report.set_title(article->article().title());
  account.report.set_published_at(article->article().published_at());
  account.report.set_revision(article->revision());
  account.dated.known = static_cast<DayNumber>(row->known());
  ResolvedEvent told{std::move(*row->mutable_event()), {row->numbers().begin(), row->numbers().end()}};
  told.numbers.resize(told.event.arguments_size());
  account.dated.report = {ref, ParseDayNumber(article->article().published_at()), std::move(told)};
  return account;
}

// Unknown days last; then as they came.
bool Earlier(const Account& a, const Account& b) {
  const auto place = [](const Account& account) {
    return std::make_pair(account.dated.report.published.value_or(kLastDay + 1), account.report.revision());
  };
  return place(a) < place(b);
}

void AddHistory(const std::vector<Account>& accounts, v1::EventRecord& record) {
  std::vector<DatedReport> reports;
  absl::flat_hash_map<uint64_t, std::string> article_ids;
  for (const Account& account : accounts) {
    reports.push_back(account.dated);
    article_ids[account.dated.report.ref.article] = account.report.article_id();
  }
  const auto days = [](const DatedReport& a, const DatedReport& b) { return a.known < b.known; };
  const auto [first, last] = std::minmax_element(reports.begin(), reports.end(), days);
  record.set_first_published(FormatDayNumber(first->known));
  record.set_latest_published(FormatDayNumber(last->known));
  for (const HistoryStage& stage : HistoryOf(std::move(reports))) {
    v1::EventStage& out = *record.add_history();
    out.set_known_on(FormatDayNumber(stage.known_on));
    out.set_status(stage.status);
    out.set_certainty(stage.certainty);
    if (stage.time.ByteSizeLong() > 0) *out.mutable_time() = stage.time;
    for (ReportRef ref : stage.refs) out.add_article_ids(article_ids[ref.article]);
  }
}

absl::Status Fill(ReadContext& context, const StoredEvent& event, v1::GetEventResponse& response) {
  AnswerEntities entities(context.view);
  entities.Note(event.told);
  std::vector<Account> accounts;
  for (ReportRef ref : event.reports) {
    if (!context.budget.Spend()) break;
    ANNALS_ASSIGN_OR_RETURN(Account account, ReadAccount(context.view, ref));
    entities.Note(account.dated.report.told);
    accounts.push_back(std::move(account));
  }
  ANNALS_RETURN_IF_ERROR(context.budget.status());
  ANNALS_RETURN_IF_ERROR(entities.Read());
  std::stable_sort(accounts.begin(), accounts.end(), Earlier);
  v1::EventRecord& record = *response.mutable_record();
  *record.mutable_event() = ToEvent(event, entities);
  if (!accounts.empty()) AddHistory(accounts, record);
  for (Account& account : accounts) {
    *account.report.mutable_event() = ToEvent(account.dated.report.told, entities);
    *record.add_reports() = std::move(account.report);
  }
  entities.AppendTo(*response.mutable_entities());
  return absl::OkStatus();
}

}  // namespace

absl::Status Check(const v1::GetEventRequest& request) {
  if (request.event_id().empty()) return InvalidField("event_id", "must not be empty");
  if (request.event_id().size() > limits::kEventIdBytes) {
    return FieldTooLarge("event_id", request.event_id().size(), limits::kEventIdBytes);
  }
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetEventRequest& request, v1::GetEventResponse& response) {
  EventId id;
  if (!ParseEventId(request.event_id(), id)) return EventNotFound(request.event_id());
  ANNALS_ASSIGN_OR_RETURN(const auto report, context.view.ReadReport(id.report));
  if (!report || !MadeOf(id, *report)) return EventNotFound(request.event_id());
  ANNALS_ASSIGN_OR_RETURN(const std::optional<StoredEvent> event, context.view.ReadEvent(id.report));
  if (!event) return CorruptStorage("index: an event is missing");
  return Fill(context, *event, response);
}

}  // namespace annals::query
