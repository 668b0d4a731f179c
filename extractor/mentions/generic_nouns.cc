#include "extractor/mentions/generic_nouns.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extractor/mentions/characters.h"

namespace annals {

bool IsAnyOfMany(const Reading& reading, Span noun) {
  static constexpr std::u32string_view kMeasures = U"家间个", kNumbers = U"一多几数两三四五六七八九十余百千";
  static constexpr std::u32string_view kSome[] = {
      U"不少", U"一些", U"部分", U"许多", U"众多", U"各大", U"某些", U"更多", U"很多", U"大多",
      U"多数", U"任何", U"其他", U"其它", U"各类", U"各家", U"支持", U"鼓励", U"引导", U"推动"};
  if (noun.begin < 2) return false;
  const std::u32string_view before = reading.View({noun.begin - 2, noun.begin});
  if (kMeasures.find(before[1]) != kMeasures.npos)
    return kNumbers.find(before[0]) != kNumbers.npos || IsDigit(before[0]);
  return std::find(std::begin(kSome), std::end(kSome), before) != std::end(kSome);
}

}  // namespace annals
