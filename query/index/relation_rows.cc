#include "query/index/relation_rows.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "query/index/index_keys.h"

namespace annals::query {
namespace {

RelationRow Out(const rows::StatedRelation& relation) {
  return {relation.from(), RelationWay::kOut, relation.type(), relation.to(), relation.title()};
}

RelationRow In(const rows::StatedRelation& relation) {
  return {relation.to(), RelationWay::kIn, relation.type(), relation.from(), relation.title()};
}

// The edge exists while an article states it.
void CountArticles(const rows::StatedRelation& relation, int sign, IndexBatch& batch, EntityLedger& ledger) {
  const std::string key = RelationCountKey(Out(relation));
  std::string stored;
  uint64_t before = 0;
  if (batch.Get(key, stored) && !absl::SimpleAtoi(stored, &before)) before = 0;
  const uint64_t after = before + sign;
  after > 0 ? batch.Put(key, absl::StrCat(after)) : batch.Delete(key);
  if (before > 0 && after > 0) return;
  ledger.CountEdge(relation.from(), sign);
  ledger.CountEdge(relation.to(), sign);
}

// Those between two entities, each type, pair and title once: two ids of an article may be one entity.
std::vector<rows::StatedRelation> Distinct(const rows::Article& article) {
  std::set<std::tuple<int, EntityNumber, EntityNumber, std::string>> seen;
  std::vector<rows::StatedRelation> relations;
  for (const rows::StatedRelation& relation : article.relations()) {
    const bool fresh = seen.emplace(relation.type(), relation.from(), relation.to(), relation.title()).second;
    if (fresh && relation.from() != relation.to()) relations.push_back(relation);
  }
  return relations;
}

}  // namespace

void AddRelations(const rows::Article& article, uint64_t revision, IndexBatch& batch, EntityLedger& ledger) {
  const std::optional<DayNumber> published = ParseDayNumber(article.article().published_at());
  for (const rows::StatedRelation& relation : Distinct(article)) {
    rows::RelationReport report;
    report.set_article_id(article.article().id());
    report.set_former(relation.former());
    if (relation.has_time()) *report.mutable_time() = relation.time();
    report.set_since(revision);
    report.set_known(article.known());
    for (const RelationRow& row : {Out(relation), In(relation)})
      batch.PutRow(RelationKey(row, published, article.number()), report);
    CountArticles(relation, 1, batch, ledger);
  }
}

void RemoveRelations(const rows::Article& article, uint64_t revision, IndexBatch& batch,
                     EntityLedger& ledger) {
  const std::optional<DayNumber> published = ParseDayNumber(article.article().published_at());
  for (const rows::StatedRelation& relation : Distinct(article)) {
    rows::RelationReport report;
    batch.GetRow(RelationKey(Out(relation), published, article.number()), report);
    report.set_until(revision);
    for (const RelationRow& row : {Out(relation), In(relation)}) {
      batch.Delete(RelationKey(row, published, article.number()));
      std::string past = RelationKey(row, published, article.number(), Era::kPast);
      AppendRevision(report.since(), past);
      if (report.since() < revision) batch.PutRow(std::move(past), report);
    }
    CountArticles(relation, -1, batch, ledger);
  }
}

}  // namespace annals::query
