#include "extractor/events/valency_lexicon.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status_macros.h"
#include "common/utf8.h"

namespace annals {
namespace {

absl::Status BadCell(const Table& table, int row, absl::string_view what, absl::string_view cell) {
  return absl::InvalidArgumentError(absl::StrCat(table.Where(row), ": unknown ", what, " '", cell, "'"));
}

std::u32string Decode(absl::string_view text) { return DecodeUtf8(text).value_or(U""); }

// "PO" to a set of types; false for another letter.
bool ParseTypes(absl::string_view letters, TypeSet& types) {
  for (char letter : letters) {
    switch (letter) {
      case 'P':
        types = types | EntityType::kPerson;
        break;
      case 'O':
        types = types | EntityType::kOrganization;
        break;
      case 'U':
        types = types | EntityType::kUnit;
        break;
      case 'R':
        types = types | EntityType::kProduct;
        break;
      default:
        return false;
    }
  }
  return !types.empty();
}

// "person:P" to a slot; "none:O" has no role.
bool ParseSlot(absl::string_view text, SlotRole& slot) {
  const std::vector<std::string> parts = absl::StrSplit(text, ':');
  if (parts.size() != 2 || !ParseTypes(parts[1], slot.types)) return false;
  if (parts[0] == "none") return true;
  slot.role = ParseRole(parts[0]);
  return slot.role != v1::ROLE_UNSPECIFIED;
}

absl::Status ParseSlots(const Table& table, int row, int column, std::vector<SlotRole>& slots) {
  for (const std::string& item : table.List(row, column)) {
    SlotRole slot;
    if (!ParseSlot(item, slot)) return BadCell(table, row, "slot", item);
    slots.push_back(slot);
  }
  return absl::OkStatus();
}

absl::Status ParseMarkers(const Table& table, int row, int column, std::vector<MarkerSlot>& markers) {
  for (const std::string& item : table.List(row, column)) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(item, absl::MaxSplits('=', 1));
    SlotRole slot;
    if (!ParseSlot(parts.second, slot)) return BadCell(table, row, "preposition", item);
    markers.push_back({Decode(parts.first), slot});
  }
  return absl::OkStatus();
}

const std::map<std::string, ValueKind>& ValueKinds() {
  static const auto* kinds = new std::map<std::string, ValueKind>{{"amount", ValueKind::kAmount},
                                                                  {"stake", ValueKind::kStake},
                                                                  {"count", ValueKind::kCount},
                                                                  {"round", ValueKind::kRound},
                                                                  {"valuation", ValueKind::kValuation},
                                                                  {"exchange", ValueKind::kExchange},
                                                                  {"reason", ValueKind::kReason},
                                                                  {"title", ValueKind::kTitle},
                                                                  {"holder_title", ValueKind::kHolderTitle},
                                                                  {"new_title", ValueKind::kNewTitle},
                                                                  {"topic", ValueKind::kTopic},
                                                                  {"from_topic", ValueKind::kFromTopic},
                                                                  {"to_topic", ValueKind::kToTopic},
                                                                  {"leader", ValueKind::kLeader},
                                                                  {"quote", ValueKind::kQuote}};
  return *kinds;
}

absl::Status ParseValues(const Table& table, int row, int column, std::vector<ValueKind>& values) {
  for (const std::string& item : table.List(row, column)) {
    const auto kind = ValueKinds().find(item);
    if (kind == ValueKinds().end()) return BadCell(table, row, "value", item);
    values.push_back(kind->second);
  }
  return absl::OkStatus();
}

// A context list: '!x' forbids, 'x' requires one of its kind.
void ParseContext(const std::vector<std::string>& items, NeighborWords& required, NeighborWords& forbidden) {
  for (const std::string& item : items) {
    if (item[0] == '!') {
      forbidden.Add(Decode(item.substr(1)));
    } else {
      required.Add(Decode(item));
    }
  }
}

using Endings = std::map<std::string, std::vector<std::string>>;  // by class

absl::StatusOr<Endings> LoadEndings(const DataDirectory& data) {
  Endings endings;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("trigger_endings.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int name, table->Column("class"));
    ANNALS_ASSIGN_OR_RETURN(const int words, table->Column("words"));
    for (int row = 0; row < table->size(); ++row) {
      for (std::string& word : table->List(row, words))
        endings[std::string(table->Cell(row, name))].push_back(std::move(word));
    }
  }
  return endings;
}

// 投资方%copula: the noun with each ending of the class. A word without a class stands for itself
// (拿下…100%).
absl::StatusOr<std::vector<std::string>> ReadWords(const Table& table, int row, int column,
                                                   const Endings& endings) {
  const std::string cell(table.Cell(row, column));
  const std::pair<std::string, std::string> parts = absl::StrSplit(cell, absl::MaxSplits('%', 1));
  if (parts.second.empty()) return std::vector<std::string>{cell};
  const auto found = endings.find(parts.second);
  if (found == endings.end()) return BadCell(table, row, "ending", parts.second);
  std::vector<std::string> words;
  for (const std::string& ending : found->second) words.push_back(parts.first + ending);
  return words;
}

bool HasContext(const Trigger& trigger) {
  return !trigger.before.empty() || !trigger.not_before.empty() || !trigger.after.empty() ||
         !trigger.not_after.empty();
}

bool ParseFlag(absl::string_view flag, Trigger& trigger) {
  static const auto* statuses =
      new std::map<std::string, v1::EventStatus>{{"planned", v1::EVENT_STATUS_PLANNED},
                                                 {"ongoing", v1::EVENT_STATUS_ONGOING},
                                                 {"failed", v1::EVENT_STATUS_FAILED},
                                                 {"negated", v1::EVENT_STATUS_NEGATED}};
  if (const auto status = statuses->find(std::string(flag)); status != statuses->end()) {
    trigger.status = status->second;
    return true;
  }
  if (flag == "noun") trigger.noun = true;
  if (flag == "weak") trigger.weak = true;
  if (flag == "state") trigger.state = true;
  if (flag == "stay") trigger.stay = true;
  if (flag == "rumored") trigger.rumored = true;
  if (flag == "performative") trigger.performative = true;
  if (flag == "impersonal") trigger.impersonal = true;
  return flag == "impersonal" || flag == "performative" || flag == "noun" || flag == "weak" ||
         flag == "state" || flag == "stay" || flag == "rumored" || flag == "figurative";
}

const std::map<std::string, PrepositionKind>& PrepositionKinds() {
  static const auto* kinds = new std::map<std::string, PrepositionKind>{
      {"agent", PrepositionKind::kAgent},     {"patient", PrepositionKind::kPatient},
      {"goal", PrepositionKind::kGoal},       {"source", PrepositionKind::kSource},
      {"with", PrepositionKind::kWith},       {"place", PrepositionKind::kPlace},
      {"benefit", PrepositionKind::kBenefit}, {"means", PrepositionKind::kMeans},
      {"topic", PrepositionKind::kTopic}};
  return *kinds;
}

}  // namespace

