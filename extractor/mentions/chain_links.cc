#include "extractor/mentions/chain_links.h"

#include <algorithm>

namespace annals {
namespace {

class ChainCorrector {
 public:
  ChainCorrector(const Reading& reading, const std::vector<DocumentEntity>& entities, ChainReading* chains)
      : reading_(reading), entities_(entities), chains_(*chains), mentions_(chains->mentions) {}

  void Correct() {
    for (Mention& mention : mentions_) MoveUnit(mention);
    for (HeldTitle& held : chains_.held) MoveUnit(held);
    for (size_t i = 1; i < mentions_.size(); ++i) {
      if (IsInBrackets(mentions_[i - 1], mentions_[i])) ShareChain(mentions_[i - 1], mentions_[i]);
    }
  }

 private:
  // 原创影集部|总监
  bool IsUnit(int mention) const {
    if (mention < 0 || mentions_[mention].entity < 0) return false;
    return entities_[mentions_[mention].entity].type == EntityType::kUnit;
  }

  void MoveUnit(Mention& mention) const {
    if (!IsUnit(mention.organization)) return;
    if (mention.unit < 0) mention.unit = mention.organization;
    if (!mention.title.empty()) mention.title.begin = mentions_[mention.organization].span.begin;
    mention.organization = -1;
  }

  void MoveUnit(HeldTitle& held) const {
    if (!IsUnit(held.organization)) return;
    held.title.begin = mentions_[held.organization].span.begin;
    if (held.unit < 0) held.unit = held.organization;
    held.organization = -1;
  }

  bool IsInBrackets(const Mention& name, const Mention& alias) const {
    if (alias.entity < 0 || alias.entity != name.entity || alias.kind != Mention::Kind::kName) return false;
    const std::u32string& chars = reading_.chars();
    const int close = alias.span.end;
    return reading_.View({name.span.end, alias.span.begin}) == U"(" && close < reading_.size() &&
           chars[close] == U')';
  }

  static void ShareChain(const Mention& name, Mention& alias) {
    if (name.title.empty() && name.organization < 0 && name.unit < 0) return;
    alias.types = name.types;
    alias.title = name.title;
    alias.organization = name.organization;
    alias.unit = name.unit;
    alias.former = name.former;
    alias.founder = name.founder;
  }

  const Reading& reading_;
  const std::vector<DocumentEntity>& entities_;
  ChainReading& chains_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void CorrectChains(const Reading& reading, const std::vector<DocumentEntity>& entities,
                   ChainReading* chains) {
  ChainCorrector(reading, entities, chains).Correct();
}

}  // namespace annals
