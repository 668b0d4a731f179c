// Finds the names of measures in a text: 月活, 市场份额, 股价; and what a share is said to do: 收跌, 盘中.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRIC_WORDS_H_
#define ANNALS_EXTRACTOR_EVENTS_METRIC_WORDS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_words.h"

namespace annals {

// A measure's name in the text. The word belongs to the lexicon.
struct MetricHit {
  Span span;
  const MetricWord* word;
  int clause;
  Span told = {};  // of 这个数字: where the measure was named that it stands for; else empty

  Span named() const { return told.empty() ? span : told; }
};

// 收跌, 盘中: what a share does, where no measure says that it is a share.
bool IsMove(const MetricWord& word);
inline bool IsMove(const MetricHit& hit) { return IsMove(*hit.word); }

// 占|国内市场的5.3%: who has so much of the whole; the span of the hit then holds the whole.
bool IsShare(const MetricWord& word);

// In text order, none overlaps another. Words inside of names, triggers, times and changes are none; nor is a
// move behind a measure that still lacks its number (股价|盘前|跌4%).
std::vector<MetricHit> FindMetricWords(const Document& document, const EventWords& words);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRIC_WORDS_H_
