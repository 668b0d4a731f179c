// Why the model holds mentions for one entity: IdentityReason.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_REASONS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_REASONS_H_

#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model.h"

namespace annals::query {

// Of an entity at the present: the articles that give its own id; each other id that is it; and, of people
// with namesakes, the organisations that stand with him, and the others of his name. In no order; articles as
// they first came.
std::vector<v1::IdentityReason> ReasonsFor(const Model& model, const std::string& entity);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_REASONS_H_
