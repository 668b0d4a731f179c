#include "extractor/events/metric_series.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/events/metric_numbers.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

constexpr size_t kMostYears = 5;  // of 2020年至2024年

void Replace(v1::Role role, const ArgumentDraft& argument, EventDraft& draft) {
  for (ArgumentDraft& each : draft.arguments) {
    if (each.role != role) continue;
    each = argument;
    each.role = role;
    return;
  }
}

// 增长12%、|8%: what is joined to a change is one in the same direction.
ArgumentDraft Alike(const ArgumentDraft& first, ArgumentDraft next) {
  const bool turned = first.number && next.number && (*first.number < 0) != (*next.number < 0);
  if (next.role != first.role && turned) next.number = -*next.number;
  next.role = first.role;
  return next;
}

bool IsNumber(const ArgumentDraft& argument) {
  return argument.role == v1::ROLE_VALUE || argument.role == v1::ROLE_CHANGE;
}

}  // namespace

bool MetricSeries::AreJoined(Span first, Span second) const {
  return second.begin > first.end && IsListJoint(document_.View({first.end, second.begin}));
}

// 9亿元|和|1亿元: the quantities of one kind from one on.
std::vector<int> MetricSeries::JoinedTo(int quantity, const std::vector<int>& used) const {
  const auto taken = [&](int index) {
    return claimed_[index] && std::find(used.begin(), used.end(), index) == used.end();
  };
  std::vector<int> joined = {quantity};
  const auto& all = document_.quantities;
  for (int next = quantity + 1; next < static_cast<int>(all.size()); ++next) {
    const Quantity &last = all[next - 1], &one = all[next];
    const bool alike = one.kind == last.kind && one.unit == last.unit;
    if (taken(next) || !alike || !AreJoined(last.span, one.span)) break;
    joined.push_back(next);
  }
  return joined;
}

// 分别为…, and 同期亏损… behind a series.
bool MetricSeries::IsSpread(const MetricHit& hit, int first) const {
  const Span clause =
      document_.ClauseSpan(document_.structure.ClauseAt(document_.quantities[first].span.begin));
  const int begin = std::min(clause.begin, hit.span.begin);
  const std::u32string_view words = document_.View({begin, document_.quantities[first].span.end});
  return words.find(U"分别") != words.npos || words.find(U"依次") != words.npos ||
         (words.find(U"同期") != words.npos && !last_periods_.empty());
}

// 营收|和|净利润: the measures joined up to one.
std::vector<size_t> MetricSeries::MeasuresUpTo(size_t hit, size_t count) const {
  if (count > hit + 1) return {};
  std::vector<size_t> measures = {hit};
  while (measures.size() < count && AreJoined(hits_[measures.front() - 1].span, hits_[measures.front()].span))
    measures.insert(measures.begin(), measures.front() - 1);
  return measures.size() == count ? measures : std::vector<size_t>();
}

// 2023年、2024年和2025年上半年, 2022年至2024年: the last times told before a position in its sentence.
std::vector<MetricSeries::Period> MetricSeries::PeriodsBefore(int position, size_t count) const {
  const auto& times = document_.times;
  const int sentence = document_.structure.sentences[document_.structure.SentenceAt(position)].span.begin;
  int last = static_cast<int>(std::partition_point(times.begin(), times.end(),
                                                   [position](const TimeMention& time) {
                                                     return time.span.begin < position;
                                                   }) -
                              times.begin()) -
             1;
  std::vector<Period> periods;
  for (; last >= 0 && times[last].span.begin >= sentence && periods.size() < count; --last) {
    if (!periods.empty() && !AreJoined(times[last].span, times[last + 1].span)) break;
    periods.insert(periods.begin(), {last, times[last].interval});
  }
  if (periods.size() == count) return periods;
  if (periods.size() != 1 || count > kMostYears || !periods[0].interval.start || !periods[0].interval.end)
    return {};
  const auto first = periods[0].interval.start->year(), end = periods[0].interval.end->year();
  if (static_cast<size_t>(end - first) + 1 != count) return {};
  std::vector<Period> years;
  for (auto year = first; year <= end; ++year)
    years.push_back({periods[0].time, {absl::CivilDay(year, 1, 1), absl::CivilDay(year, 12, 31)}});
  return years;
}

