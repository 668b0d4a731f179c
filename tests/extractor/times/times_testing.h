// What the tests of times and quantities share.
#ifndef ANNALS_TESTS_EXTRACTOR_TIMES_TIMES_TESTING_H_
#define ANNALS_TESTS_EXTRACTOR_TIMES_TIMES_TESTING_H_

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/date_interval.h"
#include "common/utf8.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/fold.h"
#include "extractor/times/quantity.h"
#include "extractor/times/times.h"

namespace annals {

// The built-in lexicon; loaded once.
inline const DataDirectory& BuiltInData() {
  static const auto* const kData =
      new DataDirectory(DataDirectory::Open(DataDirectory::DefaultPath()).value());
  return *kData;
}

inline const TimeLexicon& BuiltInTimeLexicon() {
  static const auto* const kLexicon = new TimeLexicon(TimeLexicon::Load(BuiltInData()).value());
  return *kLexicon;
}

inline FoldedText Fold(absl::string_view utf8) {
  static const auto* const kLexicon = new FoldLexicon(FoldLexicon::Load(BuiltInData()).value());
  return FoldText(utf8, ContentType::kPlain, "", *kLexicon).value();
}

inline std::string FormatInterval(const DateInterval& interval) {
  const auto side = [](const std::optional<absl::CivilDay>& day) { return day ? FormatIsoDay(*day) : "?"; };
  if (interval.empty()) return "none";
  if (interval.start == interval.end) return side(interval.start);
  return absl::StrCat(side(interval.start), "..", side(interval.end));
}

// A text read as an article of a day ("" for none).
struct TimedText {
  FoldedText text;
  std::vector<TimeMention> times;

  std::string Words(const TimeMention& mention) const { return EncodeUtf8(text.View(mention.span)); }
  // The mention with these words, or nullptr.
  const TimeMention* Find(absl::string_view words) const {
    for (const TimeMention& mention : times) {
      if (Words(mention) == words) return &mention;
    }
    return nullptr;
  }
};

inline TimedText ReadTimes(absl::string_view utf8, absl::string_view published) {
  TimedText read{.text = Fold(utf8)};
  std::optional<absl::CivilDay> day;
  if (!published.empty()) day = ParseIsoDay(published).value();
  read.times = FindTimes(read.text, ParseStructure(read.text), day, BuiltInTimeLexicon());
  return read;
}

// "words=past" for every mention, or "words=past|future" where the readings differ; "words=length" for
// lengths.
inline std::vector<std::string> Summary(const TimedText& read) {
  std::vector<std::string> lines;
  for (const TimeMention& mention : read.times) {
    std::string line = absl::StrCat(read.Words(mention), "=");
    absl::StrAppend(&line, mention.duration ? "length" : FormatInterval(mention.interval));
    if (mention.future_interval != mention.interval) {
      absl::StrAppend(&line, "|", FormatInterval(mention.future_interval));
    }
    lines.push_back(line);
  }
  return lines;
}

inline std::vector<std::string> TimesIn(absl::string_view utf8, absl::string_view published) {
  return Summary(ReadTimes(utf8, published));
}

inline std::vector<Quantity> ReadQuantities(const TimedText& read) {
  std::vector<Span> occupied;
  for (const TimeMention& mention : read.times) occupied.push_back(mention.span);
  return FindQuantities(read.text, occupied,
                        BuiltInTimeLexicon().quantities().currency_cues().Match(read.text.chars),
                        BuiltInTimeLexicon());
}

}  // namespace annals

#endif  // ANNALS_TESTS_EXTRACTOR_TIMES_TIMES_TESTING_H_
