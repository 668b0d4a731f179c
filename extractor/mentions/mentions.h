// Finds who and what a text speaks of. See mention.h for what it gives.
#ifndef ANNALS_EXTRACTOR_MENTIONS_MENTIONS_H_
#define ANNALS_EXTRACTOR_MENTIONS_MENTIONS_H_

#include <vector>

#include "extractor/lexicon/automaton.h"
#include "extractor/mentions/known_names.h"
#include "extractor/mentions/mention.h"
#include "extractor/text/structure.h"
#include "extractor/times/quantity.h"
#include "extractor/times/time_mention.h"

namespace annals {

// What the other stages have already read, and what names may not run into.
struct MentionContext {
  const FoldedText& text;
  const Structure& structure;
  const std::vector<TimeMention>& times;
  const std::vector<Quantity>& quantities;
  // Occurrences of trigger words, in order: walls for the name lattice (张帆|则, 陈|加入), and context for
  // unknown names (X宣布…: somebody; 加入X, 创办X: an organisation; 发布X: a product).
  struct Wall {
    Span span;
    TypeSet before;           // what a name right before it is likely to be; empty: no opinion
    TypeSet after;            // what a name right after it is likely to be
    bool company = false;     // what companies do before all: 完成融资, 裁员, 收购
    bool impersonal = false;  // needs nobody who does it: 预计明年上市
  };
  const std::vector<Wall>& walls;
  // Where the lexicon's phrases stand, if that is known already.
  const std::vector<Automaton::Hit>* phrase_hits = nullptr;
  // Where words stand for measures that only things have (月活); null: not known.
  const std::vector<Automaton::Hit>* measures = nullptr;
  // Where words stand for measures that have their number right behind them (门店数达到1.2万家); null: not
  // known.
  const std::vector<Automaton::Hit>* figures = nullptr;
  // Of these the sums of money that companies have (营收31亿元, 股价大跌8%); null: not known.
  const std::vector<Automaton::Hit>* accounts = nullptr;
};

// Deterministic and linear in the text. Never fails.
MentionSet FindMentions(const MentionContext& context, const KnownNames& known);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_MENTIONS_H_
