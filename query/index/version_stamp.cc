#include "query/index/version_stamp.h"

#include "absl/strings/str_cat.h"
#include "query/index/varint.h"

namespace annals::query {

namespace {

// Day that a day of knowledge is compared with.
DayNumber NearDay(const EventPosition& position) { return position.day == kUndatedDay ? 0 : position.day; }

}  // namespace

std::string StampHeader(Era era, const EventPosition& position, const VersionStamp& stamp,
                        absl::string_view header) {
  const DayNumber day = era == Era::kPast ? stamp.known_to : stamp.known_from;
  std::string value;
  value.reserve(12 + header.size());
  AppendSignedVarint(static_cast<int64_t>(stamp.since - position.event.article), value);
  if (era == Era::kPast) AppendVarint(stamp.until, value);
  AppendSignedVarint(day - NearDay(position), value);
  absl::StrAppend(&value, header);
  return value;
}

bool TakeStamp(Era era, const EventPosition& position, absl::string_view& value, VersionStamp& stamp) {
  int64_t since = 0;
  int64_t day = 0;
  if (!TakeSignedVarint(value, since)) return false;
  if (era == Era::kPast && !TakeVarint(value, stamp.until)) return false;
  if (!TakeSignedVarint(value, day)) return false;
  stamp.since = position.event.article + static_cast<uint64_t>(since);
  (era == Era::kPast ? stamp.known_to : stamp.known_from) = static_cast<DayNumber>(day + NearDay(position));
  return true;
}

}  // namespace annals::query
