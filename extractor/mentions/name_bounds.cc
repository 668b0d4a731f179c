#include "extractor/mentions/name_bounds.h"

#include <algorithm>
#include <string_view>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr std::u32string_view kStanding[] = {U"知名", U"著名", U"顶尖", U"资深", U"顶级", U"有名"};
constexpr std::u32string_view kCompany = U"公司", kGroup = U"集团";

// 资产管理|部|总经理: a unit of one character, with a title or nothing behind it.
bool StartsUnit(const Reading& reading, const Anchors& anchors, int position) {
  static constexpr std::u32string_view kHeads = U"部处科组";
  if (position >= reading.size() || kHeads.find(reading.chars()[position]) == kHeads.npos) return false;
  return anchors.Has(position + 1, Anchors::kTitleStarts | Anchors::kEdgeRight) ||
         reading.Word({position, std::min(position + 2, reading.size())}) != nullptr;
}

// 智驾|团队, 汽车|事业部: the field of a unit. Not 集团|团队.
bool IsFieldOfUnit(const Reading& reading, Span ending) {
  const std::u32string_view word = reading.View(ending);
  if (word == kCompany || word == kGroup) return false;
  auto hit = std::partition_point(reading.phrases.begin(), reading.phrases.end(),
                                  [&](const PhraseHit& each) { return each.span.begin < ending.end; });
  for (; hit != reading.phrases.end() && hit->span.begin == ending.end; ++hit) {
    const bool unit =
        hit->phrase->kind == Phrase::Kind::kSuffix && hit->phrase->types.Only(EntityType::kUnit);
    if (unit && hit->span.size() > 1 && hit->phrase->role != Phrase::Role::kWeak) return true;
  }
  return false;
}

}  // namespace

bool OpensPost(const Reading& reading, const Anchors& anchors, Span ending) {
  const bool field = anchors.Has(ending.begin, Anchors::kFieldStarts);
  return (field && anchors.Has(ending.end, Anchors::kTitleStarts)) || OpensUnit(reading, anchors, ending);
}

bool OpensUnit(const Reading& reading, const Anchors& anchors, Span ending) {
  return IsFieldOfUnit(reading, ending) || StartsUnit(reading, anchors, ending.end);
}

bool OpensWithStanding(const Reading& reading, Span words) {
  return std::any_of(std::begin(kStanding), std::end(kStanding),
                     [&](std::u32string_view standing) { return reading.View(words).starts_with(standing); });
}

// 协和医院|原|妇产科, 回|原|俱乐部; but 曦原科技.
bool HoldsFormer(const Reading& reading, const Anchors& anchors, Span words) {
  const Vocabulary::Word* first = reading.Word({words.begin, words.begin + 1});
  const bool verb = first != nullptr && (first->tag == 'v' || first->tag == 'p');
  for (int joint = words.begin + (verb ? 2 : 3); joint + 2 <= words.end; ++joint) {
    const bool former = reading.chars()[joint - 1] == U'原' || reading.chars()[joint - 1] == U'前';
    if (!former || !anchors.Has(joint, Anchors::kFormerEnds)) continue;
    const bool word =
        reading.Word({joint - 2, joint}) != nullptr || reading.Word({joint - 1, joint + 1}) != nullptr;
    if (!word) return true;
  }
  return false;
}

bool NamesShares(const Reading& reading, const Anchors& anchors, Span ending) {
  constexpr int kLongestObject = 12;  // characters
  if (reading.View(ending) != U"股份") return false;
  const int first = std::max(0, ending.begin - kLongestObject);
  if (reading.View({first, ending.begin}).find(U"所持") != std::u32string_view::npos) return true;
  if (!anchors.Has(ending.end, Anchors::kEdgeRight)) return false;
  if (ending.end < reading.size() &&
      (IsHan(reading.chars()[ending.end]) || IsDigit(reading.chars()[ending.end])))
    return false;  // 云帆股份|20%股权
  for (int joint = ending.begin; joint > first; --joint) {
    if (anchors.Has(joint, Anchors::kWallEnds)) return anchors.Has(joint, Anchors::kOrganizationEnds);
    if (!IsHan(reading.chars()[joint - 1])) return false;
  }
  return false;
}

bool ClosesNoName(const Reading& reading, const Anchors& anchors, Span ending) {
  return OpensPost(reading, anchors, ending) || NamesShares(reading, anchors, ending);
}

bool SaysKindOfCompany(const Reading& reading, Span kind, const NameClaim& next) {
  constexpr int kShortName = 2, kLeast = 4;
  const Span stem{kind.begin, kind.end - static_cast<int>(kCompany.size())};
  if (reading.View({stem.end, kind.end}) != kCompany || stem.size() < kLeast) return false;
  if (next.span.size() != kShortName || !next.types.Has(EntityType::kOrganization)) return false;
  for (int joint = stem.begin + 2; joint + 2 <= stem.end; ++joint) {
    if (reading.Word({stem.begin, joint}) != nullptr && reading.Word({joint, stem.end}) != nullptr)
      return true;
  }
  return reading.Word(stem) != nullptr;
}

}  // namespace annals
