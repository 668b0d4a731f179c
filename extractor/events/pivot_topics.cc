#include "extractor/events/pivot_topics.h"

#include <algorithm>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr std::u32string_view kClosing = U",。;!?: ";
constexpr int kMaxTopic = 40;
constexpr int kMaxSource = 14;   // characters of what is left behind
constexpr int kShortest = 2;     // characters of a topic
constexpr int kClausesBack = 2;  // 从造车到卖铁，|X掉头

// Without what frames it: 了, 向 before, 了, 上 behind.
Span Trimmed(const Document& document, Span span) {
  const std::u32string& text = document.text.chars;
  constexpr std::u32string_view kBefore = U"了向到于", kBehind = U"了、而并";
  while (!span.empty() && kBefore.find(text[span.begin]) != kBefore.npos) ++span.begin;
  span.end = std::min(span.end, span.begin + kMaxTopic);
  while (!span.empty() && kBehind.find(text[span.end - 1]) != kBehind.npos) --span.end;
  return span;
}

// 下一站是|港交所: where shares are listed is no field.
bool IsExchange(const Document& document, Span topic) {
  constexpr int kLongestRest = 2;
  const Span exchange = document.ExchangeAt(topic.begin);
  return !exchange.empty() && topic.end <= exchange.end + kLongestRest;
}

void Add(const Document& document, v1::Role role, Span words, EventDraft& draft) {
  const Span topic = Trimmed(document, words);
  if (topic.size() < kShortest || draft.Find(role) != nullptr || IsExchange(document, topic)) return;
  draft.arguments.push_back({role, -1, topic, std::nullopt, "", 1.0});
}

bool OpensWithSource(std::u32string_view words) {
  return !words.empty() && (words.front() == U'从' || words.front() == U'由');
}

// 从|造车|转到|卖铁: both sides in one span; false where it tells but one.
bool AddBothSides(const Document& document, Span words, EventDraft& draft) {
  const std::u32string_view text = document.View(words);
  if (!OpensWithSource(text)) return false;
  for (int at = 1 + kShortest; at + kShortest <= words.size() && at <= kMaxSource; ++at) {
    const size_t turn = document.classes->LongestOpening(WordClass::kTurns, text.substr(at));
    if (turn == 0) continue;
    const int joint = words.begin + at;
    Add(document, v1::ROLE_FROM_TOPIC, {words.begin + 1, joint}, draft);
    Add(document, v1::ROLE_TO_TOPIC, {joint + static_cast<int>(turn), words.end}, draft);
    return true;
  }
  return false;
}

bool NamesSomebody(const Document& document, Span span) {
  const std::span<const Mention> named = document.MentionsIn(span);
  return !named.empty() && named.front().kind != Mention::Kind::kTitle;
}

bool IsTime(const Document& document, Span span) {
  const auto time =
      std::partition_point(document.times.begin(), document.times.end(),
                           [span](const TimeMention& each) { return each.span.end <= span.begin; });
  return time != document.times.end() && time->span.Overlaps(span);
}

// 从|造车|转行|卖车: what stands between the preposition and the verb.
void AddSourceBefore(const Document& document, const TriggerHit& hit, EventDraft& draft) {
  const int begin = std::max(document.ClauseSpan(draft.clause).begin, hit.word.begin - kMaxSource);
  auto next = std::partition_point(document.prepositions.begin(), document.prepositions.end(),
                                   [begin](const PrepositionHit& p) { return p.span.begin < begin; });
  for (; next != document.prepositions.end() && next->span.end <= hit.word.begin; ++next) {
    const Span words{next->span.end, hit.word.begin};
    const bool source = OpensWithSource(document.View(next->span)) && next->span.size() == 1;
    if (!source || NamesSomebody(document, words) || IsTime(document, words)) continue;
    const size_t adverb = document.classes->LongestClosing(WordClass::kAllTheWay, document.View(words));
    return Add(document, v1::ROLE_FROM_TOPIC, {words.begin, words.end - static_cast<int>(adverb)}, draft);
  }
}

// 不再…转做, 改做: where the next verb of the kind begins in the clause, else its end.
int EndOfTopic(const Document& document, const TriggerHit& hit, int from) {
  const int end = document.ClauseSpan(hit.clause).end;
  auto next = std::partition_point(document.triggers.begin(), document.triggers.end(),
                                   [from](const TriggerHit& t) { return t.word.begin < from + kShortest; });
  for (; next != document.triggers.end() && next->word.begin < end; ++next) {
    if (document.classes->AnyOpens(WordClass::kTurns, document.View(next->word))) return next->word.begin;
  }
  return end;
}

