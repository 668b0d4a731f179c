// From mentions to the entities of the document: one entity for all forms of a name.
#ifndef ANNALS_EXTRACTOR_MENTIONS_ENTITY_LINKS_H_
#define ANNALS_EXTRACTOR_MENTIONS_ENTITY_LINKS_H_

#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Sets the entity of every name mention and returns the entities, in order of first mention. Names are one
// entity where the lexicon says so, where they are written alike but for case, spaces, hyphens and dots,
// where one is a short form of the other and of no third name, and where one stands in brackets behind the
// other. The type of an open name is what its surroundings all over the document vote for; the mention keeps
// its own set for a slot to choose from.
std::vector<DocumentEntity> LinkEntities(const Reading& reading, const Anchors& anchors,
                                         ChainReading* chains);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_ENTITY_LINKS_H_
