#include "common/access/access_tokens.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr size_t kMinTokenBytes = 16;
constexpr size_t kMaxTokenBytes = 512;

v1::Access AccessNamed(absl::string_view name) {
  if (name == "read") return v1::ACCESS_READ;
  if (name == "write") return v1::ACCESS_WRITE;
  if (name == "admin") return v1::ACCESS_ADMIN;
  return v1::ACCESS_UNSPECIFIED;
}

bool IsToken(absl::string_view token) {
  return token.size() >= kMinTokenBytes && token.size() <= kMaxTokenBytes &&
         std::all_of(token.begin(), token.end(), [](char c) { return absl::ascii_isgraph(c); });
}

}  // namespace

absl::StatusOr<std::unique_ptr<AccessTokens>> AccessTokens::Load(const std::string& path, Clock clock) {
  auto tokens = absl::WrapUnique(new AccessTokens(path, std::move(clock)));
  absl::MutexLock lock(&tokens->mutex_);
  ANNALS_RETURN_IF_ERROR(tokens->Read());
  return tokens;
}

v1::Access AccessTokens::AccessOf(absl::string_view token) {
  const Digest digest = DigestOf(token);
  absl::MutexLock lock(&mutex_);
  if (clock_() - looked_ >= kTokensRefresh && Changed()) {
    const absl::Status read = Read();
    if (!read.ok()) {
      Log(LogLevel::kError, "tokens file not taken over", {{"error", std::string(read.message())}});
    } else {
      Log(LogLevel::kInfo, "tokens file taken over", {{"tokens", static_cast<uint64_t>(entries_.size())}});
    }
  }
  v1::Access access = v1::ACCESS_UNSPECIFIED;
  // All of them, whichever it is: the time says nothing.
  for (const Entry& entry : entries_) {
    if (CRYPTO_memcmp(entry.digest.data(), digest.data(), digest.size()) == 0) access = entry.access;
  }
  return access;
}

AccessTokens::Digest AccessTokens::DigestOf(absl::string_view token) {
  Digest digest;
  SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.data());
  return digest;
}

absl::StatusOr<std::vector<AccessTokens::Entry>> AccessTokens::Parse(absl::string_view text) {
  std::vector<Entry> entries;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    line = absl::StripAsciiWhitespace(line);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<absl::string_view> words =
        absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    const v1::Access access = AccessNamed(words.front());
    if (words.size() != 2 || access == v1::ACCESS_UNSPECIFIED || !IsToken(words[1])) {
      return absl::InvalidArgumentError(absl::StrCat("tokens file, line ", number,
                                                     ": not \"read|write|admin TOKEN\" with ", kMinTokenBytes,
                                                     " to ", kMaxTokenBytes, " characters"));
    }
    entries.push_back({DigestOf(words[1]), access});
  }
  if (entries.empty()) return absl::InvalidArgumentError("tokens file: no token in it");
  return entries;
}

absl::Status AccessTokens::Read() {
  looked_ = clock_();
  struct stat file;
  std::ifstream stream(path_, std::ios::binary);
  if (!stream || ::stat(path_.c_str(), &file) != 0) {
    return absl::InvalidArgumentError(absl::StrCat("tokens file: cannot read ", path_));
  }
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  stamp_ = {file.st_size, file.st_mtim, file.st_ino};
  ANNALS_ASSIGN_OR_RETURN(entries_, Parse(text));
  return absl::OkStatus();
}

bool AccessTokens::Changed() const {
  struct stat file;
  // A file that is being replaced is not there for a moment.
  if (::stat(path_.c_str(), &file) != 0) return false;
  return file.st_size != stamp_.size || file.st_ino != stamp_.inode ||
         file.st_mtim.tv_sec != stamp_.modified.tv_sec || file.st_mtim.tv_nsec != stamp_.modified.tv_nsec;
}

absl::string_view BearerToken(absl::string_view authorization) {
  constexpr absl::string_view kScheme = "bearer ";
  if (!absl::StartsWithIgnoreCase(authorization, kScheme)) return {};
  return absl::StripAsciiWhitespace(authorization.substr(kScheme.size()));
}

}  // namespace annals
