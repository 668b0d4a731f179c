#include "extractor/times/time_lexicon.h"

#include <map>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/utf8.h"
#include "extractor/times/rows.h"

namespace annals {
namespace {

using Cells = std::vector<absl::string_view>;
using Role = TimeBoundWord::Role;

template <typename T>
absl::StatusOr<T> FindName(const std::map<absl::string_view, T>& names, absl::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) return absl::InvalidArgumentError(absl::StrCat("unknown: ", name));
  return found->second;
}

absl::StatusOr<TimeField> FieldOf(absl::string_view name) {
  static const auto* const kNames = new std::map<absl::string_view, TimeField>{
      {"year", TimeField::kYear},          {"half", TimeField::kHalf},
      {"quarter", TimeField::kQuarter},    {"quarters", TimeField::kQuarters},
      {"months", TimeField::kMonths},      {"season", TimeField::kSeason},
      {"month", TimeField::kMonth},        {"month_edge", TimeField::kMonthEdge},
      {"year_edge", TimeField::kYearEdge}, {"edge", TimeField::kYearEdge},
      {"week", TimeField::kWeek},          {"weekday", TimeField::kWeekday},
      {"week_day", TimeField::kWeekday},   {"day", TimeField::kDay},
      {"day_stub", TimeField::kDay},       {"day_part", TimeField::kDayPart},
      {"same", TimeField::kSame},          {"window", TimeField::kWindow},
      {"vague", TimeField::kVague}};
  return FindName(*kNames, name);
}

absl::StatusOr<TimeBasis> BasisOf(absl::string_view name) {
  static const auto* const kNames = new std::map<absl::string_view, TimeBasis>{
      {"named", TimeBasis::kNamed}, {"now", TimeBasis::kNow}, {"anchor", TimeBasis::kAnchor}};
  return FindName(*kNames, name);
}

absl::StatusOr<TimeUnit> UnitOf(absl::string_view name) {
  static const auto* const kNames = new std::map<absl::string_view, TimeUnit>{
      {"year", TimeUnit::kYear},    {"quarter", TimeUnit::kQuarter}, {"month", TimeUnit::kMonth},
      {"week", TimeUnit::kWeek},    {"day", TimeUnit::kDay},         {"hour", TimeUnit::kHour},
      {"minute", TimeUnit::kMinute}};
  return FindName(*kNames, name);
}

absl::StatusOr<TimeBoundWord> BoundOf(absl::string_view name) {
  static const auto* const kNames = new std::map<absl::string_view, TimeBoundWord>{
      {"as_of", {Role::kBound, TimeBound::kAsOf}},     {"from_suffix", {Role::kBound, TimeBound::kFrom}},
      {"start", {Role::kBound, TimeBound::kStart}},    {"since", {Role::kBound, TimeBound::kSince}},
      {"before", {Role::kBound, TimeBound::kBefore}},  {"after", {Role::kBound, TimeBound::kAfter}},
      {"within", {Role::kBound, TimeBound::kWithin}},  {"around", {Role::kBound, TimeBound::kAround}},
      {"vague", {Role::kBound, TimeBound::kVague}},    {"past", {Role::kBound, TimeBound::kPast}},
      {"run", {Role::kBound, TimeBound::kRun}},        {"run_on", {Role::kBound, TimeBound::kRunOn}},
      {"coming", {Role::kBound, TimeBound::kComing}},  {"first", {Role::kBound, TimeBound::kFirst}},
      {"from", {Role::kRangeStart, TimeBound::kNone}}, {"modifier", {Role::kModifier, TimeBound::kNone}},
      {"whole", {Role::kModifier, TimeBound::kNone}},  {"recurring", {Role::kRecurring, TimeBound::kNone}},
      {"ordinal", {Role::kOrdinal, TimeBound::kNone}}, {"elapsed", {Role::kElapsed, TimeBound::kAfter}},
      {"near", {Role::kNear, TimeBound::kNone}}};
  return FindName(*kNames, name);
}

}  // namespace

