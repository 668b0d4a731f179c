// Which days a festival falls on: fixed dates, lunar dates, solar terms, n-th weekdays, and decreed holidays.
#ifndef ANNALS_EXTRACTOR_TIMES_FESTIVALS_H_
#define ANNALS_EXTRACTOR_TIMES_FESTIVALS_H_

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/times/civil_periods.h"
#include "extractor/times/lunar_calendar.h"

namespace annals {

// Immutable after Load; safe to share between threads.
class Festivals {
 public:
  // From festivals.tsv, holidays.tsv and lunar_years.tsv. INVALID_ARGUMENT names the broken row.
  static absl::StatusOr<Festivals> Load(const DataDirectory& directory);

  // The words, in the order of the file; a festival is the index of its word.
  const std::vector<std::string>& words() const { return words_; }

  // The days of the festival in that civil year; missing where a calendar does not reach. A decreed holiday
  // goes first.
  std::optional<Days> Find(int festival, int year) const;

 private:
  struct Rule {
    enum class Kind { kCivil, kLunar, kQingming, kWeekday };
    Kind kind = Kind::kCivil;
    int month = 1, day = 1;  // for kWeekday: `day` is 1 Monday … 7 Sunday
    int ordinal = 1;         // for kWeekday: which of the month
    int days = 1;
    std::string decreed;
  };
  static absl::StatusOr<Rule> ParseRule(const std::vector<absl::string_view>& cells);
  std::optional<absl::CivilDay> FirstDay(const Rule& rule, int year) const;

  std::vector<std::string> words_;
  std::vector<Rule> rules_;
  std::map<std::pair<std::string, int>, Days> decreed_;  // by festival and civil year
  LunarCalendar lunar_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_FESTIVALS_H_
