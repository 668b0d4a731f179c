// Forms of names of the model, as name keys.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_NAMES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_NAMES_H_

#include <string>

#include "common/names/name_keys.h"

namespace annals::query {

// What counts of a name: NameKeys. "" where that is nothing.
inline std::string NameKeyOf(const std::string& name) {
  static const NameKeys* const keys = [] {
    static const auto created = NameKeys::Create();
    return created.ok() ? created->get() : nullptr;
  }();
  return keys->Key(name);
}

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_NAMES_H_
