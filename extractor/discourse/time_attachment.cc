#include "extractor/discourse/time_attachment.h"

#include <algorithm>

#include "extractor/discourse/measured_period.h"
#include "extractor/discourse/plan_scope.h"
#include "extractor/discourse/time_direction.h"
#include "extractor/discourse/time_sharing.h"
#include "extractor/events/metric_numbers.h"
#include "extractor/text/spans.h"

namespace annals {
namespace {

constexpr int kMaxBefore =
    300;  // characters from a time to its verb: bounds the work in sentences without end
constexpr int kMaxBehind = 12;         // a time behind its verb: 离职是在8月
constexpr int kMaxToEffect = 40;       // characters from an event to the day it takes effect
constexpr int kToCompletion = 4;       // characters from a time to 完成
constexpr int kAtVerb = 1;             // characters between a time and the verb of the report it belongs to
constexpr int kClausesOfDateline = 2;  // clauses behind a dateline that it dates
constexpr int kAnnounced = 60;         // days further off that 宣布年底退休 may be ahead than behind
constexpr int kYearGoneBy = 60;        // days after 年底 that it still means the last one
constexpr int kMonthGoneBy = 3;        // and after 月底
constexpr int kLongestManner = 2;      // characters: 正式宣布 is more than a manner

class TimeAttacher {
 public:
  explicit TimeAttacher(const Document& document) : document_(document) {}

  void Read(const ValencyLexicon& lexicon, const std::vector<EventDraft>& drafts) {
    ReadWords(lexicon);
    ReadEvents(drafts);
  }

  void Attach(EventDraft& draft) const {
    if (draft.type == v1::EVENT_TYPE_METRIC && draft.time >= 0) return;  // one of a series
    int time = draft.outcome.empty() ? Choose(draft) : ChooseForOutcome(draft);
    const int effect = EffectOf(draft);
    if (effect >= 0 && (time < 0 || IsToCome(effect))) time = effect;
    if (const int put_off = PutOffTo(draft); put_off >= 0) time = put_off;
    if (const int done = CompletionOf(draft); done >= 0 && time < 0) time = done;
    if (time < 0) time = DatelineOf(draft);
    if (time < 0 || IsPlanOfThePast(draft, time)) return;
    draft.time = time;
    const TimeMention& mention = document_.times[time];
    if (document_.View(mention.span).ends_with(U'内') && IsVagueHorizon(mention)) return;
    const bool own = (mention.span.begin >= document_.ClauseSpan(draft.clause).begin || time == effect ||
                      IsClauseBefore(mention.span, draft.clause)) &&
                     draft.type != v1::EVENT_TYPE_METRIC;
    const bool done = SaysDone(document_, draft);
    const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
    if (!speaks && draft.status == v1::EVENT_STATUS_OCCURRED && LiesAhead(mention, own, done)) {
      draft.status = v1::EVENT_STATUS_PLANNED;
      draft.intended = true;
    }
    const bool due = mention.deadline && own && !done && draft.status == v1::EVENT_STATUS_NEGATED;
    const bool passed = draft.type == v1::EVENT_TYPE_METRIC && HasPassed(mention, document_.published);
    const bool ahead = (draft.intended || due) && draft.outcome.empty() && !passed &&
                       !LiesFarAhead(mention, document_.published);
    draft.interval = ahead ? mention.future_interval : mention.interval;
  }

 private:
  // 一年前，这个数字是8%: the clause before is the time and nothing else.
  bool FillsClauseBefore(Span time, int clause) const {
    if (clause == 0 || document_.SentenceOf(clause - 1) != document_.SentenceOf(clause)) return false;
    const Span before = document_.ClauseSpan(clause - 1);
    return before.Contains(time) && before.size() - time.size() <= 1;
  }

  // 6月起，X停止更新
  bool IsClauseBefore(Span time, int clause) const {
    return FillsClauseBefore(time, clause) &&
           document_.View(document_.ClauseSpan(clause - 1)).find(U'起') != std::u32string_view::npos;
  }

  bool IsToCome(int time) const {
    const TimeMention& mention = document_.times[time];
    if (!document_.published || !mention.interval.start) return false;
    return *mention.interval.start > *document_.published || IsNearerAhead(mention, document_.published);
  }

