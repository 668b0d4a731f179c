#include "query/index/entity_names.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace annals::query {
namespace {

auto LowerBound(const EntityNames& names, absl::string_view text) {
  return std::lower_bound(names.begin(), names.end(), text,
                          [](const rows::Name& name, absl::string_view t) { return name.text() < t; });
}

uint64_t Uses(const rows::Name& name, NameUseKind use) {
  switch (use) {
    case NameUseKind::kName:
      return name.as_name();
    case NameUseKind::kAlias:
      return name.as_alias();
    case NameUseKind::kTaughtName:
      return name.taught_as_name();
    default:
      return name.taught_as_alias();
  }
}

void SetUses(rows::Name& name, NameUseKind use, uint64_t count) {
  switch (use) {
    case NameUseKind::kName:
      return name.set_as_name(count);
    case NameUseKind::kAlias:
      return name.set_as_alias(count);
    case NameUseKind::kTaughtName:
      return name.set_taught_as_name(static_cast<uint32_t>(count));
    default:
      return name.set_taught_as_alias(static_cast<uint32_t>(count));
  }
}

}  // namespace

const rows::Name* FindName(const EntityNames& names, absl::string_view text) {
  const auto at = LowerBound(names, text);
  return at == names.end() || at->text() != text ? nullptr : &*at;
}

void CountName(EntityNames& names, absl::string_view text, NameUseKind use, int sign) {
  const int index = static_cast<int>(LowerBound(names, text) - names.begin());
  if (index == names.size() || names.Get(index).text() != text) {
    names.Add()->set_text(std::string(text));
    for (int i = names.size() - 1; i > index; --i) names.SwapElements(i, i - 1);
  }
  rows::Name& name = *names.Mutable(index);
  SetUses(name, use, Uses(name, use) + sign);
  const bool used =
      name.as_name() > 0 || name.as_alias() > 0 || name.taught_as_name() > 0 || name.taught_as_alias() > 0;
  if (!used) names.erase(names.begin() + index);
}

bool IsFirstOrLast(const EntityNames& names, absl::string_view text, NameUseKind use, int sign) {
  const rows::Name* name = FindName(names, text);
  return (name == nullptr ? 0 : Uses(*name, use)) == (sign > 0 ? 0u : 1u);
}

const rows::Name* BestName(const EntityNames& names) {
  const auto standing = [](const rows::Name& name) {
    return std::make_tuple(name.taught_as_name(), name.as_name());
  };
  const rows::Name* best = nullptr;
  for (const rows::Name& name : names) {
    if (best == nullptr || standing(name) > standing(*best)) best = &name;
  }
  return best;
}

bool IsName(const rows::Name& name) { return name.as_name() > 0 || name.taught_as_name() > 0; }

}  // namespace annals::query
