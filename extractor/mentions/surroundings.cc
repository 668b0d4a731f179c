#include "extractor/mentions/surroundings.h"

#include <algorithm>

namespace annals {
namespace {

constexpr float kListSide = 1.5f, kEdge = 1.0f, kWholeObject = 3.0f;

// What either side adds where nothing stronger stands there: punctuation, a list, a word of grammar.
float PlainLeft(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kListLeft)) return kListSide;
  if (anchors.Has(joint, Anchors::kEdgeLeft)) return kEdge;
  return anchors.Has(joint, Anchors::kFunctionEnds) ? 0.7f : 0.0f;
}

float PlainRight(const Anchors& anchors, int joint, float function) {
  if (anchors.Has(joint, Anchors::kListRight)) return kListSide;
  if (anchors.Has(joint, Anchors::kEdgeRight)) return kEdge;
  return anchors.Has(joint, Anchors::kFunctionStarts) ? function : 0.0f;
}

float LeftSupportOfPerson(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kTitleEnds)) return 5.0f;
  if (anchors.Has(joint, Anchors::kPersonEnds)) return 3.0f;
  if (anchors.Has(joint, Anchors::kCompanyEnds)) return kEdge;
  return PlainLeft(anchors, joint);
}

float RightSupportOfPerson(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kPersonStarts)) return 4.0f;
  if (anchors.Has(joint, Anchors::kTitleStarts)) return 1.5f;
  // 海鸿|昨日完成融资, 海鸿|二季度营收31亿元
  constexpr int kCompany = Anchors::kOrganizationStarts | Anchors::kAccountStarts;
  if (anchors.Has(joint, kCompany) && !anchors.Has(joint, Anchors::kFunctionStarts)) return 0.0f;
  return PlainRight(anchors, joint, 1.0f);
}

float RightSupportOfOrganization(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kOrganizationStarts)) return 4.0f;
  if (anchors.Has(joint, Anchors::kTitleStarts)) return 4.0f;
  return PlainRight(anchors, joint, 0.7f);
}

}  // namespace

float LeftSupportOfOrganization(const Anchors& anchors, int joint) {
  if (anchors.Has(joint, Anchors::kOrganizationEnds)) return 4.0f;
  if (anchors.Has(joint, Anchors::kDescriptorEnds | Anchors::kOwnedEnds)) return 4.5f;
  if (anchors.Has(joint, Anchors::kFormerEnds)) return 2.5f;
  return PlainLeft(anchors, joint);
}

float SupportOfPerson(const Anchors& anchors, Span span) {
  // 解雇|高明远|。: all there is behind the verb.
  const bool object =
      anchors.Has(span.begin, Anchors::kPersonEnds) && anchors.Has(span.end, Anchors::kClauseEnds);
  return LeftSupportOfPerson(anchors, span.begin) + RightSupportOfPerson(anchors, span.end) +
         (object ? kWholeObject : 0.0f);
}

float SupportOfOrganization(const Anchors& anchors, Span span) {
  return LeftSupportOfOrganization(anchors, span.begin) + RightSupportOfOrganization(anchors, span.end);
}

bool NameBegins(const Reading& reading, int joint, TypeSet types) {
  if (joint < reading.size() && reading.chars()[joint] == U'“') ++joint;
  const auto next = std::partition_point(reading.fixed.begin(), reading.fixed.end(),
                                         [&](const NameClaim& claim) { return claim.span.begin < joint; });
  return next != reading.fixed.end() && next->span.begin == joint && !(next->types & types).empty();
}

// |拟单独|赴港上市, 炬力|原定|明年申报, |全员降薪|, 东莞厂|已|关闭: an auxiliary, or an everyday verb or
// adverb, before what is done.
bool HoldsPredicate(const Reading& reading, Span span) {
  constexpr std::u32string_view kAuxiliaries = U"拟将已曾仍均欲即";
  constexpr float kEveryday = 12.0f;
  const bool opens = kAuxiliaries.find(reading.chars()[span.begin]) != kAuxiliaries.npos &&
                     reading.Word({span.begin, span.begin + 2}) == nullptr;
  constexpr std::u32string_view kClosing = U"已仍均拟亦";
  const bool closes = kClosing.find(reading.chars()[span.end - 1]) != kClosing.npos &&
                      reading.Word({span.end - 2, span.end}) == nullptr;
  if (opens || closes || span.size() < 4) return opens || closes;
  const Vocabulary::Word* last = reading.Word({span.end - 2, span.end});
  if (last == nullptr || (last->tag != 'v' && last->tag != 'd') || last->subtag == 'n') return false;
  return last->cost < kEveryday || reading.Word({span.begin, span.end - 2}) != nullptr;
}

std::vector<char> UnitEndings(const Reading& reading) {
  std::vector<char> units(reading.size() + 1, 0), others(reading.size() + 1, 0);
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.phrase->kind != Phrase::Kind::kSuffix) continue;
    const bool weak = hit.phrase->role == Phrase::Role::kWeak;
    if (hit.phrase->types.Has(EntityType::kUnit) && !weak) units[hit.span.end] = 1;
    if (hit.span.size() > 1 && hit.phrase->types.Has(EntityType::kOrganization)) others[hit.span.end] = 1;
  }
  for (int i = 0; i <= reading.size(); ++i) units[i] = units[i] && !others[i];
  return units;
}

}  // namespace annals
