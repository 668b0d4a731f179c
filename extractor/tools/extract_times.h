// `annals-extract --times`: the time expressions of texts, without the events.
#ifndef ANNALS_EXTRACTOR_TOOLS_EXTRACT_TIMES_H_
#define ANNALS_EXTRACTOR_TOOLS_EXTRACT_TIMES_H_

#include <memory>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "extractor/tools/article_input.h"
#include "extractor/tools/extract_articles.h"

namespace annals {

// Immutable after Create; may be used by many threads at once.
class TimesReader {
 public:
  // `lexicon_data` and `lexicon_dir` as in Extractor::Options; NOT_FOUND and INVALID_ARGUMENT too.
  static absl::StatusOr<std::unique_ptr<TimesReader>> Create(const std::string& lexicon_data,
                                                             const std::string& lexicon_dir);
  virtual ~TimesReader() = default;

  // {"times":[EventTime…]} in text order, each as something that has happened; lengths of time (三年) are
  // left out. INVALID_ARGUMENT: not UTF-8, or published_at is no date.
  virtual absl::StatusOr<std::string> ReadJson(const v1::Article& article) const = 0;
};

// Like ExtractArticles, with a line of times for each {"text","published_at"}.
RunFigures ExtractTimes(const TimesReader& reader, int threads, ArticleInput& input, std::ostream& out,
                        std::ostream& errors);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_EXTRACT_TIMES_H_
