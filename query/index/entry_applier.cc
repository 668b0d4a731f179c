#include "query/index/entry_applier.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "query/index/index_keys.h"
#include "query/index/relation_rows.h"
#include "query/index/short_rows.h"
#include "query/index/told_mentions.h"

namespace annals::query {
namespace {

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

std::string ArticleIdIn(const v1::JournalEntry& entry) {
  if (entry.has_article_retracted()) return entry.article_retracted().article_id();
  const v1::ArticleExtracted& extracted = entry.article_extracted();
  return extracted.article().id().empty() ? extracted.extraction().article_id() : extracted.article().id();
}

}  // namespace

EntryApplier::EntryApplier(IndexBatch& batch, const NameKeys& names, rows::Meta& meta,
                           RememberedEntities& remembered)
    : batch_(batch),
      meta_(meta),
      taught_(batch, meta),
      ledger_(batch, names, meta, taught_, remembered),
      places_(batch, ledger_),
      resolver_(batch, ledger_, places_, taught_),
      events_(batch, ledger_, names, meta),
      identity_(batch, ledger_, resolver_, places_, events_) {}

void EntryApplier::Apply(const v1::JournalEntry& entry) {
  ArticleChanges changes;
  uint64_t own_number = 0;
  if (entry.has_article_extracted() || entry.has_article_retracted()) {
    ArticleChange own;
    rows::Article before;
    std::string number;
    uint64_t article = 0;
    const bool known = batch_.Get(ArticleIdKey(ArticleIdIn(entry)), number);
    if (known && absl::SimpleAtoi(number, &article) && batch_.GetRow(ArticleKey(article), before)) {
      Lengthen(article, before);
      own.old_reports = events_.Load(before);
      RestoreToldMentions(own.old_reports, before);
      own.before = std::move(before);
    }
    if (entry.has_article_extracted()) Extract(entry.article_extracted(), entry, own);
    own_number = own.after ? own.after->number() : own.before ? own.before->number() : 0;
    if (own_number != 0) changes.emplace(own_number, std::move(own));
  }
  if (entry.has_entity_put()) resolver_.Put(entry.entity_put().entity());
  if (entry.has_entities_merged()) resolver_.Merge(entry.entities_merged());
  if (entry.has_entity_deleted()) resolver_.Delete(entry.entity_deleted().entity_id());
  identity_.Run(own_number, changes);
  for (auto& [number, change] : changes) Write(number == own_number, change, entry.revision());
  events_.SettleEntry(entry.revision());
  ledger_.SettleEntry();
  meta_.set_applied_revision(entry.revision());
  meta_.set_submission_id(entry.origin().submission_id());
  meta_.set_stored_at_micros(entry.has_origin() ? entry.stored_at_micros() : 0);
}

ChangedRows EntryApplier::Finish() {
  batch_.PutRow(MetaKey(), meta_);
  return {ledger_.Flush(), events_.TakeTouched()};
}

void EntryApplier::Extract(const v1::ArticleExtracted& extracted, const v1::JournalEntry& entry,
                           ArticleChange& own) {
  rows::Article& article = own.after.emplace();
  article.set_number(own.before ? own.before->number() : meta_.last_article() + 1);
  article.set_revision(entry.revision());
  *article.mutable_article() = WithoutText(extracted.article(), ArticleIdIn(entry));
  article.set_known(KnownDay(article.article(), entry.stored_at_micros()));
  if (!own.before) meta_.set_last_article(article.number());
  ReadExtraction(extracted, ledger_, own);
}

void EntryApplier::Write(bool own, ArticleChange& change, uint64_t revision) {
  if (change.renamed) {
    events_.Replace(change.old_reports, change.new_reports, revision);
    if (change.before) RemoveRelations(*change.before, revision, batch_, ledger_);
    if (change.after) AddRelations(*change.after, revision, batch_, ledger_);
  }
  WriteArticle(own, change, revision);
}

// A version that the entry replaces or retracts becomes past.
void EntryApplier::WriteArticle(bool own, ArticleChange& change, uint64_t revision) {
  rows::Article& article = change.after ? *change.after : *change.before;
  const uint64_t number = article.number();
  const std::string& id = article.article().id();
  if (own && change.before) {
    std::string key = PastArticlePrefix(id);
    AppendRevision(change.before->revision(), key);
    rows::Article past = *change.before;
    past.set_until(revision);
    batch_.PutRow(std::move(key), past);
  }
  if (change.after) {
    Shorten(number, article);
    ShortenToldMentions(change.new_reports, article);
    batch_.PutRow(ArticleKey(number), article);
  } else {
    batch_.Delete(ArticleKey(number));
    batch_.Delete(ArticleIdKey(id));
  }
  if (change.after && !change.before) batch_.Put(ArticleIdKey(id), absl::StrCat(number));
  meta_.set_article_count(meta_.article_count() + (change.before ? 0 : 1) - (change.after ? 0 : 1));
}

}  // namespace annals::query
