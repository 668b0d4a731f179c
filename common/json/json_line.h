// Prints messages as one line of JSON straight from their bytes; protobuf's own printer goes over them by
// descriptors it looks up by name. Several times as fast, and the same line.
#ifndef ANNALS_COMMON_JSON_JSON_LINE_H_
#define ANNALS_COMMON_JSON_JSON_LINE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace annals {

// Appends the message as MessageToJsonString prints it with the names of the proto file. False, with `out` in
// any state: the message may hold what this printer does not know (maps, bytes, floats, google.protobuf
// types, text that is no UTF-8). Safe to call from several threads.
bool AppendJsonLine(const google::protobuf::Message& message, std::string& out);

// Appends the text as a JSON string, with its quotation marks; false: it is no UTF-8.
bool AppendJsonString(absl::string_view text, std::string& out);

}  // namespace annals

#endif  // ANNALS_COMMON_JSON_JSON_LINE_H_
