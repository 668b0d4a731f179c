#include "common/names/name_keys.h"

#include <exception>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/utf8.h"
#include "opencc.h"

namespace annals {
namespace {

constexpr char32_t kFirstIdeograph = 0x3400;
constexpr char32_t kLastIdeograph = 0x9FFF;

// One character a line: no phrase can form across lines.
std::string AllIdeographs() {
  std::string lines;
  for (char32_t c = kFirstIdeograph; c <= kLastIdeograph; ++c) {
    AppendUtf8(c, lines);
    lines.push_back('\n');
  }
  return lines;
}

// OpenCC reports a missing table by an exception.
absl::StatusOr<std::string> ToSimplified(const std::string& text) {
  try {
    return opencc::SimpleConverter("t2s.json").Convert(text);
  } catch (const std::exception& error) {
    return absl::FailedPreconditionError(absl::StrCat("OpenCC's table t2s cannot be read: ", error.what()));
  }
}

bool IsFullStop(char32_t c) { return c == U'.' || c == U'．'; }

// Dots that part the names of a person, and all kinds of space.
bool IsSeparator(char32_t c) {
  constexpr std::u32string_view kSeparators = U" ·•‧・･∙⋅‐‑\u00A0\u3000\u200B\uFEFF";
  return c < 0x20 || c == 0x7F || kSeparators.find(c) != std::u32string_view::npos ||
         (c >= 0x2000 && c <= 0x200F);
}

char32_t FoldWidth(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

// Latin, Greek and Cyrillic capitals of the basic blocks.
char32_t FoldCase(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  return c;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string Decode(absl::string_view bytes) {
  std::u32string text;
  for (size_t at = 0; at < bytes.size();) {
    const Utf8Step step = DecodeUtf8At(bytes, at);
    if (step.length > 0) text.push_back(FoldWidth(step.code_point));
    at += step.length > 0 ? step.length : 1;
  }
  return text;
}

}  // namespace

NameKeys::NameKeys(std::vector<char32_t> simplified) : simplified_(std::move(simplified)) {}

absl::StatusOr<std::shared_ptr<const NameKeys>> NameKeys::Create() {
  absl::StatusOr<std::string> lines = ToSimplified(AllIdeographs());
  if (!lines.ok()) return lines.status();
  std::vector<char32_t> simplified;
  simplified.reserve(kLastIdeograph - kFirstIdeograph + 1);
  for (absl::string_view line : absl::StrSplit(*lines, '\n')) {
    if (!line.empty()) simplified.push_back(DecodeUtf8At(line, 0).code_point);
  }
  if (simplified.size() != kLastIdeograph - kFirstIdeograph + 1) {
    return absl::FailedPreconditionError("OpenCC's table t2s does not map character by character");
  }
  return std::shared_ptr<const NameKeys>(new NameKeys(std::move(simplified)));
}

std::string NameKeys::Key(absl::string_view name) const {
  const std::u32string text = Decode(name);
  std::string key;
  key.reserve(name.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    const bool decimal = i > 0 && i + 1 < text.size() && IsDigit(text[i - 1]) && IsDigit(text[i + 1]);
    if (IsSeparator(c) || (IsFullStop(c) && !decimal)) continue;
    if (c >= kFirstIdeograph && c <= kLastIdeograph) c = simplified_[c - kFirstIdeograph];
    AppendUtf8(FoldCase(c), key);
  }
  return key;
}

}  // namespace annals
