#include "common/date_interval.h"

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace annals {
namespace {

bool IsDigits(absl::string_view text) {
  for (char c : text) {
    if (!absl::ascii_isdigit(c)) return false;
  }
  return !text.empty();
}

}  // namespace

absl::StatusOr<absl::CivilDay> ParseIsoDay(absl::string_view text) {
  const absl::Status bad =
      absl::InvalidArgumentError(absl::StrCat("not a date (YYYY-MM-DD): ", text.substr(0, 40)));
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return bad;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') return bad;
  int year, month, day;
  if (!IsDigits(text.substr(0, 4)) || !absl::SimpleAtoi(text.substr(0, 4), &year)) return bad;
  if (!IsDigits(text.substr(5, 2)) || !absl::SimpleAtoi(text.substr(5, 2), &month)) return bad;
  if (!IsDigits(text.substr(8, 2)) || !absl::SimpleAtoi(text.substr(8, 2), &day)) return bad;
  const absl::CivilDay parsed(year, month, day);
  if (year < 1 || parsed.month() != month || parsed.day() != day) return bad;
  return parsed;
}

std::string FormatIsoDay(absl::CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

}  // namespace annals
