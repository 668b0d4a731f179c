// What the model's entities are called, by articles and by users.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_ENTITIES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_ENTITIES_H_

#include <map>
#include <string>

#include "annals/v1/entity.pb.h"

namespace annals::query {

// How often a form of a name is used.
struct ModelUses {
  int as_name = 0;  // by articles
  int as_alias = 0;
  int taught_as_name = 0;  // by users
};

struct ModelEntity {
  std::string id;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  // By form, of each id that is this entity.
  std::map<std::string, std::map<std::string, ModelUses>> forms;
  int article_count = 0;  // that mention it; one that gives two of its ids counts twice

  // An article, or a user, calls one of its ids so.
  void Mention(const std::string& own_id, const v1::Entity& called);
  void Teach(const v1::Entity& called);

  // As answers show it. Its name: of its own id, where anybody says what that is called, else of the first of
  // the ids that are it; there what a user taught as the name; else the form that most articles use as such;
  // of equals the first by text.
  v1::Entity Shown() const;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_ENTITIES_H_
