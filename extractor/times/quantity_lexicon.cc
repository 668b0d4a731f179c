#include "extractor/times/quantity_lexicon.h"

#include <map>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/utf8.h"
#include "extractor/times/phrase_guard.h"
#include "extractor/times/rows.h"

namespace annals {
namespace {

using Cells = std::vector<absl::string_view>;

// The word of a row and the guard beside it.
struct GuardedWord {
  std::u32string text;
  PhraseGuard guard;
};

absl::StatusOr<GuardedWord> ReadWord(const PhraseGuardReader& guards, absl::string_view word,
                                     absl::string_view not_after, absl::string_view not_before) {
  absl::StatusOr<std::u32string> text = DecodeUtf8(word);
  if (!text.ok()) return text.status();
  absl::StatusOr<PhraseGuard> guard = guards.Read(not_after, not_before);
  if (!guard.ok()) return guard.status();
  return GuardedWord{*std::move(text), *std::move(guard)};
}

absl::StatusOr<MeasureWord::Kind> MeasureKind(absl::string_view name) {
  if (name == "people") return MeasureWord::Kind::kPeople;
  if (name == "general") return MeasureWord::Kind::kGeneral;
  if (name == "count") return MeasureWord::Kind::kCount;
  if (name == "people_noun") return MeasureWord::Kind::kPeopleNoun;
  if (name == "pay_noun") return MeasureWord::Kind::kPayNoun;
  return absl::InvalidArgumentError(absl::StrCat("unknown kind ", name));
}

}  // namespace

class QuantityLexiconLoader {
 public:
  QuantityLexiconLoader(const DataDirectory& directory, const PhraseGuardReader& guards)
      : directory_(directory), guards_(guards) {}

  absl::Status LoadAll() {
    absl::Status status = LoadCurrencies();
    if (status.ok()) status = LoadMeasures();
    if (status.ok()) status = LoadWords();
    if (status.ok()) status = LoadCues();
    return status;
  }

  QuantityLexicon Finish() {
    FindOpenings();
    return std::move(lexicon_);
  }

 private:
  absl::Status LoadCurrencies() {
    return ForEachRow(directory_, "currencies.tsv", {"word", "code", "side", "not_before"},
                      [this](const Cells& cells) -> absl::Status {
                        absl::StatusOr<GuardedWord> word = ReadWord(guards_, cells[0], "", cells[3]);
                        if (!word.ok()) return word.status();
                        CurrencyWord value{std::string(cells[1]), cells[2] == "before"};
                        lexicon_.currencies_.Add(std::move(word->text), std::move(value),
                                                 std::move(word->guard));
                        return absl::OkStatus();
                      });
  }

  absl::Status LoadMeasures() {
    return ForEachRow(directory_, "measures.tsv", {"word", "kind", "unit", "not_before"},
                      [this](const Cells& cells) -> absl::Status {
                        absl::StatusOr<GuardedWord> word = ReadWord(guards_, cells[0], "", cells[3]);
                        const absl::StatusOr<MeasureWord::Kind> kind = MeasureKind(cells[1]);
                        if (!word.ok()) return word.status();
                        if (!kind.ok()) return kind.status();
                        MeasureWord value{*kind, std::string(cells[2].empty() ? cells[0] : cells[2])};
                        lexicon_.measures_.Add(std::move(word->text), std::move(value),
                                               std::move(word->guard));
                        return absl::OkStatus();
                      });
  }

  absl::Status LoadWords() {
    return ForEachRow(directory_, "quantity_words.tsv", {"word", "role", "value", "not_after", "not_before"},
                      [this](const Cells& cells) { return AddWord(cells); });
  }

  absl::Status AddWord(const Cells& cells) {
    absl::StatusOr<GuardedWord> word = ReadWord(guards_, cells[0], cells[3], cells[4]);
    if (!word.ok()) return word.status();
    double value = 0;
    if (!cells[2].empty() && !absl::SimpleAtod(cells[2], &value))
      return absl::InvalidArgumentError("no number");
    const std::map<absl::string_view, PhraseTable<bool>*> plain = {
        {"approximation", &lexicon_.approximations_},
        {"trailer", &lexicon_.trailers_},
        {"payment", &lexicon_.payments_},
        {"target", &lexicon_.targets_},
        {"comparison", &lexicon_.comparisons_},
        {"round", &lexicon_.rounds_}};
    const std::map<absl::string_view, PhraseTable<double>*> valued = {{"share", &lexicon_.shares_},
                                                                      {"multiple", &lexicon_.multiples_},
                                                                      {"magnitude", &lexicon_.magnitudes_}};
    if (const auto found = plain.find(cells[1]); found != plain.end()) {
      found->second->Add(std::move(word->text), true, std::move(word->guard));
    } else if (const auto table = valued.find(cells[1]); table != valued.end()) {
      table->second->Add(std::move(word->text), value, std::move(word->guard));
    } else if (cells[1] == "up" || cells[1] == "down") {
      lexicon_.changes_.Add(std::move(word->text), cells[1] == "up" ? 1 : -1, std::move(word->guard));
    } else {
      return absl::InvalidArgumentError(absl::StrCat("unknown role ", cells[1]));
    }
    return absl::OkStatus();
  }

  absl::Status LoadCues() {
    std::vector<Automaton::Word> words;
    std::map<std::string, int> index;
    const absl::Status status = ForEachRow(
        directory_, "currency_cues.tsv", {"word", "code"}, [&](const Cells& cells) -> absl::Status {
          absl::StatusOr<std::u32string> word = DecodeUtf8(cells[0]);
          if (!word.ok()) return word.status();
          const auto [at, added] = index.emplace(cells[1], static_cast<int>(index.size()));
          if (added) lexicon_.cue_currencies_.push_back(at->first);
          words.push_back({*std::move(word), at->second});
          return absl::OkStatus();
        });
    lexicon_.currency_cues_ = Automaton::Build(words);
    return status;
  }

  // What stands first in the rules of quantity_grammar.h: words of these tables, numbers, the orders of
  // magnitude 好几, 成百, 数, 几 and 上, and the letters of a round.
  void FindOpenings() {
    Openings& openings = lexicon_.openings_;
    openings.Add(lexicon_.comparisons_);
    openings.Add(lexicon_.changes_);
    openings.Add(lexicon_.approximations_);
    openings.Add(lexicon_.rounds_);
    openings.Add(lexicon_.shares_);
    openings.Add(lexicon_.multiples_);
    openings.Add(lexicon_.currencies_);
    openings.Add(U"好成数几上ABCDEFGHIJKPabcdefghijkp");
  }

  const DataDirectory& directory_;
  const PhraseGuardReader& guards_;
  QuantityLexicon lexicon_;
};

absl::StatusOr<QuantityLexicon> QuantityLexicon::Load(const DataDirectory& directory) {
  const absl::StatusOr<PhraseGuardReader> guards = PhraseGuardReader::Load(directory);
  if (!guards.ok()) return guards.status();
  QuantityLexiconLoader loader(directory, *guards);
  const absl::Status status = loader.LoadAll();
  if (!status.ok()) return status;
  return loader.Finish();
}

}  // namespace annals
