#include "extractor/events/metric_words.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr int kMaxNameBack = 12;  // characters from a measure back to where a name around it begins

constexpr int kMaxToShares = 30;  // characters from a share back to words of a company's shares
constexpr int kMaxWhole = 16;     // of what something is a share of

constexpr int kMaxSentencesBack = 2;  // from a word that stands for a measure to the measure

constexpr std::string_view kSameKind = "same";
constexpr std::string_view kMoveKind = "move";
constexpr std::string_view kShareKind = "share";

// 小鹏|汽车|毛利率: the name ends later.
bool BeginsInsideName(const Document& document, int position) {
  const std::span<const Mention> near = document.MentionsIn({position - kMaxNameBack, position});
  return std::any_of(near.begin(), near.end(), [position](const Mention& mention) {
    return mention.kind == Mention::Kind::kName && mention.span.end > position;
  });
}

// The company or product whose name ends at `position`, at most an adverb of one character between.
bool IsNamedBefore(const Document& document, int position) {
  const std::span<const Mention> before = document.MentionsBefore(position);
  if (before.empty()) return false;
  const Mention& name = before.back();
  if (name.kind != Mention::Kind::kName || name.entity < 0) return false;
  if (name.span.end > position || position - name.span.end > 1) return false;
  const std::u32string_view between = document.View({name.span.end, position});
  if (!between.empty() && !document.classes->AnyIn(WordClass::kAlso, between)) return false;
  const EntityType type = document.mentions.entities[name.entity].type;
  return type == EntityType::kOrganization || type == EntityType::kProduct;
}

// The first number that does not end before `position`, or null.
const Quantity* NumberFrom(const Document& document, int position) {
  const auto next =
      std::partition_point(document.quantities.begin(), document.quantities.end(),
                           [position](const Quantity& each) { return each.core.begin < position; });
  return next == document.quantities.end() ? nullptr : &*next;
}

// 宁德时代|跌逾4%: a name of what is traded ends at the word, at most an adverb of one character between, and
// the word begins its number. What else rises by a percentage is measured by a noun.
bool StandsBesideName(const Document& document, Span word) {
  const Quantity* number = NumberFrom(document, word.end);
  return number != nullptr && number->kind == Quantity::Kind::kPercent && number->span.begin <= word.begin &&
         number->core.begin - word.end <= 1 && IsNamedBefore(document, word.begin);
}

// Where the time ends before which a name may stand: 瞳创|去年|占.
int BeforeTime(const Document& document, int position) {
  const auto next =
      std::partition_point(document.times.begin(), document.times.end(),
                           [position](const TimeMention& time) { return time.span.end < position; });
  return next != document.times.end() && next->span.end == position ? next->span.begin : position;
}

// 占|其中的|17%, 占|国内市场|的5.3%: the verb with what it is a share of; empty: it tells no share of a
// market.
Span ShareOf(const Document& document, Span verb) {
  const Quantity* number = NumberFrom(document, verb.end);
  if (number == nullptr || number->kind != Quantity::Kind::kPercent || number->change != 0) return {};
  if (document.View({number->span.end, number->span.end + 2}).find(U'股') != std::u32string_view::npos)
    return {};
  // 占有|32%|的市场份额
  if (document.View({number->span.end, number->span.end + 1}) == U"的") return {};
  if (!IsNamedBefore(document, BeforeTime(document, verb.begin))) return {};
  // 云岚科技持股30%，|晨曦智能占20%
  const Span before{std::max(0, verb.begin - kMaxToShares), verb.begin};
  if (document.classes->AnyIn(WordClass::kShares, document.View(before))) return {};
  if (number->span.begin - verb.end <= 1) return verb;
  if (number->span.begin - verb.end > kMaxWhole || document.text.chars[number->span.begin - 1] != U'的')
    return {};
  const Span whole{verb.end, number->span.begin - 1};
  if (document.structure.ClauseAt(verb.begin) != document.structure.ClauseAt(number->span.begin)) return {};
  return document.View(whole) == U"其中" ? verb : Span{verb.begin, whole.end};
}

// 港股|上市的云岚科技: where shares are traded, not what they do.
bool IsPlaceOfListing(const Document& document, Span word) {
  const std::u32string_view behind = document.View({word.end, word.end + 2});
  return behind == U"上市" || behind == U"挂牌";
}

