// How much the words on either side of a stretch speak for a name there, in nats.
#ifndef ANNALS_EXTRACTOR_MENTIONS_SURROUNDINGS_H_
#define ANNALS_EXTRACTOR_MENTIONS_SURROUNDINGS_H_

#include <vector>

#include "extractor/mentions/anchors.h"

namespace annals {

// 负责人|张帆|离职: 0 where nothing does, 9 between a title and a verb of persons.
float SupportOfPerson(const Anchors& anchors, Span span);
// 加入|月之暗面|宣布. The left side alone has a function of its own: without it no context is looked for.
float SupportOfOrganization(const Anchors& anchors, Span span);
float LeftSupportOfOrganization(const Anchors& anchors, int joint);

// 记账软件|“小账本”: whether a fixed name that may be of one of these types begins there, quoted or not.
bool NameBegins(const Reading& reading, int joint, TypeSet types);

// |拟单独|赴港上市, 炬力|原定|明年申报: whether an auxiliary opens the words, or an everyday verb or adverb
// closes them, as no name's.
bool HoldsPredicate(const Reading& reading, Span span);

// By joint: whether a sure ending of units and of nothing else stands there: 韧体|组.
std::vector<char> UnitEndings(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_SURROUNDINGS_H_
