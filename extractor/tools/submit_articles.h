// Streams articles to a running extractor service. The only file of the tool that sees gRPC.
#ifndef ANNALS_EXTRACTOR_TOOLS_SUBMIT_ARTICLES_H_
#define ANNALS_EXTRACTOR_TOOLS_SUBMIT_ARTICLES_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "extractor/tools/article_input.h"

namespace annals {

// What became of a submission.
struct SubmitFigures {
  uint64_t created = 0;
  uint64_t replaced = 0;
  uint64_t unchanged = 0;
  uint64_t failures = 0;  // refused by the service, or broken input
  uint64_t events = 0;
  uint64_t last_revision = 0;  // the highest one acknowledged

  uint64_t stored() const { return created + replaced + unchanged; }
};

// Streams every article of `input` to the service at `address` (HOST:PORT), which has ten seconds to answer
// the first call. Failures of single articles go to `errors`, a line each, and do not end the stream.
// `progress` is called after each answer with the bytes of input that were sent by then.
//
// UNAVAILABLE and the like: the connection failed; what was acknowledged until then is kept, and a second run
// costs nothing for it.
absl::StatusOr<SubmitFigures> SubmitArticles(
    const std::string& address, ArticleInput& input, std::ostream& errors,
    const std::function<void(uint64_t bytes, const SubmitFigures&)>& progress);

// "6 created, 0 replaced, 0 unchanged, 0 failed; 41 events; revision 6"
std::string FormatFigures(const SubmitFigures& figures);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_SUBMIT_ARTICLES_H_
