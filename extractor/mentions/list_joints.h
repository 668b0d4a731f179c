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

// 负责感知的X|、负责规控的|Y: a joint with words that say what the next member does.
constexpr bool JoinsByDuty(std::u32string_view words) {
  constexpr size_t kLongest = 16;
  constexpr std::u32string_view kDoes[] = {U"负责", U"主管", U"分管", U"主攻",
                                           U"专攻", U"掌管", U"统管", U"从事"};
  if (words.size() < 5 || words.size() > kLongest || !IsListJoint(words.front()) || words.back() != U'的')
    return false;
  const std::u32string_view rest = words.substr(1, words.size() - 2);
  for (const std::u32string_view does : kDoes) {
    if (rest.starts_with(does)) return rest.find_first_of(U"，,。、；;的") == rest.npos;
  }
  return false;
}

// “听雨”与“看山”: whether words between two names make them members of a list, the marks of quotations aside.
constexpr bool JoinsMembers(std::u32string_view words) {
  constexpr std::u32string_view kClosings = U"”》\"", kOpenings = U"“《\"";
  const bool marks = words.size() == 2;
  if (!words.empty() && kClosings.find(words.front()) != kClosings.npos) words.remove_prefix(1);
  if (!words.empty() && kOpenings.find(words.back()) != kOpenings.npos) words.remove_suffix(1);
  return words.empty() ? marks : IsListJoint(words) || JoinsByDuty(words);
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_LIST_JOINTS_H_
