#include "extractor/journal/journal_rows.h"

#include <algorithm>
#include <random>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "extractor/journal/journal_keys.h"

namespace annals {
namespace {

std::string RandomBytes(size_t count) {
  std::random_device device;
  std::string bytes;
  while (bytes.size() < count) bytes.push_back(static_cast<char>(device()));
  return bytes;
}

template <typename Message>
absl::StatusOr<Message> Parse(absl::string_view bytes, absl::string_view what) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return CorruptStorage(absl::StrCat("broken row: ", what));
  }
  return message;
}

absl::StatusOr<v1::JournalEntry> ParseEntry(absl::string_view bytes, uint64_t revision) {
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry,
                          Parse<v1::JournalEntry>(bytes, absl::StrCat("entry ", revision)));
  if (entry.revision() != revision) {
    return CorruptStorage(absl::StrCat("entry ", revision, " says it is ", entry.revision()));
  }
  return entry;
}

// Keeps one moment of the database readable for as long as it lives.
class Snapshot {
 public:
  explicit Snapshot(rocksdb::DB& database) : database_(database), snapshot_(database.GetSnapshot()) {}
  ~Snapshot() { database_.ReleaseSnapshot(snapshot_); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  rocksdb::ReadOptions options() const {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot_;
    return options;
  }

 private:
  rocksdb::DB& database_;
  const rocksdb::Snapshot* const snapshot_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<JournalRows>> JournalRows::Open(const DatabaseOptions& options) {
  ANNALS_ASSIGN_OR_RETURN(auto database, OpenDatabase(options));
  std::unique_ptr<JournalRows> rows(new JournalRows(std::move(database)));
  ANNALS_RETURN_IF_ERROR(rows->LoadIdentity());
  return rows;
}

absl::Status JournalRows::LoadIdentity() {
  ANNALS_ASSIGN_OR_RETURN(const auto format, Get({}, MetaKey(JournalMeta::kFormat)));
  if (!format) return CreateIdentity();
  if (*format != kJournalFormat)
    return CorruptStorage(absl::StrCat("a journal of format ", *format, ", not ", kJournalFormat));
  ANNALS_ASSIGN_OR_RETURN(auto id, Get({}, MetaKey(JournalMeta::kJournalId)));
  ANNALS_ASSIGN_OR_RETURN(auto secret, Get({}, MetaKey(JournalMeta::kPageSecret)));
  if (!id || !secret) return CorruptStorage("the journal's identity is missing");
  identity_ = {*std::move(id), *std::move(secret)};
  return absl::OkStatus();
}

absl::Status JournalRows::CreateIdentity() {
  const std::unique_ptr<rocksdb::Iterator> all(database_->NewIterator({}));
  all->SeekToFirst();
  if (all->Valid()) return CorruptStorage("the directory holds a database that is no journal");
  ANNALS_RETURN_IF_ERROR(FromRocksDb(all->status()));
  identity_ = {absl::BytesToHexString(RandomBytes(16)), RandomBytes(16)};
  rocksdb::WriteBatch batch;
  batch.Put(MetaKey(JournalMeta::kFormat), kJournalFormat);
  batch.Put(MetaKey(JournalMeta::kJournalId), identity_.journal_id);
  batch.Put(MetaKey(JournalMeta::kPageSecret), identity_.page_secret);
  return WriteSynced(batch);
}

absl::Status JournalRows::RenewIdentity() {
  identity_.journal_id = absl::BytesToHexString(RandomBytes(16));
  rocksdb::WriteBatch batch;
  batch.Put(MetaKey(JournalMeta::kJournalId), identity_.journal_id);
  return WriteSynced(batch);
}

absl::StatusOr<uint64_t> JournalRows::LastRevision() const {
  const std::string end = PrefixEnd(EntryPrefix());
  const std::unique_ptr<rocksdb::Iterator> entries(database_->NewIterator({}));
  entries->SeekForPrev(end);
  ANNALS_RETURN_IF_ERROR(FromRocksDb(entries->status()));
  if (!entries->Valid()) return 0;
  return RevisionOf(FromSlice(entries->key())).value_or(0);
}

absl::StatusOr<v1::JournalEntry> JournalRows::Entry(uint64_t revision) const {
  ANNALS_ASSIGN_OR_RETURN(const auto bytes, Get({}, EntryKey(revision)));
  if (!bytes) return CorruptStorage(absl::StrCat("entry ", revision, " is missing"));
  return ParseEntry(*bytes, revision);
}

absl::StatusOr<std::vector<v1::JournalEntry>> JournalRows::Entries(uint64_t after_revision,
                                                                   uint64_t last_revision,
                                                                   JournalLog::Budget budget) const {
  const std::string end = PrefixEnd(EntryPrefix());
  const rocksdb::Slice upper_bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper_bound;
  options.fill_cache = false;  // a follower reads each entry once
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options));
  std::vector<v1::JournalEntry> entries;
  size_t bytes = 0;
  rows->Seek(EntryKey(after_revision + 1));
  for (uint64_t revision = after_revision + 1; revision <= last_revision; ++revision, rows->Next()) {
    ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
    if (!rows->Valid() || RevisionOf(FromSlice(rows->key())) != revision) {
      return CorruptStorage(absl::StrCat("entry ", revision, " is missing"));
    }
    bytes += rows->value().size();
    if (!entries.empty() && (entries.size() >= budget.entries || bytes > budget.bytes)) break;
    ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ParseEntry(FromSlice(rows->value()), revision));
    entries.push_back(std::move(entry));
  }
  return entries;
}

