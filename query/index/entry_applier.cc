#include "query/index/entry_applier.h"

#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "query/index/index_keys.h"
#include "query/index/relation_rows.h"

namespace annals::query {
namespace {

// Entity.id of the extraction to its number in the index.
using Numbers = absl::flat_hash_map<std::string, EntityNumber>;

constexpr int kMaxTypeByte = 255;

EntityNumber Resolve(const Numbers& numbers, const std::string& entity_id) {
  const auto found = numbers.find(entity_id);
  return found == numbers.end() ? kNoEntity : found->second;
}

ResolvedEvent Resolve(const Numbers& numbers, const v1::Event& event) {
  ResolvedEvent resolved{event, {}};
  resolved.event.clear_arguments();
  for (const v1::Argument& argument : event.arguments()) {
    const EntityNumber number = argument.has_entity_id() ? Resolve(numbers, argument.entity_id()) : kNoEntity;
    if (argument.has_entity_id() && number == kNoEntity) continue;
    *resolved.event.add_arguments() = argument;
    resolved.numbers.push_back(number);
  }
  return resolved;
}

ArticleReports ReportsOf(const rows::Article& article, const v1::Extraction& extraction,
                         const Numbers& numbers) {
  ArticleReports reports{article.number(),
                         article.article().id(),
                         ParseDayNumber(article.article().published_at()),
                         static_cast<DayNumber>(article.known()),
                         {}};
  for (const v1::Event& event : extraction.events()) {
    if (event.type() <= 0 || event.type() > kMaxTypeByte) continue;
    reports.reports.push_back(Resolve(numbers, event));
  }
  return reports;
}

void AddRelationsOf(const v1::Extraction& extraction, const Numbers& numbers, rows::Article& article) {
  std::set<std::tuple<int, EntityNumber, EntityNumber, std::string>> seen;
  for (const v1::Relation& relation : extraction.relations()) {
    const EntityNumber from = Resolve(numbers, relation.from_entity_id());
    const EntityNumber to = Resolve(numbers, relation.to_entity_id());
    const bool whole = from != kNoEntity && to != kNoEntity && from != to;
    if (!whole || relation.type() <= 0 || relation.type() > kMaxTypeByte) continue;
    if (!seen.emplace(relation.type(), from, to, relation.title()).second) continue;
    rows::StatedRelation& stated = *article.add_relations();
    stated.set_from(from);
    stated.set_to(to);
    stated.set_type(relation.type());
    stated.set_title(relation.title());
    stated.set_former(relation.former());
    if (relation.has_time()) *stated.mutable_time() = relation.time();
  }
}

// What has no date of publication was known the day it was stored.
DayNumber KnownDay(const v1::Article& article, int64_t stored_at_micros) {
  const std::optional<DayNumber> published = ParseDayNumber(article.published_at());
  return published ? *published : DayOfTime(absl::FromUnixMicros(stored_at_micros));
}

v1::Article WithoutText(const v1::Article& article, const std::string& id) {
  v1::Article kept = article;
  kept.set_id(id);
  kept.clear_text();
  return kept;
}

}  // namespace

EntryApplier::EntryApplier(IndexBatch& batch, const NameKeys& names, rows::Meta& meta)
    : batch_(batch), meta_(meta), ledger_(batch, names, meta), events_(batch, ledger_, names, meta) {}

void EntryApplier::Apply(const v1::JournalEntry& entry) {
  // What users teach about entities changes the lexicon, and through it later extractions; merges are not
  // followed yet.
  if (entry.has_article_extracted()) Extract(entry.article_extracted(), entry);
  if (entry.has_article_retracted()) Retract(entry.article_retracted().article_id(), entry.revision());
  events_.SettleEntry(entry.revision());
  ledger_.SettleEntry();
  meta_.set_applied_revision(entry.revision());
}

void EntryApplier::Finish() {
  ledger_.Flush();
  batch_.PutRow(MetaKey(), meta_);
}

// The new mentions are counted before the old ones go: an entity in both keeps its number.
void EntryApplier::Extract(const v1::ArticleExtracted& extracted, const v1::JournalEntry& entry) {
  const v1::Extraction& extraction = extracted.extraction();
  const std::string& id =
      extracted.article().id().empty() ? extraction.article_id() : extracted.article().id();
  const std::optional<rows::Article> before = LoadArticle(id);
  const ArticleReports old_reports = LoadReports(before);
  rows::Article article;
  article.set_number(before ? before->number() : meta_.last_article() + 1);
  article.set_revision(entry.revision());
  *article.mutable_article() = WithoutText(extracted.article(), id);
  article.set_known(KnownDay(article.article(), entry.stored_at_micros()));
  Numbers numbers;
  for (const v1::Entity& entity : extraction.entities()) {
    if (entity.id().empty() || numbers.contains(entity.id())) continue;
    rows::Mention& mention = *article.add_mentions();
    mention = ledger_.AddMention(entity);
    numbers[entity.id()] = mention.entity();
  }
  AddRelationsOf(extraction, numbers, article);
  const ArticleReports new_reports = ReportsOf(article, extraction, numbers);
  article.set_report_count(new_reports.reports.size());
  events_.Replace(old_reports, new_reports, entry.revision());
  if (before) RemoveArticle(*before, entry.revision());
  AddRelations(article, entry.revision(), batch_, ledger_);
  batch_.PutRow(ArticleKey(id), article);
  meta_.set_article_count(meta_.article_count() + (before ? 0 : 1));
  if (!before) meta_.set_last_article(article.number());
}

void EntryApplier::Retract(const std::string& article_id, uint64_t revision) {
  const std::optional<rows::Article> before = LoadArticle(article_id);
  if (!before) return;
  events_.Replace(LoadReports(before), {}, revision);
  RemoveArticle(*before, revision);
  batch_.Delete(ArticleKey(article_id));
  meta_.set_article_count(meta_.article_count() - 1);
}

std::optional<rows::Article> EntryApplier::LoadArticle(const std::string& article_id) {
  rows::Article article;
  if (!batch_.GetRow(ArticleKey(article_id), article)) return std::nullopt;
  return article;
}

ArticleReports EntryApplier::LoadReports(const std::optional<rows::Article>& article) {
  if (!article) return {};
  return events_.Load(*article);
}

// All but its events. The version becomes past.
void EntryApplier::RemoveArticle(rows::Article article, uint64_t revision) {
  RemoveRelations(article, revision, batch_, ledger_);
  for (const rows::Mention& mention : article.mentions()) ledger_.RemoveMention(mention);
  std::string past = PastArticlePrefix(article.article().id());
  AppendRevision(article.revision(), past);
  article.set_until(revision);
  batch_.PutRow(std::move(past), article);
}

}  // namespace annals::query
