#include "extractor/events/metric_numbers.h"

#include <algorithm>

#include "extractor/events/metric_words.h"

namespace annals {
namespace {

// 增幅|为12%, 降幅|达三成: how large the change was, not where it went.
bool IsRate(const Document& document, int copula) {
  return document.classes->AnyCloses(WordClass::kRateNoun, document.View({0, std::max(copula, 0)}));
}

bool IsChange(const Document& document, const MetricWord& word, const Quantity& quantity) {
  if (IsTarget(document, quantity)) return false;
  if (quantity.kind == Quantity::Kind::kMultiple) return true;
  return quantity.change != 0 || (word.change_only && quantity.kind == Quantity::Kind::kPercent);
}

}  // namespace

bool FitsUnit(const MetricWord& word, const Quantity& quantity) {
  if (quantity.kind == Quantity::Kind::kRound) return false;
  if (IsMove(word))
    return quantity.kind == Quantity::Kind::kPercent || quantity.kind == Quantity::Kind::kMoney;
  if (IsShare(word)) return quantity.kind == Quantity::Kind::kPercent;
  if (word.unit_kind == "pieces")
    return quantity.kind == Quantity::Kind::kCount || quantity.kind == Quantity::Kind::kPeople ||
           quantity.kind == Quantity::Kind::kMoney;
  if (quantity.kind == Quantity::Kind::kPercent || quantity.kind == Quantity::Kind::kMultiple) return true;
  if (word.unit_kind == "any" || word.unit_kind.empty()) return true;
  if (word.unit_kind == "money")
    return quantity.kind == Quantity::Kind::kMoney ||
           (quantity.kind == Quantity::Kind::kCount && quantity.unit.empty());
  if (word.unit_kind == "percent") return false;
  return quantity.kind == Quantity::Kind::kPeople || quantity.kind == Quantity::Kind::kCount;
}

int BeforeWhen(const Document& document, int position) {
  const int end = position > 0 && document.text.chars[position - 1] == U'的' ? position - 1 : position;
  const auto after = std::partition_point(document.times.begin(), document.times.end(),
                                          [end](const TimeMention& time) { return time.span.end < end; });
  return after != document.times.end() && after->span.end == end ? after->span.begin : position;
}

bool IsTarget(const Document& document, const Quantity& quantity) {
  const std::u32string& text = document.text.chars;
  for (int i = quantity.span.begin; i < quantity.core.begin; ++i) {
    if (text[i] == U'至' || text[i] == U'到' || text[i] == U'为') return !IsRate(document, i);
  }
  // 爬到了79%
  int verb = BeforeWhen(document, quantity.core.begin) - 1;
  if (verb > 0 && text[verb] == U'了') --verb;
  if (verb < 0) return false;
  const bool target =
      text[verb] == U'至' || text[verb] == U'到' || text[verb] == U'为' || text[verb] == U'达';
  return target && !IsRate(document, verb);
}

ArgumentDraft ValueOf(const Document& document, const MetricWord& word, const Quantity& quantity) {
  const bool change = IsChange(document, word, quantity);
  ArgumentDraft argument{
      change ? v1::ROLE_CHANGE : v1::ROLE_VALUE, -1, quantity.span, quantity.number, quantity.unit, 1.0};
  if (change && quantity.change < 0 && argument.number && *argument.number > 0)
    argument.number = -*argument.number;
  return argument;
}

}  // namespace annals
