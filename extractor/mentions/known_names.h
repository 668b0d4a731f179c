// The entities that are known by name: those of the lexicon, and on top of them those that users taught.
#ifndef ANNALS_EXTRACTOR_MENTIONS_KNOWN_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_KNOWN_NAMES_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractor/lexicon/automaton.h"
#include "extractor/mentions/name_lexicon.h"
#include "extractor/mentions/phrase.h"

namespace annals {

// What users taught, ready for use.
struct TaughtNames {
  struct Entity {
    KnownEntity known;                  // as records show it; no owner
    std::vector<std::u32string> forms;  // folded: what stands for it in a text
    bool implied =
        false;  // known only because a merge names its id: others come first where a name is shared
  };
  std::vector<Entity> entities;                    // by id, each once
  std::map<std::string, std::string> merged_into;  // id to id, without circles; unknown ids are passed over
};

// Immutable; safe to share between threads. An entity is an index, which means nothing beyond one object.
class KnownNames {
 public:
  // `lexicon` outlives it and all that are made from it.
  explicit KnownNames(const NameLexicon& lexicon);
  // The lexicon and what was taught, nothing else that this one knows. An entity of the lexicon that was
  // taught again has the taught name and the names of both; merged ones are one entity with all their names.
  // A taught name hides entities of the lexicon that have the same name and type. Takes time in the taught
  // names, not in the lexicon: about 7 ms for a thousand.
  KnownNames With(const TaughtNames& taught) const;

  const NameLexicon& lexicon() const { return lexicon_; }
  const KnownEntity& entity(int index) const;
  // The entity of which it is a part, or -1.
  int OwnerOf(int index) const { return Current(entity(index).owner); }
  // The lexicon's entity of that id; nothing for ids that were taught.
  const KnownEntity* InLexicon(const std::string& id) const;

  // The entities one folded name may mean: a company and its product.
  const std::vector<int>& Named(std::u32string_view name) const;
  // Whether users had a say in what it means.
  bool IsTaught(std::u32string_view name) const {
    return !taught_index_.empty() && taught_index_.find(name) != taught_index_.end();
  }
  // The lexicon's phrases where its automaton has found them, but for those that taught names hide, and
  // taught names.
  std::vector<PhraseHit> FindPhrases(std::u32string_view text,
                                     const std::vector<Automaton::Hit>& listed) const;

 private:
  friend class KnownNamesBuilder;
  using LexiconIds = std::unordered_map<std::string, int>;

  int Current(int index) const;

  const NameLexicon& lexicon_;
  std::shared_ptr<const LexiconIds> lexicon_ids_;
  std::vector<KnownEntity> taught_;       // their indices follow the lexicon's
  std::unordered_map<int, int> current_;  // entity of the lexicon to the taught one that stands for it
  std::unordered_map<std::u32string, int, NameLexicon::TextHash, std::equal_to<>> taught_index_;
  std::vector<std::vector<int>> named_;  // by taught name
  std::vector<Phrase> phrases_;          // by taught name
  Automaton automaton_;                  // its values are taught names
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_KNOWN_NAMES_H_
