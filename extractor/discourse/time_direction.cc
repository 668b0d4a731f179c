#include "extractor/discourse/time_direction.h"

namespace annals {
namespace {

constexpr int kHalfAYear = 180;

}  // namespace

bool IsNearerAhead(const TimeMention& time, std::optional<absl::CivilDay> published) {
  if (!published || !time.interval.end || !time.future_interval.start) return false;
  if (time.interval == time.future_interval || time.precision != TimePrecision::kDay) return false;
  const int ahead = static_cast<int>(*time.future_interval.start - *published);
  const int behind = static_cast<int>(*published - *time.interval.end);
  const bool this_year = time.future_interval.start->year() == published->year();
  return this_year && behind > kHalfAYear && ahead < behind;
}

bool HasPassed(const TimeMention& time, std::optional<absl::CivilDay> published) {
  if (!published || !time.interval.end || !time.future_interval.start) return false;
  if (time.interval == time.future_interval || *time.interval.end > *published) return false;
  return *published - *time.interval.end < *time.future_interval.start - *published;
}

bool LiesFarAhead(const TimeMention& time, std::optional<absl::CivilDay> published) {
  if (!published || !time.interval.end || !time.future_interval.start) return false;
  if (time.interval == time.future_interval) return false;
  return *time.future_interval.start - *published > kFarOff && *published - *time.interval.end < kNear;
}

}  // namespace annals
