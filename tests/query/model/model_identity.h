// Who is who at a revision, restated plainly: merges that users taught, then short forms, then namesakes.
//
// - An id is the one its merges end at.
// - An organisation, product or unit whose id is made of its name, and of whom users said nothing, is a short
//   form of another of its type where each of its names is only an alias there, and where nobody else is in
//   the way who has one of these names too.
// - A person whose id is made of the name, and of whom users said nothing, may be several: mentions that
// share
//   an organisation, directly or through others, are one of them.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_IDENTITY_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_IDENTITY_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/query/model/model_articles.h"
#include "tests/query/model/model_taught.h"

namespace annals::query {

struct ModelIdentity {
  // Of the version at a place in the list, and an id of its extraction.
  using Mention = std::pair<size_t, std::string>;
  std::map<Mention, std::string> entities;  // the index's entity of it
  std::map<Mention, std::string> own_ids;   // before merges and short forms; of a namesake the id he gets
  std::map<std::string, std::string> ids;   // the entity that a known id is
  // People of a name that several may have: the organisations that stand with them there.
  std::map<Mention, std::set<std::string>> affiliations;
};

// Of the versions that stand at the revision, whenever they were published.
ModelIdentity IdentityAt(const std::vector<ArticleVersion>& versions, const ModelTaught& taught,
                         uint64_t revision);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_IDENTITY_H_
