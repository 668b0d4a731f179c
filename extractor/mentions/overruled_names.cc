#include "extractor/mentions/overruled_names.h"

#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "extractor/mentions/document_forms.h"

namespace annals {
namespace {

class Overruling {
 public:
  Overruling(const Reading& reading, const std::vector<NameClaim>& candidates) : reading_(reading) {
    for (const NameClaim& claim : reading.names) {
      if (claim.known >= 0) continue;
      if (claim.types.Only(EntityType::kPerson)) ++persons_[reading.View(claim.span)];
      if (claim.types.Only(EntityType::kOrganization)) AddCompany(claim);
    }
    for (const NameClaim& claim : candidates) {
      if (claim.source == NameClaim::Source::kUnlisted) AddCompany(claim);
    }
  }

  bool Overrules(const NameClaim& claim) const {
    if (claim.source == NameClaim::Source::kKnown)
      return claim.risky && claim.types.Only(EntityType::kProduct) &&
             companies_.contains(reading_.View(claim.span));
    if (claim.known >= 0) return false;
    if (claim.types.Only(EntityType::kOrganization)) return TakesVerb(claim.span);
    return claim.types.Only(EntityType::kPerson) && RunsOn(claim.span);
  }

 private:
  void AddCompany(const NameClaim& claim) {
    const std::u32string_view name = reading_.View(claim.span);
    for (const ShortForm& form : ShortFormsOf(name, claim.types, reading_.lexicon)) {
      std::u32string_view& full = companies_.try_emplace(form.text, name).first->second;
      if (full != name) shared_.insert(form.text);
    }
  }

  // 收购|恒礼|展开: a company that has another name in full, and the verb behind it.
  bool TakesVerb(Span span) const {
    constexpr int kLength = 4, kStem = 2;
    if (span.size() != kLength) return false;
    const Vocabulary::Word* rest = reading_.Word({span.begin + kStem, span.end});
    if (rest == nullptr || rest->tag != 'v' || rest->subtag != 0) return false;
    const std::u32string_view stem = reading_.View({span.begin, span.begin + kStem});
    const auto full = companies_.find(stem);
    return full != companies_.end() && (full->second != reading_.View(span) || shared_.contains(stem));
  }

  bool RunsOn(Span span) const {
    constexpr int kLength = 3;
    if (span.size() != kLength) return false;
    const Vocabulary::Word* last = reading_.Word({span.end - 1, span.end});
    if (last == nullptr || std::string_view("dvpc").find(last->tag) == std::string_view::npos) return false;
    return Times({span.begin, span.end - 1}) > Times(span);
  }

  int Times(Span name) const {
    const auto found = persons_.find(reading_.View(name));
    return found == persons_.end() ? 0 : found->second;
  }

  const Reading& reading_;
  absl::flat_hash_map<std::u32string_view, int> persons_;  // how often the first reading found each
  absl::flat_hash_map<std::u32string_view, std::u32string_view> companies_;  // by short form: one in full
  absl::flat_hash_set<std::u32string_view> shared_;                          // short forms of several
};

}  // namespace

void DropOverruledNames(const Reading& reading, std::vector<NameClaim>* candidates) {
  const Overruling overruling(reading, *candidates);
  std::erase_if(*candidates, [&](const NameClaim& claim) { return overruling.Overrules(claim); });
}

}  // namespace annals
