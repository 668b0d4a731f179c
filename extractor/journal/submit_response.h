// What became of a submission, as SubmitArticles answers it and one extractor tells another.
#ifndef ANNALS_EXTRACTOR_JOURNAL_SUBMIT_RESPONSE_H_
#define ANNALS_EXTRACTOR_JOURNAL_SUBMIT_RESPONSE_H_

#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/extractor_service.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

v1::SubmitOutcome ToProto(Journal::Outcome outcome);

// `id` becomes article_id.
v1::SubmitArticlesResponse ToSubmitResponse(const std::string& id,
                                            const absl::StatusOr<Journal::Receipt>& receipt);
// Its inverse, but for the lexicon's version.
absl::StatusOr<Journal::Receipt> FromSubmitResponse(const v1::SubmitArticlesResponse& response);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_SUBMIT_RESPONSE_H_
