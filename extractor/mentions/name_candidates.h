// Stretches of Chinese characters that may be names, each with what it would cost to read them so.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_CANDIDATES_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_CANDIDATES_H_

#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/made_up_names.h"
#include "extractor/mentions/reading.h"

namespace annals {

// A cost is a negative log likelihood in nats, as are the costs of dictionary words: a name is read where it
// and its neighbours cost less than everyday words do. The surroundings (a title before, a trigger after)
// lower it, by `support`. Each recogniser offers a bounded number of candidates a character. Appended in
// order of begin.

// 庞若鸣, 闻人杰, 焦可: surname and a given name of one or two characters.
void OfferPersons(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);
// 扎克伯格, 奥特曼: a foreign name without a dot, where a title or a trigger stands beside it.
void OfferTransliterations(const Reading& reading, const Anchors& anchors,
                           std::vector<NameClaim>* candidates);
// 梓墨, 大晴哥: two or three characters without a surname between a title and what follows a person.
void OfferStageNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);
// 沐瞳科技, 柠萌影业: up to six characters before an organisation suffix.
void OfferSuffixed(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                   std::vector<NameClaim>* candidates);
// 阶跃星辰 in 阶跃星辰宣布: two to five characters that a trigger or a title asks to be an organisation.
void OfferContextual(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                     std::vector<NameClaim>* candidates);
// 暖暖 in 聊天机器人暖暖下架, 云助手 in 发布云助手: a made-up name behind a word for a kind of product, or
// before one where a verb has products as its object.
void OfferProducts(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                   std::vector<NameClaim>* candidates);
// 李开复: the dictionary's names of people, where their form agrees.
void OfferListed(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);
// Whether a dictionary word is such a name. Its part of speech alone says little: 麦克风 and 沙特 have the
// same.
bool IsListedPerson(const Vocabulary::Word& word, std::u32string_view text, const NameLexicon& lexicon);
// 基辛格, 约翰逊: a dictionary word written by sound throughout, and too rare to be a country.
bool IsListedForeigner(const Vocabulary::Word& word, std::u32string_view text, const NameLexicon& lexicon);
// 任天堂, 建设银行: the dictionary's organisations (nt), and its other proper names (nz) where the
// surroundings ask for one.
void OfferListedOrganizations(const Reading& reading, const Anchors& anchors,
                              std::vector<NameClaim>* candidates);
// Names of the lexicon that are not certain enough to be fixed.
void OfferKnown(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_CANDIDATES_H_
