// Names of the entities of an answer, by their ids.
#ifndef ANNALS_QUERY_TOOLS_NAMES_H_
#define ANNALS_QUERY_TOOLS_NAMES_H_

#include <map>
#include <string>

#include "annals/v1/entity.pb.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

class Names {
 public:
  void Add(const v1::Entity& entity) { names_[entity.id()] = entity.name(); }
  template <typename Entities>
  void AddAll(const Entities& entities) {
    for (const v1::Entity& entity : entities) Add(entity);
  }

  // The id itself where the answer does not name it.
  const std::string& Of(const std::string& id) const;

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_NAMES_H_
