#include "query/index/version_stamp.h"

#include "absl/strings/str_cat.h"
#include "query/index/varint.h"

namespace annals::query {

std::string StampHeader(Era era, const VersionStamp& stamp, absl::string_view header) {
  std::string value;
  value.reserve(12 + header.size());
  AppendVarint(stamp.since, value);
  if (era == Era::kPast) AppendVarint(stamp.until, value);
  AppendVarint(static_cast<uint64_t>(era == Era::kPast ? stamp.known_to : stamp.known_from), value);
  absl::StrAppend(&value, header);
  return value;
}

bool TakeStamp(Era era, absl::string_view& value, VersionStamp& stamp) {
  uint64_t day = 0;
  if (!TakeVarint(value, stamp.since)) return false;
  if (era == Era::kPast && !TakeVarint(value, stamp.until)) return false;
  if (!TakeVarint(value, day)) return false;
  (era == Era::kPast ? stamp.known_to : stamp.known_from) = static_cast<DayNumber>(day);
  return true;
}

}  // namespace annals::query
