#include "extractor/tools/json_objects.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace annals {

bool JsonObjectReader::Next(JsonPiece& piece) {
  if (!pending_ && !ReadLine()) return false;
  piece = JsonPiece{.text = "", .line = line_number_};
  depth_ = 0;
  in_string_ = opened_ = false;
  last_ = '\0';
  do {
    Scan();
    TakeLine(piece);
    if (!in_string_ && depth_ <= 0) break;
  } while (!in_string_ && ReadLine() && !CannotContinue());
  piece.complete = opened_ && depth_ == 0 && !in_string_;
  return true;
}

// Skips blank lines.
bool JsonObjectReader::ReadLine() {
  while (std::getline(input_, line_)) {
    ++line_number_;
    if (absl::StripAsciiWhitespace(line_).empty()) continue;
    pending_ = true;
    return true;
  }
  pending_ = false;
  return false;
}

void JsonObjectReader::TakeLine(JsonPiece& piece) {
  piece.text.append(line_).push_back('\n');
  pending_ = false;
}

// A value may begin a line only after one of "[{,:"; where one begins after anything else, the piece at hand
// was broken off.
bool JsonObjectReader::CannotContinue() const {
  const char first = absl::StripLeadingAsciiWhitespace(line_)[0];
  return !absl::StrContains("]},:", first) && !absl::StrContains("[{,:", last_);
}

void JsonObjectReader::Scan() {
  for (size_t i = 0; i < line_.size(); ++i) {
    const char c = line_[i];
    if (in_string_) {
      if (c == '\\') ++i;
      if (c == '"') in_string_ = false;
      continue;
    }
    if (absl::ascii_isspace(c)) continue;
    last_ = c;
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') {
      ++depth_;
      opened_ = true;
    }
    if (c == '}' || c == ']') --depth_;
  }
}

}  // namespace annals
