#include "extractor/tools/extract_times.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/date_interval.h"
#include "common/json/proto_json.h"
#include "common/status_macros.h"
#include "extractor/event_time.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/fold.h"
#include "extractor/times/times.h"

namespace annals {
namespace {

class LexiconTimesReader : public TimesReader {
 public:
  LexiconTimesReader(std::unique_ptr<const DataDirectory> data, FoldLexicon fold, TimeLexicon times)
      : data_(std::move(data)), fold_(std::move(fold)), times_(std::move(times)) {}

  absl::StatusOr<std::string> ReadJson(const v1::Article& article) const override {
    std::optional<absl::CivilDay> published;
    if (!article.published_at().empty()) {
      ANNALS_ASSIGN_OR_RETURN(published, ParseIsoDay(article.published_at()));
    }
    ANNALS_ASSIGN_OR_RETURN(const FoldedText text, FoldText(article.text(), ContentType::kPlain, "", fold_));
    std::vector<std::string> times;
    for (const TimeMention& time : FindTimes(text, ParseStructure(text), published, times_)) {
      if (time.duration) continue;
      // 三天后 and 十日内 with nothing told before have only a future.
      const DateInterval& interval = time.interval.empty() ? time.future_interval : time.interval;
      v1::EventTime out;
      SetEventTime(time, interval, text, article.text(), out);
      times.push_back(ToJsonLine(out));
    }
    return absl::StrCat("{\"times\":[", absl::StrJoin(times, ","), "]}");
  }

 private:
  const std::unique_ptr<const DataDirectory> data_;
  const FoldLexicon fold_;
  const TimeLexicon times_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<TimesReader>> TimesReader::Create(const std::string& lexicon_data,
                                                                 const std::string& lexicon_dir) {
  const std::string builtin = lexicon_data.empty() ? DataDirectory::DefaultPath() : lexicon_data;
  ANNALS_ASSIGN_OR_RETURN(DataDirectory directory, DataDirectory::Open(builtin, lexicon_dir));
  auto data = std::make_unique<const DataDirectory>(std::move(directory));
  ANNALS_ASSIGN_OR_RETURN(FoldLexicon fold, FoldLexicon::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(TimeLexicon times, TimeLexicon::Load(*data));
  return std::make_unique<LexiconTimesReader>(std::move(data), std::move(fold), std::move(times));
}

RunFigures ExtractTimes(const TimesReader& reader, int threads, ArticleInput& input, std::ostream& out,
                        std::ostream& errors) {
  return ProcessArticles(
      threads, [&](const v1::Article& article) { return reader.ReadJson(article); }, input, out, errors);
}

}  // namespace annals
