#include "extractor/mentions/generic_nouns.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kLongestKind = 8;  // characters between a measure and its noun: 一家做脐橙生意的|公司

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// 一家, 几间, 12个: a number and a measure that end there.
bool EndsCounted(std::u32string_view before) {
  static constexpr std::u32string_view kMeasures = U"家间个",
                                       kNumbers = U"一多几数某两三四五六七八九十余百千";
  if (before.size() < 2 || !IsOneOf(before.back(), kMeasures)) return false;
  const char32_t number = before[before.size() - 2];
  return IsOneOf(number, kNumbers) || IsDigit(number);
}

bool EndsSome(std::u32string_view before) {
  static constexpr std::u32string_view kSome[] = {
      U"不少", U"一些", U"部分", U"许多", U"众多", U"各大", U"某些", U"更多", U"很多", U"大量", U"大多",
      U"多数", U"任何", U"其他", U"其它", U"各类", U"各家", U"支持", U"鼓励", U"引导", U"推动"};
  if (before.ends_with(U'的')) before.remove_suffix(1);
  return std::any_of(std::begin(kSome), std::end(kSome),
                     [before](std::u32string_view word) { return before.ends_with(word); });
}

// 多家|企业, 更多的|公司, 一家创业|公司
bool IsAnyOfMany(std::u32string_view text, int begin) {
  const std::u32string_view before = text.substr(0, begin);
  if (EndsCounted(before) || EndsSome(before)) return true;
  // 一家|创业|公司. Not 从一家银行跳到|公司: a preposition or a mark ends the kind.
  for (int length = 1; length <= kLongestKind && length < begin; ++length) {
    const char32_t c = before[before.size() - length];
    if ((!IsHan(c) && !IsLatin(c)) || IsOneOf(c, U"从在与向被由把将对和到是为离让给使")) return false;
    const std::u32string_view opening = before.substr(0, before.size() - length);
    if (opening.back() != U'个' && EndsCounted(opening)) return true;
  }
  return false;
}

// 首款|手机: what is brought in has not been told of.
bool IsBroughtIn(std::u32string_view text, int begin) {
  static constexpr std::u32string_view kNew[] = {U"首款",   U"首个",   U"首部",   U"下一代", U"下一款",
                                                 U"下一个", U"新一代", U"另一款", U"另一个", U"第一款",
                                                 U"第二款", U"第三款", U"第二代"};
  const std::u32string_view before = text.substr(0, begin);
  return std::any_of(std::begin(kNew), std::end(kNew),
                     [before](std::u32string_view opening) { return before.ends_with(opening); });
}

}  // namespace

bool PointsToNone(const Reading& reading, const Mention& noun) {
  const std::u32string_view text = reading.chars();
  return IsAnyOfMany(text, noun.span.begin) ||
         (noun.types.Only(EntityType::kProduct) && IsBroughtIn(text, noun.span.begin));
}

}  // namespace annals
