// The words of quantities: currencies, measures, approximations, changes.
#ifndef ANNALS_EXTRACTOR_TIMES_QUANTITY_LEXICON_H_
#define ANNALS_EXTRACTOR_TIMES_QUANTITY_LEXICON_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/times/openings.h"
#include "extractor/times/phrase_table.h"

namespace annals {

// Currency of a word. A word that many currencies share (元) has the ISO code "": the article's own.
struct CurrencyWord {
  std::string code;
  bool before_number = false;  // US$5, HK$12
};

// What one counts with, or what is counted.
struct MeasureWord {
  enum class Kind {
    kPeople,      // 人, 名, 位: always people
    kGeneral,     // 个: says nothing of its own
    kCount,       // 台, 次: the unit is the word
    kPeopleNoun,  // 员工, 岗位: after 个 or a bare number it makes people of it
    kPayNoun,     // 年薪, 签字费: after a bare number it makes money of it
  };
  Kind kind = Kind::kCount;
  std::string unit;
};

// Immutable after Load; safe to share between threads.
class QuantityLexicon {
 public:
  // From currencies, measures, quantity_words and currency_cues. Errors as TimeLexicon::Load.
  static absl::StatusOr<QuantityLexicon> Load(const DataDirectory& directory);

  const PhraseTable<CurrencyWord>& currencies() const { return currencies_; }
  const PhraseTable<MeasureWord>& measures() const { return measures_; }
  const PhraseTable<bool>& approximations() const { return approximations_; }  // 约, 超过, 近
  const PhraseTable<bool>& payments() const {
    return payments_;
  }  // 斥资, 融资: a bare number behind is money
  const PhraseTable<bool>& trailers() const { return trailers_; }        // 左右, 上下
  const PhraseTable<int>& changes() const { return changes_; }           // 增长 +1, 下滑 -1
  const PhraseTable<bool>& targets() const { return targets_; }          // 至, 到, 为: 腰斩至3%
  const PhraseTable<bool>& comparisons() const { return comparisons_; }  // 同比, 环比: belong to the change
  const PhraseTable<double>& shares() const { return shares_; }          // 一半, 半数: the share they are
  const PhraseTable<double>& multiples() const { return multiples_; }  // 翻番, 翻两番: the factor less one
  const PhraseTable<double>& magnitudes() const { return magnitudes_; }  // million, billion
  const PhraseTable<bool>& rounds() const { return rounds_; }            // 天使轮, 战略融资
  // Words that betray the currency a bare 元 is in: 台股, 资遣. Values are indices into cue_currencies().
  const Automaton& currency_cues() const { return currency_cues_; }
  const std::vector<std::string>& cue_currencies() const { return cue_currencies_; }
  // Whether a quantity may begin with the character.
  bool MayBegin(char32_t c) const { return openings_.Has(c); }

 private:
  friend class QuantityLexiconLoader;
  PhraseTable<CurrencyWord> currencies_;
  PhraseTable<MeasureWord> measures_;
  PhraseTable<bool> approximations_, trailers_, payments_, targets_, comparisons_, rounds_;
  PhraseTable<int> changes_;
  PhraseTable<double> shares_, multiples_, magnitudes_;
  Automaton currency_cues_;
  std::vector<std::string> cue_currencies_;
  Openings openings_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_QUANTITY_LEXICON_H_
