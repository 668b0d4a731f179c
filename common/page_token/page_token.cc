#include "common/page_token/page_token.h"

#include <bit>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/limits.h"

namespace annals {
namespace {

constexpr size_t kTagBytes = 8;

uint64_t LoadLittleEndian(absl::string_view bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes.size() && i < 8; ++i) {
    value |= uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return value;
}

void Round(std::array<uint64_t, 4>& v) {
  v[0] += v[1], v[1] = std::rotl(v[1], 13) ^ v[0], v[0] = std::rotl(v[0], 32);
  v[2] += v[3], v[3] = std::rotl(v[3], 16) ^ v[2];
  v[0] += v[3], v[3] = std::rotl(v[3], 21) ^ v[0];
  v[2] += v[1], v[1] = std::rotl(v[1], 17) ^ v[2], v[2] = std::rotl(v[2], 32);
}

void Absorb(std::array<uint64_t, 4>& v, uint64_t word) {
  v[3] ^= word;
  Round(v), Round(v);
  v[0] ^= word;
}

std::string Tag(const std::array<uint64_t, 2>& key, absl::string_view request, absl::string_view cursor) {
  const uint64_t hash = SipHash(key, absl::StrCat(request, absl::string_view("\0", 1), cursor));
  std::string tag;
  for (size_t i = 0; i < kTagBytes; ++i) tag.push_back(static_cast<char>(hash >> (8 * i)));
  return tag;
}

}  // namespace

uint64_t SipHash(const std::array<uint64_t, 2>& key, absl::string_view bytes) {
  std::array<uint64_t, 4> v = {key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d,
                               key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573};
  const uint64_t length = uint64_t{bytes.size()} << 56;
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) Absorb(v, LoadLittleEndian(bytes.substr(0, 8)));
  Absorb(v, length | LoadLittleEndian(bytes));
  v[2] ^= 0xFF;
  for (int i = 0; i < 4; ++i) Round(v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

PageTokens::PageTokens(absl::string_view secret) : key_{SipHash({0, 0}, secret), SipHash({1, 0}, secret)} {
  // A secret of the right size is the key itself.
  if (secret.size() == 16) key_ = {LoadLittleEndian(secret), LoadLittleEndian(secret.substr(8))};
}

std::string PageTokens::Encode(absl::string_view request, absl::string_view cursor) const {
  return absl::WebSafeBase64Escape(absl::StrCat(Tag(key_, request, cursor), cursor));
}

absl::StatusOr<std::string> PageTokens::Decode(absl::string_view request, absl::string_view token) const {
  std::string bytes;
  if (token.size() > limits::kPageTokenBytes || !absl::WebSafeBase64Unescape(token, &bytes) ||
      bytes.size() < kTagBytes) {
    return InvalidPageToken();
  }
  const std::string cursor = bytes.substr(kTagBytes);
  if (bytes.substr(0, kTagBytes) != Tag(key_, request, cursor)) return InvalidPageToken();
  return cursor;
}

}  // namespace annals
