#include "extractor/events/career_line.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxAdverbs = 2;  // characters between the time and the verb

bool MovesPeople(v1::EventType type) {
  return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_APPOINT ||
         type == v1::EVENT_TYPE_STEP_DOWN;
}

}  // namespace

bool TellsCareer(const Document& document, const std::vector<Assignment>& assignments, int begin) {
  const auto time = std::partition_point(document.times.begin(), document.times.end(),
                                         [begin](const TimeMention& t) { return t.span.begin < begin; });
  if (time == document.times.end() || time->span.begin != begin) return false;
  const int end = time->span.end;
  const auto verb = std::partition_point(document.triggers.begin(), document.triggers.end(),
                                         [end](const TriggerHit& hit) { return hit.word.begin < end; });
  if (verb == document.triggers.end() || verb->word.begin - end > kMaxAdverbs) return false;
  const Trigger* trigger = assignments[verb - document.triggers.begin()].trigger;
  return trigger != nullptr && MovesPeople(trigger->type);
}

}  // namespace annals
