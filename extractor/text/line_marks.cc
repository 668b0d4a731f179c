#include "extractor/text/line_marks.h"

#include <algorithm>

#include "extractor/text/character_class.h"

namespace annals {
namespace {

constexpr size_t kNone = std::u32string_view::npos;
constexpr int kTopLines = 7;
constexpr size_t kLongestDateline = 30;
constexpr size_t kLongestCredit = 24;  // (编译 某人), 记者某人报道:

constexpr std::u32string_view kBullets = U"·●■▍▌▲△▼◆◇★☆※*◎○►▶▪□";

size_t SkipSpaces(std::u32string_view line, size_t i) {
  while (i < line.size() && line[i] == U' ') ++i;
  return i;
}

// "3." "12、" "4)" "(5)"; what follows must not make it a number: 3.5亿.
size_t ListNumberLength(std::u32string_view line) {
  const bool bracketed = !line.empty() && line.front() == U'(';
  size_t i = bracketed ? 1 : 0;
  const size_t first = i;
  while (i < line.size() && IsAsciiDigit(line[i]) && i - first < 2) ++i;
  if (i == first || i == line.size()) return 0;
  const char32_t mark = line[i++];
  if (bracketed ? mark != U')' : (mark != U'.' && mark != U'、' && mark != U')')) return 0;
  if (i < line.size() && line[i] != U' ' && !IsHan(line[i]) && !OpensQuotation(line[i]) &&
      !IsLatinLetter(line[i]))
    return 0;
  // 3.ai, 4.txt: a name, not the third item.
  if (mark == U'.' && i < line.size() && IsLatinLetter(line[i]) && (line[i] & 0x20) != 0) return 0;
  return i;
}

size_t MarkLength(std::u32string_view line) {
  size_t length = SkipSpaces(line, 0);
  while (length < line.size() && kBullets.find(line[length]) != kNone) length = SkipSpaces(line, length + 1);
  length += ListNumberLength(line.substr(length));
  return SkipSpaces(line, length);
}

bool EndsDateline(char32_t c) {
  return c == U' ' || c == U'(' || c == U':' || c == U'—' || c == U',' || c == U'】' || c == U')' ||
         c == U'记';
}

// Credits and marks after 日电: (编译 某人)——, 记者某人报道:
size_t SkipCredits(std::u32string_view line, size_t i) {
  i = SkipSpaces(line, i);
  if (i < line.size() && line[i] == U'(') {
    const size_t close = line.substr(i, kLongestCredit).find(U')');
    if (close != kNone) i = SkipSpaces(line, i + close + 1);
  }
  if (line.substr(i, 2) == U"记者") {
    const std::u32string_view credit = line.substr(i, kLongestCredit);
    for (std::u32string_view end : {U"报道", U"摄影报道", U"报导"}) {
      const size_t at = credit.find(end);
      if (at != kNone && credit.substr(0, at).find_first_of(U",。") == kNone) {
        i += at + end.size();
        break;
      }
    }
  }
  while (i < line.size() && (line[i] == U' ' || line[i] == U'—' || line[i] == U':' || line[i] == U',' ||
                             line[i] == U'】' || line[i] == U')')) {
    ++i;
  }
  return i;
}

}  // namespace

size_t DatelineLength(std::u32string_view line) {
  const std::u32string_view head = line.substr(0, kLongestDateline);
  const std::u32string_view place = head.substr(0, head.find_first_of(U",。:!?"));
  for (std::u32string_view end : {U"日电", U"日讯"}) {
    const size_t at = place.find(end);
    if (at == kNone || at == 0 || !IsAsciiDigit(place[at - 1])) continue;
    const size_t after = at + end.size();
    if (after < line.size() && EndsDateline(line[after])) return SkipCredits(line, after);
  }
  return 0;
}

void DropLineMarks(FoldedText& text) {
  size_t written = 0;
  int line_number = 0;
  for (size_t begin = 0; begin < text.chars.size();) {
    const size_t end = std::min(text.chars.find(U'\n', begin), text.chars.size());
    const std::u32string_view line = std::u32string_view(text.chars).substr(begin, end - begin);
    size_t skipped = MarkLength(line);
    if (line_number < kTopLines) skipped += DatelineLength(line.substr(skipped));
    const size_t line_end = std::min(end + 1, text.chars.size());
    for (size_t i = begin + skipped; i < line_end; ++i, ++written) {
      text.chars[written] = text.chars[i];
      text.origin[written] = text.origin[i];
    }
    line_number += end > begin;
    begin = end + 1;
  }
  text.chars.resize(written);
  text.origin.resize(written);
}

}  // namespace annals
