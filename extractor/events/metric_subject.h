// Whose number a measure tells: the company, product, unit or person that 营收, 销量 or 粉丝 is said of.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRIC_SUBJECT_H_
#define ANNALS_EXTRACTOR_EVENTS_METRIC_SUBJECT_H_

#include <optional>
#include <vector>

#include "extractor/events/assignment.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/metric_words.h"

namespace annals {

// Not thread-safe to build, safe to ask. What it is built from outlives it.
class MetricSubject {
 public:
  MetricSubject(const Document& document, const ClauseParse& parse, const Assigner& assigner,
                const Employment& employment)
      : document_(document), parse_(parse), assigner_(assigner), employment_(employment) {}

  // The nearest phrase before the measure in its clause, else what the text is about; of people only what
  // people have, all else of their companies. Nullopt: nobody whom the text names.
  std::optional<ArgumentDraft> Of(const MetricHit& hit) const;

 private:
  // Who is cited, and where the words end that cite them.
  struct Citation {
    int mention;
    int end;
  };

  std::vector<Citation> CitedBefore(const MetricHit& hit) const;
  bool IsCiting(const std::vector<Citation>& citations, const NounPhrase& phrase) const;
  bool IsAside(const MetricHit& hit, const NounPhrase& phrase) const;
  bool IsPerson(int entity) const;
  bool IsOfPeople(const MetricHit& hit) const;
  bool SaysIt(int mention, int clause) const;
  int NearestIn(const MetricHit& hit, const std::vector<Citation>& citations) const;
  int Carried(const MetricHit& hit, TypeSet types, const std::vector<Citation>& citations) const;
  ArgumentDraft OfCompany(int mention) const;

  const Document& document_;
  const ClauseParse& parse_;
  const Assigner& assigner_;
  const Employment& employment_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRIC_SUBJECT_H_
