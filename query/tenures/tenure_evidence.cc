#include "query/tenures/tenure_evidence.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "common/status_macros.h"
#include "query/index/event_scan.h"
#include "query/index/relation_scan.h"

namespace annals::query {
namespace {

// What an event says where a person and an organisation play these roles in it.
std::optional<StintSign> SignOf(v1::EventType type, v1::Role person, v1::Role organization) {
  const bool founder = type == v1::EVENT_TYPE_FOUND && person == v1::ROLE_FOUNDER;
  if (!founder && person != v1::ROLE_PERSON) return std::nullopt;
  switch (organization) {
    case v1::ROLE_ORGANIZATION:
      if (type == v1::EVENT_TYPE_JOIN || founder) return StintSign::kStart;
      if (type == v1::EVENT_TYPE_APPOINT) return StintSign::kPresent;
      if (type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS) return StintSign::kEnd;
      return std::nullopt;
    case v1::ROLE_FROM_ORGANIZATION:
      return type == v1::EVENT_TYPE_JOIN ? std::optional(StintSign::kMovedOn) : std::nullopt;
    case v1::ROLE_TO_ORGANIZATION:
      return type == v1::EVENT_TYPE_DEPART ? std::optional(StintSign::kHeadedFor) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// The same of an event as it stands: with its time, and on whose word.
std::optional<StintEvidence> EvidenceOf(StintSign sign, const EventPosition& position,
                                        const EventHeader& header) {
  const bool rumoured = header.certainty < v1::CERTAINTY_REPORTED;
  if (rumoured && sign != StintSign::kStart) return std::nullopt;
  if (rumoured) sign = StintSign::kRumouredStart;
  const bool dated = position.day != kUndatedDay;
  if (!dated && sign == StintSign::kStart) sign = StintSign::kPresent;
  if (!dated && sign == StintSign::kEnd) sign = StintSign::kMovedOn;
  DayBounds days{header.first_known, header.first_known};
  if (dated) days = {position.day, position.day + header.days - 1};
  if (sign == StintSign::kMovedOn) days.first = kLongAgo;
  return StintEvidence{sign, days};
}

class EvidenceReader {
 public:
  EvidenceReader(const IndexView& view, const EntityRecord& entity, WorkBudget& budget)
      : view_(view),
        entity_(entity),
        person_(entity.entity.type() == v1::ENTITY_TYPE_PERSON),
        budget_(budget) {}

  absl::StatusOr<TenureEvidence> Run() {
    ANNALS_RETURN_IF_ERROR(ReadEvents());
    ANNALS_RETURN_IF_ERROR(ReadPositions());
    ANNALS_RETURN_IF_ERROR(DropFoundingCompanies());
    return std::move(found_);
  }

 private:
  TenureEvidence::Pair PairWith(EntityNumber other) const {
    return person_ ? TenureEvidence::Pair{entity_.number, other}
                   : TenureEvidence::Pair{other, entity_.number};
  }

  absl::Status ReadEvents() {
    EventScan scan(view_, std::vector<EntityRecord>{entity_}, {}, budget_);
    while (scan.Next()) {
      if (scan.header().status != v1::EVENT_STATUS_OCCURRED) continue;
      for (const HeaderEdge& edge : scan.header().edges) AddEdge(scan.position(), scan.header(), edge);
    }
    found_.truncated = scan.truncated();
    return scan.status();
  }

  void AddEdge(const EventPosition& position, const EventHeader& header, const HeaderEdge& edge) {
    const v1::Role person_role = person_ ? edge.own_role : edge.other_role;
    const v1::Role organization_role = person_ ? edge.other_role : edge.own_role;
    const auto sign = SignOf(header.type, person_role, organization_role);
    if (!sign) return;
    std::optional<StintEvidence> evidence = EvidenceOf(*sign, position, header);
    if (!evidence) return;
    evidence->source = found_.sources.size();
    found_.sources.push_back(
        {.event = IndexView::EventToRead{position.event, header.merged}, .day = evidence->days.last});
    found_.pairs[PairWith(edge.other)].push_back(*evidence);
    if (!person_ && person_role == v1::ROLE_FOUNDER) founders_.insert(edge.other);
  }

  absl::Status ReadPositions() {
    const RelationWay way = person_ ? RelationWay::kOut : RelationWay::kIn;
    RelationScan scan(view_, entity_.number, IndexView::WayAndType{way, v1::RELATION_TYPE_POSITION});
    while (scan.Next()) {
      if (!budget_.Spend()) {
        found_.truncated = true;
        return budget_.status();
      }
      AddStatement(scan.relation(), scan.report());
    }
    return scan.status();
  }

  void AddStatement(const RelationRow& relation, const rows::RelationReport& report) {
    const auto known = static_cast<DayNumber>(report.known());
    std::vector<StintEvidence>& evidence = found_.pairs[PairWith(relation.other)];
    const size_t source = found_.sources.size();
    found_.sources.push_back({.article_id = report.article_id(), .title = relation.title, .day = known});
    const auto start = ParseDayNumber(report.time().start());
    const auto end = ParseDayNumber(report.time().end());
    if (start) evidence.push_back({StintSign::kPresent, {*start, *start}, source});
    if (end && (!start || *end > *start)) evidence.push_back({StintSign::kPresent, {*end, *end}, source});
    if (report.former()) {
      evidence.push_back({StintSign::kFormer, {kLongAgo, known}, source});
    } else if (!start && !end) {
      evidence.push_back({StintSign::kPresent, {known, known}, source});
    }
  }

  // A company that founds another does not work there.
  absl::Status DropFoundingCompanies() {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityRecord> founders,
                            view_.ReadEntities({founders_.begin(), founders_.end()}));
    for (const EntityRecord& founder : founders) {
      if (founder.entity.type() != v1::ENTITY_TYPE_PERSON) found_.pairs.erase(PairWith(founder.number));
    }
    return absl::OkStatus();
  }

  const IndexView& view_;
  const EntityRecord& entity_;
  const bool person_;
  WorkBudget& budget_;
  absl::flat_hash_set<EntityNumber> founders_;
  TenureEvidence found_;
};

}  // namespace

absl::StatusOr<TenureEvidence> ReadTenureEvidence(const IndexView& view, const EntityRecord& entity,
                                                  WorkBudget& budget) {
  return EvidenceReader(view, entity, budget).Run();
}

}  // namespace annals::query
