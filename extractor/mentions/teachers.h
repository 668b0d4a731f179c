// Who taught whom, where one sentence tells it of several, or of somebody whom it names only as 他.
#ifndef ANNALS_EXTRACTOR_MENTIONS_TEACHERS_H_
#define ANNALS_EXTRACTOR_MENTIONS_TEACHERS_H_

#include <vector>

#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// 他的导师X; 两人都师从X; 导师是Y的学生X; 同出X门下; 两个人都是X的学生. The pupils stand before, as a list,
// as a group that was named, or as the subject of the clause before. References must be resolved. In text
// order; a fact that noun phrases tell as well comes again.
std::vector<Apposition> FindTeachers(const Reading& reading, const std::vector<Mention>& mentions,
                                     const std::vector<DocumentEntity>& entities,
                                     const std::vector<HeldTitle>& held);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_TEACHERS_H_
