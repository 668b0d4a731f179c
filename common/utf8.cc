#include "common/utf8.h"

#include "absl/strings/str_cat.h"

namespace annals {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsScalarValue(char32_t c) { return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF); }

}  // namespace

absl::StatusOr<std::u32string> DecodeUtf8(absl::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size() / 2);
  for (size_t i = 0; i < bytes.size();) {
    const Utf8Step step = DecodeUtf8At(bytes, i);
    if (step.length == 0) return InvalidUtf8Error(i);
    text.push_back(step.code_point);
    i += step.length;
  }
  return text;
}

absl::Status InvalidUtf8Error(size_t byte_offset) {
  return absl::InvalidArgumentError(absl::StrCat("not valid UTF-8 at byte ", byte_offset));
}

void AppendUtf8(char32_t c, std::string& out) {
  if (!IsScalarValue(c)) c = kReplacement;
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | c >> 6));
  } else {
    if (c < 0x10000) {
      out.push_back(static_cast<char>(0xE0 | c >> 12));
    } else {
      out.push_back(static_cast<char>(0xF0 | c >> 18));
      out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3F)));
    }
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3F)));
  }
  out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3);
  for (char32_t c : text) AppendUtf8(c, bytes);
  return bytes;
}

}  // namespace annals
