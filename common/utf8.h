// UTF-8 to code points and back, by the strict reading of RFC 3629. This is where bytes (absl::string_view)
// become characters (std::u32string_view).
#ifndef ANNALS_COMMON_UTF8_H_
#define ANNALS_COMMON_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

// One code point and the number of bytes it takes; length 0: the bytes are not valid UTF-8 there.
struct Utf8Step {
  char32_t code_point = 0;
  int length = 0;
};

// Reads the code point that starts at bytes[offset]; offset < bytes.size(). Surrogates, overlong forms,
// values over U+10FFFF and truncated sequences have length 0.
Utf8Step DecodeUtf8At(absl::string_view bytes, size_t offset);

// All code points. INVALID_ARGUMENT names the byte offset of the first broken sequence.
absl::StatusOr<std::u32string> DecodeUtf8(absl::string_view bytes);

// The error DecodeUtf8 gives, for callers that step through the bytes themselves.
absl::Status InvalidUtf8Error(size_t byte_offset);

// Code points that are none (surrogates, over U+10FFFF) become U+FFFD.
std::string EncodeUtf8(std::u32string_view text);
void AppendUtf8(char32_t code_point, std::string& out);

}  // namespace annals

#endif  // ANNALS_COMMON_UTF8_H_
