#include "extractor/events/trigger_finder.h"

#include <algorithm>
#include <utility>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

template <typename T, typename Test>
bool Any(const std::vector<T>& words, Test test) {
  return std::any_of(words.begin(), words.end(), test);
}

bool ContextAllows(const Trigger& trigger, std::u32string_view text, Span span) {
  return (trigger.before.empty() || trigger.before.AnyEndsAt(text, span.begin)) &&
         !trigger.not_before.AnyEndsAt(text, span.begin) &&
         (trigger.after.empty() || trigger.after.AnyBeginsAt(text, span.end)) &&
         !trigger.not_after.AnyBeginsAt(text, span.end);
}

// 封测|部, 授权|中心: the verb is part of a name.
bool IsBound(const ValencyLexicon& lexicon, std::u32string_view text, int end) {
  const char32_t next = end < static_cast<int>(text.size()) ? text[end] : 0;
  return Any(lexicon.bound_endings(), [&](const BoundEnding& bound) {
    return bound.ending.front() == next && text.substr(end).starts_with(bound.ending) &&
           !bound.unless.AnyBeginsAt(text, end);
  });
}

constexpr bool EndsGap(char32_t c) {
  return c == U',' || c == U'。' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U'\n';
}

// Finds the part after the gap. Many triggers differ only in it, so the reach of a gap is kept for the next
// one.
class TailFinder {
 public:
  TailFinder(std::u32string_view text, size_t longest_tail)
      : text_(text), longest_(kMaxTriggerGap + longest_tail) {
    // 任|CEO: tails are written small.
    std::transform(text_.begin(), text_.end(), text_.begin(), ToLower);
  }

  // Whether all these characters stand within reach of a gap that begins at `from`.
  bool MayReach(uint64_t characters, int from) {
    Measure(from);
    return (characters & ~characters_) == 0;
  }

  // Where the part after a gap of at least so many characters that begins at `from` ends, or -1: within
  // kMaxTriggerGap characters and no clause boundary between.
  int EndOfTail(const std::u32string& tail, int from, size_t least) {
    Measure(from);
    const size_t reach = std::min<size_t>(reach_, kMaxTriggerGap + tail.size());
    const size_t found = std::u32string_view(text_).substr(from, reach).find(tail, least);
    return found == std::u32string_view::npos ? -1 : from + static_cast<int>(found + tail.size());
  }

 private:
  void Measure(int from) {
    if (from == from_) return;
    from_ = from;
    reach_ = 0;
    while (reach_ < longest_ && from + reach_ < text_.size() && !EndsGap(text_[from + reach_])) ++reach_;
    characters_ = CharacterBits(std::u32string_view(text_).substr(from, reach_));
  }

  std::u32string text_;
  const size_t longest_;
  int from_ = -1;
  size_t reach_ = 0;
  uint64_t characters_ = 0;
};

bool ShareType(const TriggerHit& a, const TriggerHit& b, const ValencyLexicon& lexicon) {
  const auto type = [&](int reading) { return lexicon.triggers()[reading].type; };
  return Any(a.readings, [&](int x) { return Any(b.readings, [&](int y) { return type(x) == type(y); }); });
}

// 官宣X|不再担任|主教练: a longer word that holds the tail speaks for itself. `next`: the hit behind the
// gapped one.
bool IsTailTaken(const TriggerHit& gapped, std::vector<TriggerHit>::const_iterator next,
                 std::vector<TriggerHit>::const_iterator end, const ValencyLexicon& lexicon) {
  if (gapped.tail.empty()) return false;
  for (; next != end && next->word.begin < gapped.tail.begin; ++next) {
    const bool holds = next->word.begin > gapped.word.end && next->word.Contains(gapped.tail);
    if (holds && !ShareType(gapped, *next, lexicon)) return true;
  }
  return false;
}

