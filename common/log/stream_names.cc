#include "common/log/stream_names.h"

#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "openssl/sha.h"

namespace annals {
namespace {

constexpr size_t kIdDigits = 32;
constexpr int kShardBits = 6;

}  // namespace

std::string Sha256(absl::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return std::string(digest.begin(), digest.end());
}

std::string EntrySubject(absl::string_view article_id) {
  const std::string digest = Sha256(article_id);
  const int shard = static_cast<unsigned char>(digest[0]) >> (8 - kShardBits);
  return absl::StrCat("annals.entries.", absl::Hex(shard, absl::kZeroPad2), ".a.",
                      absl::BytesToHexString(digest).substr(0, kIdDigits));
}

std::string SetAsideSubject(absl::string_view submission_id) {
  return absl::StrCat("annals.set_aside.", submission_id);
}

std::string AnswerSubject(absl::string_view extractor_id) {
  return absl::StrCat("annals.answers.", extractor_id);
}

}  // namespace annals
