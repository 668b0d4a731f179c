#include "extractor/times/times.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/times/story.h"
#include "extractor/times/time_grammar.h"
#include "extractor/times/time_resolver.h"

namespace annals {
namespace {

TimePrecision PrecisionOfLength(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kYear:
      return TimePrecision::kYear;
    case TimeUnit::kQuarter:
    case TimeUnit::kMonth:
      return TimePrecision::kMonth;
    default:
      return TimePrecision::kDay;
  }
}

TimePrecision PrecisionOfExpression(const TimeExpression& expression) {
  if (expression.length) {
    const bool vague = expression.length->vague || expression.bound == TimeBound::kPast;
    return vague ? TimePrecision::kVague : PrecisionOfLength(expression.length->unit);
  }
  if (!expression.until.empty()) return PrecisionOf(expression.until.back());
  return PrecisionOf(expression.parts.back());
}

// What the words say apart from any calendar.
TimeMention Describe(const TimeExpression& expression) {
  TimeMention mention{.span = expression.span, .precision = PrecisionOfExpression(expression)};
  const TimeBound bound = expression.bound;
  mention.duration = expression.length && bound == TimeBound::kNone;
  mention.deadline = (bound == TimeBound::kBefore && !expression.length) || bound == TimeBound::kWithin;
  mention.open_start = bound == TimeBound::kAsOf || (mention.deadline && bound == TimeBound::kBefore);
  mention.open_end = bound == TimeBound::kSince || bound == TimeBound::kFrom || bound == TimeBound::kStart;
  if (mention.duration) mention.precision = TimePrecision::kNone;
  return mention;
}

void Resolve(const TimeExpression& expression, const StoryScope& scope, const Festivals& festivals,
             TimeMention& mention) {
  const ResolvedTime past = ResolveTime(expression, scope.past, TimeLean::kPast, festivals);
  const ResolvedTime future = ResolveTime(expression, scope.plan, TimeLean::kFuture, festivals);
  mention.interval = past.interval;
  mention.future_interval = future.interval.empty() ? past.interval : future.interval;
  mention.reference = past.reference != TimeReference::kNone ? past.reference : future.reference;
}

// Spans of 《》 quotations: 《明日之后》 names no day.
class Titles {
 public:
  explicit Titles(const Structure& structure) {
    for (const Quotation& quotation : structure.quotations) {
      if (quotation.kind == Quotation::Kind::kTitle) spans_.push_back(quotation.outer);
    }
  }
  // The end of the title that holds `position`, or `position`. Positions must ascend.
  int SkipFrom(int position) {
    while (next_ < spans_.size() && spans_[next_].end <= position) ++next_;
    return next_ < spans_.size() && spans_[next_].begin <= position ? spans_[next_].end : position;
  }

 private:
  std::vector<Span> spans_;
  size_t next_ = 0;
};

// 皮卡“山脊Q1”: models that are called like quarters, in quotation marks once and without them later.
class QuarterModels {
 public:
  QuarterModels(const FoldedText& text, const Structure& structure) : chars_(text.chars) {
    for (const Quotation& quotation : structure.quotations) {
      const int at = quotation.inner.end - 2;
      if (quotation.inner.size() > kLongest || at < quotation.inner.begin + kStem || !IsQuarter(at)) continue;
      if (chars_[at - 1] >= kFirstHan) stems_.push_back(Stem(at));
    }
  }
  bool Holds(int position) const {
    return !stems_.empty() && position >= kStem && IsQuarter(position) &&
           std::find(stems_.begin(), stems_.end(), Stem(position)) != stems_.end();
  }

 private:
  static constexpr int kStem = 2, kLongest = 8;  // characters
  static constexpr char32_t kFirstHan = 0x4E00;

  bool IsQuarter(int at) const {
    const bool letter = chars_[at] == U'Q' || chars_[at] == U'q';
    return letter && at + 1 < static_cast<int>(chars_.size()) && IsAsciiDigit(chars_[at + 1]);
  }
  std::u32string_view Stem(int at) const { return std::u32string_view(chars_).substr(at - kStem, kStem); }

  const std::u32string& chars_;
  std::vector<std::u32string_view> stems_;
};

std::vector<TimeExpression> Scan(const FoldedText& text, const Structure& structure,
                                 const TimeLexicon& lexicon) {
  const TimeSource source{text.chars, &lexicon};
  std::vector<TimeExpression> expressions;
  Titles titles(structure);
  const QuarterModels models(text, structure);
  for (int position = 0; position < text.size();) {
    if (!lexicon.MayBegin(text.chars[position]) || models.Holds(position)) {
      ++position;
      continue;
    }
    const int after_title = titles.SkipFrom(position);
    if (after_title > position) {
      position = after_title;
      continue;
    }
    std::optional<TimeExpression> expression = MatchTimeExpression(source, position);
    position = expression ? expression->span.end : position + 1;
    if (expression) expressions.push_back(*std::move(expression));
  }
  return expressions;
}

}  // namespace

std::vector<TimeMention> FindTimes(const FoldedText& text, const Structure& structure,
                                   std::optional<absl::CivilDay> published, const TimeLexicon& lexicon) {
  Story story(structure, published);
  for (const TimeExpression& expression : Scan(text, structure, lexicon)) {
    TimeMention mention = Describe(expression);
    const StoryScope scope = story.ScopeOf(expression);
    Resolve(expression, scope, lexicon.festivals(), mention);
    if (mention.reference == TimeReference::kAnchor) mention.anchor = scope.anchor;
    if (mention.reference == TimeReference::kContext) mention.anchor = scope.context;
    story.Add(expression, std::move(mention));
  }
  return story.Finish();
}

void ResolveAgainst(const DateInterval& anchor, const FoldedText& text, const TimeLexicon& lexicon,
                    TimeMention& mention) {
  if (mention.reference != TimeReference::kAnchor && mention.reference != TimeReference::kNone) return;
  if (mention.duration || anchor.empty()) return;
  const std::optional<TimeExpression> expression =
      MatchTimeExpression({text.chars, &lexicon}, mention.span.begin);
  if (!expression || expression->span != mention.span) return;
  const absl::CivilDay first = anchor.start ? *anchor.start : *anchor.end;
  const TimeScope scope{.anchor = Days{first, anchor.end ? *anchor.end : first}};
  const ResolvedTime resolved = ResolveTime(*expression, scope, TimeLean::kPast, lexicon.festivals());
  if (resolved.interval.empty() || resolved.reference != TimeReference::kAnchor) return;
  mention.reference = resolved.reference;
  mention.interval = mention.future_interval = resolved.interval;
  mention.anchor = -1;
}

}  // namespace annals
