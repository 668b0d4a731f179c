#include "extractor/times/quantity_grammar.h"

namespace annals {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

// Index after the longest entry at `position`, or `position`.
template <typename T>
int Skip(const PhraseTable<T>& table, const QuantitySource& source, int position) {
  const auto* entry = table.LongestAt(source.text, position);
  return entry == nullptr ? position : position + entry->size();
}

std::optional<Quantity> MatchSpecialWords(const QuantitySource& source, int position) {
  if (const auto* share = source.lexicon->shares().LongestAt(source.text, position)) {
    Quantity quantity{.kind = Quantity::Kind::kPercent, .core = {position, position + share->size()}};
    if (share->value > 0) quantity.number = share->value;
    return quantity;
  }
  if (const auto* multiple = source.lexicon->multiples().LongestAt(source.text, position)) {
    const bool less = multiple->value < 0;
    return Quantity{.kind = less ? Quantity::Kind::kPercent : Quantity::Kind::kMultiple,
                    .core = {position, position + multiple->size()},
                    .number = less ? -multiple->value : multiple->value,
                    .change = less ? -1 : 1};
  }
  return std::nullopt;
}

std::optional<Quantity> MatchCore(const QuantitySource& source, int position) {
  std::optional<Quantity> quantity = MatchRound(source, position);
  if (!quantity) quantity = MatchSpecialWords(source, position);
  if (!quantity) quantity = MatchPercentage(source, position);
  if (!quantity) quantity = MatchMoneySign(source, position);
  if (!quantity) quantity = MatchMeasured(source, position);
  return quantity;
}

// 60亿到70亿美元: the unit stands once, and the number is neither.
std::optional<Quantity> MatchOpenRange(const QuantitySource& source, int position) {
  const std::optional<Numeral> first = ReadNumeral(source.text, position);
  if (!first || !IsOneOf(source.At(first->end), U"到至-~–—")) return std::nullopt;
  const int second = first->end + 1;
  if (!IsNumeralCharacter(source.At(second))) return std::nullopt;
  std::optional<Quantity> quantity = MatchPercentage(source, second);
  if (!quantity) quantity = MatchMeasured(source, second);
  if (!quantity || quantity->unit.empty() != (quantity->kind == Quantity::Kind::kPercent))
    return std::nullopt;
  quantity->core.begin = position;
  quantity->number.reset();
  return quantity;
}

// A letter, a letter and a dash, a 第 or more of the number before it: the digits belong to a name or an
// ordinal.
bool LedByName(const QuantitySource& source, int position) {
  const char32_t c = source.At(position), before = source.At(position - 1);
  if (before == U'第') return true;
  if (!IsNumeralCharacter(c)) return false;
  if (IsNumeralCharacter(before)) return true;
  if (!IsAsciiDigit(c)) return false;
  const char32_t earlier = source.At(position - 2);
  return IsAsciiLetter(before) || before == U'.' ||
         (before == U'-' && (IsAsciiLetter(earlier) || IsAsciiDigit(earlier)));
}

std::optional<Quantity> MatchAmount(const QuantitySource& source, int position) {
  const int begin = SkipApproximations(source, position);
  if (LedByName(source, begin)) return std::nullopt;
  std::optional<Quantity> quantity = MatchOpenRange(source, begin);
  if (!quantity) quantity = MatchCore(source, begin);
  if (!quantity || (quantity->kind == Quantity::Kind::kRound && begin != position)) return std::nullopt;
  quantity->span = {position, Skip(source.lexicon->trailers(), source, quantity->core.end)};
  return quantity;
}

// 同比增长12%, 下滑近三成, 大涨3%; not 腰斩至3%.
std::optional<Quantity> MatchChange(const QuantitySource& source, int position) {
  const int change_at = Skip(source.lexicon->comparisons(), source, position);
  const auto* change = source.lexicon->changes().LongestAt(source.text, change_at);
  if (change == nullptr) return std::nullopt;
  int at = change_at + change->size();
  if (source.At(at) == U'了') ++at;
  at = source.SkipSpaces(at);
  if (source.lexicon->targets().LongestAt(source.text, at) != nullptr) return std::nullopt;
  std::optional<Quantity> quantity = MatchAmount(source, at);
  if (!quantity || quantity->kind == Quantity::Kind::kRound) return std::nullopt;
  quantity->span.begin = position;
  quantity->change = change->value;
  return quantity;
}

}  // namespace

int SkipApproximations(const QuantitySource& source, int position) {
  for (int i = 0; i < 3; ++i) {
    const int next = Skip(source.lexicon->approximations(), source, position);
    if (next == position) break;
    position = source.SkipSpaces(next);
  }
  return position;
}

std::optional<Quantity> MatchQuantity(const QuantitySource& source, int position) {
  std::optional<Quantity> quantity = MatchChange(source, position);
  return quantity ? quantity : MatchAmount(source, position);
}

}  // namespace annals