  // 某网5月20日|消息，云岚推出P9: what has happened in the first sentence has the day of the dateline, where
  // no time is nearer. -1: none.
  int DatelineOf(const EventDraft& draft) const {
    const bool told = draft.type == v1::EVENT_TYPE_STATEMENT || draft.type == v1::EVENT_TYPE_METRIC;
    if (told || draft.status != v1::EVENT_STATUS_OCCURRED || draft.relative) return -1;
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)];
    const size_t first = FirstTimeFrom(sentence.span.begin);
    if (first >= document_.times.size() || draft.clause - sentence.first_clause > kClausesOfDateline)
      return -1;
    const TimeMention& time = document_.times[first];
    const bool opens = time.span.end <= document_.ClauseSpan(sentence.first_clause).end &&
                       time.precision == TimePrecision::kDay && !time.duration;
    const std::u32string_view rest =
        document_.View({time.span.end, document_.ClauseSpan(sentence.first_clause).end});
    const bool line =
        document_.classes->AllOpening(WordClass::kDateline, rest) == rest.size() && !rest.empty();
    return opens && line && !AnyWithin(events_, {time.span.end, draft.trigger.begin})
               ? static_cast<int>(first)
               : -1;
  }

  // 3月底离开X，打算创业: the day of what has happened is none of the plan behind it.
  bool IsPlanOfThePast(const EventDraft& draft, int time) const {
    const TimeMention& mention = document_.times[time];
    return draft.status == v1::EVENT_STATUS_PLANNED && document_.published && mention.interval.end &&
           *mention.interval.end < *document_.published &&
           (mention.interval == mention.future_interval || LiesFarAhead(mention, document_.published)) &&
           document_.structure.ClauseAt(mention.span.begin) != draft.clause;
  }

  // 原定8月上线的X推迟到11月: the time behind the word, where no other event is told between. -1: none.
  int PutOffTo(const EventDraft& draft) const {
    if (draft.status != v1::EVENT_STATUS_PLANNED) return -1;
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    for (size_t i = FirstTimeFrom(draft.trigger.end);
         i < document_.times.size() && document_.times[i].span.begin < sentence.end; ++i) {
      const Span between{draft.trigger.end, document_.times[i].span.begin};
      if (between.size() > kMaxToEffect || AnyWithin(events_, between)) return -1;
      if (document_.classes->AnyCloses(WordClass::kPostponed, document_.View(between)))
        return static_cast<int>(i);
    }
    return -1;
  }

  // 拟收购X，预计年底前完成: the time of the planned deal, where no other event is told between. -1: none.
  int CompletionOf(const EventDraft& draft) const {
    if (draft.status != v1::EVENT_STATUS_PLANNED) return -1;
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    for (size_t i = FirstTimeFrom(draft.trigger.end);
         i < document_.times.size() && document_.times[i].span.end < sentence.end; ++i) {
      const Span time = document_.times[i].span;
      if (time.begin - draft.trigger.end > kMaxToEffect ||
          AnyWithin(events_, {draft.trigger.end, time.begin}))
        return -1;
      const std::u32string_view behind = document_.View({time.end, sentence.end}).substr(0, kToCompletion);
      if (!document_.times[i].duration && document_.classes->AnyIn(WordClass::kCompletes, behind))
        return static_cast<int>(i);
    }
    return -1;
  }

  // 两年内: from the publication on, and no dates.
  bool IsVagueHorizon(const TimeMention& time) const {
    return time.deadline && time.reference == TimeReference::kPublication && document_.published &&
           time.precision != TimePrecision::kDay && time.future_interval.start == document_.published;
  }

  // 成立X处，6月1日生效: the time in the clause of the word, where no other event is told between. -1: none.
  int EffectOf(const EventDraft& draft) const {
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    const size_t next = FirstFrom(effects_, draft.trigger.end);
    if (next >= effects_.size() || effects_[next].begin >= sentence.end ||
        effects_[next].begin - draft.trigger.end > kMaxToEffect)
      return -1;
    const Span between{draft.trigger.end, effects_[next].begin};
    const int clause = document_.structure.ClauseAt(effects_[next].begin);
    // X升任…，Y转任…，|均自4月1日起生效: of all that is told before it.
    const bool all =
        document_.classes->AnyOpens(WordClass::kAllOfThem, document_.View(document_.ClauseSpan(clause)));
    if (!all && AnyWithin(events_, between)) return -1;
    int time = -1;
    for (size_t i = FirstTimeFrom(document_.ClauseSpan(clause).begin);
         i < document_.times.size() && document_.times[i].span.begin < effects_[next].begin; ++i) {
      if (!document_.times[i].duration) time = static_cast<int>(i);
    }
    return time;
  }

