// Which organisation an article is about, and which names are only the sources of what it tells.
#ifndef ANNALS_EXTRACTOR_MENTIONS_TOPIC_H_
#define ANNALS_EXTRACTOR_MENTIONS_TOPIC_H_

#include <vector>

#include "extractor/mentions/mention.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Whether a name is the source of a report (据《…》, 《…》称, a listed medium): it tells and does not act.
bool NamesSource(const Reading& reading, const Mention& mention);

// By paragraph, the organisation it is about: the one it names most, of those the first; where it names none, the
// one the article keeps naming (more often than any other by half, and not less than three times), else that
// of the paragraph before. -1: there is none.
std::vector<int> TopicsOfParagraphs(const Reading& reading, const std::vector<DocumentEntity>& entities,
                                    const std::vector<Mention>& mentions);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_TOPIC_H_
