// Short forms across articles: 星槎 in one article is 星槎智能 in another that gives 星槎 as its alias.
#ifndef ANNALS_QUERY_IDENTITY_SHORT_FORMS_H_
#define ANNALS_QUERY_IDENTITY_SHORT_FORMS_H_

#include <set>
#include <string>
#include <vector>

#include "annals/v1/entity.pb.h"
#include "query/events/report_facts.h"

namespace annals::query {

// An entity by its names, as name keys; after users' merges, and before short forms.
struct NamedEntity {
  EntityNumber number = kNoEntity;
  bool made = false;              // its id is made of type and name, and no user taught or merged it
  std::set<std::string> names;    // an article, or a user, gives it as the name
  std::set<std::string> aliases;  // only as an alias

  bool HasName(const std::string& key) const { return names.contains(key) || aliases.contains(key); }
};

// People are told apart by their organisations: namesakes.h.
bool MayBeShortForm(v1::EntityType type);

// The entity that `entity` is a short form of; kNoEntity: none.
//
// It is one of the others, and every name of `entity` is an alias of it, never its name. Others that have
// one of these names as an alias too do not stand in the way where they are made and all their names are
// aliases of it as well: they are forms between the two. One that is not made and has one of these names as
// its name does. So an entity of which another is a short form is itself never one.
//
// `others`: all entities of the same type that share a name with `entity`, without it.
EntityNumber FullFormOf(const NamedEntity& entity, const std::vector<NamedEntity>& others);

}  // namespace annals::query

#endif  // ANNALS_QUERY_IDENTITY_SHORT_FORMS_H_
