#include "extractor/events/stays.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kLongestHedge = 3;  // characters between a stay and its length: 整整, 差不多

// 毕业后，|在云岚待了九年: the words before a stay that may say when it began.
int BeginOfSetting(const Structure& structure, std::u32string_view text, int clause) {
  const Clause& own = structure.clauses[clause];
  if (clause == 0 || structure.clauses[clause - 1].sentence != own.sentence) return own.span.begin;
  const Span before = structure.clauses[clause - 1].span;
  return text.substr(before.begin, before.size()).ends_with(U"后") ? before.begin : own.span.begin;
}

bool HasBeginning(const Document& document, const TriggerHit& hit, int end) {
  auto next = std::partition_point(document.times.begin(), document.times.end(),
                                   [end](const TimeMention& each) { return each.span.begin < end; });
  if (next == document.times.end() || !next->duration || next->span.begin > end + kLongestHedge) return false;
  const int behind = next->span.end;
  if (behind < document.text.size() && document.text.chars[behind] == U'的') return false;
  const int begin = BeginOfSetting(document.structure, document.text.chars, hit.clause);
  while (next != document.times.begin() && (--next)->span.begin >= begin) {
    if (!next->duration) return true;
  }
  return false;
}

}  // namespace

void DropStaysWithoutBeginning(const Document& document, const ValencyLexicon& lexicon,
                               std::vector<TriggerHit>& hits) {
  for (TriggerHit& hit : hits) {
    std::erase_if(hit.readings, [&](int reading) {
      return lexicon.triggers()[reading].stay && !HasBeginning(document, hit, hit.span.end);
    });
  }
  std::erase_if(hits, [](const TriggerHit& hit) { return hit.readings.empty(); });
}

}  // namespace annals