v1::EventType ParseEventType(absl::string_view name) {
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  v1::EventType_Parse(absl::StrCat("EVENT_TYPE_", name), &type);
  return type;
}

v1::Role ParseRole(absl::string_view name) {
  v1::Role role = v1::ROLE_UNSPECIFIED;
  v1::Role_Parse(absl::StrCat("ROLE_", absl::AsciiStrToUpper(name)), &role);
  return role;
}

uint64_t CharacterBits(std::u32string_view text) {
  uint64_t bits = 0;
  for (const char32_t c : text) bits |= uint64_t{1} << (c & 63);
  return bits;
}

bool Frame::Takes(ValueKind kind) const {
  for (const ValueKind value : values) {
    if (value == kind) return true;
  }
  return false;
}

absl::StatusOr<ValencyLexicon> ValencyLexicon::Load(const DataDirectory& data) {
  ValencyLexicon lexicon;
  ANNALS_RETURN_IF_ERROR(lexicon.LoadFrames(data));
  ANNALS_RETURN_IF_ERROR(lexicon.LoadTriggers(data));
  ANNALS_RETURN_IF_ERROR(lexicon.LoadPrepositions(data));
  ANNALS_RETURN_IF_ERROR(lexicon.LoadBoundEndings(data));
  return lexicon;
}

absl::Status ValencyLexicon::LoadFrames(const DataDirectory& data) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("frames.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int name, table->Column("frame"));
    ANNALS_ASSIGN_OR_RETURN(const int type, table->Column("type"));
    ANNALS_ASSIGN_OR_RETURN(const int subject, table->Column("subject"));
    ANNALS_ASSIGN_OR_RETURN(const int object, table->Column("object"));
    ANNALS_ASSIGN_OR_RETURN(const int prepositions, table->Column("prepositions"));
    ANNALS_ASSIGN_OR_RETURN(const int values, table->Column("values"));
    ANNALS_ASSIGN_OR_RETURN(const int employer, table->Column("employer"));
    for (int row = 0; row < table->size(); ++row) {
      auto frame = std::make_unique<Frame>();
      frame->name = std::string(table->Cell(row, name));
      frame->type = ParseEventType(table->Cell(row, type));
      if (frame->type == v1::EVENT_TYPE_UNSPECIFIED)
        return BadCell(*table, row, "type", table->Cell(row, type));
      ANNALS_RETURN_IF_ERROR(ParseSlots(*table, row, subject, frame->subject));
      ANNALS_RETURN_IF_ERROR(ParseSlots(*table, row, object, frame->object));
      ANNALS_RETURN_IF_ERROR(ParseMarkers(*table, row, prepositions, frame->markers));
      ANNALS_RETURN_IF_ERROR(ParseValues(*table, row, values, frame->values));
      frame->employer_from_chain = table->Cell(row, employer) == "chain";
      frames_.push_back(std::move(frame));
    }
  }
  return absl::OkStatus();
}

