// Names of those whose numbers an article cites: 据|普益标准|统计, |知川|的数据显示.
#ifndef ANNALS_EXTRACTOR_MENTIONS_CITED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_CITED_NAMES_H_

#include <vector>

#include "extractor/mentions/name_candidates.h"

namespace annals {

// Two to six characters between what opens a citation, or a clause, and what closes it. Not where everyday
// words fill the place: 据|公开资料|统计. Appends in order of the closing words.
void OfferCitedNames(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                     std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_CITED_NAMES_H_
