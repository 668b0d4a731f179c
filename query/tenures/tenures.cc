#include "query/tenures/tenures.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/status_macros.h"
#include "query/tenures/tenure_evidence.h"

namespace annals::query {
namespace {

DayNumber DayOf(const Stint& stint) {
  if (stint.start.first != kLongAgo) return stint.start.first;
  return stint.start.last;
}

// What is exact comes first among starts and ends; the latest signs of presence say most.
void Shorten(Stint& stint) {
  for (auto* sources : {&stint.start_sources, &stint.end_sources})
    sources->resize(std::min(sources->size(), kMaxTenureSources));
  std::vector<size_t>& presence = stint.presence_sources;
  if (presence.size() > kMaxTenureSources)
    presence.erase(presence.begin(), presence.end() - kMaxTenureSources);
}

bool Wanted(const Tenure& tenure, const TenureQuery& query) {
  if (query.after && tenure.position <= *query.after) return false;
  if (query.true_on && tenure.presence == Presence::kNot) return false;
  return MayMeet(tenure.stint, query.window);
}

// All that are wanted, in order.
std::vector<Tenure> TenuresOf(const TenureEvidence& evidence, const TenureQuery& query) {
  std::vector<Tenure> tenures;
  for (const auto& [pair, signs] : evidence.pairs) {
    uint64_t ordinal = 0;
    for (Stint& stint : FindStints(signs)) {
      Tenure tenure{.position = {DayOf(stint), pair.person, pair.organization, ordinal++}};
      if (query.true_on) tenure.presence = PresenceOn(stint, *query.true_on);
      tenure.stint = std::move(stint);
      if (!Wanted(tenure, query)) continue;
      Shorten(tenure.stint);
      tenures.push_back(std::move(tenure));
    }
  }
  std::sort(tenures.begin(), tenures.end(),
            [](const Tenure& a, const Tenure& b) { return a.position < b.position; });
  return tenures;
}

v1::EventTime BoundsAsTime(const DayBounds& bounds) {
  v1::EventTime time;
  if (bounds.first != kLongAgo) time.set_start(FormatDayNumber(bounds.first));
  if (bounds.last != kNotYet) time.set_end(FormatDayNumber(bounds.last));
  return time;
}

std::string TitleIn(const StoredEvent& event) {
  for (const v1::Argument& argument : event.told.event.arguments()) {
    if (argument.role() == v1::ROLE_TITLE && argument.has_value()) return argument.value().text();
  }
  return "";
}

void AddOnce(const std::string& id, std::vector<std::string>& ids) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// Fills in what the events and articles behind a tenure say.
class TenureWriter {
 public:
  TenureWriter(const IndexView& view, const TenureEvidence& evidence) : view_(view), evidence_(evidence) {}

  absl::Status ReadEvents(const std::vector<Tenure>& tenures) {
    std::vector<IndexView::EventToRead> events;
    for (const Tenure& tenure : tenures) {
      const Stint& stint = tenure.stint;
      for (const auto* sources : {&stint.start_sources, &stint.presence_sources, &stint.end_sources}) {
        for (size_t source : *sources) {
          const auto& event = evidence_.sources[source].event;
          if (event && events_.try_emplace(event->ref).second) events.push_back(*event);
        }
      }
    }
    ANNALS_ASSIGN_OR_RETURN(std::vector<StoredEvent> stored, view_.ReadEvents(events));
    for (StoredEvent& event : stored) events_[event.ref] = std::move(event);
    return absl::OkStatus();
  }

  void Write(Tenure& tenure) const {
    const Stint& stint = tenure.stint;
    tenure.start_event_ids = EventIds(stint.start_sources);
    if (!stint.start_exact) {
      for (const std::string& id : EventIds(stint.presence_sources)) AddOnce(id, tenure.start_event_ids);
    }
    tenure.end_event_ids = EventIds(stint.end_sources);
    tenure.start = stint.start_exact ? TimeOf(stint.start_sources.front()) : BoundsAsTime(stint.start);
    if (!stint.end_sources.empty()) {
      tenure.end = stint.end_exact ? TimeOf(stint.end_sources.front()) : BoundsAsTime(stint.end);
    }
    for (const auto* sources : {&stint.start_sources, &stint.presence_sources, &stint.end_sources}) {
      for (const std::string& id : EventIds(*sources)) AddOnce(id, tenure.event_ids);
      AddArticles(*sources, tenure);
    }
    tenure.title = LatestTitle(stint.start_sources, stint.presence_sources);
    if (tenure.title.empty()) tenure.title = LatestTitle(stint.end_sources, {});
  }

 private:
  const StoredEvent& EventOf(size_t source) const { return events_.at(evidence_.sources[source].event->ref); }
  v1::EventTime TimeOf(size_t source) const { return EventOf(source).told.event.time(); }

  std::vector<std::string> EventIds(const std::vector<size_t>& sources) const {
    std::vector<std::string> ids;
    for (size_t source : sources) {
      if (evidence_.sources[source].event) AddOnce(EventIdOf(EventOf(source)), ids);
    }
    return ids;
  }

  void AddArticles(const std::vector<size_t>& sources, Tenure& tenure) const {
    for (size_t source : sources) {
      const std::string& article = evidence_.sources[source].article_id;
      if (!article.empty() && tenure.article_ids.size() < kMaxTenureArticles)
        AddOnce(article, tenure.article_ids);
    }
  }

  // Of equals the first.
  std::string LatestTitle(const std::vector<size_t>& first, const std::vector<size_t>& then) const {
    std::string latest;
    DayNumber day = kLongAgo;
    for (const auto* sources : {&first, &then}) {
      for (size_t place : *sources) {
        const TenureSource& source = evidence_.sources[place];
        std::string title = source.event ? TitleIn(EventOf(place)) : source.title;
        if (title.empty() || (!latest.empty() && source.day <= day)) continue;
        latest = std::move(title);
        day = source.day;
      }
    }
    return latest;
  }

  const IndexView& view_;
  const TenureEvidence& evidence_;
  std::map<ReportRef, StoredEvent> events_;
};

}  // namespace

absl::StatusOr<TenurePage> ReadTenures(const IndexView& view, const EntityRecord& entity,
                                       const TenureQuery& query, WorkBudget& budget) {
  ANNALS_ASSIGN_OR_RETURN(const TenureEvidence evidence, ReadTenureEvidence(view, entity, budget));
  TenurePage page{.tenures = TenuresOf(evidence, query), .truncated = evidence.truncated};
  if (page.tenures.size() > query.page_size) {
    page.tenures.resize(query.page_size);
    page.next = page.tenures.back().position;
  }
  TenureWriter writer(view, evidence);
  ANNALS_RETURN_IF_ERROR(writer.ReadEvents(page.tenures));
  for (Tenure& tenure : page.tenures) writer.Write(tenure);
  return page;
}

}  // namespace annals::query
