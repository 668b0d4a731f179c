#include "extractor/events/event_words.h"

#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/events/valency_lexicon.h"

namespace annals {
namespace {

std::u32string Decode(absl::string_view text) { return DecodeUtf8(text).value_or(U""); }

// The columns of a table by name; INVALID_ARGUMENT names the one that is missing.
absl::StatusOr<std::vector<int>> Columns(const Table& table, const std::vector<std::string>& names) {
  std::vector<int> columns;
  for (const std::string& name : names) {
    ANNALS_ASSIGN_OR_RETURN(const int column, table.Column(name));
    columns.push_back(column);
  }
  return columns;
}

template <typename T>
absl::Status Parse(const Table& table, int row, int column, const std::map<std::string, T>& names, T& value) {
  const auto found = names.find(std::string(table.Cell(row, column)));
  if (found == names.end()) {
    return absl::InvalidArgumentError(
        absl::StrCat(table.Where(row), ": unknown '", table.Cell(row, column), "'"));
  }
  value = found->second;
  return absl::OkStatus();
}

// Calls read(table, columns, row) for every row of every table of that name.
template <typename Read>
absl::Status ForEachRow(const DataDirectory& data, absl::string_view file,
                        const std::vector<std::string>& names, Read read) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<const Table*> tables, data.Find(file));
  for (const Table* table : tables) {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<int> columns, Columns(*table, names));
    for (int row = 0; row < table->size(); ++row) ANNALS_RETURN_IF_ERROR(read(*table, columns, row));
  }
  return absl::OkStatus();
}

template <typename T>
Automaton AutomatonOf(const std::vector<T>& items) {
  std::vector<Automaton::Word> words;
  for (size_t i = 0; i < items.size(); ++i) words.push_back({items[i].word, static_cast<int>(i)});
  return Automaton::Build(words);
}

}  // namespace

absl::StatusOr<EventWords> EventWords::Load(const DataDirectory& data) {
  EventWords words;
  ANNALS_ASSIGN_OR_RETURN(words.classes_, WordClasses::Load(data));
  ANNALS_RETURN_IF_ERROR(words.LoadMetrics(data));
  ANNALS_RETURN_IF_ERROR(words.LoadCues(data));
  ANNALS_RETURN_IF_ERROR(words.LoadMarks(data));
  ANNALS_RETURN_IF_ERROR(words.LoadExchanges(data));
  ANNALS_RETURN_IF_ERROR(words.LoadMedia(data));
  return words;
}

absl::Status EventWords::LoadMetrics(const DataDirectory& data) {
  const auto read = [this](const Table& table, const std::vector<int>& columns, int row) {
    metrics_.push_back({Decode(table.Cell(row, columns[0])), std::string(table.Cell(row, columns[1])),
                        table.Cell(row, columns[2]) == "yes"});
    return absl::OkStatus();
  };
  const auto read_move = [this](const Table& table, const std::vector<int>& columns, int row) {
    metrics_.push_back({Decode(table.Cell(row, columns[0])), "move", true,
                        std::string(table.Cell(row, columns[1])), table.Cell(row, columns[2]) == "name"});
    return absl::OkStatus();
  };
  ANNALS_RETURN_IF_ERROR(ForEachRow(data, "metrics.tsv", {"word", "unit_kind", "change_only"}, read));
  ANNALS_RETURN_IF_ERROR(ForEachRow(data, "share_moves.tsv", {"word", "name", "beside"}, read_move));
  metric_words_ = AutomatonOf(metrics_);
  return absl::OkStatus();
}

