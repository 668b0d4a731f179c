#include "extractor/mentions/name_credit.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "extractor/mentions/framed_names.h"
#include "extractor/mentions/name_candidates.h"

namespace annals {
namespace {

constexpr float kPersonCredit = 5.5f;  // asked of a person, in nats
constexpr float kStrongSupport =
    5.0f;  // surroundings that all but name a person: a title before, a trigger after
constexpr float kSupportedCredit = 2.5f;  // what is asked there
constexpr float kFramingSupport = 8.5f;   // a title before and a trigger after: 店长|康乃馨|被解雇
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
  int supported = 0;  // occurrences in surroundings that ask for a name
  int modified = 0;   // occurrences behind a word that says which one: an ordinary noun
};

// What the cheapest reading of the stretch as everyday words costs.
float PlainCost(Span span, const Reading& reading) {
  // The costs up to the joint in hand and to those that a word can reach from there.
  std::array<float, Vocabulary::kLongest + 1> cost;
  constexpr float kUnreached = std::numeric_limits<float>::infinity();
  cost.fill(kUnreached);
  cost[0] = 0;
  for (int begin = span.begin; begin < span.end; ++begin) {
    cost[1] = std::min(cost[1], cost[0] + kUnknownCharacter);
    for (int length = 1; length <= Vocabulary::kLongest && begin + length <= span.end; ++length) {
      const Span stretch{begin, begin + length};
      const std::u32string_view text = reading.View(stretch);
      const Vocabulary::Word* word = reading.Word(stretch);
      if (word == nullptr || IsListedPerson(*word, text, reading.lexicon) ||
          IsListedForeigner(*word, text, reading.lexicon)) {
        continue;
      }
      cost[length] = std::min(cost[length], cost[0] + word->cost);
    }
    std::shift_left(cost.begin(), cost.end(), 1);
    cost.back() = kUnreached;
  }
  return cost[0];
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
  explicit CreditReader(Reading* reading) : reading_(*reading), credit_of_(reading->names.size()) {
    for (const Token& token : reading_.tokens) {
      if (token.name >= 0) Earn(token);
    }
  }

  void Drop() {
    std::vector<NameClaim> kept;
    kept.reserve(reading_.names.size());
    for (Token& token : reading_.tokens) {
      if (token.name < 0) continue;
      const NameClaim& claim = reading_.names[token.name];
      const Credit& credit = credits_[credit_of_[token.name]];
      token.name = -1;
      if (!IsBelieved(claim, credit)) {
        token.kind = Token::Kind::kWord;
        continue;
      }
      token.name = static_cast<int>(kept.size());
      kept.push_back(claim);
    }
    reading_.names = std::move(kept);
  }

 private:
  void Earn(const Token& token) {
    const int name = token.name;
    const bool bylined = IsBylined(token);
    const NameClaim& claim = reading_.names[name];
    const auto [found, fresh] =
        index_.try_emplace(reading_.View(claim.span), static_cast<int>(credits_.size()));
    if (fresh) credits_.emplace_back();
    credit_of_[name] = found->second;
    Credit& credit = credits_[found->second];
    if (IsWeighed(claim)) credit.best = std::max(credit.best, PlainCost(claim.span, reading_) - claim.cost);
    const bool modified = claim.risky && IsModified(token);
    credit.support = std::max(credit.support, claim.support);
    credit.supported += !modified && claim.support >= kRiskySupport;
    credit.modified += modified;
    ++credit.count;
    credit.bylines += bylined;
    if (claim.source == NameClaim::Source::kKnown && !claim.risky) sure_.insert(claim.known);
  }

  bool IsBelieved(const NameClaim& claim, const Credit& credit) const {
    if (credit.bylines == credit.count) return false;
    if (claim.risky)
      return credit.supported > credit.modified || credit.count - 2 * credit.modified > 2 ||
             sure_.contains(claim.known);
    if (!IsWeighed(claim)) return true;
    if (claim.source == NameClaim::Source::kPerson && credit.support >= kFramingSupport) return true;
    if (claim.source == NameClaim::Source::kSuffixed && credit.support >= kFramedSupport) return true;
    float asked = Asked(claim.source);
    if (credit.support >= kStrongSupport) {
      asked = claim.source == NameClaim::Source::kContextual ? kSupportedContextual : kSupportedCredit;
    }
    return credit.best + kRepeated * static_cast<float>(std::min(credit.count - 1, 3)) >= asked;
  }

  // 可回收|火箭, 在研的|火箭.
  bool IsModified(const Token& token) const {
    const bool organization = reading_.names[token.name].types.Only(EntityType::kOrganization);
    if (!organization || &token == &reading_.tokens.front()) return false;
    const Token& before = *(&token - 1);
    if (before.kind != Token::Kind::kWord || before.wall != nullptr || before.connector != nullptr ||
        before.span.end != token.span.begin)
      return false;
    constexpr std::string_view kModifying = "nbz";  // tags of nouns, of those that only modify, of states
    return before.span.size() > 1 ? kModifying.find(before.tag()) != std::string_view::npos
                                  : reading_.View(before.span) == U"的";
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
  absl::flat_hash_map<std::u32string_view, int> index_;  // by what the name is: its credit
  std::vector<Credit> credits_;
  std::vector<int> credit_of_;     // by name
  absl::flat_hash_set<int> sure_;  // known entities with a form that can mean nothing else
};

}  // namespace

void DropDoubtfulNames(Reading* reading) { CreditReader(reading).Drop(); }

}  // namespace annals
