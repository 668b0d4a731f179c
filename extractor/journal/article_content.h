// When two submissions are the same, and two readings of an article.
#ifndef ANNALS_EXTRACTOR_JOURNAL_ARTICLE_CONTENT_H_
#define ANNALS_EXTRACTOR_JOURNAL_ARTICLE_CONTENT_H_

#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "annals/v1/extraction.pb.h"
#include "annals/v1/journal.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

// The bytes by which articles are told apart: what this version does not know is left out, so that it cannot
// make a difference.
std::string CanonicalBytes(v1::Article article);

// All of what was read but the version of the lexicon that read it.
std::string ContentOf(v1::Extraction extraction);

// The entry of a submission, without revision, time and `replaced`. INVALID_ARGUMENT (TOO_LARGE): it exceeds
// limits::kEntryBytes.
absl::StatusOr<v1::JournalEntry> EntryOf(v1::Article article, v1::Extraction extraction);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_ARTICLE_CONTENT_H_
