// Page tokens: a position in a listing that only the server that made it can read back, and only for the same
// request.
#ifndef ANNALS_COMMON_PAGE_TOKEN_PAGE_TOKEN_H_
#define ANNALS_COMMON_PAGE_TOKEN_PAGE_TOKEN_H_

#include <array>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

// Makes and reads tokens under one secret. A token is base64url(SipHash-2-4(secret, request '\0' cursor)
// cursor): it is signed, not encrypted. Immutable, thread-safe.
class PageTokens {
 public:
  // Any bytes; 16 random ones kept beside the data make tokens that outlive a restart and that nobody can
  // forge.
  explicit PageTokens(absl::string_view secret);

  // `request` is whatever must stay the same from page to page (method and filters, serialized); `cursor` the
  // position.
  std::string Encode(absl::string_view request, absl::string_view cursor) const;

  // The cursor. INVALID_ARGUMENT (INVALID_PAGE_TOKEN): forged, damaged, or made for another request.
  absl::StatusOr<std::string> Decode(absl::string_view request, absl::string_view token) const;

 private:
  std::array<uint64_t, 2> key_;
};

// SipHash-2-4 (Aumasson and Bernstein, 2012) of `bytes` under a key of 128 bits.
uint64_t SipHash(const std::array<uint64_t, 2>& key, absl::string_view bytes);

}  // namespace annals

#endif  // ANNALS_COMMON_PAGE_TOKEN_PAGE_TOKEN_H_
