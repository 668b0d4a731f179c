#include "extractor/events/trigger_finder.h"

#include <algorithm>
#include <map>
#include <utility>

namespace annals {
namespace {

bool StandsBefore(std::u32string_view text, int position, std::u32string_view word) {
  return position >= static_cast<int>(word.size()) &&
         text.substr(position - word.size(), word.size()) == word;
}

bool StandsAfter(std::u32string_view text, int position, std::u32string_view word) {
  return text.substr(position, word.size()) == word;
}

template <typename T, typename Test>
bool Any(const std::vector<T>& words, Test test) {
  return std::any_of(words.begin(), words.end(), test);
}

bool ContextAllows(const Trigger& trigger, std::u32string_view text, Span span) {
  const auto before = [&](const std::u32string& word) { return StandsBefore(text, span.begin, word); };
  const auto after = [&](const std::u32string& word) { return StandsAfter(text, span.end, word); };
  return (trigger.before.empty() || Any(trigger.before, before)) && !Any(trigger.not_before, before) &&
         (trigger.after.empty() || Any(trigger.after, after)) && !Any(trigger.not_after, after);
}

// 封测|部, 授权|中心: the verb is part of a name.
bool IsBound(const ValencyLexicon& lexicon, std::u32string_view text, int end) {
  return Any(lexicon.bound_endings(), [&](const BoundEnding& bound) {
    const auto stands = [&](const std::u32string& word) { return StandsAfter(text, end, word); };
    return stands(bound.ending) && !Any(bound.unless, stands);
  });
}

// Where the part after the gap ends, or -1: within kMaxTriggerGap characters and no clause boundary between.
int EndOfTail(const Trigger& trigger, std::u32string_view text, int from) {
  std::u32string_view window = text.substr(from, kMaxTriggerGap + trigger.tail.size());
  window = window.substr(0, window.find_first_of(U",。;:!?\n"));
  const size_t found = window.find(trigger.tail);
  return found == std::u32string_view::npos ? -1 : from + static_cast<int>(found + trigger.tail.size());
}

bool ShareType(const TriggerHit& a, const TriggerHit& b, const ValencyLexicon& lexicon) {
  const auto type = [&](int reading) { return lexicon.triggers()[reading].type; };
  return Any(a.readings, [&](int x) { return Any(b.readings, [&](int y) { return type(x) == type(y); }); });
}

// The first of overlapping words wins a place; of those that begin together the longest. What stands in the
// tail of another (放弃对…的收购) is no second event of its type.
std::vector<TriggerHit> WithoutOverlaps(std::vector<TriggerHit> hits, const ValencyLexicon& lexicon) {
  std::stable_sort(hits.begin(), hits.end(), [](const TriggerHit& a, const TriggerHit& b) {
    if (a.word.begin != b.word.begin) return a.word.begin < b.word.begin;
    return a.word.size() > b.word.size();
  });
  std::vector<TriggerHit> kept;
  for (TriggerHit& hit : hits) {
    if (!kept.empty() && kept.back().word.end > hit.word.begin) continue;
    const bool in_tail = !kept.empty() && kept.back().tail.Overlaps(hit.word);
    if (in_tail && ShareType(kept.back(), hit, lexicon)) continue;
    kept.push_back(std::move(hit));
  }
  return kept;
}

std::vector<TriggerHit> FirstOfSentences(std::vector<TriggerHit> hits, const Structure& structure) {
  std::vector<TriggerHit> kept;
  int sentence = -1, count = 0;
  for (TriggerHit& hit : hits) {
    const int its = structure.clauses[hit.clause].sentence;
    if (its != sentence) count = 0;
    sentence = its;
    if (++count <= kMaxTriggersInSentence) kept.push_back(std::move(hit));
  }
  return kept;
}

TypeSet TypesOf(const std::vector<SlotRole>& slots) {
  TypeSet types;
  for (const SlotRole& slot : slots) types = types | slot.types;
  return types;
}

}  // namespace

std::vector<TriggerHit> FindTriggers(const FoldedText& text, const Structure& structure,
                                     const ValencyLexicon& lexicon) {
  const std::u32string_view chars = text.chars;
  std::map<std::pair<int, int>, TriggerHit> found;
  for (const Automaton::Hit& hit : lexicon.trigger_words().Match(chars)) {
    const Trigger& trigger = lexicon.triggers()[hit.value];
    if (!ContextAllows(trigger, chars, hit.span) || IsBound(lexicon, chars, hit.span.end)) continue;
    Span whole = hit.span;
    if (!trigger.tail.empty()) {
      whole.end = EndOfTail(trigger, chars, hit.span.end);
      if (whole.end < 0) continue;
    }
    TriggerHit& place = found[{hit.span.begin, hit.span.end}];
    place.word = hit.span;
    if (!trigger.tail.empty() && whole.end > place.span.end)
      place.tail = {whole.end - static_cast<int>(trigger.tail.size()), whole.end};
    place.span = {whole.begin, std::max(whole.end, place.span.end)};
    place.readings.push_back(hit.value);
  }
  std::vector<TriggerHit> hits;
  for (auto& [place, hit] : found) {
    hit.clause = structure.ClauseAt(hit.word.begin);
    if (hit.clause >= 0) hits.push_back(std::move(hit));
  }
  return FirstOfSentences(WithoutOverlaps(std::move(hits), lexicon), structure);
}

std::vector<PrepositionHit> FindPrepositions(const FoldedText& text, const ValencyLexicon& lexicon) {
  const std::u32string_view chars = text.chars;
  std::vector<PrepositionHit> hits;
  for (const Automaton::Hit& hit : lexicon.preposition_words().Match(chars)) {
    const Preposition& preposition = lexicon.prepositions()[hit.value];
    const bool inside_word = Any(preposition.unless, [&](const std::u32string& word) {
      const size_t at = word.find(preposition.word);
      if (at == std::u32string::npos || static_cast<int>(at) > hit.span.begin) return false;
      return chars.substr(hit.span.begin - at, word.size()) == word;
    });
    if (inside_word) continue;
    if (!hits.empty() && hits.back().span.begin >= hit.span.begin) hits.pop_back();  // 获 of 获得
    if (!hits.empty() && hits.back().span.end > hit.span.begin) continue;
    hits.push_back({hit.span, hit.value});
  }
  return hits;
}

std::vector<MentionContext::Wall> WallsOf(const std::vector<TriggerHit>& hits,
                                          const ValencyLexicon& lexicon) {
  std::vector<MentionContext::Wall> walls;
  for (const TriggerHit& hit : hits) {
    MentionContext::Wall wall{hit.word, TypeSet(), TypeSet()};
    for (const int reading : hit.readings) {
      const Frame& frame = *lexicon.triggers()[reading].frame;
      wall.before = wall.before | TypesOf(frame.subject);
      wall.after = wall.after | TypesOf(frame.object);
    }
    walls.push_back(wall);
  }
  return walls;
}

void DropInsideNames(Document& document) {
  std::vector<Span> names;
  for (const Mention& mention : document.mentions.mentions) {
    if (mention.kind == Mention::Kind::kName) names.push_back(mention.span);
  }
  std::sort(names.begin(), names.end(), [](Span a, Span b) { return a.begin < b.begin; });
  const auto inside = [&](Span span) {
    auto after = std::upper_bound(names.begin(), names.end(), span.begin,
                                  [](int position, Span name) { return position < name.begin; });
    return after != names.begin() && std::prev(after)->Overlaps(span);
  };
  std::erase_if(document.triggers, [&](const TriggerHit& hit) { return inside(hit.word); });
  std::erase_if(document.prepositions, [&](const PrepositionHit& hit) { return inside(hit.span); });
  const auto inside_trigger = [&](Span span) {
    const auto after = std::upper_bound(document.triggers.begin(), document.triggers.end(), span.begin,
                                        [](int p, const TriggerHit& hit) { return p < hit.word.begin; });
    return after != document.triggers.begin() && std::prev(after)->word.Overlaps(span);
  };
  std::erase_if(document.prepositions, [&](const PrepositionHit& hit) { return inside_trigger(hit.span); });
}

}  // namespace annals
