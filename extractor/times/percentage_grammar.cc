// Ratios: 46.4%, 百分之三十, 近三成, 三分之一, 八折, 2.6个百分点.
#include "extractor/times/quantity_grammar.h"

namespace annals {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

Quantity Ratio(int begin, int end, std::optional<double> number) {
  return Quantity{
      .kind = Quantity::Kind::kPercent, .span = {begin, end}, .core = {begin, end}, .number = number};
}

// 百分之三十, 三分之一: the denominator stands first.
std::optional<Quantity> MatchFraction(const QuantitySource& source, int position,
                                      const Numeral& denominator) {
  if (!source.StartsWith(denominator.end, U"分之") || denominator.value <= 0) return std::nullopt;
  const std::optional<Numeral> numerator = ReadNumeral(source.text, denominator.end + 2);
  if (!numerator) return std::nullopt;
  return Ratio(position, numerator->end, numerator->value / denominator.value);
}

// The digit behind 成 in 三成六: 六; 0: none, or it counts something else (三成五家, 三成三月).
int TenthOfTenth(const QuantitySource& source, int position) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  const char32_t next = source.At(position + 1);
  const bool ends = next == 0 || IsOneOf(next, U",。;:、)」”以左不的至到\n ");
  const size_t digit = kDigits.find(source.At(position));
  return source.At(position) == 0 || digit == kDigits.npos || !ends ? 0 : static_cast<int>(digit) + 1;
}

// 三成, 三成半, 三成六; not 三成立.
std::optional<Quantity> MatchTenths(const QuantitySource& source, int position, const Numeral& numeral) {
  if (source.At(numeral.end) != U'成' || numeral.value > 10) return std::nullopt;
  if (IsOneOf(source.At(numeral.end + 1), U"立功长交绩果熟型组品效像")) return std::nullopt;
  if (source.At(numeral.end + 1) == U'员' && source.At(numeral.end + 2) != U'工') return std::nullopt;
  const bool half = source.At(numeral.end + 1) == U'半';
  const int tenth = half ? 5 : TenthOfTenth(source, numeral.end + 1);
  return Ratio(position, numeral.end + (tenth > 0 ? 2 : 1), (numeral.value + tenth / 10.0) / 10);
}

// 八折 is 0.8, 八五折 0.85.
std::optional<Quantity> MatchDiscount(const QuantitySource& source, int position, const Numeral& numeral) {
  if (source.At(numeral.end) != U'折' || IsOneOf(source.At(numeral.end + 1), U"扣叠旧算合磨腾"))
    return std::nullopt;
  if (numeral.value <= 0 || numeral.value >= 100) return std::nullopt;
  return Ratio(position, numeral.end + 1, numeral.value / (numeral.value < 10 ? 10 : 100));
}

}  // namespace

std::optional<Quantity> MatchPercentage(const QuantitySource& source, int position) {
  const std::optional<Numeral> numeral = ReadNumeral(source.text, position);
  if (!numeral) return std::nullopt;
  const std::optional<double> hundredth =
      numeral->inexact ? std::nullopt : std::optional<double>(numeral->value / 100);
  const int at = source.SkipSpaces(numeral->end);
  if (source.At(at) == U'%') return Ratio(position, at + 1, hundredth);
  if (source.StartsWith(at, U"个百分点")) return Ratio(position, at + 4, hundredth);
  if (std::optional<Quantity> fraction = MatchFraction(source, position, *numeral)) return fraction;
  if (std::optional<Quantity> tenths = MatchTenths(source, position, *numeral)) return tenths;
  return MatchDiscount(source, position, *numeral);
}

}  // namespace annals
