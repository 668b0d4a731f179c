// What stands between the members of a list: A、B和C.
#ifndef ANNALS_EXTRACTOR_MENTIONS_LIST_JOINTS_H_
#define ANNALS_EXTRACTOR_MENTIONS_LIST_JOINTS_H_

#include <string_view>

namespace annals {

constexpr bool IsListJoint(char32_t c) {
  return c == U'、' || c == U'和' || c == U'与' || c == U'及' || c == U'跟';
}

constexpr bool IsListJoint(std::u32string_view words) {
  return words == U"以及" || (words.size() == 1 && IsListJoint(words.front()));
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_LIST_JOINTS_H_
