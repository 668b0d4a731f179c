#include "tests/query/model/model_namesakes.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

struct Person {
  std::set<uint64_t> articles;
  std::set<std::string> organizations;
};

bool Share(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& id) { return b.contains(id); });
}

// Those whom articles with organisations mean; each article takes together whom it shares one with.
std::vector<Person> Parted(const ModelAffiliations& articles) {
  std::vector<Person> people;
  for (const auto& [article, organizations] : articles) {
    if (organizations.empty()) continue;
    Person one{{article}, organizations};
    for (const Person& other : people) {
      if (!Share(other.organizations, organizations)) continue;
      one.articles.insert(other.articles.begin(), other.articles.end());
      one.organizations.insert(other.organizations.begin(), other.organizations.end());
    }
    std::erase_if(people, [&](const Person& other) { return Share(other.organizations, organizations); });
    people.push_back(std::move(one));
  }
  return people;
}

}  // namespace

std::map<uint64_t, std::string> PeopleOf(const std::string& id_of_name, const ModelAffiliations& articles) {
  std::vector<Person> people = Parted(articles);
  const auto most = std::min_element(people.begin(), people.end(), [](const Person& a, const Person& b) {
    if (a.articles.size() != b.articles.size()) return a.articles.size() > b.articles.size();
    return *a.articles.begin() < *b.articles.begin();
  });
  std::map<uint64_t, std::string> ids;
  for (const Person& person : people) {
    const std::string told_by = *articles.at(*person.articles.begin()).begin();
    for (uint64_t article : person.articles) ids[article] = absl::StrCat(id_of_name, "@", told_by);
  }
  const std::string usual = people.empty() ? id_of_name : ids[*most->articles.begin()];
  for (const auto& [article, organizations] : articles) ids.emplace(article, usual);
  const std::string first = ids.begin()->second;
  for (auto& [article, id] : ids) {
    if (id == first) id = id_of_name;
  }
  return ids;
}

}  // namespace annals::query