// 云岚与晨曦|分别…: the members of the list that the subject stands in.
std::vector<int> MetricSeries::SubjectsOf(const EventDraft& draft, size_t count) const {
  const ArgumentDraft* subject = draft.Find(v1::ROLE_SUBJECT);
  const Mention* found = document_.MentionFrom(subject->span.begin);
  if (found == nullptr || found->entity != subject->entity) return {};
  const std::vector<int> members = parse_.ListMembers(document_.IndexOf(*found));
  const bool known = std::all_of(members.begin(), members.end(),
                                 [&](int member) { return document_.mention(member).entity >= 0; });
  return known && members.size() == count ? members : std::vector<int>();
}

// As many measures, else subjects, else times, at last those of the series before (同期).
bool MetricSeries::FindTold(const EventDraft& draft, Series& series) const {
  const size_t count = series.numbers.size();
  series.measures = MeasuresUpTo(series.hit, count);
  if (!series.measures.empty()) return true;
  series.subjects = SubjectsOf(draft, count);
  if (!series.subjects.empty()) return true;
  series.periods = PeriodsBefore(document_.quantities[series.numbers[0]].span.begin, count);
  if (series.periods.empty() && last_periods_.size() == count) series.periods = last_periods_;
  return !series.periods.empty();
}

// 营收和净利润分别为9亿元和1亿元，|增长12%和8%. But in 增长12%和8% the second number was taken for the value.
void MetricSeries::FindChanges(const std::vector<int>& used, Series& series, EventDraft& draft) const {
  if (used.size() < 2) return;
  const std::vector<int>& numbers = series.numbers;
  if (std::find(numbers.begin(), numbers.end(), used[1]) == numbers.end()) {
    series.changes = JoinedTo(used[1], used);
    if (series.changes.size() != numbers.size()) series.changes.clear();
    return;
  }
  const v1::Role role = ValueOf(document_, *hits_[series.hit].word, document_.quantities[numbers[0]]).role;
  std::erase_if(draft.arguments, [role](const ArgumentDraft& a) { return IsNumber(a) && a.role != role; });
}

void MetricSeries::SetNumber(const MetricHit& measure, const std::vector<int>& quantities, size_t member,
                             EventDraft& draft) const {
  const auto value = [&](int quantity) {
    return ValueOf(document_, *measure.word, document_.quantities[quantity]);
  };
  const ArgumentDraft number = Alike(value(quantities[0]), value(quantities[member]));
  Replace(number.role, number, draft);
}

EventDraft MetricSeries::MemberOf(const Series& series, size_t member, const EventDraft& whole) const {
  EventDraft draft = whole;
  const MetricHit& measure = hits_[series.measures.empty() ? series.hit : series.measures[member]];
  SetNumber(measure, series.numbers, member, draft);
  if (!series.changes.empty()) SetNumber(measure, series.changes, member, draft);
  if (!series.measures.empty()) {
    draft.trigger = measure.span;
    Replace(v1::ROLE_METRIC,
            {v1::ROLE_METRIC, -1, measure.named(), std::nullopt, "", 1.0, -1, measure.word->name}, draft);
  } else if (member > 0) {
    draft.trigger = document_.quantities[series.numbers[member]].span;
  }
  if (!series.subjects.empty()) {
    const Mention& subject = document_.mention(series.subjects[member]);
    Replace(v1::ROLE_SUBJECT, {v1::ROLE_SUBJECT, subject.entity, subject.span, std::nullopt, "", 1.0}, draft);
  }
  if (!series.periods.empty()) {
    draft.time = series.periods[member].time;
    draft.interval = series.periods[member].interval;
  }
  return draft;
}

void MetricSeries::Spread(size_t hit, const std::vector<int>& used, std::vector<EventDraft>& drafts) {
  if (used.empty() || !IsSpread(hits_[hit], used[0])) return;
  Series series;
  series.hit = hit;
  series.numbers = JoinedTo(used[0], used);
  if (series.numbers.size() < 2 || !FindTold(drafts.back(), series)) return;
  last_periods_ = series.periods;
  EventDraft whole = std::move(drafts.back());
  drafts.pop_back();
  FindChanges(used, series, whole);
  for (size_t member = 0; member < series.numbers.size(); ++member)
    drafts.push_back(MemberOf(series, member, whole));
  for (const int quantity : series.numbers) claimed_[quantity] = 1;
  for (const int quantity : series.changes) claimed_[quantity] = 1;
}

}  // namespace annals
