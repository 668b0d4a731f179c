#include "extractor/discourse/sources.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kMaxScope = 300;   // characters: bounds the work in sentences without end
constexpr int kMaxSources = 64;  // sources looked at for one event
constexpr int kMaxSourceGap = 24;
constexpr int kNameBeforeCue = 4;
constexpr int kShortestSource = 3, kLongestSource = 14;

// The part of the sentence between semicolons: what a source covers.
Span SegmentAround(const Document& document, Span span) {
  Span segment = document.structure.sentences[document.structure.SentenceAt(span.begin)].span;
  segment.begin = std::max(segment.begin, span.begin - kMaxScope);
  segment.end = std::min(segment.end, span.end + kMaxScope);
  const std::u32string_view words = document.View(segment);
  const size_t before = words.substr(0, span.begin - segment.begin).rfind(U';');
  const size_t after = words.find(U';', span.end - segment.begin);
  if (after != std::u32string_view::npos) segment.end = segment.begin + static_cast<int>(after);
  if (before != std::u32string_view::npos) segment.begin += static_cast<int>(before) + 1;
  return segment;
}

// What 据…报道 covers: all that follows in its segment; what stands before it only where nothing follows.
Span ScopeOf(const Document& document, const CueHit& hit) {
  Span scope = SegmentAround(document, hit.span);
  const int clause_end = document.ClauseSpan(hit.clause).end;
  const int begin = std::min(document.ClauseSpan(hit.clause).begin, hit.span.begin);
  if (scope.end - clause_end > 2) scope.begin = std::max(scope.begin, begin);
  return scope;
}

}  // namespace

Sources::Sources(const Document& document, const std::vector<Attribution>& told)
    : document_(document), attributions_(told) {
  for (const CueHit& hit : document.cues) AddCited(hit);
  AddHeads();
  std::stable_sort(attributions_.begin(), attributions_.end(),
                   [](const Attribution& a, const Attribution& b) { return a.scope.begin < b.scope.begin; });
}

// The name in the gap of a cue, right before it, or, behind one that leaves its source open (据彭博社,…),
// right behind it.
int Sources::NamedAt(const CueHit& hit) const {
  const int clause = document_.ClauseSpan(hit.clause).begin;
  for (const Mention& m : document_.MentionsIn({hit.span.begin - kMaxSourceGap, hit.span.end + 2})) {
    if (m.entity < 0 || m.kind != Mention::Kind::kName) continue;
    const bool inside = hit.span.Contains(m.span);
    const bool before = hit.cue->tail.empty() && m.span.begin >= clause && m.span.end <= hit.span.begin &&
                        hit.span.begin - m.span.end <= kNameBeforeCue;
    const bool behind = m.span.begin >= hit.span.end && ClosesSource(m.span.end);
    if (inside || before || behind) return m.entity;
  }
  return -1;
}

// A comma, perhaps behind the marks of a title.
bool Sources::ClosesSource(int position) const {
  const std::u32string& text = document_.text.chars;
  if (position < document_.text.size() && (text[position] == U'》' || text[position] == U'”')) ++position;
  return position < document_.text.size() && text[position] == U',';
}

void Sources::AddCited(const CueHit& hit) {
  if (hit.cue->kind != Cue::Kind::kReported) return;
  const int source = NamedAt(hit);
  const Span name = source >= 0 ? Span() : UnlistedAt(hit);
  const Span scope = ScopeOf(document_, hit);
  const bool named = source >= 0 || !name.empty();
  if (named) attributions_.push_back({source, scope, true, name});
  AddPaper(hit, source, {named ? scope.end : hit.span.end, scope.end});
}

