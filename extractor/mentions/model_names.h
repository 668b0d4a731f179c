// The versions and models of products that a text names: “澄念” and later 澄念2, Qwen3-Max, Mavic 4 Pro,
// 星禾16至尊版.
#ifndef ANNALS_EXTRACTOR_MENTIONS_MODEL_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_MODEL_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Claims for numbers behind a Chinese name that the text quotes somewhere. By begin, not overlapping; reads
// reading.phrases and reading.fixed.
std::vector<NameClaim> FindNumberedModels(const Reading& reading);

// Lets the fixed names of products go on over what tells the model. A name that grows is of no listed
// product.
void ExtendToModels(Reading* reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_MODEL_NAMES_H_
