// What the words of a reference say by themselves: what they are, and how many. Pure functions of
// the text.
#ifndef ANNALS_EXTRACTOR_MENTIONS_REFERENCE_WORDS_H_
#define ANNALS_EXTRACTOR_MENTIONS_REFERENCE_WORDS_H_

#include <string_view>

#include "extractor/mentions/mention.h"
#include "extractor/mentions/reading.h"

namespace annals {

// 银行 of 该银行.
std::u32string_view NounOf(const Reading& reading, const Mention& mention);

// 并把|北大的学生林知远|招了进来: whether 把 governs the words before it in its clause, and no verb between.
bool FollowsBa(const Reading& reading, const Mention& mention, Span clause);

// A teacher, a pupil, a relative.
bool IsOfKin(Phrase::Role role);

// 她是|窦凤山|的女儿: whether the mention only says whose relative somebody is.
bool SaysWhoseKin(const Reading& reading, const Mention& mention);

// The number a plural reference names; 0: any.
size_t MembersOf(std::u32string_view word);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_REFERENCE_WORDS_H_