std::vector<MetricHit> FindWords(const Document& document, const EventWords& words) {
  std::vector<MetricHit> hits;
  const auto in_trigger = [&document](Span word) {
    const auto next =
        std::partition_point(document.triggers.begin(), document.triggers.end(),
                             [&](const TriggerHit& hit) { return hit.word.begin <= word.begin; });
    return next != document.triggers.begin() && (next - 1)->word.end > word.end;
  };
  const auto in_time = [&document](Span word) {
    const auto next =
        std::partition_point(document.times.begin(), document.times.end(),
                             [&](const TimeMention& time) { return time.span.end <= word.begin; });
    return next != document.times.end() && next->span.begin < word.begin;
  };
  // 较|招股价|升48%, 年增|38%: words of a number's change name no measure. Moves of shares may begin their
  // number.
  const auto in_change = [&](const Automaton::Hit& hit) {
    const auto next = std::partition_point(document.quantities.begin(), document.quantities.end(),
                                           [&](const Quantity& q) { return q.core.begin < hit.span.end; });
    return next != document.quantities.end() && next->change != 0 && next->span.begin <= hit.span.begin &&
           words.metrics()[hit.value].unit_kind != kMoveKind;
  };
  for (const Automaton::Hit& hit : document.words.metrics) {
    if (in_trigger(hit.span) || in_time(hit.span)) continue;  // 收入囊中, 上|半年销量
    if (in_change(hit)) continue;
    if (BeginsInsideName(document, hit.span.begin) || IsPlaceOfListing(document, hit.span)) continue;
    const MetricWord& word = words.metrics()[hit.value];
    if (word.beside_name && !StandsBesideName(document, hit.span)) continue;
    const Span span = IsShare(word) ? ShareOf(document, hit.span) : hit.span;
    if (span.end <= span.begin) continue;
    while (!hits.empty() && hits.back().span.begin >= span.begin) hits.pop_back();
    if (!hits.empty() && hits.back().span.end > span.begin) continue;
    const int clause = document.structure.ClauseAt(span.begin);
    if (clause >= 0) hits.push_back({span, &word, clause});
  }
  return hits;
}

// 股价|盘前|跌4%: a move behind a measure without a number yet is the measure's.
std::vector<MetricHit> DropMovesOfMeasures(const Document& document, std::vector<MetricHit> hits) {
  std::vector<MetricHit> kept;
  for (const MetricHit& hit : hits) {
    if (IsMove(hit) && !hit.word->beside_name && !kept.empty() && hit.clause - kept.back().clause <= 1 &&
        document.SentenceOf(hit.clause) == document.SentenceOf(kept.back().clause)) {
      const auto next = std::partition_point(
          document.quantities.begin(), document.quantities.end(),
          [&](const Quantity& quantity) { return quantity.core.begin < kept.back().span.end; });
      if (IsMove(kept.back()) || next == document.quantities.end() || next->core.begin > hit.span.begin)
        continue;
    }
    kept.push_back(hit);
  }
  return kept;
}

// 叫退订率，云岚的|这个数字|是0.7%: the measure named last, not long before.
std::vector<MetricHit> ResolveSame(const Document& document, const std::vector<MetricHit>& hits) {
  std::vector<MetricHit> resolved;
  for (MetricHit hit : hits) {
    if (hit.word->unit_kind == kSameKind) {
      if (resolved.empty() || IsMove(resolved.back()) || IsShare(*resolved.back().word)) continue;
      const MetricHit& last = resolved.back();
      if (document.SentenceOf(hit.clause) - document.SentenceOf(last.clause) > kMaxSentencesBack) continue;
      hit.word = last.word;
      hit.told = last.named();
    }
    resolved.push_back(hit);
  }
  return resolved;
}

}  // namespace

bool IsMove(const MetricWord& word) { return word.unit_kind == kMoveKind; }

bool IsShare(const MetricWord& word) { return word.unit_kind == kShareKind; }

std::vector<MetricHit> FindMetricWords(const Document& document, const EventWords& words) {
  return ResolveSame(document, DropMovesOfMeasures(document, FindWords(document, words)));
}

}  // namespace annals