// The first of overlapping words wins a place; of those that begin together the longest. What stands in the
// tail of another (放弃对…的收购) is no second event of its type.
std::vector<TriggerHit> WithoutOverlaps(std::vector<TriggerHit> hits, const ValencyLexicon& lexicon) {
  std::stable_sort(hits.begin(), hits.end(), [](const TriggerHit& a, const TriggerHit& b) {
    if (a.word.begin != b.word.begin) return a.word.begin < b.word.begin;
    return a.word.size() > b.word.size();
  });
  std::vector<TriggerHit> kept;
  for (auto at = hits.begin(); at != hits.end(); ++at) {
    TriggerHit& hit = *at;
    if (!kept.empty() && kept.back().word.end > hit.word.begin) continue;
    if (IsTailTaken(hit, at + 1, hits.end(), lexicon)) continue;
    // 分拆X|赴港|上市: nor what stands right before the tail.
    const bool in_tail = !kept.empty() && !kept.back().tail.empty() &&
                         (kept.back().tail.Overlaps(hit.word) || kept.back().tail.begin == hit.word.end);
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

// What stands before a verb of its own kind: a person may cut staff in a company's name, but an unknown name
// there is the company's (海辰|裁员).
TypeSet TypesOfSubject(const Trigger& trigger) {
  const TypeSet types = TypesOf(trigger.frame->subject);
  if (trigger.type != v1::EVENT_TYPE_LAYOFF) return types;
  return types & (TypeSet(EntityType::kOrganization) | EntityType::kUnit);
}

}  // namespace

std::vector<TriggerHit> FindTriggers(const FoldedText& text, const Structure& structure,
                                     const std::vector<Automaton::Hit>& words,
                                     const ValencyLexicon& lexicon) {
  const std::u32string_view chars = text.chars;
  TailFinder tails(chars, lexicon.longest_tail());
  std::vector<TriggerHit> hits;
  for (const Automaton::Hit& hit : words) {
    const TriggerGate& gate = lexicon.gate(hit.value);
    if (gate.tail_characters != 0 && !tails.MayReach(gate.tail_characters, hit.span.end)) continue;
    const Trigger& trigger = lexicon.triggers()[hit.value];
    if (gate.context && !ContextAllows(trigger, chars, hit.span)) continue;
    if (IsBound(lexicon, chars, hit.span.end)) continue;
    Span whole = hit.span;
    if (gate.tail_characters != 0) {
      // 任|董事长; but 关|店 and 接受|邀请 are words, which have rows of their own.
      const bool may_touch = hit.span.size() == 1 && trigger.tail.size() > 1;
      whole.end = tails.EndOfTail(trigger.tail, hit.span.end, may_touch ? 0 : 1);
      if (whole.end < 0) continue;
    }
    // All readings of one place come one after another.
    if (hits.empty() || hits.back().word != hit.span) hits.push_back({.word = hit.span});
    TriggerHit& place = hits.back();
    if (gate.tail_characters != 0 && whole.end > place.span.end)
      place.tail = {whole.end - static_cast<int>(trigger.tail.size()), whole.end};
    place.span = {whole.begin, std::max(whole.end, place.span.end)};
    place.readings.push_back(hit.value);
  }
  for (TriggerHit& hit : hits) hit.clause = structure.ClauseAt(hit.word.begin);
  std::erase_if(hits, [](const TriggerHit& hit) { return hit.clause < 0; });
  return FirstOfSentences(WithoutOverlaps(std::move(hits), lexicon), structure);
}

std::vector<PrepositionHit> FindPrepositions(const FoldedText& text, const std::vector<Automaton::Hit>& words,
                                             const ValencyLexicon& lexicon) {
  const std::u32string_view chars = text.chars;
  std::vector<PrepositionHit> hits;
  for (const Automaton::Hit& hit : words) {
    const Preposition& preposition = lexicon.prepositions()[hit.value];
    if (preposition.unless.AnyHolds(chars, hit.span.begin)) continue;
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
    MentionContext::Wall wall{hit.word, TypeSet(), TypeSet(), true};
    for (const int reading : hit.readings) {
      const Trigger& trigger = lexicon.triggers()[reading];
      wall.before = wall.before | TypesOfSubject(trigger);
      wall.after = wall.after | TypesOf(trigger.frame->object);
      wall.impersonal |= trigger.impersonal;
      const std::vector<SlotRole>& subject = trigger.frame->subject;
      wall.company &= !subject.empty() && subject.front().types.Only(EntityType::kOrganization);
    }
    walls.push_back(wall);
  }
  return walls;
}

namespace {

// 自|去|年9月1日起任董事长.
bool IsInsideTime(const Document& document, Span word) {
  const auto next = std::partition_point(document.times.begin(), document.times.end(),
                                         [word](const TimeMention& t) { return t.span.end <= word.begin; });
  return next != document.times.end() && next->span.Contains(word);
}

}  // namespace

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
  std::erase_if(document.triggers, [&](const TriggerHit& hit) {
    return inside(hit.word) || (hit.word.size() == 1 && IsInsideTime(document, hit.word));
  });
  std::erase_if(document.prepositions, [&](const PrepositionHit& hit) { return inside(hit.span); });
  const auto inside_trigger = [&](Span span) {
    const auto after = std::upper_bound(document.triggers.begin(), document.triggers.end(), span.begin,
                                        [](int p, const TriggerHit& hit) { return p < hit.word.begin; });
    return after != document.triggers.begin() && std::prev(after)->word.Overlaps(span);
  };
  std::erase_if(document.prepositions, [&](const PrepositionHit& hit) { return inside_trigger(hit.span); });
}

}  // namespace annals
