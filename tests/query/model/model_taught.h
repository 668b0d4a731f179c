// What users have taught, as the model has it: the entries of a journal up to a revision, one after the
// other.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_TAUGHT_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_TAUGHT_H_

#include <cstdint>
#include <map>
#include <string>

#include "tests/query/model/model_articles.h"

namespace annals::query {

struct ModelTaught {
  std::map<std::string, v1::Entity> names;    // by id: the last EntityPut
  std::map<std::string, std::string> merges;  // from one id into another

  // Where the merges from an id end: at an id that was not merged; of a circle, at its smallest id.
  std::string EndOf(const std::string& id) const;
  // Whether a user says who this is. Whom a merge brings his own namesake is told apart from others as
  // before.
  bool Tells(const std::string& id) const;
};

ModelTaught TaughtBy(const History& history, uint64_t revision);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_TAUGHT_H_
