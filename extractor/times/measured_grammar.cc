// Numbers with what they measure: 143亿美元, 数千万年薪, 200个岗位, 6.9万次, 三倍, US$5 billion.
#include <algorithm>

#include "extractor/times/quantity_grammar.h"

namespace annals {
namespace {

using Kind = Quantity::Kind;

struct Measured {
  Kind kind = Kind::kCount;
  std::string unit;
  int end = 0;
};

// The noun behind 个 or a bare number that says what it counts.
const MeasureWord* NounAt(const QuantitySource& source, int position) {
  const auto* entry = source.lexicon->measures().LongestAt(source.text, position);
  if (entry == nullptr) return nullptr;
  const MeasureWord::Kind kind = entry->value.kind;
  return kind == MeasureWord::Kind::kPeopleNoun || kind == MeasureWord::Kind::kPayNoun ? &entry->value
                                                                                       : nullptr;
}

bool CountsPeople(const MeasureWord* noun) {
  return noun != nullptr && noun->kind == MeasureWord::Kind::kPeopleNoun;
}

std::optional<Measured> MatchCurrency(const QuantitySource& source, int position) {
  const auto* entry = source.lexicon->currencies().LongestAt(source.text, position);
  if (entry == nullptr || entry->value.before_number) return std::nullopt;
  const std::string& code = entry->value.code;
  return Measured{Kind::kMoney, code.empty() ? source.currency : code, position + entry->size()};
}

std::optional<Measured> MatchMeasure(const QuantitySource& source, int position) {
  if (source.At(position) == U'倍') return Measured{Kind::kMultiple, "", position + 1};
  const auto* entry = source.lexicon->measures().LongestAt(source.text, position);
  if (entry == nullptr) return std::nullopt;
  const int end = position + entry->size();
  switch (entry->value.kind) {
    case MeasureWord::Kind::kPeople:
      return Measured{Kind::kPeople, entry->value.unit, end};
    case MeasureWord::Kind::kCount:
      return Measured{Kind::kCount, entry->value.unit, end};
    case MeasureWord::Kind::kGeneral:
      if (CountsPeople(NounAt(source, end))) return Measured{Kind::kPeople, "人", end};
      return Measured{Kind::kCount, entry->value.unit, end};
    case MeasureWord::Kind::kPeopleNoun:
      return Measured{Kind::kPeople, entry->value.unit,
                      position};  // the noun itself is no part of the amount
    case MeasureWord::Kind::kPayNoun:
      return std::nullopt;  // see MatchBareSum
  }
  return std::nullopt;
}

bool IsIn(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Nothing stands behind that might be counted.
bool EndsAt(const QuantitySource& source, int position) {
  const char32_t next = source.At(position);
  return next == 0 || IsIn(next, U"，。；、！？,;!?)”」 \n");
}

bool IsPayNoun(const QuantitySource& source, int position) {
  const MeasureWord* noun = NounAt(source, position);
  return noun != nullptr && noun->kind == MeasureWord::Kind::kPayNoun;
}

// 斥资|近|12亿, 融资了|2亿
bool IsPaid(const QuantitySource& source, int begin) {
  constexpr int kReach = 8;  // characters of the verb and of what stands between
  for (int at = std::max(0, begin - kReach); at < begin; ++at) {
    const auto* verb = source.lexicon->payments().LongestAt(source.text, at);
    if (verb == nullptr) continue;
    int end = at + verb->size();
    if (source.At(end) == U'了') ++end;
    if (SkipApproximations(source, end) == begin) return true;
  }
  return false;
}

// 数千万|A轮融资, 48亿|收购, 千万级|天使轮, 斥资|12亿: what it is for makes money of a bare number.
std::optional<Measured> MatchBareSum(const QuantitySource& source, int begin, const Numeral& numeral) {
  if (!numeral.scaled) return std::nullopt;
  const int after = source.SkipSpaces(numeral.end);
  const int behind = source.At(after) == U'级' ? after + 1 : after;
  if (IsPayNoun(source, behind) || MatchRound(source, behind))
    return Measured{Kind::kMoney, source.currency, behind};
  if (!EndsAt(source, numeral.end) || !IsPaid(source, begin)) return std::nullopt;
  return Measured{Kind::kMoney, source.currency, after};
}

// 突破|一亿|大关, 破|百万，: behind a verb of reaching it, with nothing behind it that it counts.
bool IsReached(const QuantitySource& source, int begin, int end) {
  if (begin == 0 || !IsIn(source.At(begin - 1), U"破超过达逾近到至")) return false;
  return EndsAt(source, end) || (source.At(end) == U'大' && source.At(end + 1) == U'关');
}

// 只有|两千万|的收入: with a digit of its own, and nothing behind it that it counts.
bool SaysHowMuch(const QuantitySource& source, int begin, int end) {
  return DigitValue(source.At(begin)) > 0 && (EndsAt(source, end) || source.At(end) == U'的');
}

// 3500万 alone measures something that is said elsewhere; 千万 alone is an adverb, and a small number
// nothing.
std::optional<Measured> BareNumber(const QuantitySource& source, int begin, const Numeral& numeral) {
  if (!numeral.scaled || IsAsciiLetter(source.At(numeral.end))) return std::nullopt;
  if (!numeral.ascii && !IsReached(source, begin, numeral.end) && !SaysHowMuch(source, begin, numeral.end))
    return std::nullopt;
  return Measured{Kind::kCount, "", numeral.end};
}

// 04 at the head of a section.
bool IsSectionNumber(const QuantitySource& source, int position) {
  return source.At(position) == U'0' && IsAsciiDigit(source.At(position + 1));
}

// 一家 and 一次 are articles more than numbers; one person is a person.
bool IsArticle(const QuantitySource& source, int position, const Numeral& numeral, Kind kind) {
  return kind == Kind::kCount && source.At(position) == U'一' && numeral.end == position + 1;
}

// The order of magnitude is as good as a number for a multiple: 上百倍. Of 千万级 it is all that is said.
std::optional<double> NumberOf(const QuantitySource& source, const Numeral& numeral, Kind kind) {
  if (kind == Kind::kMoney && source.At(numeral.end) == U'级') return std::nullopt;
  if (numeral.inexact && kind != Kind::kMultiple) return std::nullopt;
  return numeral.value;
}

// 一|个亿|, 3|个亿|: money, as people speak of it.
std::optional<Quantity> MatchSpokenSum(const QuantitySource& source, int position, const Numeral& numeral) {
  constexpr double kHundredMillion = 1e8;
  if (numeral.scaled || source.At(numeral.end) != U'个' || source.At(numeral.end + 1) != U'亿')
    return std::nullopt;
  int end = numeral.end + 2;
  const std::optional<Measured> currency = MatchCurrency(source, end);
  if (currency) end = currency->end;
  if (!currency && !EndsAt(source, end) && source.At(end) != U'的') return std::nullopt;
  Quantity quantity{.kind = Kind::kMoney, .span = {position, end}, .core = {position, end}};
  if (!numeral.inexact) quantity.number = numeral.value * kHundredMillion;
  quantity.unit = currency ? currency->unit : source.currency;
  return quantity;
}

// 十分: an adverb, and no mark.
bool IsAdverb(const Numeral& numeral, const Measured& measured) {
  return measured.unit == "分" && !numeral.ascii;
}

}  // namespace

std::optional<Quantity> MatchMeasured(const QuantitySource& source, int position) {
  const std::optional<Numeral> numeral = ReadNumeral(source.text, position);
  if (!numeral || IsSectionNumber(source, position)) return std::nullopt;
  if (const std::optional<Quantity> sum = MatchSpokenSum(source, position, *numeral)) return sum;
  const int after = source.SkipSpaces(numeral->end);
  std::optional<Measured> measured = MatchCurrency(source, after);
  if (!measured) measured = MatchBareSum(source, position, *numeral);
  if (!measured) measured = MatchMeasure(source, after);
  if (!measured) measured = BareNumber(source, position, *numeral);
  if (!measured || IsArticle(source, position, *numeral, measured->kind) || IsAdverb(*numeral, *measured))
    return std::nullopt;
  const int end = measured->end == after ? numeral->end : measured->end;
  return Quantity{.kind = measured->kind,
                  .span = {position, end},
                  .core = {position, end},
                  .number = NumberOf(source, *numeral, measured->kind),
                  .unit = measured->unit};
}

std::optional<Quantity> MatchMoneySign(const QuantitySource& source, int position) {
  const auto* sign = source.lexicon->currencies().LongestAt(source.text, position);
  if (sign == nullptr || !sign->value.before_number) return std::nullopt;
  const std::optional<Numeral> numeral = ReadNumeral(source.text, source.SkipSpaces(position + sign->size()));
  if (!numeral || !numeral->ascii) return std::nullopt;
  Quantity quantity{.kind = Kind::kMoney, .core = {position, numeral->end}, .number = numeral->value};
  quantity.unit = sign->value.code;
  const int at = source.SkipSpaces(numeral->end);
  if (const auto* magnitude = source.lexicon->magnitudes().LongestAt(source.text, at)) {
    *quantity.number *= magnitude->value;
    quantity.core.end = at + magnitude->size();
  }
  quantity.span = quantity.core;
  return quantity;
}

}  // namespace annals
