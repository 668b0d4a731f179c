#include "extractor/text/entities.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

struct Named {
  std::u32string_view name;
  char32_t character;
};

// Sorted by name.
constexpr Named kNamed[] = {
    {U"amp", U'&'},      {U"apos", U'\''},  {U"bull", U'•'},    {U"cent", U'¢'},   {U"copy", U'©'},
    {U"deg", U'°'},      {U"divide", U'÷'}, {U"eacute", U'é'},  {U"emsp", 0x2003}, {U"ensp", 0x2002},
    {U"euro", U'€'},     {U"frac12", U'½'}, {U"ge", U'≥'},      {U"gt", U'>'},     {U"hellip", U'…'},
    {U"laquo", U'《'},   {U"ldquo", U'“'},  {U"le", U'≤'},      {U"lsquo", U'‘'},  {U"lt", U'<'},
    {U"mdash", U'—'},    {U"middot", U'·'}, {U"minus", 0x2212}, {U"nbsp", 0xA0},   {U"ndash", 0x2013},
    {U"permil", U'‰'},   {U"plusmn", U'±'}, {U"pound", U'£'},   {U"quot", U'"'},   {U"raquo", U'》'},
    {U"rdquo", U'”'},    {U"reg", U'®'},    {U"rsquo", U'’'},   {U"sect", U'§'},   {U"shy", 0xAD},
    {U"thinsp", 0x2009}, {U"times", U'×'},  {U"trade", U'™'},   {U"uuml", U'ü'},   {U"yen", U'¥'},
    {U"zwj", 0x200D},    {U"zwnj", 0x200C},
};
constexpr size_t kLongestName = 6;
constexpr size_t kLongestNumber = 7;

Entity ReadNamed(std::u32string_view text) {
  const size_t end = text.substr(0, kLongestName + 2).find(U';');
  if (end == std::u32string_view::npos) return {};
  const std::u32string_view name = text.substr(1, end - 1);
  const auto* it =
      std::lower_bound(std::begin(kNamed), std::end(kNamed), name,
                       [](const Named& entry, std::u32string_view key) { return entry.name < key; });
  if (it == std::end(kNamed) || it->name != name) return {};
  return {it->character, static_cast<int>(end) + 1};
}

int DigitValue(char32_t c) {
  if (IsAsciiDigit(c)) return static_cast<int>(c - U'0');
  const char32_t lower = c | 0x20;
  return lower >= U'a' && lower <= U'f' ? static_cast<int>(lower - U'a') + 10 : 99;
}

// "&#8212;" or "&#x2014;"; the semicolon may be missing.
Entity ReadNumeric(std::u32string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] | 0x20) == U'x';
  const int base = hexadecimal ? 16 : 10;
  const size_t first = hexadecimal ? 3 : 2;
  size_t i = first;
  char32_t value = 0;
  for (; i < text.size() && i - first < kLongestNumber && DigitValue(text[i]) < base; ++i) {
    value = value * base + DigitValue(text[i]);
  }
  if (i == first) return {};
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  if (i < text.size() && text[i] == U';') ++i;
  return {value, static_cast<int>(i)};
}

}  // namespace

Entity ReadEntity(std::u32string_view text) {
  constexpr std::u32string_view kEscapedAgain = U"&amp;";
  if (text.size() > 1 && text[1] == U'#') return ReadNumeric(text);
  if (text.substr(0, kEscapedAgain.size()) == kEscapedAgain) {
    const std::u32string_view rest = text.substr(kEscapedAgain.size() - 1);
    std::u32string once(rest.substr(0, kLongestName + 4));
    once.front() = U'&';  // in place of the ';'
    const Entity inner = once.size() > 1 && once[1] == U'#' ? ReadNumeric(once) : ReadNamed(once);
    if (inner.length > 0) return {inner.character, inner.length + static_cast<int>(kEscapedAgain.size()) - 1};
  }
  return ReadNamed(text);
}

}  // namespace annals
