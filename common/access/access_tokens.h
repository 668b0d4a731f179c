// Bearer tokens and what each allows, from a file that may change while the server runs.
//
// The file: a line for each token, "read TOKEN", "write TOKEN" or "admin TOKEN"; each includes the ones
// before it. Empty lines and lines that begin with # are skipped. A token has 16 to 512 printable characters
// without spaces. Several of one kind may stand side by side: to change one, add the new one, move the
// clients, take the old one out.
#ifndef ANNALS_COMMON_ACCESS_ACCESS_TOKENS_H_
#define ANNALS_COMMON_ACCESS_ACCESS_TOKENS_H_

#include <array>
#include <cstdint>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "annals/v1/access.pb.h"

namespace annals {

// The file is looked at again at most this often.
inline constexpr absl::Duration kTokensRefresh = absl::Seconds(1);

// Thread-safe.
class AccessTokens {
 public:
  using Clock = std::function<absl::Time()>;

  // INVALID_ARGUMENT: the file cannot be read, holds no token or a line that is none; the line's number is
  // named, never what stands in it.
  static absl::StatusOr<std::unique_ptr<AccessTokens>> Load(const std::string& path, Clock clock = absl::Now);

  // ACCESS_UNSPECIFIED: no such token. Takes as long for any token. When the file has changed it is read
  // first; a file that is wrong now leaves what stood before, and says so in the log.
  v1::Access AccessOf(absl::string_view token);

 private:
  // SHA-256: what is compared has one length, and no token stays in memory.
  using Digest = std::array<unsigned char, 32>;
  struct Entry {
    Digest digest;
    v1::Access access;
  };
  // What tells one state of the file from another.
  struct Stamp {
    int64_t size = -1;
    struct timespec modified = {};
    uint64_t inode = 0;
  };

  AccessTokens(std::string path, Clock clock) : path_(std::move(path)), clock_(std::move(clock)) {}

  static Digest DigestOf(absl::string_view token);
  static absl::StatusOr<std::vector<Entry>> Parse(absl::string_view text);
  absl::Status Read() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool Changed() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::string path_;
  const Clock clock_;
  absl::Mutex mutex_;
  std::vector<Entry> entries_ ABSL_GUARDED_BY(mutex_);
  Stamp stamp_ ABSL_GUARDED_BY(mutex_);
  absl::Time looked_ ABSL_GUARDED_BY(mutex_);
};

// The token of an "authorization" header: "Bearer TOKEN", the scheme in any case; empty where it is none.
absl::string_view BearerToken(absl::string_view authorization);

}  // namespace annals

#endif  // ANNALS_COMMON_ACCESS_ACCESS_TOKENS_H_
