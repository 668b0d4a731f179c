#include "extractor/mentions/name_credit.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "extractor/mentions/name_candidates.h"

namespace annals {
namespace {

constexpr float kPersonCredit = 5.5f;  // asked of a person, in nats
constexpr float kStrongSupport =
    5.0f;  // surroundings that all but name a person: a title before, a trigger after
constexpr float kSupportedCredit = 2.5f;  // what is asked there
constexpr float kSupportedContextual = 1.0f;
constexpr float kRiskySupport = 1.0f;        // asked of a known name that is an ordinary word too
constexpr float kOrganizationCredit = 2.0f;  // asked of an organisation with a suffix
constexpr float kContextualCredit = 7.0f;    // and of one without
constexpr float kTransliteratedCredit = 8.0f;
constexpr float kRepeated = 1.5f;  // what each further occurrence earns, up to three
constexpr float kUnknownCharacter = 13.0f;

struct Credit {
  float best = -100;  // nats saved by the best occurrence
  float support = 0;
  int count = 0;
  int bylines = 0;
};

// What the cheapest reading of the stretch as everyday words costs.
float PlainCost(Span span, const Reading& reading) {
  std::vector<float> cost(span.size() + 1, 1e9f);
  cost[0] = 0;
  for (int i = 0; i < span.size(); ++i) {
    cost[i + 1] = std::min(cost[i + 1], cost[i] + kUnknownCharacter);
    for (int length = 1; length <= Vocabulary::kLongest && i + length <= span.size(); ++length) {
      const Span stretch{span.begin + i, span.begin + i + length};
      const std::u32string_view text = reading.View(stretch);
      const Vocabulary::Word* word = reading.Word(stretch);
      if (word == nullptr || IsListedPerson(*word, text, reading.lexicon) ||
          IsListedForeigner(*word, text, reading.lexicon)) {
        continue;
      }
      cost[i + length] = std::min(cost[i + length], cost[i] + word->cost);
    }
  }
  return cost.back();
}

// Names that have to earn their credit.
bool IsWeighed(const NameClaim& claim) {
  return claim.source == NameClaim::Source::kPerson || claim.source == NameClaim::Source::kSuffixed ||
         claim.source == NameClaim::Source::kContextual || claim.source == NameClaim::Source::kTransliterated;
}

float Asked(NameClaim::Source source) {
  if (source == NameClaim::Source::kSuffixed) return kOrganizationCredit;
  if (source == NameClaim::Source::kTransliterated) return kTransliteratedCredit;
  return source == NameClaim::Source::kContextual ? kContextualCredit : kPersonCredit;
}

class CreditReader {
 public:
  explicit CreditReader(Reading* reading) : reading_(*reading) {
    for (const Token& token : reading_.tokens) {
      if (token.name >= 0) Earn(reading_.names[token.name], IsBylined(token));
    }
  }

  void Drop() {
    std::vector<NameClaim> kept;
    for (Token& token : reading_.tokens) {
      if (token.name < 0) continue;
      const NameClaim claim = reading_.names[token.name];
      token.name = -1;
      if (!IsBelieved(claim)) {
        token.kind = Token::Kind::kWord;
        continue;
      }
      token.name = static_cast<int>(kept.size());
      kept.push_back(claim);
    }
    reading_.names = std::move(kept);
  }

 private:
  void Earn(const NameClaim& claim, bool bylined) {
    Credit& credit = credits_[std::u32string(reading_.View(claim.span))];
    if (IsWeighed(claim)) credit.best = std::max(credit.best, PlainCost(claim.span, reading_) - claim.cost);
    credit.support = std::max(credit.support, claim.support);
    ++credit.count;
    credit.bylines += bylined;
    if (claim.source == NameClaim::Source::kKnown && !claim.risky) sure_.insert(claim.known);
  }

  bool IsBelieved(const NameClaim& claim) const {
    const Credit& credit = credits_.at(std::u32string(reading_.View(claim.span)));
    if (credit.bylines == credit.count) return false;
    if (claim.risky)
      return credit.support >= kRiskySupport || credit.count > 2 || sure_.count(claim.known) > 0;
    if (!IsWeighed(claim)) return true;
    float asked = Asked(claim.source);
    if (credit.support >= kStrongSupport) {
      asked = claim.source == NameClaim::Source::kContextual ? kSupportedContextual : kSupportedCredit;
    }
    return credit.best + kRepeated * static_cast<float>(std::min(credit.count - 1, 3)) >= asked;
  }

  // 记者 林小满, 文|林小满: who wrote the article is not in it.
  bool IsBylined(const Token& token) const {
    const NameClaim& claim = reading_.names[token.name];
    if (!claim.types.Has(EntityType::kPerson)) return false;
    const Token* before = &token;
    for (int skipped = 0; skipped < 3; ++skipped) {
      if (before == &reading_.tokens.front()) return false;
      --before;
      if (before->connector != nullptr && before->connector->role == Phrase::Role::kByline) {
        return skipped > 0 || before->span.size() > 1;
      }
      if (before->kind != Token::Kind::kOther || reading_.chars()[before->span.begin] == U'。') return false;
    }
    return false;
  }

  Reading& reading_;
  std::unordered_map<std::u32string, Credit> credits_;
  std::set<int> sure_;  // known entities with a form that can mean nothing else
};

}  // namespace

void DropDoubtfulNames(Reading* reading) { CreditReader(reading).Drop(); }

}  // namespace annals
