#include "query/service/request_checks.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "common/date_interval.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

absl::StatusOr<std::optional<DayNumber>> CheckDay(absl::string_view field, const std::string& text) {
  if (text.empty()) return std::optional<DayNumber>();
  const absl::StatusOr<absl::CivilDay> day = ParseIsoDay(text);
  // A window is of days: a time of day would be dropped in silence.
  if (!day.ok() || text.size() != 10) return InvalidField(field, "must be a date, YYYY-MM-DD");
  return ParseDayNumber(text);
}

}  // namespace

absl::Status CheckName(absl::string_view field, absl::string_view name) {
  if (name.empty()) return InvalidField(field, "must not be empty");
  if (name.size() > limits::kEntityNameBytes)
    return FieldTooLarge(field, name.size(), limits::kEntityNameBytes);
  const bool control = std::any_of(name.begin(), name.end(), [](char c) { return absl::ascii_iscntrl(c); });
  return control ? InvalidText(field, "must not hold control characters") : absl::OkStatus();
}

absl::StatusOr<size_t> CheckSize(absl::string_view field, int32_t size, int32_t default_size,
                                 int32_t largest) {
  if (size < 0) return InvalidField(field, "must not be negative");
  return static_cast<size_t>(size == 0 ? default_size : std::min(size, largest));
}

absl::StatusOr<int> CheckCount(absl::string_view field, int32_t count, int32_t default_count,
                               int32_t largest) {
  if (count < 0 || count > largest) {
    return InvalidField(field, absl::StrCat("must be 1 to ", largest, "; 0 means ", default_count));
  }
  return count == 0 ? default_count : count;
}

absl::StatusOr<std::bitset<256>> CheckEnums(absl::string_view field,
                                            const google::protobuf::RepeatedField<int>& values,
                                            bool (*is_valid)(int)) {
  if (values.size() > limits::kFilterValues) {
    return InvalidField(field, absl::StrCat("must not list more than ", limits::kFilterValues, " values"));
  }
  std::bitset<256> set;
  for (int i = 0; i < values.size(); ++i) {
    if (values[i] <= 0 || values[i] > 255 || !is_valid(values[i])) {
      return InvalidField(absl::StrCat(field, "[", i, "]"), absl::StrCat("is no known value: ", values[i]));
    }
    set.set(values[i]);
  }
  return set;
}

absl::Status CheckEnum(absl::string_view field, int value, bool (*is_valid)(int)) {
  return is_valid(value) ? absl::OkStatus() : InvalidField(field, absl::StrCat("is no known value: ", value));
}

absl::StatusOr<CheckedWindow> CheckWindow(absl::string_view field, const v1::DayWindow& window) {
  CheckedWindow checked;
  ANNALS_ASSIGN_OR_RETURN(checked.first, CheckDay(absl::StrCat(field, ".start"), window.start()));
  ANNALS_ASSIGN_OR_RETURN(checked.last, CheckDay(absl::StrCat(field, ".end"), window.end()));
  if (checked.first && checked.last && *checked.first > *checked.last) {
    return InvalidField(field, "ends before it begins");
  }
  return checked;
}

std::optional<BucketWidth> BucketWidthOf(v1::TimelineBucket bucket) {
  switch (bucket) {
    case v1::TIMELINE_BUCKET_DAY:
      return BucketWidth::kDay;
    case v1::TIMELINE_BUCKET_MONTH:
      return BucketWidth::kMonth;
    case v1::TIMELINE_BUCKET_QUARTER:
      return BucketWidth::kQuarter;
    case v1::TIMELINE_BUCKET_YEAR:
      return BucketWidth::kYear;
    default:
      return std::nullopt;
  }
}

absl::StatusOr<EventSelection> CheckFilter(const v1::EventFilter& filter) {
  EventSelection selection;
  ANNALS_ASSIGN_OR_RETURN(selection.types, CheckEnums("filter.types", filter.types(), v1::EventType_IsValid));
  ANNALS_ASSIGN_OR_RETURN(selection.roles, CheckEnums("filter.roles", filter.roles(), v1::Role_IsValid));
  ANNALS_ASSIGN_OR_RETURN(selection.statuses,
                          CheckEnums("filter.statuses", filter.statuses(), v1::EventStatus_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckEnum("filter.min_certainty", filter.min_certainty(), v1::Certainty_IsValid));
  selection.min_certainty = filter.min_certainty();
  ANNALS_ASSIGN_OR_RETURN(const CheckedWindow window, CheckWindow("filter.time", filter.time()));
  selection.first_day = window.first;
  selection.last_day = window.last;
  return selection;
}

absl::StatusOr<EventSelection> CheckFilter(const v1::EventFilter& filter, const v1::AsOf& as_of) {
  ANNALS_ASSIGN_OR_RETURN(EventSelection selection, CheckFilter(filter));
  ANNALS_ASSIGN_OR_RETURN(selection.true_on, CheckTrueOn(as_of));
  return selection;
}

absl::StatusOr<Past> CheckPast(const v1::AsOf& as_of) {
  Past past;
  ANNALS_ASSIGN_OR_RETURN(past.known_on, CheckDay("as_of.known_on", as_of.known_on()));
  if (as_of.revision() != 0) past.revision = as_of.revision();
  return past;
}

absl::StatusOr<std::optional<DayNumber>> CheckTrueOn(const v1::AsOf& as_of) {
  return CheckDay("as_of.day", as_of.day());
}

absl::Status CheckAsOf(const v1::AsOf& as_of) {
  ANNALS_RETURN_IF_ERROR(CheckTrueOn(as_of).status());
  return CheckPast(as_of).status();
}

}  // namespace annals::query
