// Titles and units with all that stands before their heads: 前|字节|剪映产品|经理,
// 豆包大模型|视觉基础研究|团队.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NOUN_GROUPS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NOUN_GROUPS_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// A title or a unit. Token numbers are indices into Reading::tokens, ranges are half open.
struct NounGroup {
  enum class Kind : uint8_t { kTitle, kUnit };
  Kind kind;
  int first = 0;          // first token of the whole group, with organisation and 前
  int end = 0;            // one past its head
  Span span;              // the title or the unit itself, without the organisation
  int organization = -1;  // the token that names it
  int product = -1;       // a product's name inside, whose owner may stand for the organisation
  int unit = -1;          // kTitle: index of the unit group inside it
  bool former = false;
  bool founder = false;
  bool mentor = false;
  bool pupil = false;
  bool bare = false;  // nothing stands before the head
  const Phrase* head = nullptr;
};

// All groups, by head, left to right; a unit inside a title stands before it. A head grows to the left over
// nouns, names, domains and one 的, and stops at triggers, determiners and everything else. Linear: no token
// is walked over twice for heads of one kind.
std::vector<NounGroup> FindNounGroups(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NOUN_GROUPS_H_
