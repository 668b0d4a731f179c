// Whether a noun is of no one in particular by the words before it: 多家|企业, 更多的|公司, 一家创业|公司.
#ifndef ANNALS_EXTRACTOR_MENTIONS_ANY_OF_MANY_H_
#define ANNALS_EXTRACTOR_MENTIONS_ANY_OF_MANY_H_

#include <string_view>

namespace annals {

// `begin`: where the noun begins in the folded text.
bool IsAnyOfMany(std::u32string_view text, int begin);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_ANY_OF_MANY_H_
