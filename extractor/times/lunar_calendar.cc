#include "extractor/times/lunar_calendar.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/date_interval.h"
#include "extractor/times/rows.h"

namespace annals {
namespace {

int MonthLength(char c) { return c == 'L' ? 30 : 29; }

bool IsMonthString(absl::string_view months, int leap) {
  const size_t expected = leap > 0 ? 13 : 12;
  return months.size() == expected && months.find_first_not_of("LS") == absl::string_view::npos;
}

}  // namespace

absl::StatusOr<LunarCalendar> LunarCalendar::Load(const DataDirectory& directory) {
  LunarCalendar calendar;
  const absl::Status status = ForEachRow(directory, "lunar_years.tsv", {"year", "new_year", "months", "leap"},
                                         [&](const std::vector<absl::string_view>& cells) -> absl::Status {
                                           const absl::StatusOr<absl::CivilDay> new_year =
                                               ParseIsoDay(cells[1]);
                                           if (!new_year.ok()) return new_year.status();
                                           Year year{*new_year, std::string(cells[2]), 0};
                                           int number = 0;
                                           if (!absl::SimpleAtoi(cells[0], &number))
                                             return absl::InvalidArgumentError("no year");
                                           if (!cells[3].empty() && !absl::SimpleAtoi(cells[3], &year.leap)) {
                                             return absl::InvalidArgumentError("leap is no number");
                                           }
                                           if (!IsMonthString(year.months, year.leap))
                                             return absl::InvalidArgumentError("bad months");
                                           calendar.years_.emplace(number, std::move(year));
                                           return absl::OkStatus();
                                         });
  if (!status.ok()) return status;
  return calendar;
}

std::optional<absl::CivilDay> LunarCalendar::Find(int year, int month, int day) const {
  const auto found = years_.find(year);
  if (found == years_.end() || month < 1 || month > 12) return std::nullopt;
  const Year& entry = found->second;
  const int index = month - 1 + (entry.leap > 0 && month > entry.leap ? 1 : 0);
  absl::CivilDay first = entry.new_year;
  for (int i = 0; i < index; ++i) first += MonthLength(entry.months[i]);
  if (day < 0 || day > MonthLength(entry.months[index])) return std::nullopt;
  return first + (day - 1);
}

}  // namespace annals
