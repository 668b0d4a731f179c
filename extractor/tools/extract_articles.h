// The offline run of annals-extract: articles in, extractions out.
#ifndef ANNALS_EXTRACTOR_TOOLS_EXTRACT_ARTICLES_H_
#define ANNALS_EXTRACTOR_TOOLS_EXTRACT_ARTICLES_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "extractor/extractor.h"
#include "extractor/tools/article_input.h"

namespace annals {

struct ExtractRun {
  int threads = 1;
  bool explain = false;
};

// What a run came to. `bytes` counts the texts of the articles that were read, `seconds` the wall clock from
// the first piece of input to the last line of output (not the loading of the lexicon).
struct RunFigures {
  uint64_t articles = 0;
  uint64_t bytes = 0;
  uint64_t failures = 0;
  double seconds = 0;
};

// "41 articles, 123456 bytes, 0.123 s, 1.00 MB/s"; a megabyte is 10^6 bytes.
std::string FormatFigures(const RunFigures& figures);

// From an article to its line of output.
using ArticleProcess = std::function<absl::StatusOr<std::string>(const v1::Article&)>;

// Writes what `process` makes of each article to `out`, a line each, in the order of the input, and to
// `errors` a line a failure, with its place. `process` runs on `threads` threads at once.
RunFigures ProcessArticles(int threads, const ArticleProcess& process, ArticleInput& input, std::ostream& out,
                           std::ostream& errors);

// Writes one extraction a line to `out`, in the order of the input, and one line a failure to `errors`, with
// its place.
RunFigures ExtractArticles(const Extractor& extractor, const ExtractRun& run, ArticleInput& input,
                           std::ostream& out, std::ostream& errors);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_EXTRACT_ARTICLES_H_
