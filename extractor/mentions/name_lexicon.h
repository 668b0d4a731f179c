// What the mention readers know about names: the words of the data files, ready to be looked up.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/mentions/focus.h"
#include "extractor/mentions/mention.h"
#include "extractor/mentions/phrase.h"
#include "extractor/mentions/unlisted_features.h"
#include "extractor/mentions/vocabulary.h"

namespace annals {

struct KnownEntity {
  std::string id;
  EntityType type;
  std::string name;
  std::vector<std::string> aliases;
  int owner = -1;  // index into entities()
};

// Immutable; safe to share between threads.
class NameLexicon {
 public:
  // Looks names up by a view of the text.
  struct TextHash {
    using is_transparent = void;
    size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
  };

  // Reads surnames, given_characters, transliteration_characters, titles, title_modifiers,
  // organization_suffixes, nominals, name_connectors, predicates, focus, investor_endings, unlisted_names and
  // words (all required), entities, latin_terms and latin_given_names (optional). INVALID_ARGUMENT names file
  // and line.
  static absl::StatusOr<NameLexicon> Load(const DataDirectory& data);

  // 0 for what is no surname; else how surely it is one, up to 1.
  double SurnameWeight(char32_t c) const { return Of(c).surname; }
  double CompoundSurnameWeight(std::u32string_view word) const;
  bool StartsCompoundSurname(char32_t c) const { return Of(c).starts_compound; }
  // About -3 to 3: how much more often the character stands in a given name / a transliterated name than
  // elsewhere.
  double GivenScore(char32_t c) const { return Of(c).given; }
  double TransliterationScore(char32_t c) const { return Of(c).transliteration; }
  // The same before `next`: 灵 alone begins words and companies, 灵|顿 is a sound.
  double TransliterationScore(char32_t c, char32_t next) const;

  // What stands before an ending of organisations' names.
  struct Ending {
    bool legal = false;  // is the name too: 京东|集团
    bool weak = false;   // may be a word for a field: 储能|日报
  };
  // nullptr where `word` is no such ending; lower case.
  const Ending* OrganizationEnding(std::u32string_view word) const;

  // What a word does in a clause that tells a post: see predicates.tsv.
  enum class PredicateWord : uint8_t { kNone, kHolds, kHeld, kPast, kAside, kWithin };
  PredicateWord Predicate(std::u32string_view word) const;

  // Papers, agencies and research houses: they report, and seldom act.
  bool IsSource(std::u32string_view name) const { return sources_.find(name) != sources_.end(); }

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const FocusVector& focus_weights() const { return focus_weights_; }
  // Endings of names of those who invest, folded.
  const std::vector<std::string>& investor_endings() const { return investor_endings_; }
  const UnlistedWeights& unlisted_weights() const { return unlisted_weights_; }
  const std::vector<KnownEntity>& entities() const { return entities_; }
  // Indices of the entities one name may mean (a company and its product), in the order of the file.
  const std::vector<int>& EntitiesNamed(std::u32string_view name) const;
  // Finds all phrases; the value of a hit is an index into phrases().
  const Automaton& phrase_automaton() const { return automaton_; }
  const Phrase& phrase(int index) const { return phrases_[index]; }

 private:
  friend class NameLexiconReader;

  // What a character may be in names; together, for the readers ask for all of it.
  struct Character {
    float surname = 0;
    float given = -1;
    float transliteration = -2;
    bool starts_compound = false;  // begins a surname of two characters
    bool ends_compound = false;    // goes on with one
  };

  const Character& Of(char32_t c) const { return characters_[c < characters_.size() ? c : 0]; }

  FocusVector focus_weights_{};
  std::vector<std::string> investor_endings_;
  UnlistedWeights unlisted_weights_{};
  std::vector<Character> characters_ = std::vector<Character>(0x10000);  // of the basic plane; 0: any other
  std::unordered_map<std::u32string, float, TextHash, std::equal_to<>> compound_surnames_;
  absl::flat_hash_map<std::pair<char32_t, char32_t>, float>
      sound_pairs_;  // the score of the first of the two
  absl::flat_hash_map<std::u32string, Ending, TextHash, std::equal_to<>> endings_;
  absl::flat_hash_map<std::u32string, PredicateWord, TextHash, std::equal_to<>> predicates_;
  absl::flat_hash_set<std::u32string, TextHash, std::equal_to<>> sources_;
  Vocabulary vocabulary_;
  std::vector<KnownEntity> entities_;
  absl::flat_hash_map<std::u32string, std::vector<int>, TextHash, std::equal_to<>> entities_by_name_;
  std::vector<Phrase> phrases_;
  Automaton automaton_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_