absl::Status EventWords::LoadCues(const DataDirectory& data) {
  static const auto* kinds = new std::map<std::string, Cue::Kind>{
      {"PLANNED", Cue::Kind::kPlanned},     {"FAILED", Cue::Kind::kFailed},
      {"NEGATED", Cue::Kind::kNegated},     {"ONGOING", Cue::Kind::kOngoing},
      {"RUMORED", Cue::Kind::kRumored},     {"REPORTED", Cue::Kind::kReported},
      {"CONFIRMED", Cue::Kind::kConfirmed}, {"GENERIC", Cue::Kind::kGeneric},
      {"EFFECTIVE", Cue::Kind::kEffective}};
  static const auto* sides = new std::map<std::string, Cue::Side>{
      {"before", Cue::Side::kBefore}, {"after", Cue::Side::kAfter}, {"both", Cue::Side::kBoth}};
  static const auto* reaches = new std::map<std::string, Cue::Reach>{{"adjacent", Cue::Reach::kAdjacent},
                                                                     {"clause", Cue::Reach::kClause},
                                                                     {"sentence", Cue::Reach::kSentence},
                                                                     {"next", Cue::Reach::kNext}};
  const auto read = [this](const Table& table, const std::vector<int>& columns, int row) -> absl::Status {
    Cue cue;
    const std::pair<std::string, std::string> parts =
        absl::StrSplit(std::string(table.Cell(row, columns[0])), absl::MaxSplits("…", 1));
    cue.word = Decode(absl::StripAsciiWhitespace(parts.first));
    cue.tail = Decode(absl::StripAsciiWhitespace(parts.second));
    ANNALS_RETURN_IF_ERROR(Parse(table, row, columns[1], *kinds, cue.kind));
    ANNALS_RETURN_IF_ERROR(Parse(table, row, columns[2], *sides, cue.side));
    ANNALS_RETURN_IF_ERROR(Parse(table, row, columns[3], *reaches, cue.reach));
    for (const std::string& item : table.List(row, columns[4])) cue.exceptions.Add(cue.word, Decode(item));
    cues_.push_back(std::move(cue));
    return absl::OkStatus();
  };
  ANNALS_RETURN_IF_ERROR(ForEachRow(data, "cues.tsv", {"word", "kind", "side", "reach", "exceptions"}, read));
  absl::flat_hash_set<std::u32string> plans;
  for (const Cue& cue : cues_) {
    if (cue.kind == Cue::Kind::kPlanned) plans.insert(cue.word);
  }
  for (Cue& cue : cues_) {
    cue.plans = cue.word.size() > 1 && plans.contains(cue.word.substr(0, cue.word.size() - 1));
  }
  cue_words_ = AutomatonOf(cues_);
  return absl::OkStatus();
}

absl::Status EventWords::LoadMarks(const DataDirectory& data) {
  static const auto* places = new std::map<std::string, ArgumentMark::Place>{
      {"before", ArgumentMark::Place::kBefore},   {"behind", ArgumentMark::Place::kBehind},
      {"opening", ArgumentMark::Place::kOpening}, {"closing", ArgumentMark::Place::kClosing},
      {"object", ArgumentMark::Place::kObject},   {"holder", ArgumentMark::Place::kHolder},
      {"ending", ArgumentMark::Place::kEnding},   {"default", ArgumentMark::Place::kDefault}};
  const auto read = [this](const Table& table, const std::vector<int>& columns, int row) -> absl::Status {
    ArgumentMark mark;
    mark.word = Decode(table.Cell(row, columns[0]));
    mark.role = ParseRole(table.Cell(row, columns[1]));
    for (const std::string& type : table.List(row, columns[2])) mark.types.insert(ParseEventType(type));
    if (mark.role == v1::ROLE_UNSPECIFIED || mark.types.count(v1::EVENT_TYPE_UNSPECIFIED) > 0) {
      return absl::InvalidArgumentError(absl::StrCat(table.Where(row), ": unknown role or type"));
    }
    ANNALS_RETURN_IF_ERROR(Parse(table, row, columns[3], *places, mark.place));
    mark.tail = Decode(table.Cell(row, columns[4]));
    mark.keep = table.Cell(row, columns[5]) == "yes";
    for (const std::string& item : table.List(row, columns[6])) mark.exceptions.Add(mark.word, Decode(item));
    marks_.push_back(std::move(mark));
    return absl::OkStatus();
  };
  ANNALS_RETURN_IF_ERROR(ForEachRow(data, "argument_marks.tsv",
                                    {"word", "role", "types", "place", "tail", "keep", "exceptions"}, read));
  mark_words_ = AutomatonOf(marks_);
  return absl::OkStatus();
}

absl::Status EventWords::LoadExchanges(const DataDirectory& data) {
  std::vector<Automaton::Word> words;
  const auto read = [&words](const Table& table, const std::vector<int>& columns, int row) {
    words.push_back({Decode(table.Cell(row, columns[0])), row});
    for (const std::string& alias : table.List(row, columns[1])) words.push_back({Decode(alias), row});
    return absl::OkStatus();
  };
  ANNALS_RETURN_IF_ERROR(ForEachRow(data, "exchanges.tsv", {"name", "aliases"}, read));
  exchange_words_ = Automaton::Build(words);
  return absl::OkStatus();
}

absl::Status EventWords::LoadMedia(const DataDirectory& data) {
  const auto read = [this](const Table& table, const std::vector<int>& columns, int row) {
    media_.insert(std::string(table.Cell(row, columns[0])));
    return absl::OkStatus();
  };
  return ForEachRow(data, "media.tsv", {"name", "kind"}, read);
}

}  // namespace annals
