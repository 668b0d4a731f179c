// Measures that go on: who is counted by the measure of the one before, told by name and number alone.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRIC_LISTS_H_
#define ANNALS_EXTRACTOR_EVENTS_METRIC_LISTS_H_

#include <vector>

#include "extractor/events/clause_parse.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/metric_words.h"

namespace annals {

// Not thread-safe. The document, its parse and the hits outlive it.
class MetricLists {
 public:
  // Quantities that it uses are marked in `claimed`, one flag a quantity.
  MetricLists(const Document& document, const ClauseParse& parse, const std::vector<MetricHit>& hits,
              std::vector<char>& claimed)
      : document_(document), parse_(parse), hits_(hits), claimed_(claimed) {}

  // 1月交付榜：…: the measure of what is listed behind the colon.
  bool Heads(const MetricHit& hit) const;

  // 云岚汽车交付3万辆，|听雨汽车2万辆|，|晨曦汽车则降至1万辆|: adds the clauses behind `first`, the number of
  // the measure, or behind the measure itself where that is null. They end where something else is measured.
  void Read(const MetricHit& hit, const Quantity* first, std::vector<EventDraft>& drafts);

 private:
  struct Listed {
    int mention = -1;
    int quantity = -1;
  };

  Listed ListedIn(int clause, const MetricWord& word, const Quantity* first) const;
  int NameBefore(const Quantity& number, int clause) const;
  int EndWithTime(int position) const;
  bool IsMeasuredIn(Span clause) const;

  const Document& document_;
  const ClauseParse& parse_;
  const std::vector<MetricHit>& hits_;
  std::vector<char>& claimed_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRIC_LISTS_H_
