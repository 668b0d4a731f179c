#include "extractor/mentions/name_credit.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace annals {
namespace {

constexpr float kPersonCredit = 2.0f;        // asked of a person, in nats of support
constexpr float kOrganizationCredit = 2.0f;  // asked of an organisation with a suffix
constexpr float kContextualCredit = 6.5f;    // and of one without
constexpr float kRepeated = 1.0f;            // what each further occurrence earns, up to three

struct Credit {
  float best = 0;
  int count = 0;
};

bool IsTrusted(const NameClaim& claim) {
  return claim.source != NameClaim::Source::kPerson && claim.source != NameClaim::Source::kSuffixed &&
         claim.source != NameClaim::Source::kContextual && claim.source != NameClaim::Source::kTransliterated;
}

float Asked(NameClaim::Source source) {
  if (source == NameClaim::Source::kSuffixed) return kOrganizationCredit;
  return source == NameClaim::Source::kContextual ? kContextualCredit : kPersonCredit;
}

}  // namespace

void DropDoubtfulNames(Reading* reading) {
  std::unordered_map<std::u32string, Credit> credits;
  for (const NameClaim& claim : reading->names) {
    Credit& credit = credits[std::u32string(reading->View(claim.span))];
    credit.best = std::max(credit.best, claim.support);
    ++credit.count;
  }
  std::vector<NameClaim> kept;
  for (Token& token : reading->tokens) {
    if (token.name < 0) continue;
    const NameClaim claim = reading->names[token.name];
    const Credit& credit = credits[std::u32string(reading->View(claim.span))];
    const float earned = credit.best + kRepeated * static_cast<float>(std::min(credit.count - 1, 3));
    token.name = -1;
    if (!IsTrusted(claim) && earned < Asked(claim.source)) {
      token.kind = Token::Kind::kWord;
      continue;
    }
    token.name = static_cast<int>(kept.size());
    kept.push_back(claim);
  }
  reading->names = std::move(kept);
}

}  // namespace annals
