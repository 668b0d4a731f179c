#include "extractor/times/story.h"

#include <utility>

namespace annals {
namespace {

constexpr int kSentencesBack = 3;  // from a day of the story to what goes back from it
constexpr int kLookback = 24;      // mentions; bounds the work for each expression

bool HasDays(const TimeMention& mention) {
  return mention.interval.start && mention.interval.end && mention.future_interval.start &&
         mention.future_interval.end;
}

Days DaysOf(const DateInterval& interval) { return {*interval.start, *interval.end}; }

// 由2022年开始，当年…: what has begun then and goes on is counted from where it begins.
Days AnchorOf(const TimeMention& mention, const DateInterval& interval) {
  const Days days = DaysOf(interval);
  return mention.open_end && mention.precision == TimePrecision::kYear ? Days{days.first, days.first} : days;
}

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

int Story::Nearest(const TimeExpression& expression, TimePrecision widest) const {
  const bool then = !expression.length && expression.parts.front().field == TimeField::kSame;  // 届时
  const int size = static_cast<int>(mentions_.size());
  for (int i = size - 1; i >= 0 && i >= size - kLookback; --i) {
    const TimeMention& mention = mentions_[i];
    const bool stage = HasDays(mention) && !mention.deadline && !background_[i];
    if (stage && mention.precision <= widest && (then || !IsOtherPlan(mention, expression))) return i;
  }
  return -1;
}

// 三个月前，X接任。同一天，: the same day is that of the sentence before, however it was told.
bool Story::IsSameAsLast(const TimeExpression& expression) const {
  if (expression.length || mentions_.empty() || !background_.back() || !HasDays(mentions_.back()))
    return false;
  const TimePart& first = expression.parts.front();
  const int apart =
      structure_.SentenceAt(expression.span.begin) - structure_.SentenceAt(mentions_.back().span.begin);
  return first.basis == TimeBasis::kAnchor && first.value == 0 && apart <= 1 &&
         mentions_.back().precision <= TimePrecision::kMonth;
}

bool Story::Touches(const TimeExpression& expression) const {
  return !mentions_.empty() && expression.span.begin - mentions_.back().span.end <= 1;
}

bool Story::CountsBackFromStory(const TimeExpression& expression) const {
  if (expression.anchored_before || GoesBackInStory(expression)) return true;
  // 2023年1月底，半年前刚离开…: right behind a time, it counts from there.
  return Touches(expression) && HasDays(mentions_.back());
}

// 11月28日，X启动裁员。两天前，Y…, on the 30th: who goes back in a story does not stay on its day.
bool Story::GoesBackInStory(const TimeExpression& expression) const {
  if (!published_ || expression.length->unit != TimeUnit::kDay || expression.length->vague) return false;
  const int last = Nearest(expression, TimePrecision::kDay);
  if (last < 0 || last + 2 < static_cast<int>(mentions_.size())) return false;
  const int apart =
      structure_.SentenceAt(expression.span.begin) - structure_.SentenceAt(mentions_[last].span.begin);
  const absl::CivilDay counted = *published_ - static_cast<int>(expression.length->count);
  return apart <= kSentencesBack && mentions_[last].interval.start == counted &&
         mentions_[last].interval.end == counted;
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
  if (IsSameAsLast(expression)) return static_cast<int>(mentions_.size()) - 1;
  const int fitting = Nearest(expression, WidestAnchor(expression));
  return fitting >= 0 ? fitting : Nearest(expression, TimePrecision::kYear);
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
    const TimeMention& anchor = mentions_[scope.anchor];
    scope.past.anchor = AnchorOf(anchor, anchor.interval);
    scope.plan.anchor = AnchorOf(anchor, anchor.future_interval);
  }
  scope.context = FindContext(expression);
  if (scope.context < 0) return scope;
  scope.past.context = DaysOf(mentions_[scope.context].interval);
  if (Touches(expression)) scope.plan.context = scope.past.context;  // 2026年，6月: one date in two pieces
  return scope;
}

}  // namespace annals
