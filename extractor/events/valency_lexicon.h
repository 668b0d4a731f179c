// Trigger words with their valency: what stands around a verb, and which role it plays. Read from frames.tsv,
// triggers.tsv, prepositions.tsv and bound_endings.tsv.
#ifndef ANNALS_EXTRACTOR_EVENTS_VALENCY_LEXICON_H_
#define ANNALS_EXTRACTOR_EVENTS_VALENCY_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/event.pb.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/lexicon/neighbor_words.h"
#include "extractor/mentions/mention.h"

namespace annals {

// One way to fill a slot. role is ROLE_UNSPECIFIED for "none": the slot is taken, and means nothing.
struct SlotRole {
  v1::Role role = v1::ROLE_UNSPECIFIED;
  TypeSet types;
};

// A preposition's slot in a frame.
struct MarkerSlot {
  std::u32string marker;
  SlotRole slot;
};

enum class ValueKind {
  kAmount,
  kStake,
  kCount,
  kRound,
  kValuation,
  kExchange,
  kReason,
  kTitle,
  kHolderTitle,
  kNewTitle,
  kTopic,
  kFromTopic,
  kToTopic,
  kLeader,
  kQuote,
};

struct Frame {
  std::string name;
  v1::EventType type;
  std::vector<SlotRole> subject;  // best first
  std::vector<SlotRole> object;
  std::vector<MarkerSlot> markers;
  std::vector<ValueKind> values;
  bool employer_from_chain = false;

  bool Takes(ValueKind kind) const;
};

// A word that may make an event, with the contexts it needs.
struct Trigger {
  std::u32string word;  // the part before the gap
  std::u32string tail;  // the part after the gap; empty where there is none
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  const Frame* frame = nullptr;
  NeighborWords before, not_before, after, not_after;
  bool noun = false;   // also a noun: 他的离职
  bool weak = false;   // generic: only with all its key participants at hand
  bool state = false;  // a state unless something says it began
  bool stay = false;   // for how long; begins where a time says so
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;  // the word itself says it
  bool rumored = false;
  bool performative = false;  // saying it is the event
  bool impersonal = false;    // also told by nobody: 预计明年上市
};

// What decides most occurrences of a trigger word, apart from the rest of the trigger: all of them are too
// many for a cache.
struct TriggerGate {
  uint64_t tail_characters = 0;  // bits of the characters of its tail modulo 64; 0: it has none
  bool context = false;          // it asks for neighbours, or forbids some
};

enum class PrepositionKind { kAgent, kPatient, kGoal, kSource, kWith, kPlace, kBenefit, kMeans, kTopic };

struct Preposition {
  std::u32string word;
  std::u32string marker;
  PrepositionKind kind;
  LongerWords unless;
};

// What makes a noun of the trigger before it: 交易|部.
struct BoundEnding {
  std::u32string ending;
  NeighborWords unless;  // words that begin with it and leave the verb a verb
};

// Immutable; safe to share between threads. Movable, as the pointers into it stay valid.
class ValencyLexicon {
 public:
  // INVALID_ARGUMENT, with file and line, for an unknown frame, type, role, value, flag or ending.
  static absl::StatusOr<ValencyLexicon> Load(const DataDirectory& data);

  const std::vector<Trigger>& triggers() const { return triggers_; }
  // What a dismissal of people is whom only a number names: 40人被“毕业”.
  const Trigger& layoff() const { return layoff_; }
  const TriggerGate& gate(int trigger) const { return gates_[trigger]; }
  const std::vector<Preposition>& prepositions() const { return prepositions_; }
  const std::vector<BoundEnding>& bound_endings() const { return bound_endings_; }
  size_t longest_tail() const { return longest_tail_; }  // of all triggers, in characters
  // Values are indices into triggers() and prepositions().
  const Automaton& trigger_words() const { return trigger_words_; }
  const Automaton& preposition_words() const { return preposition_words_; }

 private:
  absl::Status LoadFrames(const DataDirectory& data);
  absl::Status LoadTriggers(const DataDirectory& data);
  // The trigger under a word of triggers.tsv, which may hold a gap.
  void AddTrigger(const std::string& word, Trigger trigger);
  void BuildTriggerWords();
  absl::Status LoadPrepositions(const DataDirectory& data);
  absl::Status LoadBoundEndings(const DataDirectory& data);

  std::vector<std::unique_ptr<Frame>> frames_;
  std::vector<Trigger> triggers_;
  Trigger layoff_;
  std::vector<TriggerGate> gates_;  // by trigger
  std::vector<Preposition> prepositions_;
  std::vector<BoundEnding> bound_endings_;
  size_t longest_tail_ = 0;
  Automaton trigger_words_, preposition_words_;
};

// Bits of the characters modulo 64: text that lacks one of a word's does not hold the word.
uint64_t CharacterBits(std::u32string_view text);

// "JOIN" to the enum; UNSPECIFIED for an unknown name.
v1::EventType ParseEventType(absl::string_view name);
// "from_organization" to the enum; UNSPECIFIED for an unknown name.
v1::Role ParseRole(absl::string_view name);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_VALENCY_LEXICON_H_
