// Numbers that are told one behind the other, over what they are told of: 营收和净利润分别为9亿元和1亿元.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRIC_SERIES_H_
#define ANNALS_EXTRACTOR_EVENTS_METRIC_SERIES_H_

#include <vector>

#include "extractor/events/clause_parse.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/metric_words.h"

namespace annals {

// Not thread-safe. The document, its parse and the hits outlive it.
class MetricSeries {
 public:
  // Quantities that it uses are marked in `claimed`, one flag a quantity.
  MetricSeries(const Document& document, const ClauseParse& parse, const std::vector<MetricHit>& hits,
               std::vector<char>& claimed)
      : document_(document), parse_(parse), hits_(hits), claimed_(claimed) {}

  // The last draft is of hits[hit] and has taken the quantities `used`. Where as many numbers as there are
  // measures, times or subjects are joined behind the first, each gets its own draft, in the order of the
  // text.
  void Spread(size_t hit, const std::vector<int>& used, std::vector<EventDraft>& drafts);

 private:
  // What is told of one number of a series.
  struct Period {
    int time = -1;
    DateInterval interval;
  };

  // Numbers, and what they are told of: one of the three lists has as many members as there are numbers.
  struct Series {
    size_t hit = 0;            // of the measure that the first number was read with
    std::vector<int> numbers;  // quantities
    std::vector<int> changes;  // by how much each changed; empty where it is not said
    std::vector<size_t> measures;
    std::vector<int> subjects;
    std::vector<Period> periods;
  };

  bool FindTold(const EventDraft& draft, Series& series) const;
  void FindChanges(const std::vector<int>& used, Series& series, EventDraft& draft) const;
  void SetNumber(const MetricHit& measure, const std::vector<int>& quantities, size_t member,
                 EventDraft& draft) const;
  EventDraft MemberOf(const Series& series, size_t member, const EventDraft& whole) const;
  std::vector<int> JoinedTo(int quantity, const std::vector<int>& used) const;
  bool AreJoined(Span first, Span second) const;
  bool IsSpread(const MetricHit& hit, int first) const;
  std::vector<size_t> MeasuresUpTo(size_t hit, size_t count) const;
  std::vector<Period> PeriodsBefore(int position, size_t count) const;
  std::vector<int> SubjectsOf(const EventDraft& draft, size_t count) const;

  const Document& document_;
  const ClauseParse& parse_;
  const std::vector<MetricHit>& hits_;
  std::vector<char>& claimed_;
  std::vector<Period> last_periods_;  // that were told of last: 同期
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRIC_SERIES_H_
