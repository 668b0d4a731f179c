#include "tests/query/model/oracle.h"

#include "tests/query/model/comparison.h"

namespace annals::query {

std::string Compare(const Model& model, const Index& index, const Query& query) {
  return std::visit([&](const auto& request) { return CompareAnswer(model, index, request); }, query);
}

}  // namespace annals::query
