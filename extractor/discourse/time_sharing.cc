#include "extractor/discourse/time_sharing.h"

#include <algorithm>
#include <map>

#include "extractor/discourse/measured_period.h"

namespace annals {
namespace {

constexpr int kSentencesOn = 2;  // from one statement to the next of the same speaker

// 第三季营收9亿元，上年同期7亿元: of the period told before, a year earlier.
bool IsYearBefore(const Document& document, const EventDraft& draft) {
  return document.classes->AnyCloses(WordClass::kYearBefore, document.View(document.times[draft.time].span));
}

DateInterval YearBefore(DateInterval interval) {
  const auto back = [](absl::CivilDay day) { return absl::CivilDay(day.year() - 1, day.month(), day.day()); };
  if (interval.start) interval.start = back(*interval.start);
  if (interval.end) interval.end = back(*interval.end + 1) - 1;  // months end as they do
  return interval;
}

// 作为对比，X的日活为…: of the time of what it is compared with.
bool OpensComparison(const Document& document, const EventDraft& draft) {
  const Span sentence = document.structure.sentences[document.SentenceOf(draft.clause)].span;
  return document.classes->AnyOpens(WordClass::kCompared, document.View(sentence));
}

// 门店数是300家，疫情后|这个数字|是100家: what one has of a measure twice is of two times.
bool IsToldAgain(const Document& document, const EventDraft& last, const EventDraft& draft) {
  const ArgumentDraft* first = last.Find(v1::ROLE_METRIC);
  return first != nullptr && TellsAgain(document, draft) &&
         first->span == draft.Find(v1::ROLE_METRIC)->span &&
         last.Entity(v1::ROLE_SUBJECT) == draft.Entity(v1::ROLE_SUBJECT);
}

// 第三季度营收9亿元。毛利率滑落到9.2%: a measure without a time is of the time of the one told before it, of
// the same subject and at most a sentence back.
void ShareTimesOfMeasures(const Document& document, std::vector<EventDraft>& drafts) {
  const EventDraft* last = nullptr;
  for (EventDraft& draft : drafts) {
    if (draft.dropped || draft.type != v1::EVENT_TYPE_METRIC) continue;
    const bool own =
        draft.time >= 0 && (!draft.interval.empty() ||
                            document.times[draft.time].span.begin >= document.ClauseSpan(draft.clause).begin);
    const bool follows = last != nullptr && !own && !IsToldAgain(document, *last, draft) &&
                         !(IsReportedPeriod(document.times[last->time]) && IsPriceOfShare(document, draft)) &&
                         (draft.Entity(v1::ROLE_SUBJECT) == last->Entity(v1::ROLE_SUBJECT) ||
                          OpensComparison(document, draft)) &&
                         document.SentenceOf(draft.clause) - document.SentenceOf(last->clause) <= 1;
    if (follows) {
      draft.time = last->time;
      draft.interval = last->interval;
    }
    if (own && draft.interval.empty() && IsYearBefore(document, draft) && last != nullptr &&
        document.SentenceOf(draft.clause) - document.SentenceOf(last->clause) <= 1) {
      draft.interval = YearBefore(last->interval);
      continue;
    }
    if (!draft.interval.empty()) last = &draft;
  }
}

// By paragraph: the time before the colon that opens it (8月：…), or -1. One alone heads no calendar.
std::vector<int> HeadingTimes(const Document& document) {
  constexpr int kFewest = 3;
  std::vector<int> headings;
  int found = 0;
  for (const Sentence& sentence : document.structure.sentences) {
    if (sentence.paragraph < static_cast<int>(headings.size())) continue;
    headings.resize(sentence.paragraph + 1, -1);
    const auto time =
        std::partition_point(document.times.begin(), document.times.end(),
                             [&](const TimeMention& each) { return each.span.begin < sentence.span.begin; });
    const bool opens = time != document.times.end() && time->span.begin == sentence.span.begin &&
                       time->span.end < document.text.size() && document.text.chars[time->span.end] == U':';
    if (!opens || time->duration) continue;
    headings.back() = static_cast<int>(time - document.times.begin());
    ++found;
  }
  if (found < kFewest) headings.clear();
  return headings;
}

// A calendar: what has happened in a paragraph under a date has happened then.
void ShareTimesOfHeadings(const Document& document, std::vector<EventDraft>& drafts) {
  const std::vector<int> headings = HeadingTimes(document);
  if (headings.empty()) return;
  for (EventDraft& draft : drafts) {
    const bool told = draft.type == v1::EVENT_TYPE_STATEMENT || draft.type == v1::EVENT_TYPE_METRIC;
    const bool past = draft.status == v1::EVENT_STATUS_OCCURRED || draft.status == v1::EVENT_STATUS_FAILED;
    if (draft.dropped || draft.time >= 0 || told || !past || draft.clause < 0) continue;
    const int paragraph = document.structure.sentences[document.SentenceOf(draft.clause)].paragraph;
    if (headings[paragraph] < 0) continue;
    draft.time = headings[paragraph];
    draft.interval = document.times[draft.time].interval;
  }
}

// What somebody adds to what they said is said at the same time.
void ShareTimesOfStatements(const Document& document, std::vector<EventDraft>& drafts) {
  const EventDraft* last = nullptr;
  for (EventDraft& draft : drafts) {
    if (draft.dropped || draft.type != v1::EVENT_TYPE_STATEMENT) continue;
    const bool follows =
        last != nullptr && draft.time < 0 &&
        draft.Entity(v1::ROLE_SPEAKER) == last->Entity(v1::ROLE_SPEAKER) &&
        document.SentenceOf(draft.clause) - document.SentenceOf(last->clause) <= kSentencesOn;
    if (follows) {
      draft.time = last->time;
      draft.interval = last->interval;
    }
    last = draft.interval.empty() ? nullptr : &draft;
  }
}

// 7月1日接任…, 同日转任…: two events of one time mean the same year, the later one that of the earlier.
void AgreeOnYears(const Document& document, std::vector<EventDraft>& drafts) {
  std::map<int, const EventDraft*> first;  // by time
  for (EventDraft& draft : drafts) {
    if (draft.dropped || draft.time < 0 || draft.interval.empty()) continue;
    const TimeMention& time = document.times[draft.time];
    if (time.interval == time.future_interval) continue;
    const auto same = first.find(draft.time), base = first.find(time.anchor);
    if (same != first.end()) {
      draft.interval = same->second->interval;
    } else if (base != first.end()) {
      const bool ahead = base->second->interval == document.times[time.anchor].future_interval;
      draft.interval = ahead ? time.future_interval : time.interval;
      if (ahead && draft.status == v1::EVENT_STATUS_OCCURRED) draft.status = base->second->status;
    }
    first.emplace(draft.time, &draft);
  }
}

}  // namespace

void ShareTimes(const Document& document, std::vector<EventDraft>& drafts) {
  ShareTimesOfHeadings(document, drafts);
  ShareTimesOfMeasures(document, drafts);
  ShareTimesOfStatements(document, drafts);
  AgreeOnYears(document, drafts);
}

}  // namespace annals
