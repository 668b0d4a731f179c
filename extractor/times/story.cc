#include "extractor/times/story.h"

#include <utility>

namespace annals {
namespace {

constexpr int kLookback = 24;  // mentions; bounds the work for each expression

bool HasDays(const TimeMention& mention) {
  return mention.interval.start && mention.interval.end && mention.future_interval.start &&
         mention.future_interval.end;
}

Days DaysOf(const DateInterval& interval) { return {*interval.start, *interval.end}; }

// How wide a time may be for an expression to hang on it: 次日 wants a day, 同月 a month.
TimePrecision WidestAnchor(const TimeExpression& expression) {
  if (expression.length) {
    if (expression.length->vague) return TimePrecision::kMonth;
    switch (expression.length->unit) {
      case TimeUnit::kYear:
        return TimePrecision::kYear;
      case TimeUnit::kQuarter:
      case TimeUnit::kMonth:
        return TimePrecision::kMonth;
      default:
        return TimePrecision::kDay;
    }
  }
  const TimePrecision own = PrecisionOf(expression.parts.front());
  return own == TimePrecision::kVague ? TimePrecision::kYear : own;
}

// A bare year (founded in 2018) is background; a month or day of a year that is said sets the scene.
bool TellsItsYear(const TimeMention& mention) {
  return HasDays(mention) &&
         (mention.reference == TimeReference::kAbsolute || mention.reference == TimeReference::kContext ||
          mention.reference == TimeReference::kAnchor);
}

}  // namespace

int Story::LastTold() const {
  const int size = static_cast<int>(mentions_.size());
  for (int i = size - 1; i >= 0 && i >= size - kLookback; --i) {
    const bool told = HasDays(mentions_[i]) || mentions_[i].precision == TimePrecision::kVague;
    if (told && !mentions_[i].deadline) return i;
  }
  return -1;
}

int Story::Nearest(TimePrecision widest) const {
  const int size = static_cast<int>(mentions_.size());
  for (int i = size - 1; i >= 0 && i >= size - kLookback; --i) {
    const TimeMention& mention = mentions_[i];
    const bool stage = HasDays(mention) && !mention.deadline && !background_[i];
    if (stage && mention.precision <= widest) return i;
  }
  return -1;
}

bool Story::Touches(const TimeExpression& expression) const {
  return !mentions_.empty() && expression.span.begin - mentions_.back().span.end <= 1;
}

bool Story::CountsBackFromStory(const TimeExpression& expression) const {
  if (expression.anchored_before) return true;
  // 2023年1月底，半年前刚离开…: right behind a time, it counts from there.
  return Touches(expression) && HasDays(mentions_.back());
}

int Story::FindAnchor(const TimeExpression& expression) const {
  const bool by_length = expression.length.has_value();
  if (by_length && expression.bound == TimeBound::kBefore) {
    if (!CountsBackFromStory(expression)) return -1;
  } else if (by_length ? expression.bound != TimeBound::kAfter && expression.bound != TimeBound::kFirst
                       : expression.parts.front().basis != TimeBasis::kAnchor) {
    return -1;
  }
  // 清明节|前一天: what it follows, however wide.
  if (!by_length && Touches(expression) && HasDays(mentions_.back()))
    return static_cast<int>(mentions_.size()) - 1;
  const int fitting = Nearest(WidestAnchor(expression));
  return fitting >= 0 ? fitting : Nearest(TimePrecision::kYear);
}

int Story::FindContext(const TimeExpression& expression) const {
  if (expression.length || expression.parts.front().basis != TimeBasis::kNamed) return -1;
  const TimeField field = expression.parts.front().field;
  if (field == TimeField::kYear || field == TimeField::kDecade || field == TimeField::kWeekday) return -1;
  const bool within_month = field == TimeField::kDay || field == TimeField::kMonthEdge;
  const int told = LastTold();
  if (told < 0 ||
      !(TellsItsYear(mentions_[told]) || (within_month && TellsMonth(mentions_[told], expression))))
    return -1;
  if (Touches(expression)) return told;
  if (IsOtherPlan(mentions_[told], expression)) return -1;
  const TimePrecision widest = within_month ? TimePrecision::kMonth : TimePrecision::kSeason;
  return mentions_[told].precision <= widest ? told : -1;
}

// 4月X升任CEO，前任月底退休: a month says in its sentence which one the next days are of.
bool Story::TellsMonth(const TimeMention& told, const TimeExpression& expression) const {
  return HasDays(told) && told.precision == TimePrecision::kMonth &&
         structure_.SentenceAt(told.span.begin) == structure_.SentenceAt(expression.span.begin);
}

// 将在2026年6月上线。9月1日，: a plan sets no year for what the next sentence tells.
bool Story::IsOtherPlan(const TimeMention& told, const TimeExpression& expression) const {
  return published_ && *told.interval.start > *published_ &&
         structure_.SentenceAt(told.span.begin) != structure_.SentenceAt(expression.span.begin);
}

void Story::Add(const TimeExpression& expression, TimeMention mention) {
  background_.push_back(expression.length && expression.bound == TimeBound::kBefore);
  mentions_.push_back(std::move(mention));
}

StoryScope Story::ScopeOf(const TimeExpression& expression) const {
  StoryScope scope{.past = {.published = published_}, .plan = {.published = published_}};
  scope.anchor = FindAnchor(expression);
  if (scope.anchor >= 0) {
    scope.past.anchor = DaysOf(mentions_[scope.anchor].interval);
    scope.plan.anchor = DaysOf(mentions_[scope.anchor].future_interval);
  }
  scope.context = FindContext(expression);
  if (scope.context < 0) return scope;
  scope.past.context = DaysOf(mentions_[scope.context].interval);
  if (Touches(expression)) scope.plan.context = scope.past.context;  // 2026年，6月: one date in two pieces
  return scope;
}

}  // namespace annals
