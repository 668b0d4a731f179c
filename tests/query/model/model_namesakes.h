// Namesakes of the model: which mentions of one name are the same person.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_NAMESAKES_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_NAMESAKES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace annals::query {

// By number of the article: the organisations that stand with the person there.
using ModelAffiliations = std::map<uint64_t, std::set<std::string>>;

// Of each article the id of the person it means. Who is mentioned first keeps the id of the name; the others
// are told apart by the smallest organisation of the first of their articles that names any. Articles that
// name no organisation mean the person of whom most others are; of equals the one whose first comes first.
std::map<uint64_t, std::string> PeopleOf(const std::string& id_of_name, const ModelAffiliations& articles);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_NAMESAKES_H_
