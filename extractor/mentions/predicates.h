// The facts that clauses state with a verb of being: 胡伟此前是京东产发的一把手, 院长是张亚勤,
// 她的导师正是顾若彤.
#ifndef ANNALS_EXTRACTOR_MENTIONS_PREDICATES_H_
#define ANNALS_EXTRACTOR_MENTIONS_PREDICATES_H_

#include <vector>

#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Posts, foundations and teachers that predicate nominals tell: the holder, adverbs and times, a verb of
// predicates.tsv, the title; or the title, the verb, its holder. A post is former by its title, its verb or
// an adverb. A clause of a post that is over may leave its holder to the clause before (X现年46岁,曾任…), and
// a list of posts names them once. A title without its organisation is at the one in focus. Entities must be
// linked and references resolved. In text order.
std::vector<Apposition> FindPredicates(const Reading& reading, const std::vector<Mention>& mentions,
                                       const std::vector<DocumentEntity>& entities,
                                       const OrganizationFocus& focus);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_PREDICATES_H_
