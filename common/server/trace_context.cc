#include "common/server/trace_context.h"

#include "common/limits.h"

namespace annals {
namespace {

constexpr size_t kVersionEnd = 2;
constexpr size_t kTraceIdEnd = 35;
constexpr size_t kParentIdEnd = 52;
constexpr size_t kFlagsEnd = 55;

bool IsLowerHex(absl::string_view text) { return text.find_first_not_of("0123456789abcdef") == text.npos; }

// An id that is there: hexadecimal, and not all zeros.
bool IsId(absl::string_view text) { return IsLowerHex(text) && text.find_first_not_of('0') != text.npos; }

// What a version beyond ours may add begins with a dash.
bool EndsWell(absl::string_view version, absl::string_view rest) {
  return rest.empty() || (version != "00" && rest[0] == '-');
}

}  // namespace

bool IsTraceparent(absl::string_view value) {
  if (value.size() < kFlagsEnd || value.size() > limits::kTraceparentBytes) return false;
  if (value[kVersionEnd] != '-' || value[kTraceIdEnd] != '-' || value[kParentIdEnd] != '-') return false;
  const absl::string_view version = value.substr(0, kVersionEnd);
  return IsLowerHex(version) && version != "ff" && IsId(value.substr(kVersionEnd + 1, 32)) &&
         IsId(value.substr(kTraceIdEnd + 1, 16)) && IsLowerHex(value.substr(kParentIdEnd + 1, 2)) &&
         EndsWell(version, value.substr(kFlagsEnd));
}

}  // namespace annals
