#include "extractor/mentions/definite_descriptions.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kLongestKind = 12;  // characters between an opening and its head

// 杭州机器人
bool IsKind(std::u32string_view words) {
  return std::all_of(words.begin(), words.end(),
                     [](char32_t c) { return (IsHan(c) && c != U'的') || IsLatin(c) || IsDigit(c); });
}

// The end of the head that the opening goes with, or -1. `hits` by begin.
int EndOfHead(const Reading& reading, Span opening) {
  const std::vector<PhraseHit>& hits = reading.phrases;
  auto hit = std::partition_point(hits.begin(), hits.end(),
                                  [&](const PhraseHit& each) { return each.span.begin < opening.end; });
  int end = -1;
  for (; hit != hits.end() && hit->span.begin - opening.end <= kLongestKind; ++hit) {
    if (end < 0 && hit->phrase->kind == Phrase::Kind::kEntity) return -1;
    if (hit->phrase->role != Phrase::Role::kHead) continue;
    // 平台|公司: the last of several that follow each other.
    if (end < 0 ? !IsKind(reading.View({opening.end, hit->span.begin})) : hit->span.begin > end) break;
    end = std::max(end, hit->span.end);
  }
  return end;
}

}  // namespace

std::vector<PhraseHit> FindDefiniteDescriptions(const Reading& reading) {
  static const auto* description = new Phrase{.kind = Phrase::Kind::kNominal,
                                              .role = Phrase::Role::kDescription,
                                              .types = EntityType::kOrganization,
                                              .reach = Phrase::Reach::kDefinite};
  std::vector<PhraseHit> found;
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.phrase->role != Phrase::Role::kOpening) continue;
    const int end = EndOfHead(reading, hit.span);
    if (end >= 0) found.push_back({{hit.span.begin, end}, description});
  }
  return found;
}

}  // namespace annals