// IDC数据显示，A为12%；|B为9%|: of all numbers of the sentence. 招股书显示, 云岚科技8月7日的财报显示: of
// numbers alone, whoever issued it.
void Sources::AddPaper(const CueHit& hit, int source, Span scope) {
  const Span clause = document_.ClauseSpan(hit.clause);
  const std::u32string_view word = document_.View(hit.span);
  const bool shows =
      word.ends_with(U"显示") || (word == U"披露" && EndsPaper({clause.begin, hit.span.begin}));
  if (!shows || clause.begin >= hit.span.begin + static_cast<int>(word.size()) - 2) return;
  const Span sentence = document_.structure.sentences[document_.SentenceOf(hit.clause)].span;
  scope.end = std::min(sentence.end, hit.span.end + kMaxScope);
  const Span paper{clause.begin, hit.span.end - 2};
  if (source < 0 && !IsNamedPaper(paper)) return;
  attributions_.push_back({source >= 0 ? source : OpenerOf(clause), scope, true, paper, true});
}

bool Sources::EndsPaper(Span words) const {
  return document_.classes->AnyCloses(WordClass::kReport, document_.View(words));
}

// Not 公开数据: a paper of nobody.
bool Sources::IsNamedPaper(Span words) const {
  const std::u32string_view view = document_.View(words);
  constexpr size_t kShortestPaper = 3;
  return EndsPaper(words) && view.size() >= kShortestPaper && words.size() <= kMaxSourceGap &&
         !document_.classes->AnyOpens(WordClass::kNoReport, view);
}

// The company or product whose name opens a clause; -1: none does.
int Sources::OpenerOf(Span clause) const {
  const Mention* next = document_.MentionFrom(clause.begin);
  const bool opens = next != nullptr && next->span.begin - clause.begin <= 1 && next->entity >= 0 &&
                     next->kind == Mention::Kind::kName &&
                     document_.mentions.entities[next->entity].type != EntityType::kPerson;
  return opens ? next->entity : -1;
}

// 据|青鸟早报|消息: the words in the gap, where they point to nobody and are nobody in particular (知情人士).
Span Sources::UnlistedAt(const CueHit& hit) const {
  if (hit.cue->tail.empty()) return {};
  const Span gap{hit.span.begin + static_cast<int>(hit.cue->word.size()),
                 hit.span.end - static_cast<int>(hit.cue->tail.size())};
  if (gap.size() < kShortestSource || gap.size() > kLongestSource) return {};
  const std::span<const Mention> inside = document_.MentionsIn(gap);
  const bool names = std::all_of(inside.begin(), inside.end(),
                                 [](const Mention& mention) { return mention.kind == Mention::Kind::kName; });
  return names ? gap : Span();
}

// IDC：一季度…: a medium or research house before the colon that opens a sentence.
void Sources::AddHeads() {
  for (const Mention& mention : document_.mentions.mentions) {
    if (mention.entity < 0 || mention.kind != Mention::Kind::kName || !document_.is_source[mention.entity])
      continue;
    const int end = mention.span.end;
    if (end >= document_.text.size() || document_.text.chars[end] != U':') continue;
    const Span sentence =
        document_.structure.sentences[document_.structure.SentenceAt(mention.span.begin)].span;
    if (mention.span.begin - sentence.begin > 1) continue;
    attributions_.push_back({mention.entity, {end, std::min(sentence.end, end + kMaxScope)}, true});
  }
}

const Attribution* Sources::Of(const EventDraft& draft) const {
  const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
  const int from = std::max(sentence.begin, draft.trigger.begin - 2 * kMaxScope);
  auto next = std::lower_bound(attributions_.begin(), attributions_.end(), from,
                               [](const Attribution& a, int position) { return a.scope.begin < position; });
  const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
  for (int looked = 0;
       next != attributions_.end() && next->scope.begin <= draft.trigger.begin && looked < kMaxSources;
       ++next, ++looked) {
    if (!next->scope.Contains(draft.trigger)) continue;
    if (next->of_measures && draft.type != v1::EVENT_TYPE_METRIC) continue;
    if (speaks && (!next->cited || (next->entity >= 0 && draft.Has(v1::ROLE_SPEAKER, next->entity))))
      continue;
    return &*next;
  }
  return nullptr;
}

}  // namespace annals
