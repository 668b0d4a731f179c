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

inline Utf8Step DecodeUtf8At(absl::string_view bytes, size_t offset) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data()) + offset;
  const size_t left = bytes.size() - offset;
  const unsigned char lead = p[0];
  if (lead < 0x80) return {lead, 1};
  const int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || left < static_cast<size_t>(length)) return {};
  char32_t c = lead & (0x7F >> length);
  for (int i = 1; i < length; ++i) {
    if ((p[i] & 0xC0) != 0x80) return {};
    c = c << 6 | (p[i] & 0x3F);
  }
  // The lead byte rules out overlong pairs; longer ones show in the value.
  if ((length == 3 && c < 0x800) || (length == 4 && c < 0x10000) || (c >= 0xD800 && c <= 0xDFFF) ||
      c > 0x10FFFF)
    return {};
  return {c, length};
}

}  // namespace annals

#endif  // ANNALS_COMMON_UTF8_H_
