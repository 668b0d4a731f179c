#include "extractor/mentions/type_votes.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr std::array<EntityType, 4> kTypes = {EntityType::kPerson, EntityType::kOrganization,
                                              EntityType::kUnit, EntityType::kProduct};

bool Opens(char32_t c) { return c == U'“' || c == U'《'; }
bool Closes(char32_t c) { return c == U'”' || c == U'》'; }

bool HasDigit(std::u32string_view name) { return std::any_of(name.begin(), name.end(), IsDigit); }

// 传感器|GX-900.
bool IsPlainNoun(const Token& token) {
  const bool marked = token.connector != nullptr || token.suffix != nullptr || token.title != nullptr;
  return !marked && token.nominal == nullptr && token.tag() == 'n' && token.subtag() == 0 &&
         token.span.size() > 1;
}

float& For(EntityType type, TypeWeights* votes) { return (*votes)[static_cast<int>(type)]; }

}  // namespace

TypeWeights TypeVotes::Of(const Mention& mention) const {
  TypeWeights votes{};
  for (const EntityType type : kTypes) {
    if (mention.types.Only(type)) For(type, &votes) += 5;
  }
  if (!mention.title.empty()) For(EntityType::kPerson, &votes) += 5;
  ByAnchors(mention.span, &votes);
  ByNouns(mention.span, &votes);
  return votes;
}

Span TypeVotes::WithMarks(Span name) const {
  const bool opened = name.begin > 0 && Opens(reading_.chars()[name.begin - 1]);
  const bool closed = name.end < reading_.size() && Closes(reading_.chars()[name.end]);
  return opened && closed ? Span{name.begin - 1, name.end + 1} : name;
}

void TypeVotes::ByAnchors(Span name, TypeWeights* votes) const {
  const Span outer = WithMarks(name);
  const auto [begin, end] = outer;
  if (anchors_.Has(begin, Anchors::kOrganizationEnds)) For(EntityType::kOrganization, votes) += 2;
  if (anchors_.Has(end, Anchors::kOrganizationStarts)) For(EntityType::kOrganization, votes) += 1;
  if (anchors_.Has(end, Anchors::kPersonStarts)) For(EntityType::kPerson, votes) += 1;
  if (anchors_.Has(begin, Anchors::kPersonEnds)) For(EntityType::kPerson, votes) += 1;
  if (anchors_.Has(begin, Anchors::kProductEnds)) For(EntityType::kProduct, votes) += 2;
}

// Kimi模型, 软件“FlameBox”: the noun beside an open name says what it is.
void TypeVotes::ByNouns(Span name, TypeWeights* votes) const {
  const Span outer = WithMarks(name);
  const Token* after = TokenFrom(outer.end);
  if (after != nullptr && after->suffix != nullptr) {
    for (const EntityType type : kTypes) {
      if (!after->suffix_types.Has(type)) continue;
      For(type, votes) += after->suffix_types.Only(type) ? 1.5f : 0.7f;
    }
  }
  const Token* before = TokenTo(outer.begin);
  if (before == nullptr) return;
  ByNounBefore(*before, outer.size() > name.size(), votes);
  if (IsPlainNoun(*before) && HasDigit(reading_.View(name))) For(EntityType::kProduct, votes) += 1.5f;
}

// A noun before a name is no part of it: 软件“X” is no company, though 软件 ends the names of some.
void TypeVotes::ByNounBefore(const Token& noun, bool quoted, TypeWeights* votes) const {
  const bool place = noun.connector != nullptr && noun.connector->role == Phrase::Role::kDescriptor;
  if (noun.suffix == nullptr) {
    if (place) For(EntityType::kOrganization, votes) += 1.5f;
    return;
  }
  if (noun.suffix_types.Has(EntityType::kProduct)) {
    // 平台, 网站: the name of one is its company's, more often than not.
    if (place) {
      const bool company = noun.suffix_types.Has(EntityType::kOrganization);  // 品牌“灶小二”
      For(EntityType::kOrganization, votes) += quoted && !company ? 0.7f : 1.5f;
      For(EntityType::kProduct, votes) += 0.7f;
    } else {
      For(EntityType::kProduct, votes) += quoted ? 3.0f : 1.5f;
    }
    return;
  }
  for (const EntityType type : kTypes) {
    if (noun.suffix_types.Has(type)) For(type, votes) += noun.suffix_types.Only(type) ? 1.5f : 0.7f;
  }
}

const Token* TypeVotes::TokenFrom(int joint) const {
  const auto at = std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                       [joint](const Token& token) { return token.span.begin < joint; });
  return at != reading_.tokens.end() && at->span.begin == joint ? &*at : nullptr;
}

const Token* TypeVotes::TokenTo(int joint) const {
  const auto at = std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                       [joint](const Token& token) { return token.span.begin < joint; });
  if (at == reading_.tokens.begin()) return nullptr;
  return std::prev(at)->span.end == joint ? &*std::prev(at) : nullptr;
}

}  // namespace annals
