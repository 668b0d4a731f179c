// A word of the lexicon that means something to the mention readers.
#ifndef ANNALS_EXTRACTOR_MENTIONS_PHRASE_H_
#define ANNALS_EXTRACTOR_MENTIONS_PHRASE_H_

#include <cstdint>

#include "extractor/mentions/mention.h"

namespace annals {

// One spelling may be several phrases. The data files say what each kind and role means.
struct Phrase {
  enum class Kind : uint8_t {
    kTitle,      // titles.tsv
    kModifier,   // title_modifiers.tsv
    kSuffix,     // organization_suffixes.tsv
    kNominal,    // nominals.tsv
    kPart,       // descriptions.tsv
    kEntity,     // entities.tsv: a name or an alias
    kLatinTerm,  // latin_terms.tsv: Latin words that are no names (AI, App, IPO)
    kConnector,  // name_connectors.tsv
    kGivenName,  // latin_given_names.tsv: Michelle
  };
  // clang-format off
  enum class Role : uint8_t {
    kNone,
    // Titles.
    kPosition, kFounder, kAcademic, kStudent, kHonorific, kMentor, kSpeaker, kKinship, kFellow,
    // Title modifiers.
    kRank, kFormer, kCurrent, kDomain,
    // Suffixes.
    kStrong, kWhole, kWeak, kGeneric, kLegal,
    // Nominals.
    kPronoun, kDescription, kHolder, kOpening, kHead, kPersonOpening,
    // Connectors.
    kNaming, kAlias, kByline, kDescriptor, kDeterminer, kAct, kMade, kFounded, kOwned, kPupil, kSchool, kModel, kJoint, kOpener, kModal, kOwner, kCited,
    kIsCompany, kIsWare,
  };
  // Where the antecedent of a nominal is looked for.
  enum class Reach : uint8_t {
    kSubject, kOther, kFormer, kLatter, kGroup, kDefinite, kBare, kSpeaker, kSelf, kTitle,
  };
  // clang-format on
  Kind kind;
  Role role = Role::kNone;
  TypeSet types;
  int entity = -1;                // kEntity: of KnownNames
  int rank = 0;                   // kTitle: 1 heads an organisation … 6 courtesy
  bool plural = false;            // kNominal
  Reach reach = Reach::kSubject;  // kNominal
  bool risky =
      false;  // an ordinary word too: a title only beside a name, a name only where the context agrees
};

struct PhraseHit {
  Span span;
  const Phrase* phrase;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_PHRASE_H_
