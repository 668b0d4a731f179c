#include "common/server/grpc_status.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "google/rpc/status.pb.h"

namespace annals {
namespace {

using Payloads = std::vector<std::pair<std::string, std::string>>;

// ErrorInfo is what programs look at first and what must not be crowded out; the rest by name, so that order
// does not depend on absl's.
Payloads SortedPayloads(const absl::Status& status) {
  Payloads payloads;
  status.ForEachPayload([&](absl::string_view type_url, const absl::Cord& payload) {
    payloads.emplace_back(std::string(type_url), std::string(payload));
  });
  std::sort(payloads.begin(), payloads.end(), [](const auto& a, const auto& b) {
    const bool a_info = absl::EndsWith(a.first, ".ErrorInfo");
    const bool b_info = absl::EndsWith(b.first, ".ErrorInfo");
    return a_info != b_info ? a_info : a.first < b.first;
  });
  return payloads;
}

bool IsOurFault(absl::StatusCode code) {
  return code == absl::StatusCode::kInternal || code == absl::StatusCode::kDataLoss ||
         code == absl::StatusCode::kUnknown;
}

std::string EncodeDetails(const absl::Status& status) {
  google::rpc::Status encoded;
  encoded.set_code(static_cast<int>(status.code()));
  encoded.set_message(std::string(status.message()));
  for (const auto& [type_url, payload] : SortedPayloads(status)) {
    if (encoded.ByteSizeLong() + type_url.size() + payload.size() > limits::kStatusDetailBytes) continue;
    google::protobuf::Any& detail = *encoded.add_details();
    detail.set_type_url(type_url);
    detail.set_value(payload);
  }
  return encoded.SerializeAsString();
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  if (IsOurFault(status.code()) && ReasonOf(status).empty()) {
    return ToGrpcStatus(MakeError(status.code(), v1::ERROR_REASON_STORAGE, status.message()));
  }
  const std::string message(status.message().substr(0, limits::kStatusMessageBytes));
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()), message, EncodeDetails(status));
}

absl::Status FromGrpcStatus(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status converted(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  google::rpc::Status details;
  if (details.ParseFromString(status.error_details())) {
    for (const google::protobuf::Any& detail : details.details()) {
      converted.SetPayload(detail.type_url(), absl::Cord(detail.value()));
    }
  }
  return converted;
}

}  // namespace annals
