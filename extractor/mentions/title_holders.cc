#include "extractor/mentions/title_holders.h"

#include <algorithm>

namespace annals {

TitleHolders::TitleHolders(const Reading& reading, const std::vector<HeldTitle>& held,
                           const OrganizationFocus& focus, const std::vector<Mention>& mentions)
    : reading_(reading), focus_(focus), mentions_(mentions) {
  for (const HeldTitle& title : held) {
    const int person = mentions[title.person].entity;
    if (title.organization < 0 || person < 0) continue;
    const int organization = mentions[title.organization].entity;
    holders_[{organization, std::u32string(reading.View(title.title))}] = person;
    if (title.founder) founders_[organization].push_back(person);
  }
}

int TitleHolders::HolderOf(const Mention& title) const {
  int organization = title.organization >= 0 ? mentions_[title.organization].entity : -1;
  if (organization >= 0 && IsSpokesperson(title)) return organization;
  if (organization < 0) organization = focus_.At(title.span.begin, reading_.context.structure);
  if (organization < 0) return -1;
  auto holder = holders_.find({organization, std::u32string(reading_.View(title.title))});
  if (holder != holders_.end()) return holder->second;
  auto founders = founders_.find(organization);
  const bool one = founders != founders_.end() && founders->second.size() == 1;
  return title.founder && one ? founders->second.front() : -1;
}

// 云岚科技发言人: who is not named speaks for the company.
bool TitleHolders::IsSpokesperson(const Mention& title) const {
  constexpr int kOffice = 3;  // 知情人士 has none
  auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                  [&](const PhraseHit& each) { return each.span.begin < title.title.begin; });
  for (; hit != reading_.phrases.end() && hit->span.begin < title.title.end; ++hit) {
    const Phrase& phrase = *hit->phrase;
    if (phrase.kind == Phrase::Kind::kTitle && phrase.role == Phrase::Role::kSpeaker &&
        phrase.rank <= kOffice && hit->span.end == title.title.end)
      return true;
  }
  return false;
}

}  // namespace annals
