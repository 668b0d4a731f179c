// Amounts of money, percentages, counts, multiples and financing rounds.
#ifndef ANNALS_EXTRACTOR_TIMES_QUANTITY_H_
#define ANNALS_EXTRACTOR_TIMES_QUANTITY_H_

#include <optional>
#include <string>
#include <vector>

#include "extractor/text/structure.h"
#include "extractor/times/time_lexicon.h"

namespace annals {

struct Quantity {
  enum class Kind {
    kMoney,  // 143亿美元, 数千万年薪, 百万美金; unit is an ISO currency (a bare 亿元 is in the article's own)
    kPercent,  // 46.4%, 近三成, 一半, 五折 as a share: number is a ratio, unit ""
    kPeople,   // 200人, 200个岗位, 400名员工: unit 人
    kCount,    // 6.9万次, 3500万(用户), 12.7万亿 tokens, 150辆: unit as written, lower case, singular
    kMultiple,  // 三倍, 上百倍, 翻番: number is the factor as said (上百 is 100, 翻番 1 more)
    kRound,     // A轮, Pre-A轮, C+轮 (without 融资), 天使轮, 战略融资, 新一轮融资: no number
  };
  Kind kind;
  Span span = {};  // with approximation words that belong to it: 超过2亿美元, 近三成, 约500人
  Span core = {};  // without them: 2亿美元
  std::optional<double> number = {};  // absent where inexact: 数千万, 数十亿, 上百人
  std::string unit = {};
  int change = 0;  // +1 / -1 where a word beside it says it is a change: 增长12%, 下滑近三成, 大涨3%; span
                   // then covers it
};

// In text order, not overlapping. Digits inside names (GPT-4, V3.1, 6.0版) and inside time expressions are
// not quantities; `occupied` holds the spans of the times, in order, `currency_cues` the hits of the
// automaton of that name.
std::vector<Quantity> FindQuantities(const FoldedText& text, const std::vector<Span>& occupied,
                                     const std::vector<Automaton::Hit>& currency_cues,
                                     const TimeLexicon& lexicon);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_QUANTITY_H_
