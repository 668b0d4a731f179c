// What a text has told of so far: which time 同月 and 三个月后 hang on, and which year a bare 6月 goes on
// from.
#ifndef ANNALS_EXTRACTOR_TIMES_STORY_H_
#define ANNALS_EXTRACTOR_TIMES_STORY_H_

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"
#include "extractor/text/structure.h"
#include "extractor/times/time_expression.h"
#include "extractor/times/time_mention.h"
#include "extractor/times/time_resolver.h"

namespace annals {

struct StoryScope {
  TimeScope past;    // for what has happened
  TimeScope plan;    // for what is to happen: hangs on the anchor's future reading, and on no context
  int anchor = -1;   // index of the mention behind the anchors
  int context = -1;  // and behind past.context
};

// Takes mentions in text order. Not thread-safe; `structure` must outlive it.
class Story {
 public:
  Story(const Structure& structure, std::optional<absl::CivilDay> published)
      : structure_(structure), published_(published) {}

  // What an expression that stands behind all mentions so far may be resolved against.
  StoryScope ScopeOf(const TimeExpression& expression) const;

  void Add(const TimeExpression& expression, TimeMention mention);
  std::vector<TimeMention> Finish() { return std::move(mentions_); }

 private:
  int FindAnchor(const TimeExpression& expression) const;
  int FindContext(const TimeExpression& expression) const;
  // The last mention that moves the story: deadlines and lengths do not, 如今 does. -1 at the beginning.
  int LastTold() const;
  // The nearest earlier mention with days no wider than `widest` that an expression may hang on, or -1.
  int Nearest(const TimeExpression& expression, TimePrecision widest) const;
  bool IsSameAsLast(const TimeExpression& expression) const;
  bool GoesBackInStory(const TimeExpression& expression) const;
  // Does it stand right behind the last mention, but for a comma?
  bool Touches(const TimeExpression& expression) const;
  bool TellsMonth(const TimeMention& told, const TimeExpression& expression) const;
  bool IsOtherPlan(const TimeMention& told, const TimeExpression& expression) const;
  bool CountsBackFromStory(const TimeExpression& expression) const;

  const Structure& structure_;
  std::optional<absl::CivilDay> published_;
  std::vector<TimeMention> mentions_;
  std::vector<bool>
      background_;  // for each mention: it looks back (半年前), and the story does not go on from there
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_STORY_H_