absl::Status ValencyLexicon::LoadTriggers(const DataDirectory& data) {
  std::map<std::string, const Frame*> frames;
  for (const auto& frame : frames_) frames[frame->name] = frame.get();
  ANNALS_ASSIGN_OR_RETURN(const Endings endings, LoadEndings(data));
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("triggers.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int word, table->Column("word"));
    ANNALS_ASSIGN_OR_RETURN(const int type, table->Column("type"));
    ANNALS_ASSIGN_OR_RETURN(const int frame, table->Column("frame"));
    ANNALS_ASSIGN_OR_RETURN(const int before, table->Column("before"));
    ANNALS_ASSIGN_OR_RETURN(const int after, table->Column("after"));
    ANNALS_ASSIGN_OR_RETURN(const int flags, table->Column("flags"));
    for (int row = 0; row < table->size(); ++row) {
      Trigger trigger;
      trigger.type = ParseEventType(table->Cell(row, type));
      if (trigger.type == v1::EVENT_TYPE_UNSPECIFIED)
        return BadCell(*table, row, "type", table->Cell(row, type));
      const auto found = frames.find(std::string(table->Cell(row, frame)));
      if (found == frames.end()) return BadCell(*table, row, "frame", table->Cell(row, frame));
      trigger.frame = found->second;
      ParseContext(table->List(row, before), trigger.before, trigger.not_before);
      ParseContext(table->List(row, after), trigger.after, trigger.not_after);
      for (const std::string& flag : table->List(row, flags)) {
        if (!ParseFlag(flag, trigger)) return BadCell(*table, row, "flag", flag);
      }
      ANNALS_ASSIGN_OR_RETURN(const std::vector<std::string> words, ReadWords(*table, row, word, endings));
      for (const std::string& each : words) AddTrigger(each, trigger);
    }
  }
  BuildTriggerWords();
  layoff_.type = v1::EVENT_TYPE_LAYOFF;
  layoff_.frame = frames.count("lay_off") > 0 ? frames["lay_off"] : nullptr;
  if (layoff_.frame == nullptr) return absl::InvalidArgumentError("frames.tsv: no frame lay_off");
  return absl::OkStatus();
}

void ValencyLexicon::AddTrigger(const std::string& word, Trigger trigger) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(word, absl::MaxSplits("…", 1));
  trigger.word = Decode(parts.first);
  trigger.tail = Decode(parts.second);
  longest_tail_ = std::max(longest_tail_, trigger.tail.size());
  gates_.push_back({CharacterBits(trigger.tail), HasContext(trigger)});
  triggers_.push_back(std::move(trigger));
}

void ValencyLexicon::BuildTriggerWords() {
  std::vector<Automaton::Word> words;
  for (size_t i = 0; i < triggers_.size(); ++i) words.push_back({triggers_[i].word, static_cast<int>(i)});
  trigger_words_ = Automaton::Build(words);
}

absl::Status ValencyLexicon::LoadPrepositions(const DataDirectory& data) {
  std::vector<Automaton::Word> words;
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("prepositions.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int word, table->Column("word"));
    ANNALS_ASSIGN_OR_RETURN(const int marker, table->Column("marker"));
    ANNALS_ASSIGN_OR_RETURN(const int kind, table->Column("kind"));
    ANNALS_ASSIGN_OR_RETURN(const int unless, table->Column("unless"));
    for (int row = 0; row < table->size(); ++row) {
      const auto known = PrepositionKinds().find(std::string(table->Cell(row, kind)));
      if (known == PrepositionKinds().end()) return BadCell(*table, row, "kind", table->Cell(row, kind));
      Preposition preposition{
          Decode(table->Cell(row, word)), Decode(table->Cell(row, marker)), known->second, {}};
      for (const std::string& item : table->List(row, unless))
        preposition.unless.Add(preposition.word, Decode(item));
      words.push_back({preposition.word, static_cast<int>(prepositions_.size())});
      prepositions_.push_back(std::move(preposition));
    }
  }
  preposition_words_ = Automaton::Build(words);
  return absl::OkStatus();
}

absl::Status ValencyLexicon::LoadBoundEndings(const DataDirectory& data) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find("bound_endings.tsv"));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const int ending, table->Column("ending"));
    ANNALS_ASSIGN_OR_RETURN(const int unless, table->Column("unless"));
    for (int row = 0; row < table->size(); ++row) {
      BoundEnding bound{Decode(table->Cell(row, ending)), {}};
      for (const std::string& word : table->List(row, unless)) bound.unless.Add(Decode(word));
      bound_endings_.push_back(std::move(bound));
    }
  }
  return absl::OkStatus();
}

}  // namespace annals