  void ReadWords(const ValencyLexicon& lexicon) {
    for (const TriggerHit& hit : document_.triggers) {
      triggers_.push_back(hit.word);
      trigger_ends_.push_back(std::max(hit.word.end, hit.span.end));
      if (OnlySays(hit, lexicon)) says_.push_back(hit.word);
    }
    for (const CueHit& hit : document_.cues) {
      const bool tells = hit.cue->kind == Cue::Kind::kReported || hit.cue->kind == Cue::Kind::kRumored;
      // 将于6月1日|正式|上线: how it happens, and nobody says so.
      const bool manner = document_.classes->AnyOpens(WordClass::kManner, document_.View(hit.span)) &&
                          hit.cue->tail.empty() && hit.span.size() <= kLongestManner;
      if (tells || (hit.cue->kind == Cue::Kind::kConfirmed && !manner)) announcements_.push_back(hit.span);
      if (hit.cue->kind == Cue::Kind::kReported) citations_.push_back(hit.span);
      if (hit.cue->kind == Cue::Kind::kConfirmed) official_.push_back(hit.span);
      if (hit.cue->kind == Cue::Kind::kEffective) effects_.push_back(hit.span);
    }
  }

  void ReadEvents(const std::vector<EventDraft>& drafts) {
    for (const EventDraft& draft : drafts) {
      if (draft.dropped) continue;
      if (draft.hit < 0) {
        if (!draft.trigger.empty()) events_.push_back(draft.trigger);
        continue;
      }
      const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
      if (!speaks) events_.push_back(draft.trigger);
      if (speaks && !AnyWithin(official_, draft.trigger)) reports_.push_back(draft.trigger);
    }
    std::sort(events_.begin(), events_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }

  static bool OnlySays(const TriggerHit& hit, const ValencyLexicon& lexicon) {
    return std::all_of(hit.readings.begin(), hit.readings.end(), [&lexicon](int reading) {
      const Trigger& trigger = lexicon.triggers()[reading];
      return trigger.type == v1::EVENT_TYPE_STATEMENT && !trigger.performative;
    });
  }

  // What failed has the time of the break-off, else of the attempt.
  int ChooseForOutcome(const EventDraft& draft) const {
    const int sentence = document_.structure.SentenceAt(draft.outcome.begin);
    int from = std::max(document_.structure.sentences[sentence].span.begin, draft.outcome.begin - kMaxBefore);
    if (draft.outcome.begin >= draft.trigger.end) from = std::max(from, draft.trigger.end);
    int best = -1;
    for (size_t i = FirstTimeFrom(from);
         i < document_.times.size() && document_.times[i].span.end <= draft.outcome.end; ++i) {
      if (!document_.times[i].duration && !InCitation(document_.times[i])) best = static_cast<int>(i);
    }
    return best >= 0 ? best : Choose(draft);
  }

  // 降至|2024年的|5.3%: the number's own time.
  int OfNumber(const EventDraft& draft) const {
    const ArgumentDraft* value = draft.type == v1::EVENT_TYPE_METRIC ? draft.Find(v1::ROLE_VALUE) : nullptr;
    if (value == nullptr) return -1;
    const int begin = BeforeWhen(document_, value->span.begin);
    const size_t time = FirstTimeFrom(begin);
    const bool own = begin < value->span.begin && document_.times[time].span.begin == begin &&
                     !document_.times[time].duration && !IsYardstick(document_, document_.times[time]);
    return own ? static_cast<int>(time) : -1;
  }

  int Choose(const EventDraft& draft) const {
    if (const int own = OfNumber(draft); own >= 0) return own;
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    const Span clause = document_.ClauseSpan(draft.clause);
    int best = -1;
    const int from = std::max(sentence.begin, draft.trigger.begin - kMaxBefore);
    for (size_t i = FirstTimeFrom(from); i < document_.times.size(); ++i) {
      const TimeMention& time = document_.times[i];
      if (time.span.begin >= draft.trigger.begin) break;
      if (Belongs(time, draft, clause) && (best < 0 || Outdoes(time, document_.times[best])))
        best = static_cast<int>(i);
    }
    if (best >= 0 && document_.times[best].span.begin >= clause.begin) return best;
    const int behind = ChooseBehind(draft, clause);
    // 5月26日，X请回了2016年夺冠的Y: a time that opens the object's modifier yields.
    const bool modifies = behind >= 0 && best >= 0 && OpensModifier(document_.times[behind], clause);
    return behind >= 0 && !modifies ? behind : best;
  }

  // The later of two times is the nearer one, unless it only repeats the day in broader terms
  // (9月25日的秋季发布会, 8月3日，近来).
  bool Outdoes(const TimeMention& later, const TimeMention& earlier) const {
    if (document_.View({later.span.end, later.span.end + 1}) == U"的" && earlier.precision <= later.precision)
      return false;
    if (earlier.precision != TimePrecision::kDay) return true;
    // 昨日宣布，即日起接入: on the day that was said.
    if (document_.classes->AnyOpens(WordClass::kAtOnce, document_.View(later.span))) return false;
    if (later.precision == TimePrecision::kVague) return false;
    const Span between{earlier.span.end, later.span.begin};
    return later.precision == TimePrecision::kDay || document_.View(between) != U"的";
  }

  bool OpensModifier(const TimeMention& time, Span clause) const {
    return document_.View({time.span.end, clause.end}).find(U'的') != std::u32string_view::npos;
  }

  int ChooseBehind(const EventDraft& draft, Span clause) const {
    const size_t i = FirstTimeFrom(draft.trigger.end);
    if (i >= document_.times.size()) return -1;
    const TimeMention& time = document_.times[i];
    if (time.duration || time.span.begin >= clause.end || time.span.begin - draft.trigger.end > kMaxBehind)
      return -1;
    if (IsSaid(time, draft) || IsYardstick(document_, time)) return -1;
    // 签约|至|2026年: when the contract ends.
    const char32_t before = document_.text.chars[time.span.begin - 1];
    if (draft.type == v1::EVENT_TYPE_JOIN && (before == U'至' || before == U'到')) return -1;
    // 发布的第二天: counts from this event, and is another's.
    if (time.reference == TimeReference::kAnchor && time.span.begin - draft.trigger.end <= 1) return -1;
    return AnyWithin(triggers_, {draft.trigger.end, clause.end}) ? -1 : static_cast<int>(i);
  }

  // A time before a verb is the verb's, unless something between them claims it.
  bool Belongs(const TimeMention& time, const EventDraft& draft, Span clause) const {
    if (time.duration || InCitation(time) || (NamesReport(time) && draft.type != v1::EVENT_TYPE_METRIC))
      return false;
    if (IsYardstick(document_, time)) return false;
    if (IsSaid(time, draft)) return false;
    const Span between{time.span.end, draft.trigger.begin};
    if (between.empty()) return true;
    const bool same_clause = time.span.begin >= clause.begin;
    if (!same_clause && IsReportedPeriod(time) && IsPriceOfShare(document_, draft)) return false;
    if (!same_clause && draft.type == v1::EVENT_TYPE_METRIC && LooksBack(document_, time) &&
        !FillsClauseBefore(time.span, draft.clause))
      return false;
    if (!same_clause && TellsAgain(document_, draft) && !FillsClauseBefore(time.span, draft.clause))
      return false;
    if (!same_clause && !GoesOn(draft) && IsParted(time, between)) return false;
    if (!same_clause && (EndsItsVerb(time) || IsLater(draft, clause))) return false;
    const bool until = time.open_start && !time.deadline;  // 至今, 截至…: of one measure
    if ((draft.relative || (until && draft.type != v1::EVENT_TYPE_METRIC)) && !same_clause) return false;
    if (draft.type == v1::EVENT_TYPE_STATEMENT) {
      if (!same_clause && AnyWithin(events_, {time.span.end, clause.begin})) return false;
    } else if ((AnyWithin(reports_, between) || IsOfSaying(time, between)) &&
               !AnyWithin(official_, between)) {
      return false;
    }
    if (!AllowsAnnouncement(time, between, draft.status)) return false;
    return !InModifier(time, between, draft);
  }

  // “2021年那次，我哭了。”林知远说: of what is said, and not of the saying.
  static bool IsSaid(const TimeMention& time, const EventDraft& draft) {
    return draft.type == v1::EVENT_TYPE_STATEMENT &&
           std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
             return argument.role == v1::ROLE_QUOTE && argument.span.Contains(time.span);
           });
  }

  // 8月离职，随后|加盟X: of a time of its own, that is not said.
  bool IsLater(const EventDraft& draft, Span clause) const {
    return draft.type != v1::EVENT_TYPE_METRIC &&
           document_.classes->AnyIn(
               WordClass::kLater,
               document_.View({clause.begin, std::max(clause.begin, draft.trigger.begin)}));
  }

  // 成立于|2017年: a year right behind a verb is that verb's alone.
  bool EndsItsVerb(const TimeMention& time) const {
    const size_t next = FirstFrom(triggers_, time.span.begin);
    return time.precision == TimePrecision::kYear && next > 0 && trigger_ends_[next - 1] <= time.span.begin &&
           time.span.begin - trigger_ends_[next - 1] <= kAtVerb &&
           SameClause(triggers_[next - 1].begin, time.span.begin);
  }

  // By a semicolon. But 6月,…;…: the time that opens a sentence is of all it tells that has none of its own.
  bool IsParted(const TimeMention& time, Span between) const {
    const size_t mark = document_.View(between).rfind(U';');
    if (mark == std::u32string_view::npos) return false;
    const int clause = document_.structure.ClauseAt(time.span.begin);
    const Span sentence = document_.structure.sentences[document_.SentenceOf(clause)].span;
    const bool opens = time.span.begin == sentence.begin && document_.text.chars[time.span.end] == U',';
    const size_t own = FirstTimeFrom(between.begin + static_cast<int>(mark));
    return !opens || (own < document_.times.size() && document_.times[own].span.begin < between.end);
  }

  // Measures, and who takes over a post, are of the time told before, across a semicolon too.
  static bool GoesOn(const EventDraft& draft) {
    return draft.type == v1::EVENT_TYPE_METRIC || draft.type == v1::EVENT_TYPE_APPOINT;
  }

  // 知情人士周四|表示, …: at a verb of saying, whoever it is that says it.
  bool IsOfSaying(const TimeMention& time, Span between) const {
    const size_t next = FirstFrom(says_, time.span.end);
    return next < says_.size() && between.Contains(says_[next]) &&
           says_[next].begin - time.span.end <= kAtVerb;
  }

  // 三季报: dates what it measures, and nothing else.
  bool NamesReport(const TimeMention& time) const { return document_.text.chars[time.span.end - 1] == U'报'; }

  // 宣布将…, 有消息称…: the time before them is theirs where the event is still to come, or never was.
  bool AllowsAnnouncement(const TimeMention& time, Span between, v1::EventStatus status) const {
    if (status != v1::EVENT_STATUS_PLANNED && status != v1::EVENT_STATUS_NEGATED) return true;
    if (AnyWithin(announcements_, between)) return false;
    return status != v1::EVENT_STATUS_PLANNED || !LiesFarAhead(time, document_.published);
  }

  // 《晚点》周四报道: between or at the words that cite.
  bool InCitation(const TimeMention& time) const {
    const auto cites = [&](Span cue) {
      return cue.Contains(time.span) || (cue.begin >= time.span.end && cue.begin - time.span.end <= kAtVerb);
    };
    for (size_t i = FirstFrom(citations_, time.span.begin - kMaxBehind);
         i < citations_.size() && citations_[i].begin <= time.span.end + kAtVerb; ++i) {
      if (cites(citations_[i])) return true;
    }
    return false;
  }

  // Another verb of the same clause stands between, and a 的 behind it: 半年前刚离开长城的王凤英加入….
  bool InModifier(const TimeMention& time, Span between, const EventDraft& draft) const {
    for (size_t i = FirstFrom(triggers_, between.begin);
         i < triggers_.size() && between.Contains(triggers_[i]); ++i) {
      if (IsVerbOfMeasure(triggers_[i], draft)) continue;
      const int end = trigger_ends_[i];  // 完成超50亿元的融资: a 的 inside a gap marks nothing
      const std::u32string_view rest = document_.View({end, std::max(end, draft.trigger.begin)});
      const size_t mark = rest.find(U'的');
      // 8月中旬,X把成立两年的部门…: what a comma parts from the verb is no time of the verb.
      const std::u32string_view lead = document_.View({time.span.end, triggers_[i].begin});
      if (mark != rest.npos && rest.substr(0, mark).find(U',') == rest.npos && lead.find(U',') == lead.npos &&
          SameClause(time.span.begin, triggers_[i].begin)) {
        return true;
      }
    }
    return false;
  }

  // 拿下|48.6%|的份额: the verb right before the number that is measured.
  static bool IsVerbOfMeasure(Span verb, const EventDraft& draft) {
    const ArgumentDraft* value = draft.type == v1::EVENT_TYPE_METRIC ? draft.Find(v1::ROLE_VALUE) : nullptr;
    return value != nullptr && value->span.begin >= verb.end && value->span.begin - verb.end <= kAtVerb;
  }

  // 宣布|年底|退休: what is announced right before a time is dated by it.
  bool FollowsAnnouncement(const TimeMention& time) const {
    const size_t next = FirstFrom(official_, time.span.begin);
    return next > 0 && official_[next - 1].end <= time.span.begin &&
           time.span.begin - official_[next - 1].end <= kAtVerb;
  }

  // 最早10月, 最快年底: nobody says so of what has been.
  bool IsEarliest(const TimeMention& time) const {
    const std::u32string_view words =
        document_.View({std::max(0, time.span.begin - 2), time.span.end}).substr(0, 4);
    return document_.classes->AnyIn(WordClass::kEarliest, words);
  }

  // 年底, 月底: of this year or month, unless the last one has just gone by. But 年初 in autumn is over.
  bool IsComingEdge(const TimeMention& time) const {
    const char32_t unit = document_.text.chars[time.span.begin];
    if (time.span.size() != 2 || (unit != U'年' && unit != U'月')) return false;
    const absl::CivilDay next = *time.future_interval.start;
    const bool same_year = next.year() == document_.published->year();
    if (!same_year || (unit == U'月' && next.month() != document_.published->month())) return false;
    return *document_.published - *time.interval.end > (unit == U'年' ? kYearGoneBy : kMonthGoneBy);
  }

  // Is it after publication, or, at the verb and with no year said, so much nearer after than before?
  // `done`: the clause says that it has happened.
  bool LiesAhead(const TimeMention& time, bool at_verb, bool done) const {
    if (!document_.published || !time.interval.start) return false;
    if (*time.interval.start > *document_.published) return true;
    if (!at_verb || time.reference != TimeReference::kPublication) return false;
    if (!time.interval.end || !time.future_interval.start || time.interval == time.future_interval)
      return false;
    if (time.deadline || IsEarliest(time) || IsComingEdge(time))
      return !done && !LiesFarAhead(time, document_.published);
    const int ahead = static_cast<int>(*time.future_interval.start - *document_.published);
    const int behind = static_cast<int>(*document_.published - *time.interval.end);
    if (FollowsAnnouncement(time) && ahead <= behind + kAnnounced) return true;
    if (time.precision > TimePrecision::kMonth) return false;
    if (!done && IsNearerAhead(time, document_.published)) return true;
    return *document_.published - *time.interval.end > kFarOff &&
           *time.future_interval.start - *document_.published < kNear;
  }

  bool SameClause(int a, int b) const {
    return document_.structure.ClauseAt(a) == document_.structure.ClauseAt(b);
  }

  size_t FirstTimeFrom(int position) const {
    return std::lower_bound(document_.times.begin(), document_.times.end(), position,
                            [](const TimeMention& t, int p) { return t.span.begin < p; }) -
           document_.times.begin();
  }

  const Document& document_;
  std::vector<Span> triggers_;
  std::vector<int> trigger_ends_;    // by trigger, with gap and tail
  std::vector<Span> says_;           // those that only say
  std::vector<Span> reports_;        // verbs of saying that made a statement
  std::vector<Span> events_;         // the other triggers that made an event
  std::vector<Span> announcements_;  // 宣布, 据…报道, 有消息称
  std::vector<Span> citations_;      // 据…报道
  std::vector<Span> effects_;        // 生效, 起算
  std::vector<Span> official_;       // 宣布, 公告: to say it is to do it
};

}  // namespace

void AttachTimes(const Document& document, const ValencyLexicon& lexicon, std::vector<EventDraft>& drafts) {
  TimeAttacher attacher(document);
  attacher.Read(lexicon, drafts);
  for (EventDraft& draft : drafts) attacher.Attach(draft);
  ShareTimes(document, drafts);
}

}  // namespace annals
