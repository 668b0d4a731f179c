// The keys of the journal's RocksDB: the only place that knows their bytes.
//
//   key      := meta | entry | head | article | taught | merged
//   meta     := 'M' name               format version, identity, secret; see MetaKey
//   entry    := 'E' revision           JournalEntry; revision: 8 bytes, big endian
//   head     := 'H' article-id         ArticleSummary of a stored article that is not retracted
//   article  := 'T' article-id         Article as submitted, with its text
//   taught   := 'N' entity-id          key of the entry (EntityPut) by which the entity was taught
//   merged   := 'G' entity-id          key of the entry (EntitiesMerged) by which it went into another
//
// An id stands last, so its bytes need no escaping, and keys sort like revisions and ids. Example:
// the entry with revision 258 has the key 45 00 00 00 00 00 00 01 02. A retracted article has neither head
// nor article, and what was taught and taken back no row; their entries stay.
#ifndef ANNALS_EXTRACTOR_JOURNAL_JOURNAL_KEYS_H_
#define ANNALS_EXTRACTOR_JOURNAL_JOURNAL_KEYS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace annals {

// Raised when rows change so that an older binary must not touch them.
inline constexpr char kJournalFormat[] = "1";

enum class JournalMeta { kFormat, kJournalId, kPageSecret };

std::string MetaKey(JournalMeta meta);
std::string EntryKey(uint64_t revision);
std::string HeadKey(absl::string_view article_id);
std::string ArticleKey(absl::string_view article_id);
std::string TaughtKey(absl::string_view entity_id);
std::string MergedKey(absl::string_view entity_id);

// Beginning of all entry keys, and of the heads whose ids begin with `id_prefix`.
std::string EntryPrefix();
std::string HeadPrefix(absl::string_view id_prefix);
// Of all taught and all merged keys.
std::string TaughtPrefix();
std::string MergedPrefix();
// The first key after the head of that article.
std::string KeyAfterHead(absl::string_view article_id);

// Nothing: not such a key.
std::optional<uint64_t> RevisionOf(absl::string_view entry_key);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_KEYS_H_
