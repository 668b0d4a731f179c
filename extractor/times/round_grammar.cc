// Financing rounds: A轮, Pre-A轮, C+轮, 天使轮, 新一轮融资. The 融资 behind a lettered round stays outside:
// it is a verb as well.
#include "extractor/times/quantity_grammar.h"

namespace annals {
namespace {

Quantity Round(int begin, int end) {
  return Quantity{.kind = Quantity::Kind::kRound, .span = {begin, end}, .core = {begin, end}};
}

bool StartsWithPre(const QuantitySource& source, int position) {
  return AsciiLower(source.At(position)) == U'p' && AsciiLower(source.At(position + 1)) == U'r' &&
         AsciiLower(source.At(position + 2)) == U'e';
}

}  // namespace

std::optional<Quantity> MatchRound(const QuantitySource& source, int position) {
  if (const auto* word = source.lexicon->rounds().LongestAt(source.text, position)) {
    return Round(position, position + word->size());
  }
  if (IsAsciiLetter(source.At(position - 1))) return std::nullopt;
  int at = position;
  if (StartsWithPre(source, at)) {
    at += 3;
    if (source.At(at) == U'-' || source.At(at) == U' ') ++at;
  }
  const char32_t letter = AsciiLower(source.At(at));
  if (letter < U'a' || letter > U'k') return std::nullopt;
  ++at;
  if (IsAsciiDigit(source.At(at))) ++at;
  while (source.At(at) == U'+') ++at;
  at = source.SkipSpaces(at);
  if (source.At(at) != U'轮') return std::nullopt;
  return Round(position, at + 1);
}

}  // namespace annals
