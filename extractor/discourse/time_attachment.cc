#include "extractor/discourse/time_attachment.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxBehind = 12;  // a time behind its verb: 离职是在8月

class TimeAttacher {
 public:
  explicit TimeAttacher(const Document& document) : document_(document) {
    for (size_t i = 0; i < document.triggers.size(); ++i) triggers_.push_back(document.triggers[i].word);
  }

  void MarkReports(const std::vector<EventDraft>& drafts) {
    for (const EventDraft& draft : drafts) {
      if (draft.type == v1::EVENT_TYPE_STATEMENT && draft.hit >= 0) reports_.push_back(draft.trigger);
    }
  }

  void Attach(EventDraft& draft) const {
    const int time = Choose(draft);
    if (time < 0) return;
    draft.time = time;
    const TimeMention& mention = document_.times[time];
    draft.interval = draft.status == v1::EVENT_STATUS_PLANNED ? mention.future_interval : mention.interval;
  }

 private:
  static bool Usable(const TimeMention& time) { return !time.duration; }

  int Choose(const EventDraft& draft) const {
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    const Span clause = document_.ClauseSpan(draft.clause);
    int best = -1;
    for (size_t i = FirstTimeFrom(sentence.begin); i < document_.times.size(); ++i) {
      const TimeMention& time = document_.times[i];
      if (time.span.begin >= draft.trigger.begin) break;
      const bool vaguer = best >= 0 && time.precision == TimePrecision::kVague &&
                          document_.times[best].precision == TimePrecision::kDay;
      if (Usable(time) && !vaguer && Belongs(time, draft)) best = static_cast<int>(i);
    }
    if (best >= 0 && document_.times[best].span.begin >= clause.begin) return best;
    const int behind = ChooseBehind(draft, clause);
    return behind >= 0 ? behind : best;
  }

  int ChooseBehind(const EventDraft& draft, Span clause) const {
    const size_t i = FirstTimeFrom(draft.trigger.end);
    if (i >= document_.times.size()) return -1;
    const TimeMention& time = document_.times[i];
    if (!Usable(time) || time.span.begin >= clause.end || time.span.begin - draft.trigger.end > kMaxBehind)
      return -1;
    return TriggerBetween({draft.trigger.end, clause.end}) ? -1 : static_cast<int>(i);
  }

  // A time before the trigger is the trigger's, unless it stands in a 的-clause that ends before it, or
  // another verb of saying or announcing stands between.
  bool Belongs(const TimeMention& time, const EventDraft& draft) const {
    const Span between{time.span.end, draft.trigger.begin};
    if (between.empty()) return true;
    const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
    if (!speaks && FirstFrom(reports_, between.begin) < reports_.size() &&
        between.Contains(reports_[FirstFrom(reports_, between.begin)])) {
      return false;
    }
    if (draft.status == v1::EVENT_STATUS_PLANNED && Announced(between)) return false;
    for (size_t i = FirstFrom(triggers_, between.begin);
         i < triggers_.size() && between.Contains(triggers_[i]); ++i) {
      const Span trigger = triggers_[i];
      const std::u32string_view rest = document_.View({trigger.end, draft.trigger.begin});
      const size_t mark = rest.find(U'的');
      if (mark != std::u32string_view::npos && rest.substr(0, mark).find(U',') == std::u32string_view::npos &&
          SameClause(time.span.begin, trigger.begin)) {
        return false;
      }
    }
    return true;
  }

  bool Announced(Span between) const {
    const std::u32string_view words = document_.View(between);
    return words.find(U"宣布") != std::u32string_view::npos ||
           words.find(U"公告") != std::u32string_view::npos ||
           words.find(U"官宣") != std::u32string_view::npos ||
           words.find(U"透露") != std::u32string_view::npos;
  }

  bool SameClause(int a, int b) const {
    return document_.structure.ClauseAt(a) == document_.structure.ClauseAt(b);
  }

  bool TriggerBetween(Span span) const {
    const size_t first = FirstFrom(triggers_, span.begin);
    return first < triggers_.size() && span.Contains(triggers_[first]);
  }

  static size_t FirstFrom(const std::vector<Span>& spans, int position) {
    return std::lower_bound(spans.begin(), spans.end(), position, [](Span s, int p) { return s.begin < p; }) -
           spans.begin();
  }

  size_t FirstTimeFrom(int position) const {
    return std::lower_bound(document_.times.begin(), document_.times.end(), position,
                            [](const TimeMention& t, int p) { return t.span.begin < p; }) -
           document_.times.begin();
  }

  const Document& document_;
  std::vector<Span> triggers_;
  std::vector<Span> reports_;
};

}  // namespace

void AttachTimes(const Document& document, std::vector<EventDraft>& drafts) {
  TimeAttacher attacher(document);
  attacher.MarkReports(drafts);
  for (EventDraft& draft : drafts) attacher.Attach(draft);
}

}  // namespace annals
