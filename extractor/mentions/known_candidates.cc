// Names that the lexicon lists, where the words around them leave them whole.
#include <algorithm>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

// 首席科学家|谷雨|加入: who has a post and acts is a person, though a brand is called so.
bool IsEntitled(const Anchors& anchors, Span span) {
  return span.size() < 4 && anchors.Has(span.begin, Anchors::kTitleEnds) &&
         !anchors.Has(span.begin, Anchors::kDescriptorEnds) &&
         anchors.Has(span.end, Anchors::kPersonStarts | Anchors::kEdgeRight);
}

// 上海电影|节, 招商银行|卡: a longer word begins inside the name and goes on behind it.
bool CutsWord(const Reading& reading, const Anchors& anchors, const std::vector<char>& unit_endings,
              Span name) {
  const int stop = std::min(anchors.StopAfter(name.begin), name.end + 2);
  for (int end = name.end + 1; end <= stop; ++end) {
    if (unit_endings[end]) continue;  // 云岚服务|部
    for (int begin = std::max(name.begin + 1, name.end - 3); begin + 2 <= name.end; ++begin) {
      const Vocabulary::Word* word = reading.Word({begin, end});
      if (word != nullptr && word->tag == 'n') return true;
    }
  }
  return false;
}

// 雷诺|斯|裁员, “贝恩|美”: one more sound belongs to the name, before the verb or the closing mark.
bool GoesOn(const Reading& reading, const Anchors& anchors, Span name) {
  constexpr int kLongest = 3;
  if (name.size() > kLongest || name.end + 1 >= reading.size()) return false;
  const std::u32string& chars = reading.chars();
  const bool marked = name.begin > 0 && chars[name.begin - 1] == U'“' && chars[name.end + 1] == U'”';
  if (marked) return IsHan(chars[name.end]);
  // 滨江|市|副市长: a place.
  static constexpr std::u32string_view kPlaces = U"省市县区州镇乡";
  if (kPlaces.find(chars[name.end]) != kPlaces.npos && anchors.Has(name.end + 1, Anchors::kTitleStarts))
    return true;
  constexpr int kVerb = Anchors::kOrganizationStarts | Anchors::kFunctionStarts | Anchors::kWallStarts;
  if (anchors.Has(name.end, kVerb | Anchors::kTitleStarts | Anchors::kEdgeRight)) return false;
  if (!anchors.Has(name.end + 1, Anchors::kOrganizationStarts)) return false;
  for (int i = name.begin; i <= name.end; ++i) {
    if (!IsHan(chars[i]) || reading.lexicon.TransliterationScore(chars[i]) <= 0) return false;
  }
  return true;
}

// 克里斯蒂|安|离队: one more sound of a foreign name that is not the known one, before what people do or the
// end.
bool SoundsOn(const Reading& reading, const Anchors& anchors, Span name) {
  constexpr int kShortest = 3;
  constexpr double kSounding = 1;
  if (name.size() < kShortest || name.end >= reading.size()) return false;
  constexpr int kEnds = Anchors::kPersonStarts | Anchors::kEdgeRight;
  const std::u32string& chars = reading.chars();
  const auto sounds = [&](char32_t c) { return reading.lexicon.TransliterationScore(c) >= kSounding; };
  if (anchors.Has(name.end, kEnds | Anchors::kWallStarts | Anchors::kTitleStarts) ||
      !anchors.Has(name.end + 1, kEnds) || !sounds(chars[name.end]))
    return false;
  return std::all_of(chars.begin() + name.begin, chars.begin() + name.end, sounds);
}

}  // namespace

void OfferKnown(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  constexpr float kFourCharacters = 3.0f, kThreeCharacters = 5.0f, kTwoCharacters = 8.5f, kRisk = 1.0f;
  constexpr float kEntitled = 4.0f, kCutsWord = 8.0f;
  constexpr float kAskedOfPerson = 3.0f;  // before the surroundings count for a person at all
  const std::vector<char> unit_endings = UnitEndings(reading);
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.phrase->kind != Phrase::Kind::kEntity || hit.span.size() < 2) continue;
    if (anchors.StopAfter(hit.span.begin) < hit.span.end) continue;
    const bool person = hit.phrase->types.Has(EntityType::kPerson);
    const float support =
        person ? SupportOfPerson(anchors, hit.span) : SupportOfOrganization(anchors, hit.span);
    const int size = hit.span.size();
    const float cost = size == 2 ? kTwoCharacters : size == 3 ? kThreeCharacters : kFourCharacters;
    NameClaim claim{hit.span, hit.phrase->types, NameClaim::Source::kKnown, hit.phrase->entity};
    claim.risky = hit.phrase->risky;
    claim.support = person && support < kAskedOfPerson ? 0 : support;
    claim.cost = cost - claim.support / 2 + (claim.risky ? kRisk : 0);
    if (!person && IsEntitled(anchors, hit.span)) claim.cost += kEntitled;
    if (!person && GoesOn(reading, anchors, hit.span)) claim.cost += kCutsWord;
    if (person && SoundsOn(reading, anchors, hit.span)) claim.cost += kCutsWord;
    if (!person && size > 2 && CutsWord(reading, anchors, unit_endings, hit.span)) claim.cost += kCutsWord;
    candidates->push_back(claim);
  }
}

}  // namespace annals
