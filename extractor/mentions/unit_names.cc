#include "extractor/mentions/unit_names.h"

#include <algorithm>

namespace annals {
namespace {

class UnitNames {
 public:
  explicit UnitNames(Reading* reading) : reading_(*reading) {}

  void Retype() {
    for (size_t i = 0; i < reading_.tokens.size(); ++i) {
      const int name = reading_.tokens[i].name;
      if (name < 0 || !reading_.names[name].types.Only(EntityType::kOrganization)) continue;
      NameClaim& claim = reading_.names[name];
      const Ending ending = EndingOf(claim.span);
      if (!ending.unit && !ending.weak_unit) continue;
      const bool owned = i > 0 && IsOwner(reading_.tokens[i - 1], claim.span.begin);
      if (!owned && (claim.known >= 0 || !IsUnitAlone(claim.span, ending))) continue;
      claim.types = EntityType::kUnit;
      claim.known = -1;
    }
  }

 private:
  struct Ending {
    Span span;               // the longest that closes the name; empty: none
    bool unit = false;       // surely one of units: 部
    bool weak_unit = false;  // 工作室
    bool only_unit = true;   // no reading as a company at all: 事业部
    bool company = false;    // surely one of companies and institutions: 研究院
  };

  Ending EndingOf(Span name) const {
    Ending ending;
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [&](const PhraseHit& phrase) { return phrase.span.begin <= name.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin < name.end; ++hit) {
      if (hit->phrase->kind != Phrase::Kind::kSuffix || hit->span.end != name.end) continue;
      if (!ending.span.empty() && hit->span.begin > ending.span.begin) break;
      ending.span = hit->span;
      const bool weak = hit->phrase->role == Phrase::Role::kWeak;
      if (hit->phrase->types.Has(EntityType::kUnit)) (weak ? ending.weak_unit : ending.unit) = true;
      ending.only_unit &= !hit->phrase->types.Has(EntityType::kOrganization);
      ending.company |= hit->phrase->types.Has(EntityType::kOrganization) && !weak;
    }
    return ending;
  }

  bool IsOwner(const Token& token, int joint) const {
    if (token.name < 0 || token.span.end != joint) return false;
    const TypeSet types = reading_.names[token.name].types;
    return types.Has(EntityType::kOrganization) && !types.Has(EntityType::kPerson);
  }

  bool IsUnitAlone(Span name, const Ending& ending) const {
    const Vocabulary::Word* stem = reading_.Word({name.begin, ending.span.begin});
    const bool place = stem != nullptr && stem->tag == 'n' && stem->subtag == 's';
    // 直播|事业部: no company is called so.
    if (ending.span.size() > 1 && ending.unit && ending.only_unit) return true;
    if (ending.span.size() > 1) return place && ending.weak_unit && !ending.company;
    return ending.unit && !place && ending.span.begin - name.begin > 2;
  }

  Reading& reading_;
};

}  // namespace

void RetypeUnits(Reading* reading) { UnitNames(reading).Retype(); }

}  // namespace annals
