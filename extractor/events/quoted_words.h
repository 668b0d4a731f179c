// What words in quotation marks are, where they may be no speech.
#ifndef ANNALS_EXTRACTOR_EVENTS_QUOTED_WORDS_H_
#define ANNALS_EXTRACTOR_EVENTS_QUOTED_WORDS_H_

#include "extractor/events/document.h"

namespace annals {

constexpr int kMinQuotedClause = 5;  // characters that a clause in quotation marks has at least

// The marks that end a clause.
bool IsMark(char32_t c);
// 资金将用于“山海2.0”的研发: a name in quotation marks inside a clause is no speech.
bool IsName(const Document& document, const Quotation& quotation);
// 预计明年量产“山海2.0”。 The name of a product that ends a clause of something else than the verb.
bool IsNameInside(const Document& document, const Quotation& quotation, Span verb);
// 强调，“不造车”的决定没有变: a few words in quotation marks inside what is claimed.
bool IsTerm(const Document& document, const Quotation& quotation);
// 被问到“…？”时，他的回答是: what somebody is asked he did not say.
bool IsAsked(const Document& document, const Quotation& quotation);
// 证实，已经吃过饭，“但还没有点头”。 Words of somebody's own that end the sentence.
bool EndsSentence(const Document& document, const Quotation& quotation);
// ，“每一次升空都当成实战”，他说: words in quotation marks that are no part of a clause of their own.
bool IsWholeClause(const Document& document, const Quotation& quotation);

// 回应|“限电停产”|：不属实: what the words behind the colon answer.
bool IsAnswered(const Document& document, const Quotation& quotation);
// 炮轰|恩师林知远, 怒怼|云岚科技: whether the words are but a name, of whom something was said to.
bool NamesSomebody(const Document& document, Span words);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_QUOTED_WORDS_H_
