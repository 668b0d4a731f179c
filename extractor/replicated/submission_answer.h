// What became of a submission, as one extractor tells another.
#ifndef ANNALS_EXTRACTOR_REPLICATED_SUBMISSION_ANSWER_H_
#define ANNALS_EXTRACTOR_REPLICATED_SUBMISSION_ANSWER_H_

#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/extractor_service.pb.h"
#include "annals/v1/journal.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

// article_id is the submission's. The two are each other's inverse, but for the lexicon's version.
v1::SubmitArticlesResponse ToAnswer(const std::string& submission_id,
                                    const absl::StatusOr<Journal::Receipt>& receipt);
absl::StatusOr<Journal::Receipt> FromAnswer(const v1::SubmitArticlesResponse& answer);

// Of an entry with an article that is in the journal.
Journal::Receipt ReceiptOf(const v1::JournalEntry& entry);
// Of an entry that holds the article already, or a later version of it.
Journal::Receipt Unchanged(const v1::JournalEntry& head);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_SUBMISSION_ANSWER_H_