class TimeLexiconLoader {
 public:
  TimeLexiconLoader(const DataDirectory& directory, const PhraseGuardReader& guards)
      : directory_(directory), guards_(guards) {}

  absl::Status LoadAll() {
    for (const auto step : {&TimeLexiconLoader::LoadPoints, &TimeLexiconLoader::LoadUnits,
                            &TimeLexiconLoader::LoadBounds, &TimeLexiconLoader::LoadEras,
                            &TimeLexiconLoader::LoadFestivals, &TimeLexiconLoader::LoadQuantities}) {
      const absl::Status status = (this->*step)();
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  }

  TimeLexicon Finish() {
    FindOpenings();
    TimeLexicon lexicon;
    lexicon.tables_ = std::move(tables_);
    return lexicon;
  }

 private:
  absl::Status LoadPoints() {
    return ForEachRow(directory_, "time_words.tsv",
                      {"word", "field", "basis", "value", "then", "not_after", "not_before"},
                      [this](const Cells& cells) { return AddPoint(cells); });
  }

  absl::Status AddPoint(const Cells& cells) {
    const absl::StatusOr<std::u32string> word = DecodeUtf8(cells[0]);
    const absl::StatusOr<TimeField> field = FieldOf(cells[1]);
    const absl::StatusOr<TimeBasis> basis = BasisOf(cells[2]);
    absl::StatusOr<PhraseGuard> guard = guards_.Read(cells[5], cells[6]);
    for (const absl::Status& status : {word.status(), field.status(), basis.status(), guard.status()}) {
      if (!status.ok()) return status;
    }
    TimePart part{.field = *field, .basis = *basis};
    if (!absl::SimpleAtoi(cells[3], &part.value)) return absl::InvalidArgumentError("value is no number");
    if (PhraseTable<TimePart>* table = TailTable(cells[1])) {
      table->Add(*word, part, *std::move(guard));
      return absl::OkStatus();
    }
    std::vector<TimePart> parts = {part};
    const absl::Status then = AddThen(cells[4], parts);
    if (then.ok()) tables_->points.Add(*word, std::move(parts), *std::move(guard));
    return then;
  }

  // The table of words that stand only behind another part; nullptr for the rest.
  PhraseTable<TimePart>* TailTable(absl::string_view field) {
    if (field == "week_day") return &tables_->week_days;
    if (field == "edge") return &tables_->edges;
    if (field == "day_part") return &tables_->day_parts;
    return field == "day_stub" ? &tables_->day_stubs : nullptr;
  }

  static absl::Status AddThen(absl::string_view cell, std::vector<TimePart>& parts) {
    if (cell.empty()) return absl::OkStatus();
    const std::pair<absl::string_view, absl::string_view> pair = absl::StrSplit(cell, ':');
    const absl::StatusOr<TimeField> field = FieldOf(pair.first);
    if (!field.ok()) return field.status();
    TimePart part{.field = *field};
    if (!absl::SimpleAtoi(pair.second, &part.value))
      return absl::InvalidArgumentError("then is no field:value");
    parts.push_back(part);
    return absl::OkStatus();
  }

  absl::Status LoadUnits() {
    return ForEachRow(directory_, "time_units.tsv", {"word", "unit", "extra", "only_after", "not_before"},
                      [this](const Cells& cells) -> absl::Status {
                        const absl::StatusOr<std::u32string> word = DecodeUtf8(cells[0]);
                        const absl::StatusOr<TimeUnit> unit = UnitOf(cells[1]);
                        absl::StatusOr<PhraseGuard> guard = guards_.Read("", cells[4]);
                        for (const absl::Status& status : {word.status(), unit.status(), guard.status()}) {
                          if (!status.ok()) return status;
                        }
                        const TimeUnitWord value{.unit = *unit,
                                                 .more = cells[2] == "more",
                                                 .half = cells[2] == "half",
                                                 .only_vague = cells[3] == "vague",
                                                 .only_bare = cells[3] == "bare"};
                        tables_->units.Add(*word, value, *std::move(guard));
                        return absl::OkStatus();
                      });
  }

  absl::Status LoadBounds() {
    return ForEachRow(directory_, "time_bounds.tsv", {"word", "side", "bound", "not_before"},
                      [this](const Cells& cells) { return AddBound(cells); });
  }

  absl::Status AddBound(const Cells& cells) {
    const std::map<absl::string_view, PhraseTable<TimeBoundWord>*> sides = {
        {"prefix", &tables_->prefixes},
        {"suffix", &tables_->suffixes},
        {"length_prefix", &tables_->length_prefixes},
        {"length_suffix", &tables_->length_suffixes}};
    const auto side = FindName(sides, cells[1]);
    const absl::StatusOr<std::u32string> word = DecodeUtf8(cells[0]);
    const bool is_from_suffix = cells[1] == "suffix" && cells[2] == "from";
    const absl::StatusOr<TimeBoundWord> bound = BoundOf(is_from_suffix ? "from_suffix" : cells[2]);
    absl::StatusOr<PhraseGuard> guard = guards_.Read("", cells[3]);
    for (const absl::Status& status : {side.status(), word.status(), bound.status(), guard.status()}) {
      if (!status.ok()) return status;
    }
    (*side)->Add(*word, *bound, *std::move(guard));
    return absl::OkStatus();
  }

  absl::Status LoadEras() {
    return ForEachRow(directory_, "eras.tsv", {"word", "first"}, [this](const Cells& cells) -> absl::Status {
      const absl::StatusOr<std::u32string> word = DecodeUtf8(cells[0]);
      int first = 0;
      if (!word.ok()) return word.status();
      if (!absl::SimpleAtoi(cells[1], &first)) return absl::InvalidArgumentError("first is no year");
      tables_->eras.Add(*word, first - 1);
      return absl::OkStatus();
    });
  }

  absl::Status LoadFestivals() {
    absl::StatusOr<Festivals> festivals = Festivals::Load(directory_);
    if (!festivals.ok()) return festivals.status();
    tables_->festivals = *std::move(festivals);
    const std::vector<std::string>& words = tables_->festivals.words();
    for (size_t i = 0; i < words.size(); ++i) {
      const absl::StatusOr<std::u32string> word = DecodeUtf8(words[i]);
      if (!word.ok()) return word.status();
      const TimePart part{.field = TimeField::kFestival, .value = static_cast<int>(i)};
      absl::StatusOr<PhraseGuard> guard = guards_.Read("%number", "%number|%place");  // 五一|广场
      if (!guard.ok()) return guard.status();
      tables_->points.Add(*word, {part}, *std::move(guard));
    }
    return absl::OkStatus();
  }

  absl::Status LoadQuantities() {
    absl::StatusOr<QuantityLexicon> quantities = QuantityLexicon::Load(directory_);
    if (quantities.ok()) tables_->quantities = *std::move(quantities);
    return quantities.status();
  }

  // What stands first in the rules of time_grammar.h: words of these tables, numbers, 上世纪 and 本世纪, and
  // the counts 大半, 半, 数, 几, 多, 好几.
  void FindOpenings() {
    Openings& openings = tables_->openings;
    openings.Add(tables_->points);
    openings.Add(tables_->day_stubs);
    openings.Add(tables_->eras);
    openings.Add(tables_->prefixes);
    openings.Add(tables_->suffixes);
    openings.Add(tables_->length_prefixes);
    openings.Add(U"上本大半数几多好");
  }

  const DataDirectory& directory_;
  const PhraseGuardReader& guards_;
  std::shared_ptr<TimeLexicon::Tables> tables_ = std::make_shared<TimeLexicon::Tables>();
};

absl::StatusOr<TimeLexicon> TimeLexicon::Load(const DataDirectory& directory) {
  const absl::StatusOr<PhraseGuardReader> guards = PhraseGuardReader::Load(directory);
  if (!guards.ok()) return guards.status();
  TimeLexiconLoader loader(directory, *guards);
  const absl::Status status = loader.LoadAll();
  if (!status.ok()) return status;
  return loader.Finish();
}

}  // namespace annals
