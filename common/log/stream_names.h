// The streams of a replicated journal, by the names that all who share it use: the only place that knows
// them.
//
//   ANNALS_ARTICLES   annals.articles                    QueuedArticle: kept for ever, worked off once
//   ANNALS_ENTRIES    annals.entries.SHARD.a.ARTICLE     JournalEntry without revision: the sequence is its
//                     annals.entries.00.taught           revision
//   ANNALS_SET_ASIDE  annals.set_aside.SUBMISSION        SetAsideRecord
//
// ARTICLE is the SHA-256 of the article's id, its first 32 hexadecimal digits; SHARD, 00 to 3f, the number of
// its first six bits: entries of one article have one subject, so the stream itself decides what comes after
// what, and the stream can be split by shard without touching a subject.
#ifndef ANNALS_COMMON_LOG_STREAM_NAMES_H_
#define ANNALS_COMMON_LOG_STREAM_NAMES_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace annals {

inline constexpr char kArticlesStream[] = "ANNALS_ARTICLES";
inline constexpr char kEntriesStream[] = "ANNALS_ENTRIES";
inline constexpr char kSetAsideStream[] = "ANNALS_SET_ASIDE";
inline constexpr char kExtractorsConsumer[] = "extractors";

inline constexpr char kArticlesSubject[] = "annals.articles";
inline constexpr char kEntriesSubjects[] = "annals.entries.>";
inline constexpr char kTaughtSubject[] = "annals.entries.00.taught";
inline constexpr char kSetAsideSubjects[] = "annals.set_aside.>";

// Longer than a leader's election, an extractor's restart and the servers' sync take; the ids of so much time
// are in the servers' memory.
inline constexpr absl::Duration kDeduplicateFor = absl::Minutes(10);

// The digest's 32 bytes.
std::string Sha256(absl::string_view bytes);
std::string EntrySubject(absl::string_view article_id);
std::string SetAsideSubject(absl::string_view submission_id);
// Where an extractor hears what became of its submissions.
std::string AnswerSubject(absl::string_view extractor_id);

}  // namespace annals

#endif  // ANNALS_COMMON_LOG_STREAM_NAMES_H_
