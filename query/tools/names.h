// Names of the entities of an answer, by their ids.
#ifndef ANNALS_QUERY_TOOLS_NAMES_H_
#define ANNALS_QUERY_TOOLS_NAMES_H_

#include <map>
#include <string>

#include "annals/v1/entity.pb.h"

namespace annals {

// Names are kept as PrintableText: what comes out of here can be shown anywhere.
class Names {
 public:
  Names() = default;
  // Of a list of entities.
  template <typename Entities>
  explicit Names(const Entities& entities) {
    AddAll(entities);
  }

  void Add(const v1::Entity& entity);
  template <typename Entities>
  void AddAll(const Entities& entities) {
    for (const v1::Entity& entity : entities) Add(entity);
  }

  // The id itself where the answer does not name it.
  std::string Of(const std::string& id) const;

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_NAMES_H_
