// The model's articles: every version that a history of the journal brought, and how long it stood. Lists and
// loops over the entries; nothing of the index is called.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_ARTICLES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_ARTICLES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "annals/v1/journal.pb.h"
#include "query/events/day_span.h"

namespace annals::query {

using History = std::vector<v1::JournalEntry>;

inline constexpr uint64_t kStillStands = UINT64_MAX;

// One version of an article: stands in the revisions since <= R < until.
struct ArticleVersion {
  uint64_t number = 0;  // by first arrival; an article that comes again after its retraction gets a new one
  uint64_t since = 0;
  uint64_t until = kStillStands;
  std::optional<DayNumber> published;
  DayNumber known = 0;  // `published`, else the UTC day on which it was stored
  v1::ArticleExtracted content;

  const std::string& id() const { return content.article().id(); }
};

// In order of `since`.
std::vector<ArticleVersion> VersionsIn(const History& history);

// What is looked at: entries up to a revision, articles known by a day.
struct ModelPast {
  uint64_t revision = 0;
  DayNumber known_on = kLastDay;

  bool Sees(const ArticleVersion& version) const {
    return version.since <= revision && revision < version.until && version.known <= known_on;
  }
  friend auto operator<=>(const ModelPast&, const ModelPast&) = default;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_ARTICLES_H_
