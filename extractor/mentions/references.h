// Pronouns, definite descriptions and titles to the entities they point to.
#ifndef ANNALS_EXTRACTOR_MENTIONS_REFERENCES_H_
#define ANNALS_EXTRACTOR_MENTIONS_REFERENCES_H_

#include <vector>

#include "extractor/mentions/mention.h"
#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Centering in its simplest form (Grosz, Joshi and Weinstein, "Centering: a framework for modeling the local
// coherence of discourse", Computational Linguistics 1995): a pronoun takes the last subject of a fitting
// type, descriptions the last mention, a bare 公司 the organisation in focus, 前者 and 后者 the last two.
// Titles take the person who is said to hold them. What stays doubtful keeps entity -1: groups (双方),
// speakers inside quotations (我), anything whose antecedent lies more than a few sentences back.
void ResolveReferences(const Reading& reading, const std::vector<HeldTitle>& held,
                       const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus,
                       std::vector<Mention>* mentions);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_REFERENCES_H_
