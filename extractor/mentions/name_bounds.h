// Where the name of an organisation does not begin, and where it has ended. Pure functions of the text.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_BOUNDS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_BOUNDS_H_

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

// 汇安银行|资产管理|部总经理, 泰和集团|技术|科长: whether an ending says what the unit or the post behind it
// is for, and closes no name.
bool OpensPost(const Reading& reading, const Anchors& anchors, Span ending);
// The same of units alone.
bool OpensUnit(const Reading& reading, const Anchors& anchors, Span ending);

// 国际|知名集成电路|专家: whether the words begin with one of standing, as no name does.
bool OpensWithStanding(const Reading& reading, Span words);

// 云杉|原|硬科技|负责人: whether a word within says that the post has ended, with a word behind it.
bool HoldsFormer(const Reading& reading, const Anchors& anchors, Span words);

// 收购听雨科技|股份, 出售英伟达|股份: whether the ending is what a verb of deals takes of the company before
// it.
bool NamesShares(const Reading& reading, const Anchors& anchors, Span ending);
// Either of a post and of shares.
bool ClosesNoName(const Reading& reading, const Anchors& anchors, Span ending);

// 全景|无人机|公司|影翎: whether a run of words that ends with 公司 only says what kind of company the short
// name behind it is.
bool SaysKindOfCompany(const Reading& reading, Span kind, const NameClaim& next);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_BOUNDS_H_
