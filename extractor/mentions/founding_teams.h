// Founders whom a list names: 云岚科技的创始团队包括林知远、顾若彤.
#ifndef ANNALS_EXTRACTOR_MENTIONS_FOUNDING_TEAMS_H_
#define ANNALS_EXTRACTOR_MENTIONS_FOUNDING_TEAMS_H_

#include <vector>

#include "extractor/mentions/mention.h"
#include "extractor/mentions/reading.h"

namespace annals {

// The foundations that a word for those who founded, a verb of naming and a list of people tell. The company
// stands right before the word, or is the one in focus. Entities must be linked and references resolved. In
// text order.
std::vector<Apposition> FindFoundingTeams(const Reading& reading, const std::vector<Mention>& mentions,
                                          const std::vector<DocumentEntity>& entities,
                                          const OrganizationFocus& focus);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_FOUNDING_TEAMS_H_
