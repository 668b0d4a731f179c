// When two spellings are one name, and which product a name is a model of.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_KEYS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/mentions/known_names.h"

namespace annals {

// Case, spaces, hyphens and dots do not tell names apart.
std::u32string KeyOf(std::u32string_view text);

// Magic8系列 and Magic8 are one.
std::u32string_view WithoutSeries(std::u32string_view name);

// iPhone 16, Qwen3-Max, 星禾16至尊版: the known product whose whole name one of the forms begins with, or -1.
int KnownModelOf(const std::vector<std::u32string_view>& forms, const KnownNames& known);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_KEYS_H_
