// The words of time expressions and quantities, read from the data files of the lexicon.
#ifndef ANNALS_EXTRACTOR_TIMES_TIME_LEXICON_H_
#define ANNALS_EXTRACTOR_TIMES_TIME_LEXICON_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/times/festivals.h"
#include "extractor/times/openings.h"
#include "extractor/times/phrase_table.h"
#include "extractor/times/quantity_lexicon.h"
#include "extractor/times/time_expression.h"

namespace annals {

struct TimeUnitWord {
  TimeUnit unit = TimeUnit::kDay;
  bool more = false;
  bool half = false;        // 年半, 个半月
  bool only_vague = false;  // a unit after 数 and 几 only: 数月
  bool only_bare = false;   // 日: a unit only where no month stands before it
};

// What a word before or after a time does; a role that is no bound changes how the expression is read.
struct TimeBoundWord {
  enum class Role {
    kBound,
    kRangeStart,  // 从: means something only together with 到, 起 or 开始
    kModifier,    // belongs to the expression, changes nothing: 最快, 期间
    kRecurring,   // 每周五 is no date
    kOrdinal,     // 第三天 counts, it is no length
    kElapsed,     // 又过了四天: 四天后
    kNear,        // 近半年来: past at the head of a clause
  };
  Role role = Role::kBound;
  TimeBound bound = TimeBound::kNone;
};

// Immutable after Load; safe to share between threads; cheap to copy.
class TimeLexicon {
 public:
  // From time_words, time_units, time_bounds, eras, festivals, holidays, lunar_years and the files of
  // QuantityLexicon. NOT_FOUND: a file is missing. INVALID_ARGUMENT: a broken row, with its place.
  static absl::StatusOr<TimeLexicon> Load(const DataDirectory& directory);

  // Words that name a point of time, with the narrower part they may hold (今夏 is a year and a season).
  const PhraseTable<std::vector<TimePart>>& points() const { return tables_->points; }
  // Words that are parts only behind another: 五 in 上周五, 底 in 3月底, 晚间; and the stubs 昨, 今, 明 of
  // 昨(20)日.
  const PhraseTable<TimePart>& week_days() const { return tables_->week_days; }
  const PhraseTable<TimePart>& edges() const { return tables_->edges; }
  const PhraseTable<TimePart>& day_parts() const { return tables_->day_parts; }
  const PhraseTable<TimePart>& day_stubs() const { return tables_->day_stubs; }
  const PhraseTable<int>& eras() const { return tables_->eras; }  // to the year before their first
  const PhraseTable<TimeUnitWord>& units() const { return tables_->units; }
  const PhraseTable<TimeBoundWord>& prefixes() const { return tables_->prefixes; }
  const PhraseTable<TimeBoundWord>& suffixes() const { return tables_->suffixes; }
  const PhraseTable<TimeBoundWord>& length_prefixes() const { return tables_->length_prefixes; }
  const PhraseTable<TimeBoundWord>& length_suffixes() const { return tables_->length_suffixes; }
  const Festivals& festivals() const { return tables_->festivals; }
  const QuantityLexicon& quantities() const { return tables_->quantities; }
  // Whether a time expression may begin with the character.
  bool MayBegin(char32_t c) const { return tables_->openings.Has(c); }

 private:
  friend class TimeLexiconLoader;
  struct Tables {
    PhraseTable<std::vector<TimePart>> points;
    PhraseTable<TimePart> week_days, edges, day_parts, day_stubs;
    PhraseTable<int> eras;
    PhraseTable<TimeUnitWord> units;
    PhraseTable<TimeBoundWord> prefixes, suffixes, length_prefixes, length_suffixes;
    Festivals festivals;
    QuantityLexicon quantities;
    Openings openings;
  };
  std::shared_ptr<const Tables> tables_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIME_LEXICON_H_
