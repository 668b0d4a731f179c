#include "extractor/events/come_from.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kLongestBetween = 10;  // characters: 的|22岁英格兰
constexpr double kHome = 1.0;        // score
constexpr size_t kMostMentions = 4;  // before the person

int CompanyComeFrom(const Document& document, Span person) {
  const std::span<const Mention> before = document.MentionsBefore(person.begin);
  const size_t near = std::min(before.size(), kMostMentions);
  for (size_t back = 1; back <= near; ++back) {
    const Mention& home = before[before.size() - back];
    if (home.span.end > person.begin) continue;
    const std::u32string_view between = document.View({home.span.end, person.begin});
    if (between.size() > kLongestBetween || between.find_first_of(U",。;:“") != between.npos) return -1;
    if (home.kind != Mention::Kind::kName || home.entity < 0 || !between.starts_with(U'的')) continue;
    if (document.mentions.entities[home.entity].type != EntityType::kOrganization) continue;
    // 挖走|启元光电的|林知远, 来自|启元光电的工程师|林知远
    const int begin = home.span.begin;
    const bool marked = begin >= 2 && document.View({begin - 2, begin}) == U"来自";
    return marked || between == U"的" ? home.entity : -1;
  }
  return -1;
}

}  // namespace

void AddCompanyComeFrom(const Document& document, EventDraft& draft) {
  const ArgumentDraft* person = draft.Find(v1::ROLE_PERSON);
  if (draft.type != v1::EVENT_TYPE_JOIN || person == nullptr ||
      draft.Find(v1::ROLE_FROM_ORGANIZATION) != nullptr)
    return;
  const int joined = draft.Entity(v1::ROLE_ORGANIZATION);
  const int home = CompanyComeFrom(document, person->span);
  if (home < 0 || joined < 0 || home == joined) return;
  draft.arguments.push_back({v1::ROLE_FROM_ORGANIZATION, home, person->span, std::nullopt, "", kHome});
}

}  // namespace annals
