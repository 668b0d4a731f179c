#include "extractor/mentions/known_names.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/utf8.h"

namespace annals {

// Lays what was taught over the lexicon. Everything goes by id, so the order of teaching makes no difference.
class KnownNamesBuilder {
 public:
  KnownNamesBuilder(const TaughtNames& taught, KnownNames* names) : taught_(taught), names_(*names) {
    for (const TaughtNames::Entity& entity : taught.entities) by_id_[entity.known.id] = &entity;
  }

  void Build() {
    for (const TaughtNames::Entity& entity : taught_.entities) {
      if (!entity.implied) Describe(entity.known.id);
    }
    for (const auto& [from, into] : taught_.merged_into) Describe(from);
    for (KnownEntity& entity : names_.taught_) {
      std::set<std::string> aliases(entity.aliases.begin(), entity.aliases.end());
      aliases.erase(entity.name);
      entity.aliases.assign(aliases.begin(), aliases.end());
    }
    NameTaught(false);
    NameTaught(true);
    NameLexiconEntities();
    AddHomonyms();
    BuildPhrases();
  }

 private:
  bool IsKnown(const std::string& id) const { return by_id_.contains(id) || names_.InLexicon(id) != nullptr; }

  std::string RootOf(std::string id) const {
    for (auto found = taught_.merged_into.find(id);
         found != taught_.merged_into.end() && IsKnown(found->second); found = taught_.merged_into.find(id)) {
      id = found->second;
    }
    return id;
  }

