#include "extractor/journal/journal_keys.h"

#include "absl/strings/str_cat.h"

namespace annals {
namespace {

constexpr char kMeta[] = "M";
constexpr char kEntry[] = "E";
constexpr char kHead[] = "H";
constexpr char kArticle[] = "T";
constexpr char kTaught[] = "N";
constexpr char kMerged[] = "G";
constexpr int kRevisionBytes = 8;

}  // namespace

std::string MetaKey(JournalMeta meta) {
  switch (meta) {
    case JournalMeta::kFormat:
      return absl::StrCat(kMeta, "format");
    case JournalMeta::kJournalId:
      return absl::StrCat(kMeta, "journal_id");
    case JournalMeta::kPageSecret:
      return absl::StrCat(kMeta, "page_secret");
  }
  return kMeta;
}

std::string EntryKey(uint64_t revision) {
  std::string key = kEntry;
  for (int shift = 8 * (kRevisionBytes - 1); shift >= 0; shift -= 8) {
    key.push_back(static_cast<char>((revision >> shift) & 0xFF));
  }
  return key;
}

std::string HeadKey(absl::string_view article_id) { return absl::StrCat(kHead, article_id); }

std::string ArticleKey(absl::string_view article_id) { return absl::StrCat(kArticle, article_id); }

std::string TaughtKey(absl::string_view entity_id) { return absl::StrCat(kTaught, entity_id); }

std::string MergedKey(absl::string_view entity_id) { return absl::StrCat(kMerged, entity_id); }

std::string TaughtPrefix() { return kTaught; }

std::string MergedPrefix() { return kMerged; }

std::string EntryPrefix() { return kEntry; }

std::string HeadPrefix(absl::string_view id_prefix) { return absl::StrCat(kHead, id_prefix); }

std::string KeyAfterHead(absl::string_view article_id) {
  return absl::StrCat(HeadKey(article_id), absl::string_view("\0", 1));
}

std::optional<uint64_t> RevisionOf(absl::string_view entry_key) {
  if (entry_key.size() != 1 + kRevisionBytes || entry_key[0] != kEntry[0]) return std::nullopt;
  uint64_t revision = 0;
  for (const char c : entry_key.substr(1)) revision = (revision << 8) | static_cast<unsigned char>(c);
  return revision;
}

}  // namespace annals
