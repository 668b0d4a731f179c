// Names that end like those of companies and are names of their parts.
#ifndef ANNALS_EXTRACTOR_MENTIONS_UNIT_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_UNIT_NAMES_H_

#include "extractor/mentions/reading.h"

namespace annals {

// 松果游戏|盘古工作室, 伦敦工作室, 原创影集部: a studio, a plant or a department is a unit where its owner
// stands before it, where it is named after its place, and where its ending is that of departments alone.
// Changes the types of reading->names.
void RetypeUnits(Reading* reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_UNIT_NAMES_H_
