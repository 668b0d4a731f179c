// From words to mentions: who is named, and what the noun phrase around the name says of them.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NOUN_CHAINS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NOUN_CHAINS_H_

#include <vector>

#include "extractor/mentions/noun_groups.h"
#include "extractor/mentions/reading.h"

namespace annals {

// A title that an apposition gives a person. Mention numbers index ChainReading::mentions.
struct HeldTitle {
  int person;
  int organization = -1;  // a mention
  int product = -1;       // a mention whose owner stands for the organisation
  int unit = -1;          // the same
  Span title;
  Span evidence;
  bool former = false;
  bool founder = false;
  bool mentor = false;  // the person teaches who was named before: 他的导师X
  bool pupil = false;   // the person was taught by who was named before: 他的弟子X
  int rank = 0;         // of the title, as in titles.tsv
};

struct ChainReading {
  std::vector<Mention> mentions;  // by span.begin, then longer first; entities not yet set
  std::vector<int> name_of;       // by mention: index into Reading::names, -1 for units, titles, pronouns
  std::vector<HeldTitle> held;
};

// In "前字节剪映产品经理、月之暗面核心产品负责人明超平" the name is the head, both posts are held titles, and
// the last one is the mention's own. Titles that nobody's name follows are mentions of kind kTitle whose
// `title` is their span.
ChainReading ReadChains(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NOUN_CHAINS_H_
