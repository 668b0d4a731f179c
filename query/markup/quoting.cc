#include "query/markup/quoting.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "common/utf8.h"

namespace annals {
namespace {

constexpr char32_t kReplacement = 0xfffd;

bool IsLineBreakOrTab(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

// Embeddings, overrides and isolates of the Unicode bidirectional algorithm, and its implicit marks.
bool TurnsDirection(char32_t c) {
  return c == 0x200e || c == 0x200f || c == 0x61c || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool IsXmlCharacter(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

// Every character through `map`; broken bytes one by one as U+FFFD.
template <typename Map>
std::string MapCharacters(absl::string_view text, const Map& map) {
  std::string out;
  for (size_t offset = 0; offset < text.size();) {
    const Utf8Step step = DecodeUtf8At(text, offset);
    offset += step.length == 0 ? 1 : step.length;
    AppendUtf8(step.length == 0 ? kReplacement : map(step.code_point), out);
  }
  return out;
}

std::string CsvField(const std::string& field) {
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  return absl::StrCat("\"", absl::StrReplaceAll(field, {{"\"", "\"\""}}), "\"");
}

}  // namespace

std::string PrintableText(absl::string_view text) {
  return MapCharacters(text, [](char32_t c) -> char32_t {
    if (IsLineBreakOrTab(c)) return ' ';
    return IsControl(c) || TurnsDirection(c) ? kReplacement : c;
  });
}

std::string XmlText(absl::string_view text) {
  const std::string characters =
      MapCharacters(text, [](char32_t c) { return IsXmlCharacter(c) ? c : kReplacement; });
  return absl::StrReplaceAll(characters, {{"&", "&amp;"},
                                          {"<", "&lt;"},
                                          {">", "&gt;"},
                                          {"\"", "&quot;"},
                                          {"'", "&#39;"},
                                          {"\t", "&#9;"},
                                          {"\n", "&#10;"},
                                          {"\r", "&#13;"}});
}

std::string DotString(absl::string_view text) {
  return absl::StrCat(
      "\"", absl::StrReplaceAll(PrintableText(text), {{"\\", "\\\\"}, {"\"", "\\\""}, {"&", "&amp;"}}), "\"");
}

std::string MermaidString(absl::string_view text) {
  const std::string line = PrintableText(text);
  return absl::StrCat(
      "\"",
      absl::StrReplaceAll(
          line,
          {{"#", "#35;"}, {"\"", "#quot;"}, {"&", "#amp;"}, {"<", "#lt;"}, {">", "#gt;"}, {"`", "#96;"}}),
      "\"");
}

std::string CsvLine(const std::vector<std::string>& fields) {
  std::string line;
  for (size_t i = 0; i < fields.size(); ++i) absl::StrAppend(&line, i == 0 ? "" : ",", CsvField(fields[i]));
  return line + "\n";
}

}  // namespace annals
