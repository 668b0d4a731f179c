#include "extractor/mentions/mentions.h"

#include <utility>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/appositions.h"
#include "extractor/mentions/chain_links.h"
#include "extractor/mentions/entity_links.h"
#include "extractor/mentions/founding_teams.h"
#include "extractor/mentions/namings.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/possessions.h"
#include "extractor/mentions/predicates.h"
#include "extractor/mentions/references.h"
#include "extractor/mentions/teachers.h"
#include "extractor/mentions/word_reading.h"

namespace annals {

MentionSet FindMentions(const MentionContext& context, const KnownNames& known) {
  Reading reading = StartReading(context, known);
  const Anchors anchors(reading);
  ReadWords(anchors, &reading);
  ChainReading chains = ReadChains(reading);
  MentionSet result;
  result.entities = LinkEntities(reading, anchors, &chains);
  CorrectChains(reading, result.entities, &chains);
  result.focus = OrganizationFocus(NamingsOf(reading, chains, result.entities),
                                   InvestorsAmong(result.entities, reading.lexicon.investor_endings()),
                                   reading.lexicon.focus_weights());
  result.appositions = FindAppositions(reading, chains, result.entities, result.focus);
  ResolveReferences(reading, chains.held, result.entities, result.focus, &chains.mentions);
  for (Apposition& told : FindPredicates(reading, chains.mentions, result.entities, result.focus))
    result.appositions.push_back(std::move(told));
  for (Apposition& told : FindFoundingTeams(reading, chains.mentions, result.entities, result.focus))
    result.appositions.push_back(std::move(told));
  for (Apposition& told : FindPossessions(reading, chains.mentions, result.entities))
    result.appositions.push_back(std::move(told));
  for (Apposition& told : FindTeachers(reading, chains.mentions, result.entities, chains.held))
    result.appositions.push_back(std::move(told));
  result.mentions = std::move(chains.mentions);
  return result;
}

}  // namespace annals
