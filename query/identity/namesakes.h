// People of one name: which mentions are the same person.
//
// Mentions that share an affiliation are one person, and so are those that hang together through others: who
// went from A to B in one article is the person at A and the person at B in others. Mentions without any
// affiliation belong to the person in most articles; of equals to the one mentioned first. The result depends
// on the set of mentions alone. What is not tried: titles, fields of work, dates.
#ifndef ANNALS_QUERY_IDENTITY_NAMESAKES_H_
#define ANNALS_QUERY_IDENTITY_NAMESAKES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "query/events/report_facts.h"

namespace annals::query {

// A name in more articles than this is not parted: bounds the work one article can cause. The same bound
// holds for short forms.
inline constexpr size_t kMaxNameGroup = 1000;

struct PersonMention {
  uint64_t article = 0;                    // number
  std::vector<EntityNumber> affiliations;  // each once
};

// Of each mention the person, numbered from 0 by first mention. The mentions are of one name, one an article,
// ascending by article.
std::vector<size_t> PartNamesakes(const std::vector<PersonMention>& mentions);

// Person 0 keeps the id of the name; the others get this one, from the ids of the organisations of the first
// of their mentions that has any (at least one): the smallest tells them apart.
std::string NamesakeId(absl::string_view id_of_name, const std::vector<std::string>& organization_ids);

// Whether `id` is a NamesakeId of `id_of_name`.
bool IsNamesakeId(absl::string_view id, absl::string_view id_of_name);

}  // namespace annals::query

#endif  // ANNALS_QUERY_IDENTITY_NAMESAKES_H_
