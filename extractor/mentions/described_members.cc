#include "extractor/mentions/described_members.h"

#include <algorithm>

#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

constexpr int kLongest = 14;  // characters between two members

bool IsMark(char32_t c) { return c == U'“' || c == U'”' || c == U'《' || c == U'》'; }

// 小游戏|平台, 一款|智能|戒指: nouns, and how many.
bool Describes(const Token& token) {
  if (token.kind == Token::Kind::kQuantity) return true;
  if (token.kind != Token::Kind::kWord || token.wall != nullptr || token.title != nullptr) return false;
  const char tag = token.tag(), subtag = token.subtag();
  return token.suffix != nullptr || tag == 'n' || tag == 'b' || tag == 'j' || tag == 'm' || tag == 'q' ||
         tag == 'a' || tag == 'z' || token.modifier != nullptr || (tag == 'v' && subtag == 'n');
}

}  // namespace

bool JoinsDescribed(const Reading& reading, const Mention& left, const Mention& right) {
  const Span between{left.chain.end, right.chain.begin};
  if (between.size() < 2 || between.size() > kLongest) return false;
  if (!(left.types & right.types).Has(EntityType::kProduct)) return false;
  auto token = std::partition_point(reading.tokens.begin(), reading.tokens.end(),
                                    [&](const Token& each) { return each.span.begin < between.begin; });
  const auto is_mark = [&](const Token& each) { return IsMark(reading.chars()[each.span.begin]); };
  const bool marked = token != reading.tokens.end() && is_mark(*token);
  if (marked) ++token;
  if (!marked && !(left.types.Only(EntityType::kProduct) && right.types.Only(EntityType::kProduct)))
    return false;
  if (token == reading.tokens.end() || !IsListJoint(reading.View(token->span))) return false;
  int words = 0;
  for (++token; token != reading.tokens.end() && token->span.end <= between.end; ++token) {
    if (is_mark(*token) && token->span.end == between.end) return words > 0 && marked;
    if (!Describes(*token)) return false;
    ++words;
  }
  return words > 0 && !marked;
}

}  // namespace annals
