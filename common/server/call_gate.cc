#include "common/server/call_gate.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "common/errors/errors.h"

namespace annals {
namespace {

absl::string_view TokenOf(const grpc::ServerContextBase& context) {
  const auto found = context.client_metadata().find("authorization");
  if (found == context.client_metadata().end()) return {};
  return BearerToken({found->second.data(), found->second.size()});
}

// Without the port: "ipv4:10.0.0.7".
std::string AddressOf(const grpc::ServerContextBase& context) {
  const std::string peer = context.peer();
  return peer.substr(0, peer.rfind(':'));
}

// "read" for ACCESS_READ.
std::string NameOf(v1::Access access) {
  return absl::AsciiStrToLower(absl::StripPrefix(absl::string_view(v1::Access_Name(access)), "ACCESS_"));
}

}  // namespace

absl::Status CallGate::Admit(const grpc::ServerContextBase& context, v1::Access needed) const {
  const absl::string_view token = TokenOf(context);
  if (tokens_ != nullptr) {
    const v1::Access access = tokens_->AccessOf(token);
    if (access == v1::ACCESS_UNSPECIFIED) return Unauthenticated();
    if (access < needed) return PermissionDenied(NameOf(needed));
  }
  if (limiter_ == nullptr) return absl::OkStatus();
  // An unknown token is no client: whoever makes tokens up would have a bucket for each.
  const absl::Duration wait = limiter_->Admit(tokens_ != nullptr ? std::string(token) : AddressOf(context));
  return wait == absl::ZeroDuration() ? absl::OkStatus() : RateLimited(wait);
}

v1::Access AccessNeeded(const google::protobuf::MethodDescriptor& method) {
  v1::Access needed = method.options().GetExtension(v1::access);
  if (needed == v1::ACCESS_UNSPECIFIED) needed = method.service()->options().GetExtension(v1::default_access);
  return needed == v1::ACCESS_UNSPECIFIED ? v1::ACCESS_ADMIN : needed;
}

}  // namespace annals
