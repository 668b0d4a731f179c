// Asks the model and the index the same question.
#ifndef ANNALS_TESTS_QUERY_MODEL_ORACLE_H_
#define ANNALS_TESTS_QUERY_MODEL_ORACLE_H_

#include <string>

#include "query/index/index.h"
#include "tests/query/model/model.h"
#include "tests/query/model/random_query.h"

namespace annals::query {

// "" where the index answers as the model does, else how they differ, for people. The index has applied the
// model's history.
std::string Compare(const Model& model, const Index& index, const Query& query);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_ORACLE_H_
