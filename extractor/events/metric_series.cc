#include "extractor/events/metric_series.h"

#include <algorithm>
#include <string_view>

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
  const std::vector<Mention>& mentions = document_.mentions.mentions;
  const auto found = std::partition_point(
      mentions.begin(), mentions.end(),
      [subject](const Mention& mention) { return mention.span.begin < subject->span.begin; });
  if (found == mentions.end() || found->entity != subject->entity) return {};
  const std::vector<int> members = parse_.ListMembers(static_cast<int>(found - mentions.begin()));
  const bool known = std::all_of(members.begin(), members.end(),
                                 [&](int member) { return document_.mention(member).entity >= 0; });
  return known && members.size() == count ? members : std::vector<int>();
}

void MetricSeries::Spread(size_t hit, const std::vector<int>& used, std::vector<EventDraft>& drafts) {
  if (used.empty() || !IsSpread(hits_[hit], used[0])) return;
  EventDraft draft = drafts.back();
  const std::vector<int> numbers = JoinedTo(used[0], used);
  const size_t count = numbers.size();
  if (count < 2) return;
  const int first = document_.quantities[used[0]].span.begin;
  const std::vector<size_t> measures = MeasuresUpTo(hit, count);
  const std::vector<int> subjects = measures.empty() ? SubjectsOf(draft, count) : std::vector<int>();
  std::vector<Period> periods;
  if (measures.empty() && subjects.empty()) periods = PeriodsBefore(first, count);
  if (measures.empty() && subjects.empty() && periods.empty() && last_periods_.size() == count)
    periods = last_periods_;
  if (measures.empty() && subjects.empty() && periods.empty()) return;
  last_periods_ = periods;
  // 增长12%和8%: the second number was taken for the value.
  const bool within = used.size() > 1 && std::find(numbers.begin(), numbers.end(), used[1]) != numbers.end();
  const v1::Role role = ValueOf(document_, *hits_[hit].word, document_.quantities[numbers[0]]).role;
  if (within)
    std::erase_if(draft.arguments, [role](const ArgumentDraft& a) { return IsNumber(a) && a.role != role; });
  const std::vector<int> changes = used.size() > 1 && !within ? JoinedTo(used[1], used) : std::vector<int>();
  drafts.pop_back();
  for (size_t i = 0; i < count; ++i) {
    EventDraft one = draft;
    const MetricHit& measure = hits_[measures.empty() ? hit : measures[i]];
    const auto number = [&](int quantity, int of_first) {
      const ArgumentDraft lead = ValueOf(document_, *measure.word, document_.quantities[of_first]);
      return Alike(lead, ValueOf(document_, *measure.word, document_.quantities[quantity]));
    };
    const ArgumentDraft value = number(numbers[i], numbers[0]);
    Replace(value.role, value, one);
    if (changes.size() == count) {
      const ArgumentDraft change = number(changes[i], changes[0]);
      Replace(change.role, change, one);
      claimed_[changes[i]] = 1;
    }
    if (!measures.empty()) {
      one.trigger = measure.span;
      Replace(v1::ROLE_METRIC,
              {v1::ROLE_METRIC, -1, measure.span, std::nullopt, "", 1.0, -1, measure.word->name}, one);
    } else {
      one.trigger = i == 0 ? draft.trigger : document_.quantities[numbers[i]].span;
    }
    if (!subjects.empty()) {
      const Mention& subject = document_.mention(subjects[i]);
      Replace(v1::ROLE_SUBJECT, {v1::ROLE_SUBJECT, subject.entity, subject.span, std::nullopt, "", 1.0}, one);
    }
    if (!periods.empty()) {
      one.time = periods[i].time;
      one.interval = periods[i].interval;
    }
    claimed_[numbers[i]] = 1;
    drafts.push_back(std::move(one));
  }
}

}  // namespace annals
