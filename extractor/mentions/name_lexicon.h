// What the mention readers know about names: the words of the data files, ready to be looked up.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/mentions/mention.h"
#include "extractor/mentions/vocabulary.h"

namespace annals {

// A word of the lexicon that means something to the mention readers. One spelling may be several phrases.
struct Phrase {
  enum class Kind : uint8_t {
    kTitle,      // titles.tsv
    kModifier,   // title_modifiers.tsv
    kSuffix,     // organization_suffixes.tsv
    kNominal,    // nominals.tsv
    kEntity,     // entities.tsv: a name or an alias
    kLatinTerm,  // latin_terms.tsv: Latin words that are no names (AI, App, IPO)
    kConnector,  // name_connectors.tsv
  };
  enum class Role : uint8_t {
    kNone,
    kPosition,
    kFounder,
    kAcademic,
    kHonorific,
    kMentor,
    kSpeaker,
    kKinship,  // titles
    kRank,
    kFormer,
    kCurrent,
    kDomain,  // title modifiers
    kStrong,
    kLegal,
    kWeak,  // suffixes
    kPronoun,
    kDescription,
    kHolder,  // nominals
    kNaming,
    kAlias,
    kByline,
    kDescriptor,
    kDeterminer,
    kAct,
    kMade,
    kFounded,
    kOwned,
    kPupil,
    kJoint,  // connectors
  };
  // Where the antecedent of a nominal is looked for; nominals.tsv says what each means.
  enum class Reach : uint8_t {
    kSubject,
    kOther,
    kFormer,
    kLatter,
    kGroup,
    kDefinite,
    kBare,
    kSpeaker,
    kSelf,
    kTitle
  };
  Kind kind;
  Role role = Role::kNone;
  TypeSet types;
  int entity = -1;                // kEntity: index into entities()
  int rank = 0;                   // kTitle: 1 heads an organisation … 6 courtesy
  bool plural = false;            // kNominal
  Reach reach = Reach::kSubject;  // kNominal
  bool risky =
      false;  // an ordinary word too: a title only beside a name, a name only where the context agrees
};

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
  // Reads surnames, given_characters, transliteration_characters, titles, title_modifiers,
  // organization_suffixes, nominals name_connectors and words (all required), entities and latin_terms
  // (optional). INVALID_ARGUMENT names file and line.
  static absl::StatusOr<NameLexicon> Load(const DataDirectory& data);

  // 0 for what is no surname; else how surely it is one, up to 1.
  double SurnameWeight(char32_t c) const { return c < surnames_.size() ? surnames_[c] : 0; }
  double CompoundSurnameWeight(std::u32string_view word) const;
  // About -3 to 3: how much more often the character stands in a given name / a transliterated name than
  // elsewhere.
  double GivenScore(char32_t c) const;
  double TransliterationScore(char32_t c) const;

  // Papers, agencies and research houses: they report, and seldom act.
  bool IsSource(const std::u32string& name) const { return sources_.count(name) > 0; }

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<KnownEntity>& entities() const { return entities_; }
  // Indices of the entities one name may mean (a company and its product), in the order of the file.
  const std::vector<int>& EntitiesNamed(const std::u32string& name) const;
  // Finds all phrases; the value of a hit is an index into phrases().
  const Automaton& phrase_automaton() const { return automaton_; }
  const Phrase& phrase(int index) const { return phrases_[index]; }

 private:
  friend class NameLexiconReader;

  std::vector<float> surnames_, given_, transliteration_;  // by character of the basic plane
  std::unordered_map<std::u32string, float> compound_surnames_;
  std::unordered_set<std::u32string> sources_;
  Vocabulary vocabulary_;
  std::vector<KnownEntity> entities_;
  std::unordered_map<std::u32string, std::vector<int>> entities_by_name_;
  std::vector<Phrase> phrases_;
  Automaton automaton_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_LEXICON_H_
