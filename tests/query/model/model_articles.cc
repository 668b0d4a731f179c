#include "tests/query/model/model_articles.h"

#include <map>

namespace annals::query {
namespace {

constexpr int64_t kMicrosADay = int64_t{86400} * 1000 * 1000;
constexpr DayNumber kUnixEpoch = 719162;  // 1970-01-01 in days since 0001-01-01

ArticleVersion VersionOf(const v1::JournalEntry& entry) {
  ArticleVersion version{.since = entry.revision(), .content = entry.article_extracted()};
  version.published = ParseDayNumber(version.content.article().published_at());
  const auto stored = static_cast<DayNumber>(kUnixEpoch + entry.stored_at_micros() / kMicrosADay);
  version.known = version.published.value_or(stored);
  return version;
}

}  // namespace

std::vector<ArticleVersion> VersionsIn(const History& history) {
  std::vector<ArticleVersion> versions;
  std::map<std::string, size_t> standing;
  uint64_t last_number = 0;
  for (const v1::JournalEntry& entry : history) {
    if (!entry.has_article_extracted() && !entry.has_article_retracted()) continue;
    const bool extracted = entry.has_article_extracted();
    const std::string& id =
        extracted ? entry.article_extracted().article().id() : entry.article_retracted().article_id();
    const auto before = standing.find(id);
    if (before != standing.end()) versions[before->second].until = entry.revision();
    if (extracted) {
      ArticleVersion version = VersionOf(entry);
      version.number = before != standing.end() ? versions[before->second].number : ++last_number;
      versions.push_back(std::move(version));
      standing[id] = versions.size() - 1;
    } else if (before != standing.end()) {
      standing.erase(before);
    }
  }
  return versions;
}

}  // namespace annals::query