// 从造车到卖铁，X|掉头: the clause before says both.
bool AddFromClauseBefore(const Document& document, EventDraft& draft) {
  for (int clause = draft.clause - 1; clause >= std::max(0, draft.clause - kClausesBack); --clause) {
    if (document.SentenceOf(clause) != document.SentenceOf(draft.clause)) return false;
    Span words = document.ClauseSpan(clause);
    const std::u32string_view text = document.View(words);
    words.end = words.begin + static_cast<int>(text.find_last_not_of(U",: ") + 1);
    if (!IsTime(document, words) && AddBothSides(document, words, draft)) return true;
  }
  return false;
}

// 弃|车|从|房
void AddAroundTail(const Document& document, const TriggerHit& hit, EventDraft& draft) {
  Add(document, v1::ROLE_FROM_TOPIC, {hit.word.end, hit.tail.begin}, draft);
  Add(document, v1::ROLE_TO_TOPIC, {hit.tail.end, document.ClauseSpan(hit.clause).end}, draft);
}

// 重心|将从|地产|转到, 重心从|地产|转到
void AddSourceInGap(const Document& document, Span gap, EventDraft& draft) {
  constexpr size_t kReach = 4;
  const size_t source = document.View(gap).substr(0, kReach).find_first_of(U"从由");
  if (source == std::u32string_view::npos) return;
  Add(document, v1::ROLE_FROM_TOPIC, {gap.begin + static_cast<int>(source) + 1, gap.end}, draft);
}

// 放弃安防，|专注|车用芯片; 告别大模型，|成了一家|具身智能公司: the clause behind says what is taken up,
// unless an event of its own does.
void AddFromClauseBehind(const Document& document, EventDraft& draft) {
  const int clause = draft.clause + 1;
  if (clause >= static_cast<int>(document.structure.clauses.size()) ||
      document.SentenceOf(clause) != document.SentenceOf(draft.clause))
    return;
  Span words = document.ClauseSpan(clause);
  words.begin += static_cast<int>(document.classes->AllOpening(WordClass::kGoesOver, document.View(words)));
  const int verb =
      static_cast<int>(document.classes->LongestOpening(WordClass::kTakesUp, document.View(words)));
  const auto trigger =
      std::partition_point(document.triggers.begin(), document.triggers.end(),
                           [&](const TriggerHit& hit) { return hit.word.begin < words.begin; });
  const bool told = trigger != document.triggers.end() && trigger->word.begin < words.begin + verb;
  if (verb == 0 || told) return;
  words.begin += verb;
  while (!words.empty() && kClosing.find(document.text.chars[words.end - 1]) != kClosing.npos) --words.end;
  words.begin += static_cast<int>(document.classes->AllOpening(WordClass::kDeterminer, document.View(words)));
  if (NamesSomebody(document, {words.begin, words.begin + 1})) return;
  Add(document, v1::ROLE_TO_TOPIC, words, draft);
}

// 身家押|在了|机器人|上
Span WithoutPlace(const Document& document, Span words) {
  const size_t place = document.classes->LongestClosing(WordClass::kPlaceEnding, document.View(words));
  // 转向|线上: a word that ends so.
  if (words.size() - static_cast<int>(place) < kShortest) return words;
  return {words.begin, words.end - static_cast<int>(place)};
}

}  // namespace

void AddPivotTopics(const Document& document, const TriggerHit& hit, const Frame& frame, EventDraft& draft) {
  const bool to = frame.Takes(ValueKind::kToTopic), from = frame.Takes(ValueKind::kFromTopic);
  if (!to && !from) return;
  const bool aimed =
      !hit.tail.empty() && document.classes->AnyCloses(WordClass::kTurns, document.View(hit.tail));
  if (to && from && !hit.tail.empty()) return AddAroundTail(document, hit, draft);
  if (to && aimed) {
    AddSourceInGap(document, {hit.word.end - 1, hit.tail.begin}, draft);
    const Span rest{hit.tail.end, document.ClauseSpan(hit.clause).end};
    return Add(document, v1::ROLE_TO_TOPIC, WithoutPlace(document, rest), draft);
  }
  // 资源|向|车载面板|集中
  const bool towards =
      !hit.tail.empty() && document.View(hit.word).find_last_of(U"向往") == hit.word.size() - 1u;
  if (to && towards) return Add(document, v1::ROLE_TO_TOPIC, {hit.word.end, hit.tail.begin}, draft);
  const Span whole{hit.word.end, document.ClauseSpan(hit.clause).end};
  if (to && (AddBothSides(document, whole, draft) || AddFromClauseBefore(document, draft))) return;
  Span rest{hit.word.end, EndOfTopic(document, hit, hit.word.end)};
  if (rest.size() == 1) --rest.begin;  // 不再造|车
  Add(document, to ? v1::ROLE_TO_TOPIC : v1::ROLE_FROM_TOPIC, WithoutPlace(document, rest), draft);
  if (to) return AddSourceBefore(document, hit, draft);
  AddFromClauseBehind(document, draft);
}

}  // namespace annals
