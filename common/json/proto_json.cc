#include "common/json/proto_json.h"

#include "common/json/json_line.h"
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
  // The lines after the first quote the input, which may be anything.
  const absl::string_view error(status.message().data(), status.message().size());
  return absl::InvalidArgumentError(error.substr(0, error.find('\n')));
}

std::string ToJsonLine(const google::protobuf::Message& message) {
  std::string json;
  return AppendJsonLine(message, json) ? json : Print(message, false);
}

std::string ToPrettyJson(const google::protobuf::Message& message) { return Print(message, true); }

}  // namespace annals