absl::StatusOr<std::optional<v1::ArticleSummary>> JournalRows::Head(absl::string_view article_id) const {
  ANNALS_ASSIGN_OR_RETURN(const auto bytes, Get({}, HeadKey(article_id)));
  if (!bytes) return std::nullopt;
  ANNALS_ASSIGN_OR_RETURN(auto head, Parse<v1::ArticleSummary>(*bytes, "head"));
  ANNALS_RETURN_IF_ERROR(CompleteHead(head));
  return head;
}

// The first heads that were written had no version.
absl::Status JournalRows::CompleteHead(v1::ArticleSummary& head) const {
  if (!head.lexicon_version().empty()) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry entry, Entry(head.revision()));
  head.set_lexicon_version(entry.article_extracted().extraction().lexicon_version());
  return absl::OkStatus();
}

absl::StatusOr<std::optional<std::string>> JournalRows::ArticleBytes(absl::string_view article_id) const {
  return Get({}, ArticleKey(article_id));
}

absl::StatusOr<std::optional<JournalRows::HeadAndArticle>> JournalRows::HeadWithArticle(
    absl::string_view article_id) const {
  const Snapshot snapshot(*database_);
  ANNALS_ASSIGN_OR_RETURN(const auto head_bytes, Get(snapshot.options(), HeadKey(article_id)));
  if (!head_bytes) return std::nullopt;
  ANNALS_ASSIGN_OR_RETURN(const auto article_bytes, Get(snapshot.options(), ArticleKey(article_id)));
  if (!article_bytes) return CorruptStorage("an article with a head is missing");
  HeadAndArticle found;
  ANNALS_ASSIGN_OR_RETURN(found.head, Parse<v1::ArticleSummary>(*head_bytes, "head"));
  ANNALS_RETURN_IF_ERROR(CompleteHead(found.head));
  ANNALS_ASSIGN_OR_RETURN(found.article, Parse<v1::Article>(*article_bytes, "article"));
  return found;
}

