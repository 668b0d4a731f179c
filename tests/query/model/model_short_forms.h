// Short forms of the model: which ids are another entity because it has all their names as aliases.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_SHORT_FORMS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_SHORT_FORMS_H_

#include <map>
#include <set>
#include <string>

#include "annals/v1/entity.pb.h"

namespace annals::query {

// What articles and users call an entity, as name keys.
struct ModelNamed {
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  bool made = false;              // its id is made of its name, and users said nothing of it
  std::set<std::string> names;    // somebody gives it as the name
  std::set<std::string> aliases;  // only as an alias
};

// By id: the full form, of those that are short.
std::map<std::string, std::string> ShortFormsAmong(const std::map<std::string, ModelNamed>& entities);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_SHORT_FORMS_H_
