// What users teach about entities, as the extractor takes it in.
#ifndef ANNALS_EXTRACTOR_MENTIONS_TEACHING_H_
#define ANNALS_EXTRACTOR_MENTIONS_TEACHING_H_

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"
#include "extractor/mentions/known_names.h"
#include "extractor/text/script.h"

namespace annals {

struct Teaching {
  std::map<std::string, v1::Entity> entities;      // by id
  std::map<std::string, std::string> merged_into;  // id that disappears to id that stays; without circles

  bool empty() const { return entities.empty() && merged_into.empty(); }
};

// The version of a lexicon of `version` with what was taught on top: the same content has the same version,
// in whatever order it was taught; with nothing taught it is `version`.
std::string VersionWith(const std::string& version, const Teaching& teaching);

// In the terms of the mention readers. Ids made of type and name (extractor/mentions/entity_ids.h) that only
// a merge names are implied entities; `names` tells which ids the lexicon knows.
TaughtNames ToTaughtNames(const Teaching& teaching, const ScriptTable& script, const KnownNames& names);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_TEACHING_H_
