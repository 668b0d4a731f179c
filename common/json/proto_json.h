// Protobuf messages as JSON, the way all tools of Annals read and print it.
#ifndef ANNALS_COMMON_JSON_PROTO_JSON_H_
#define ANNALS_COMMON_JSON_PROTO_JSON_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace annals {

// Fills `message` from its proto3 JSON; fields it does not have are ignored. INVALID_ARGUMENT: broken JSON,
// or a field of another kind.
absl::Status ParseJson(absl::string_view json, google::protobuf::Message& message);

// Proto3 JSON with fields named as in the proto file and enums by name; fields at their default are left out.
std::string ToJsonLine(const google::protobuf::Message& message);    // one line, without its end
std::string ToPrettyJson(const google::protobuf::Message& message);  // indented, ends with a line end

}  // namespace annals

#endif  // ANNALS_COMMON_JSON_PROTO_JSON_H_
