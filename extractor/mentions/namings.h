// Which names of organisations are those an article speaks of, and which only the sources of what it tells.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAMINGS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAMINGS_H_

#include <string>
#include <vector>

#include "extractor/mentions/focus.h"
#include "extractor/mentions/mention.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Whether a name is the source of a report (据《…》, 《…》称, a listed medium): it tells and does not act.
bool NamesSource(const Reading& reading, const Mention& mention);

// Whether a preposition stands right before the noun phrase that a mention heads: then it is no subject.
bool FollowsPreposition(const Reading& reading, const Mention& mention);

// Whether a verb of an event stands before a mention in its clause (-1: none): then it is no subject.
bool FollowsWall(const Reading& reading, const Mention& mention, int clause);

// The namings of organisations that act, for OrganizationFocus; by position. Entities must be linked.
std::vector<FocusNaming> NamingsOf(const Reading& reading, const ChainReading& chains,
                                   const std::vector<DocumentEntity>& entities);

// By entity: whether its name ends as those of who invests (云图资本): the text is seldom about them.
std::vector<char> InvestorsAmong(const std::vector<DocumentEntity>& entities,
                                 const std::vector<std::string>& endings);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAMINGS_H_
