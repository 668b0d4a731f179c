// The keys of the journal's RocksDB: the only place that knows their bytes.
//
//   key      := meta | entry | head | article
//   meta     := 'M' name               format version, identity, secret; see MetaKey
//   entry    := 'E' revision           JournalEntry; revision: 8 bytes, big endian
//   head     := 'H' article-id         ArticleSummary of a stored article that is not retracted
//   article  := 'T' article-id         Article as submitted, with its text
//
// An article id stands last, so its bytes need no escaping, and keys sort like revisions and ids. Example:
// the entry with revision 258 has the key 45 00 00 00 00 00 00 01 02. A retracted article has neither head
// nor article; its entries stay.
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

// Beginning of all entry keys, and of the heads whose ids begin with `id_prefix`.
std::string EntryPrefix();
std::string HeadPrefix(absl::string_view id_prefix);
// The first key after the head of that article.
std::string KeyAfterHead(absl::string_view article_id);

// Nothing: not such a key.
std::optional<uint64_t> RevisionOf(absl::string_view entry_key);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_KEYS_H_