absl::StatusOr<std::vector<v1::ArticleSummary>> JournalRows::Heads(absl::string_view id_prefix,
                                                                   absl::string_view after_id,
                                                                   size_t limit) const {
  const std::string begin = HeadPrefix(id_prefix);
  const std::string end = PrefixEnd(begin);
  const rocksdb::Slice upper_bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper_bound;
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options));
  std::vector<v1::ArticleSummary> heads;
  for (rows->Seek(std::max(begin, KeyAfterHead(after_id))); rows->Valid() && heads.size() < limit;
       rows->Next()) {
    ANNALS_ASSIGN_OR_RETURN(auto head, Parse<v1::ArticleSummary>(FromSlice(rows->value()), "head"));
    heads.push_back(std::move(head));
  }
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
  return heads;
}

absl::StatusOr<uint64_t> JournalRows::CountHeads(absl::string_view id_prefix,
                                                 absl::string_view after_id) const {
  const std::string begin = HeadPrefix(id_prefix);
  const std::string end = PrefixEnd(begin);
  const rocksdb::Slice upper_bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper_bound;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options));
  uint64_t count = 0;
  for (rows->Seek(std::max(begin, KeyAfterHead(after_id))); rows->Valid(); rows->Next()) ++count;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
  return count;
}

absl::StatusOr<std::vector<v1::JournalEntry>> JournalRows::TaughtEntries() const {
  std::vector<uint64_t> revisions;
  ANNALS_RETURN_IF_ERROR(AddRevisions(TaughtPrefix(), revisions));
  ANNALS_RETURN_IF_ERROR(AddRevisions(MergedPrefix(), revisions));
  std::sort(revisions.begin(), revisions.end());
  std::vector<v1::JournalEntry> entries;
  for (const uint64_t revision : revisions) {
    ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, Entry(revision));
    entries.push_back(std::move(entry));
  }
  return entries;
}

absl::Status JournalRows::AddRevisions(const std::string& prefix, std::vector<uint64_t>& revisions) const {
  const std::string end = PrefixEnd(prefix);
  const rocksdb::Slice upper_bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper_bound;
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options));
  for (rows->Seek(prefix); rows->Valid(); rows->Next()) {
    const std::optional<uint64_t> revision = RevisionOf(FromSlice(rows->value()));
    if (!revision) return CorruptStorage("broken row: what was taught");
    revisions.push_back(*revision);
  }
  return FromRocksDb(rows->status());
}

absl::Status JournalRows::WriteSynced(rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions options;
  options.sync = true;
  return FromRocksDb(database_->Write(options, &batch));
}

absl::StatusOr<std::optional<std::string>> JournalRows::Get(const rocksdb::ReadOptions& options,
                                                            const std::string& key) const {
  std::string value;
  const rocksdb::Status status = database_->Get(options, key, &value);
  if (status.IsNotFound()) return std::nullopt;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(status));
  return value;
}

void PutEntry(const v1::JournalEntry& entry, rocksdb::WriteBatch& batch) {
  batch.Put(EntryKey(entry.revision()), entry.SerializeAsString());
}

void PutArticle(const v1::ArticleSummary& head, absl::string_view article_bytes, rocksdb::WriteBatch& batch) {
  batch.Put(HeadKey(head.article().id()), head.SerializeAsString());
  batch.Put(ArticleKey(head.article().id()), ToSlice(article_bytes));
}

void DeleteArticle(absl::string_view article_id, rocksdb::WriteBatch& batch) {
  batch.Delete(HeadKey(article_id));
  batch.Delete(ArticleKey(article_id));
}

void PutTaught(const v1::JournalEntry& entry, rocksdb::WriteBatch& batch) {
  const std::string key = entry.has_entity_put() ? TaughtKey(entry.entity_put().entity().id())
                                                 : MergedKey(entry.entities_merged().from_entity_id());
  batch.Put(key, EntryKey(entry.revision()));
}

void DeleteTaught(absl::string_view entity_id, rocksdb::WriteBatch& batch) {
  batch.Delete(TaughtKey(entity_id));
}

void DeleteMerged(absl::string_view from_entity_id, rocksdb::WriteBatch& batch) {
  batch.Delete(MergedKey(from_entity_id));
}

}  // namespace annals
