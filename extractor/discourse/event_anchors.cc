#include "extractor/discourse/event_anchors.h"

#include <algorithm>
#include <set>

#include "extractor/times/times.h"

namespace annals {
namespace {

constexpr size_t kMaxBack = 40;  // drafts looked back through for the event a time hangs on

class EventAnchors {
 public:
  EventAnchors(const Document& document, const ValencyLexicon& valency, const std::vector<EventDraft>& drafts)
      : document_(document), valency_(valency), drafts_(drafts), told_(document.triggers.size(), -1) {
    for (size_t i = 0; i < drafts.size(); ++i) {
      const bool tells = drafts[i].hit >= 0 && drafts[i].type != v1::EVENT_TYPE_STATEMENT;
      if (tells && !drafts[i].interval.empty()) told_[drafts[i].hit] = static_cast<int>(i);
    }
  }

  // The event that the time of draft `index` hangs on, or null.
  const EventDraft* Of(size_t index) const {
    const TimeMention& time = document_.times[drafts_[index].time];
    if (time.reference != TimeReference::kAnchor && time.reference != TimeReference::kNone) return nullptr;
    const int hit = TriggerBefore(time.span);
    if (hit < 0) return nullptr;
    if (told_[hit] >= 0) return &drafts_[told_[hit]];
    return LastTold(hit, time.span, index);
  }

 private:
  // The trigger right before a time, but for 的.
  int TriggerBefore(Span time) const {
    const auto& triggers = document_.triggers;
    auto next = std::lower_bound(triggers.begin(), triggers.end(), time.begin,
                                 [](const TriggerHit& t, int position) { return t.word.begin < position; });
    if (next == triggers.begin()) return -1;
    --next;
    if (next->word.end > time.begin) return -1;
    const std::u32string_view between = document_.View({next->word.end, time.begin});
    if (!between.empty() && between != U"的") return -1;
    return static_cast<int>(next - triggers.begin());
  }

  const EventDraft* LastTold(int hit, Span time, size_t index) const {
    const std::set<v1::EventType> types = TypesOf(hit);
    const int clause = document_.triggers[hit].clause;
    std::set<int> named = NamedBetween(document_.ClauseSpan(clause).begin, time.begin);
    if (named.empty()) {
      named =
          NamedBetween(document_.structure.sentences[document_.SentenceOf(clause)].span.begin, time.begin);
    }
    for (size_t back = 1; back <= kMaxBack && back <= index; ++back) {
      const EventDraft& draft = drafts_[index - back];
      const bool fits = !draft.dropped && draft.hit != hit && !draft.interval.empty();
      if (!fits || draft.trigger.begin >= time.begin || types.count(draft.type) == 0) continue;
      if (named.empty() || Involves(draft, named)) return &draft;
    }
    return nullptr;
  }

  std::set<v1::EventType> TypesOf(int hit) const {
    std::set<v1::EventType> types;
    for (const int reading : document_.triggers[hit].readings) {
      types.insert(valency_.triggers()[reading].type);
    }
    types.erase(v1::EVENT_TYPE_STATEMENT);
    return types;
  }

  // Who is named between two positions.
  std::set<int> NamedBetween(int begin, int end) const {
    std::set<int> named;
    for (const Mention& mention : document_.MentionsIn({begin, end})) {
      if (mention.entity >= 0) named.insert(mention.entity);
    }
    return named;
  }

  static bool Involves(const EventDraft& draft, const std::set<int>& entities) {
    return std::any_of(draft.arguments.begin(), draft.arguments.end(),
                       [&](const ArgumentDraft& argument) { return entities.count(argument.entity) > 0; });
  }

  const Document& document_;
  const ValencyLexicon& valency_;
  const std::vector<EventDraft>& drafts_;  // by trigger
  std::vector<int> told_;                  // by trigger: the draft with a day that it made, or -1
};

}  // namespace

void ResolveAgainstEvents(const Document& document, const ValencyLexicon& valency, const TimeLexicon& times,
                          std::vector<EventDraft>& drafts) {
  const EventAnchors anchors(document, valency, drafts);
  for (size_t i = 0; i < drafts.size(); ++i) {
    EventDraft& draft = drafts[i];
    if (draft.time < 0 || draft.dropped) continue;
    const EventDraft* anchor = anchors.Of(i);
    if (anchor == nullptr || anchor == &draft) continue;
    TimeMention time = document.times[draft.time];
    ResolveAgainst(anchor->interval, document.text, times, time);
    draft.interval = time.interval;
  }
}

}  // namespace annals
