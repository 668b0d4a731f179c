#include "extractor/mentions/name_keys.h"

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr size_t kShortestSeries = 2;  // characters of a name that models go on from

// Before a space or a hyphen, and between a digit and what is none.
bool EndsSeries(std::u32string_view form, size_t end) {
  if (form[end] == U' ' || form[end] == U'-') return true;
  return IsDigit(form[end - 1]) != IsDigit(form[end]) && form[end] != U'.' && form[end - 1] != U'.';
}

}  // namespace

std::u32string KeyOf(std::u32string_view text) {
  std::u32string key;
  key.reserve(text.size());
  for (char32_t c : text) {
    if (c != U' ' && c != U'-' && c != U'·' && c != U'.') key.push_back(ToLower(c));
  }
  return key;
}

std::u32string_view WithoutSeries(std::u32string_view name) {
  constexpr std::u32string_view kSeries = U"系列";
  if (name.ends_with(kSeries) && name.size() > kSeries.size()) name.remove_suffix(kSeries.size());
  return name;
}

int KnownModelOf(const std::vector<std::u32string_view>& forms, const KnownNames& known) {
  for (const std::u32string_view form : forms) {
    for (size_t end = form.size(); end-- > kShortestSeries;) {
      if (!EndsSeries(form, end)) continue;
      for (const int entity : known.Named(form.substr(0, end))) {
        if (known.entity(entity).type == EntityType::kProduct) return entity;
      }
    }
  }
  return -1;
}

}  // namespace annals
