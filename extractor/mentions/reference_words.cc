#include "extractor/mentions/reference_words.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {

std::u32string_view NounOf(const Reading& reading, const Mention& mention) {
  constexpr std::u32string_view kOpenings[] = {U"这家", U"那家", U"这所", U"这位", U"那位", U"该", U"本"};
  std::u32string_view noun = reading.View(mention.span);
  for (const std::u32string_view opening : kOpenings) {
    if (noun.starts_with(opening)) noun.remove_prefix(opening.size());
  }
  return noun;
}

bool FollowsBa(const Reading& reading, const Mention& mention, Span clause) {
  const std::u32string_view before = reading.View({clause.begin, std::max(clause.begin, mention.span.begin)});
  const size_t ba = before.rfind(U'把');
  if (ba == before.npos) return false;
  const int from = clause.begin + static_cast<int>(ba);
  const auto& walls = reading.context.walls;
  const auto verb =
      std::partition_point(walls.begin(), walls.end(),
                           [from](const MentionContext::Wall& wall) { return wall.span.begin <= from; });
  return verb == walls.end() || verb->span.begin >= mention.span.begin;
}

bool IsOfKin(Phrase::Role role) {
  return role == Phrase::Role::kMentor || role == Phrase::Role::kKinship || role == Phrase::Role::kPupil;
}

bool SaysWhoseKin(const Reading& reading, const Mention& mention) {
  const int end = mention.span.end, begin = mention.chain.empty() ? mention.span.begin : mention.chain.begin;
  const Structure& structure = reading.context.structure;
  const int clause = structure.ClauseAt(begin);
  if (clause < 0 || begin <= structure.clauses[clause].span.begin || reading.View({end, end + 1}) != U"的")
    return false;
  auto hit = std::partition_point(reading.phrases.begin(), reading.phrases.end(),
                                  [end](const PhraseHit& each) { return each.span.begin <= end; });
  for (; hit != reading.phrases.end() && hit->span.begin == end + 1; ++hit) {
    if (IsOfKin(hit->phrase->role)) return true;
  }
  return false;
}

size_t MembersOf(std::u32string_view word) {
  constexpr std::u32string_view kNumerals[] = {U"双两二俩", U"三仨", U"四"};
  for (size_t i = 0; i < std::size(kNumerals); ++i) {
    if (word.find_first_of(kNumerals[i]) != std::u32string_view::npos) return i + 2;
  }
  return 0;
}

}  // namespace annals
