#include "common/json/proto_json.h"

#include "google/protobuf/util/json_util.h"

namespace annals {
namespace {

std::string Print(const google::protobuf::Message& message, bool pretty) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.add_whitespace = pretty;
  std::string json;
  (void)google::protobuf::util::MessageToJsonString(message, &json,
                                                    options);  // fails only for an unknown Any
  return json;
}

}  // namespace

absl::Status ParseJson(absl::string_view json, google::protobuf::Message& message) {
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  const auto status =
      google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &message, options);
  if (status.ok()) return absl::OkStatus();
  const auto text = status.message();
  return absl::InvalidArgumentError(absl::string_view(text.data(), text.size()));
}

std::string ToJsonLine(const google::protobuf::Message& message) { return Print(message, false); }
std::string ToPrettyJson(const google::protobuf::Message& message) { return Print(message, true); }

}  // namespace annals
