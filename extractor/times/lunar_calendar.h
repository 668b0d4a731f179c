// The Chinese lunar calendar of 1900 to 2100, from a table.
#ifndef ANNALS_EXTRACTOR_TIMES_LUNAR_CALENDAR_H_
#define ANNALS_EXTRACTOR_TIMES_LUNAR_CALENDAR_H_

#include <map>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "extractor/lexicon/data_directory.h"

namespace annals {

// Immutable after Load; safe to share between threads.
class LunarCalendar {
 public:
  // From lunar_years.tsv. INVALID_ARGUMENT names the broken row.
  static absl::StatusOr<LunarCalendar> Load(const DataDirectory& directory);

  // The civil day of a day of the lunar year that begins in the civil year `year`; never of the leap month.
  // Day 0 of a month is the last day before it (month 1, day 0: the eve of the new year). Missing where the
  // table does not reach.
  std::optional<absl::CivilDay> Find(int year, int month, int day) const;

 private:
  struct Year {
    absl::CivilDay new_year;
    std::string months;  // L of 30 days, S of 29
    int leap = 0;        // the month that is repeated, or 0
  };
  std::map<int, Year> years_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_LUNAR_CALENDAR_H_
