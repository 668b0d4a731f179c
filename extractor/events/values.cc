#include "extractor/events/values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "extractor/events/pivot_topics.h"

namespace annals {
namespace {

constexpr int kClauseCost = 40;     // in characters of distance
constexpr int kWrongSideCost = 25;  // a value in a clause before its trigger
constexpr int kMaxClauses = 3;
constexpr int kBeforeWorth = 6, kBehindWorth = 4;  // characters to the word that says it is what one is worth

// 200亿美元|估值融资15亿美元: the word speaks of the sum before it.
bool FollowsMoney(const Document& document, int joint) {
  const auto next = std::partition_point(document.quantities.begin(), document.quantities.end(),
                                         [joint](const Quantity& each) { return each.span.end < joint - 1; });
  if (next == document.quantities.end() || next->kind != Quantity::Kind::kMoney) return false;
  return next->span.end == joint || (next->span.end == joint - 1 && document.text.chars[joint - 1] == U'的');
}

// 由|8%|升至15%: where a share came from.
bool IsLeftBehind(const Document& document, Span span) {
  constexpr int kReach = 6;  // characters to the number that it became
  const std::u32string_view chars = document.text.chars;
  if (span.begin == 0 || (chars[span.begin - 1] != U'由' && chars[span.begin - 1] != U'从')) return false;
  const auto next = std::partition_point(document.quantities.begin(), document.quantities.end(),
                                         [span](const Quantity& each) { return each.span.begin < span.end; });
  if (next == document.quantities.end() || next->core.begin > span.end + kReach) return false;
  return chars.substr(span.end, next->core.begin - span.end).find_first_of(U"至到为") != chars.npos;
}

// 由|GEM|转往主板上市, 从|A股|退市后, 放弃了|美股: where a company is listed no more, or does not go.
bool IsLeftExchange(const Document& document, Span exchange) {
  const std::u32string_view before = document.View({std::max(0, exchange.begin - 4), exchange.begin});
  return document.classes->AnyCloses(WordClass::kLeavesExchange, before);
}

// 投后估值|40亿元, 40亿元的|估值
bool IsWorth(const Document& document, Span span) {
  constexpr std::u32string_view kEnds = U",。;!?";
  std::u32string_view left = document.View({std::max(0, span.begin - kBeforeWorth), span.begin});
  std::u32string_view right =
      document.View({span.end, std::min(document.text.size(), span.end + kBehindWorth)});
  const size_t comma = left.find_last_of(kEnds);
  if (comma != left.npos) left.remove_prefix(comma + 1);
  right = right.substr(0, right.find_first_of(kEnds));
  const size_t worth = document.classes->FirstIn(WordClass::kWorth, left);
  const int joint = span.begin - static_cast<int>(left.size() - std::min(worth, left.size()));
  return (worth != left.npos && !FollowsMoney(document, joint)) ||
         document.classes->AnyIn(WordClass::kWorth, right);
}

v1::Role RoleOf(ValueKind kind) {
  switch (kind) {
    case ValueKind::kAmount:
      return v1::ROLE_AMOUNT;
    case ValueKind::kStake:
      return v1::ROLE_STAKE;
    case ValueKind::kCount:
      return v1::ROLE_COUNT;
    case ValueKind::kRound:
      return v1::ROLE_ROUND;
    case ValueKind::kValuation:
      return v1::ROLE_VALUATION;
    case ValueKind::kExchange:
      return v1::ROLE_EXCHANGE;
    case ValueKind::kReason:
      return v1::ROLE_REASON;
    default:
      return v1::ROLE_UNSPECIFIED;
  }
}

// 溢价|12%: what is paid above the price is no share of the company.
bool IsPremium(const Document& document, Span span) {
  return document.classes->AnyCloses(WordClass::kPremium, document.View({0, span.begin}));
}

// 发行价|13美元, 13美元|/股
bool IsUnitPrice(const Document& document, Span span) {
  const std::u32string& chars = document.text.chars;
  if (span.end < document.text.size() && chars[span.end] == U'/') return true;
  return document.classes->AnyCloses(WordClass::kUnitPrice, document.View({0, span.begin}));
}

// 继续招聘|2500人, 另有|300人|转岗: who comes, stays or moves inside is no part of a cut.
bool ComesOrStays(const Document& document, const Quantity& quantity) {
  constexpr int kReach = 6;  // characters
  static constexpr std::u32string_view kEnds = U",。;!?:、";
  std::u32string_view left = document.View({std::max(0, quantity.span.begin - kReach), quantity.core.begin});
  std::u32string_view right =
      document.View({quantity.span.end, std::min(document.text.size(), quantity.span.end + kReach)});
  left.remove_prefix(std::min(left.find_last_of(kEnds) + 1, left.size()));
  right = right.substr(0, right.find_first_of(kEnds));
  return document.classes->AnyIn(WordClass::kHired, left) ||
         document.classes->AnyCloses(WordClass::kStays, right);
}

// 从|300人|缩减到|80人: how many there are before and after a cut.
bool IsSize(const Document& document, const Quantity& quantity) {
  std::u32string_view before = document.View({std::max(0, quantity.core.begin - 3), quantity.core.begin});
  if (before.ends_with(U'了') || before.ends_with(U'只')) before.remove_suffix(1);
  const bool target = before.ends_with(U'至') || (before.ends_with(U'到') && !before.ends_with(U"达到"));
  return target || IsLeftBehind(document, quantity.span);
}

// 裁掉200人，其中|40人|来自总部, |一名|前员工说: a part of those counted, or somebody who speaks.
bool IsPartOrSpeaker(const Document& document, const Quantity& quantity) {
  constexpr double kManySpeakers = 10;
  const std::u32string_view before =
      document.View({std::max(0, quantity.span.begin - 3), quantity.span.begin});
  if (before.find(U"其中") != before.npos) return true;
  const int clause = document.structure.ClauseAt(quantity.span.begin);
  return clause >= 0 && quantity.number.value_or(kManySpeakers) < kManySpeakers &&
         document.classes->AnyCloses(WordClass::kSaying, document.View(document.ClauseSpan(clause)));
}

// Characters of a word of a number that ends a verb: 裁员|超
int EndsWithHedge(const Document& document, Span verb) {
  static constexpr std::u32string_view kHedges = U"超逾近约";
  return kHedges.find(document.text.chars[verb.end - 1]) != kHedges.npos ? 1 : 0;
}

// 三成|订单: no share of a company.
bool IsOfOtherThings(const Document& document, Span span) {
  return document.classes->AnyOpens(WordClass::kNoShare, document.View({span.end, document.text.size()}));
}

// What a quantity may be for an event, most telling first.
std::vector<ValueKind> KindsOf(const Document& document, const Quantity& quantity) {
  switch (quantity.kind) {
    case Quantity::Kind::kMoney:
      if (IsWorth(document, quantity.span)) return {ValueKind::kValuation};
      if (IsUnitPrice(document, quantity.span)) return {};
      return {ValueKind::kAmount};
    case Quantity::Kind::kPercent:
      if (quantity.change != 0 || IsPremium(document, quantity.span)) return {};
      if (document.View({0, quantity.span.begin}).ends_with(U"其中")) return {ValueKind::kStake};
      if (IsLeftBehind(document, quantity.span) || ComesOrStays(document, quantity)) return {};
      if (IsOfOtherThings(document, quantity.span)) return {ValueKind::kCount};
      return {ValueKind::kStake, ValueKind::kCount};
    case Quantity::Kind::kPeople:
      if (ComesOrStays(document, quantity) || IsSize(document, quantity) ||
          IsPartOrSpeaker(document, quantity))
        return {};
      return {ValueKind::kCount};
    case Quantity::Kind::kRound:
      return {ValueKind::kRound};
    default:
      return {};
  }
}

}  // namespace

ValueBinder::ValueBinder(const Document& document, const EventWords& words,
                         const std::vector<const Frame*>& frames, const std::vector<char>& claimed)
    : document_(document), words_(words), frames_(frames), bound_(document.triggers.size()) {
  BindQuantities(claimed);
  BindExchanges();
}

int ValueBinder::NearestTaker(Span span, ValueKind kind) const {
  const int clause = document_.structure.ClauseAt(span.begin);
  if (clause < 0) return -1;
  const int sentence = document_.SentenceOf(clause);
  const Span reach = document_.structure.sentences[sentence].span;
  const auto& hits = document_.triggers;
  auto hit = std::lower_bound(hits.begin(), hits.end(), reach.begin,
                              [](const TriggerHit& h, int position) { return h.word.begin < position; });
  int best = -1, best_cost = 0;
  for (; hit != hits.end() && hit->word.begin < reach.end; ++hit) {
    const int index = static_cast<int>(hit - hits.begin());
    if (frames_[index] == nullptr || !frames_[index]->Takes(kind)) continue;
    const int clauses = std::abs(hit->clause - clause);
    if (clauses > kMaxClauses) continue;
    const int distance =
        span.begin >= hit->word.end ? span.begin - hit->word.end : hit->word.begin - span.end;
    const int cost =
        std::max(0, distance) + kClauseCost * clauses + (hit->clause > clause ? kWrongSideCost : 0);
    if (best < 0 || cost < best_cost) {
      best = index;
      best_cost = cost;
    }
  }
  return best;
}

void ValueBinder::BindQuantities(const std::vector<char>& claimed) {
  for (size_t i = 0; i < document_.quantities.size(); ++i) {
    if (claimed[i] || BindCutStaff(static_cast<int>(i)) || BindSizes(static_cast<int>(i))) continue;
    for (const ValueKind kind : KindsOf(document_, document_.quantities[i])) {
      const int hit = NearestTaker(document_.quantities[i].span, kind);
      if (hit < 0) continue;
      bound_[hit].push_back({static_cast<int>(i), kind, document_.quantities[i].span});
      break;
    }
  }
}

// 裁|减10%|的员工: what the end of the verb makes a change of is how many are laid off.
bool ValueBinder::BindCutStaff(int index) {
  const Quantity& quantity = document_.quantities[index];
  if (quantity.kind != Quantity::Kind::kPercent || quantity.change == 0) return false;
  const int hit = NearestTaker(quantity.span, ValueKind::kCount);
  if (hit < 0) return false;
  const Span verb = document_.triggers[hit].word;
  if (quantity.span.begin < verb.begin || quantity.span.begin >= verb.end) return false;
  bound_[hit].push_back({index, ValueKind::kCount, quantity.core});
  return true;
}

// |从300人缩减到80人|: the two sizes together say how many go, though neither of them does.
bool ValueBinder::BindSizes(int index) {
  const auto& quantities = document_.quantities;
  const Quantity& from = quantities[index];
  if (from.kind != Quantity::Kind::kPeople || !IsLeftBehind(document_, from.span)) return false;
  const Span both{from.span.begin - 1, quantities[index + 1].span.end};
  const int hit = NearestTaker(from.span, ValueKind::kCount);
  if (hit < 0 || quantities[index + 1].kind != from.kind || !both.Contains(document_.triggers[hit].word))
    return false;
  bound_[hit].push_back({-1, ValueKind::kCount, both});
  return true;
}

// Of two sizes: how many go.
void ValueBinder::SetDifference(ArgumentDraft& value) const {
  const auto& quantities = document_.quantities;
  const auto from =
      std::partition_point(quantities.begin(), quantities.end(),
                           [&value](const Quantity& each) { return each.span.begin < value.span.begin; });
  const auto to = std::next(from);
  if (!from->number || !to->number || *from->number <= *to->number) return;
  value.number = *from->number - *to->number;
  value.unit = from->unit;
}

void ValueBinder::BindExchanges() {
  int end = 0;
  for (const Automaton::Hit& hit : document_.words.exchanges) {
    if (hit.span.begin < end) continue;
    end = hit.span.end;
    if (IsLeftExchange(document_, hit.span)) continue;
    const int taker = NearestTaker(hit.span, ValueKind::kExchange);
    if (taker >= 0) bound_[taker].push_back({-1, ValueKind::kExchange, hit.span});
  }
}

void ValueBinder::AddValues(int hit, EventDraft& draft) const {
  for (const Bound& bound : bound_[hit]) {
    const v1::Role role = RoleOf(bound.kind);
    if (bound.kind != ValueKind::kCount && draft.Find(role) != nullptr) continue;
    Span words = bound.span;  // 裁减|百人: the number may begin with the verb
    const bool count = bound.kind == ValueKind::kCount;
    // 裁员超|5000人: but the verb may end with a word of the number.
    if (count && bound.quantity >= 0 && words.begin < draft.trigger.end && words.end > draft.trigger.end)
      words.begin = std::max(words.begin, draft.trigger.end - EndsWithHedge(document_, draft.trigger));
    ArgumentDraft value{role, -1, words, std::nullopt, "", 1.0};
    if (bound.quantity >= 0) {
      value.number = document_.quantities[bound.quantity].number;
      value.unit = document_.quantities[bound.quantity].unit;
    } else if (count) {
      SetDifference(value);
    }
    draft.arguments.push_back(std::move(value));
  }
  AddPivotTopics(document_, document_.triggers[hit], *frames_[hit], draft);
}

}  // namespace annals
