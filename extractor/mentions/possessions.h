// Whose product it is, where the words beside its name say so: 云岚科技的会议软件“山海”.
#ifndef ANNALS_EXTRACTOR_MENTIONS_POSSESSIONS_H_
#define ANNALS_EXTRACTOR_MENTIONS_POSSESSIONS_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// An organisation, 的 or nothing, what the thing is, the name of the product; or the name, a copula, the
// organisation and a verb of making: “山海”是云岚科技推出的会议软件. References must be resolved. In text
// order.
std::vector<Apposition> FindPossessions(const Reading& reading, const std::vector<Mention>& mentions,
                                        const std::vector<DocumentEntity>& entities);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_POSSESSIONS_H_