  const TaughtNames::Entity* Taught(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // Makes room for what an id stands for now and adds its names to the record.
  void Describe(const std::string& id) {
    if (!IsKnown(id)) return;
    const int index = IndexOf(RootOf(id));
    KnownEntity& entity = names_.taught_[index - FirstTaught()];
    index_of_[id] = index;
    if (const TaughtNames::Entity* taught = Taught(id)) AddAliases(taught->known, entity);
    if (const KnownEntity* listed = names_.InLexicon(id)) {
      AddAliases(*listed, entity);
      names_.current_[names_.lexicon_ids_->at(id)] = index;
    }
  }

  static void AddAliases(const KnownEntity& from, KnownEntity& entity) {
    entity.aliases.push_back(from.name);
    entity.aliases.insert(entity.aliases.end(), from.aliases.begin(), from.aliases.end());
  }

  int IndexOf(const std::string& root) {
    if (const auto found = index_of_.find(root); found != index_of_.end()) return found->second;
    const int index = FirstTaught() + static_cast<int>(names_.taught_.size());
    index_of_[root] = index;
    const KnownEntity* listed = names_.InLexicon(root);
    const TaughtNames::Entity* taught = Taught(root);
    KnownEntity entity = taught != nullptr ? taught->known : *listed;
    entity.owner = listed != nullptr ? listed->owner : -1;
    names_.taught_.push_back(std::move(entity));
    if (listed != nullptr || taught != nullptr) Describe(root);
    return index;
  }

  int FirstTaught() const { return static_cast<int>(names_.lexicon_.entities().size()); }

  void NameTaught(bool implied) {
    for (const TaughtNames::Entity& entity : taught_.entities) {
      const auto index = index_of_.find(entity.known.id);
      if (entity.implied != implied || index == index_of_.end()) continue;
      for (const std::u32string& form : entity.forms) Name(form, index->second, false);
    }
  }

  // The lexicon's names of entities that a taught one stands for.
  void NameLexiconEntities() {
    std::vector<std::pair<int, int>> replaced(names_.current_.begin(), names_.current_.end());
    std::sort(replaced.begin(), replaced.end());
    for (const auto& [listed, index] : replaced) {
      const KnownEntity& entity = names_.lexicon_.entities()[listed];
      Name(DecodeUtf8(entity.name).value_or(U""), index, true);
      for (const std::string& alias : entity.aliases) Name(DecodeUtf8(alias).value_or(U""), index, true);
    }
  }

  // Who came first keeps the name from others of its type.
  void Name(const std::u32string& name, int index, bool listed) {
    if (name.empty()) return;
    auto [found, fresh] = names_.taught_index_.emplace(name, static_cast<int>(names_.named_.size()));
    if (fresh) {
      names_.named_.emplace_back();
      risky_.push_back(listed && IsRisky(name));
    }
    AddOwner(index, names_.named_[found->second]);
  }

  void AddOwner(int index, std::vector<int>& owners) const {
    const bool taken = std::any_of(owners.begin(), owners.end(), [&](int owner) {
      return names_.entity(owner).type == names_.entity(index).type;
    });
    if (!taken) owners.push_back(index);
  }

  // What else the lexicon knows by these names.
  void AddHomonyms() {
    for (const auto& [name, number] : names_.taught_index_) {
      for (const int listed : names_.lexicon_.EntitiesNamed(name)) {
        AddOwner(names_.Current(listed), names_.named_[number]);
      }
    }
  }

  bool IsRisky(const std::u32string& name) const {
    const int size = static_cast<int>(name.size());
    for (const Automaton::Hit& hit : names_.lexicon_.phrase_automaton().Match(name)) {
      const Phrase& phrase = names_.lexicon_.phrase(hit.value);
      if (hit.span.size() == size && phrase.kind == Phrase::Kind::kEntity) return phrase.risky;
    }
    return false;
  }

  void BuildPhrases() {
    std::vector<Automaton::Word> words;
    names_.phrases_.resize(names_.named_.size());
    for (const auto& [name, number] : names_.taught_index_) {
      const std::vector<int>& owners = names_.named_[number];
      Phrase phrase{Phrase::Kind::kEntity, Phrase::Role::kNone, {}, owners.front()};
      for (const int owner : owners) phrase.types = phrase.types | names_.entity(owner).type;
      phrase.risky = risky_[number];
      names_.phrases_[number] = phrase;
      words.push_back({name, number});
    }
    names_.automaton_ = Automaton::Build(words);
  }

  const TaughtNames& taught_;
  KnownNames& names_;
  std::unordered_map<std::string, const TaughtNames::Entity*> by_id_;
  std::unordered_map<std::string, int> index_of_;
  std::vector<char> risky_;  // by taught name
};

KnownNames::KnownNames(const NameLexicon& lexicon) : lexicon_(lexicon) {
  LexiconIds ids;
  for (size_t i = 0; i < lexicon.entities().size(); ++i) ids.emplace(lexicon.entities()[i].id, i);
  lexicon_ids_ = std::make_shared<const LexiconIds>(std::move(ids));
}

KnownNames KnownNames::With(const TaughtNames& taught) const {
  KnownNames names(*this);
  names.taught_.clear();
  names.current_.clear();
  names.taught_index_.clear();
  names.named_.clear();
  KnownNamesBuilder(taught, &names).Build();
  return names;
}

const KnownEntity& KnownNames::entity(int index) const {
  const size_t listed = lexicon_.entities().size();
  const size_t i = static_cast<size_t>(index);
  return i < listed ? lexicon_.entities()[i] : taught_[i - listed];
}

const KnownEntity* KnownNames::InLexicon(const std::string& id) const {
  const auto found = lexicon_ids_->find(id);
  return found == lexicon_ids_->end() ? nullptr : &lexicon_.entities()[found->second];
}

int KnownNames::Current(int index) const {
  const auto found = current_.find(index);
  return found == current_.end() ? index : found->second;
}

const std::vector<int>& KnownNames::Named(std::u32string_view name) const {
  if (taught_index_.empty()) return lexicon_.EntitiesNamed(name);
  const auto found = taught_index_.find(name);
  return found == taught_index_.end() ? lexicon_.EntitiesNamed(name) : named_[found->second];
}

std::vector<PhraseHit> KnownNames::FindPhrases(std::u32string_view text,
                                               const std::vector<Automaton::Hit>& listed) const {
  std::vector<PhraseHit> hits;
  std::set<std::pair<int, int>> taken;
  std::vector<Automaton::Hit> taught;
  if (!phrases_.empty()) taught = automaton_.Match(text);
  for (const Automaton::Hit& hit : taught) taken.emplace(hit.span.begin, hit.span.end);
  for (const Automaton::Hit& hit : listed) {
    const Phrase& phrase = lexicon_.phrase(hit.value);
    const bool hidden = !taken.empty() && phrase.kind == Phrase::Kind::kEntity &&
                        taken.contains({hit.span.begin, hit.span.end});
    if (!hidden) hits.push_back({hit.span, &phrase});
  }
  for (const Automaton::Hit& hit : taught) hits.push_back({hit.span, &phrases_[hit.value]});
  return hits;
}

}  // namespace annals
