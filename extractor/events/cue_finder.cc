#include "extractor/events/cue_finder.h"

#include <algorithm>

namespace annals {

namespace {

constexpr int kMaxNameBack = 12;  // characters from a cue back to where a name around it begins
constexpr int kShortCue = 2;

// 《听雨攻略》: whether the mark of a title or a quotation closes a name there.
bool IsClosed(const Document& document, int end) {
  return end < document.text.size() &&
         (document.text.chars[end] == U'》' || document.text.chars[end] == U'”');
}

// 新剧《…》 without its marks: 新剧|山海传|定档, of which the last character belongs to the title.
bool IsTitle(const Document& document, const Mention& mention, Span cue) {
  constexpr int kShortest = 3;
  static constexpr std::u32string_view kWorks = U"剧影片书";
  return document.View(cue) == U"传" && mention.span.end == cue.end && mention.span.size() >= kShortest &&
         mention.types.Only(EntityType::kProduct) && mention.span.begin > 0 &&
         kWorks.find(document.text.chars[mention.span.begin - 1]) != kWorks.npos;
}

// 唐|未|离职: without the cue nothing but a surname would be left.
bool IsWholePerson(const Mention& mention, Span cue) {
  return mention.span.size() == 2 && cue.size() == 1 && mention.span.end == cue.end &&
         mention.types.Only(EntityType::kPerson);
}

// 任|正|非: inside a name. At its end the name may have taken in the cue.
bool IsInsideName(const Document& document, Span cue) {
  const std::span<const Mention> before = document.MentionsBefore(cue.begin);
  for (auto last = before.rbegin(); last != before.rend(); ++last) {
    const bool known = last->entity >= 0 && !document.mentions.entities[last->entity].known_id.empty();
    const bool sure = known || IsClosed(document, last->span.end) || IsTitle(document, *last, cue) ||
                      IsWholePerson(*last, cue);
    if (last->kind == Mention::Kind::kName && last->span.end >= cue.end + (sure ? 0 : 1)) return true;
    if (cue.begin - last->span.begin > kMaxNameBack) return false;
  }
  return false;
}

// 云岚|或|出任…, 第三季|或|再裁员: 或 hedges right behind a name or a time with a verb to come, and joins
// elsewhere (A|或|B, 收购|或|合并).
bool JoinsWords(const Document& document, Span cue) {
  if (document.View(cue) != U"或") return false;
  const auto ends = [&](const auto& spans, auto span_of) {
    auto next = std::partition_point(spans.begin(), spans.end(),
                                     [&](const auto& each) { return span_of(each).begin < cue.begin; });
    for (; next != spans.begin() && cue.begin - span_of(*std::prev(next)).begin <= kMaxNameBack; --next) {
      if (span_of(*std::prev(next)).end == cue.begin) return true;
    }
    return false;
  };
  const auto begins = [&](const auto& spans, auto span_of) {
    const auto next = std::partition_point(spans.begin(), spans.end(),
                                           [&](const auto& each) { return span_of(each).begin < cue.end; });
    return next != spans.end() && span_of(*next).begin == cue.end;
  };
  const auto of_mention = [](const Mention& mention) { return mention.span; };
  const auto of_time = [](const TimeMention& time) { return time.span; };
  const bool behind = ends(document.mentions.mentions, of_mention) || ends(document.times, of_time);
  return !behind || begins(document.mentions.mentions, of_mention) || begins(document.times, of_time);
}

}  // namespace

std::vector<CueHit> FindCues(const Document& document, const EventWords& words) {
  std::vector<CueHit> hits;
  for (const Automaton::Hit& hit : document.words.cues) {
    const Cue& cue = words.cues()[hit.value];
    if (cue.exceptions.AnyHolds(document.text.chars, hit.span.begin)) continue;
    Span span = hit.span;
    if (!cue.tail.empty()) {
      std::u32string_view window = std::u32string_view(document.text.chars).substr(span.end, kMaxCueGap);
      window = window.substr(0, window.find_first_of(U",。;!?\n"));
      const size_t tail = window.find(cue.tail);
      if (tail == std::u32string_view::npos) continue;
      span.end += static_cast<int>(tail + cue.tail.size());
    }
    while (!hits.empty() && hits.back().span.begin >= span.begin && hits.back().span.size() < span.size())
      hits.pop_back();
    if (!hits.empty() && hits.back().span.begin <= span.begin && hits.back().span.end >= span.end &&
        hits.back().span.size() > span.size()) {
      continue;
    }
    const int clause = document.structure.ClauseAt(span.begin);
    if (clause < 0 || (span.size() <= kShortCue && IsInsideName(document, span))) continue;
    if (JoinsWords(document, span)) continue;
    hits.push_back({span, &cue, clause});
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const CueHit& a, const CueHit& b) { return a.span.begin < b.span.begin; });
  return hits;
}

}  // namespace annals
