// Words the event stage knows besides triggers: measures, exchanges, media, status and certainty
// cues, marks of further arguments.
#ifndef ANNALS_EXTRACTOR_EVENTS_EVENT_WORDS_H_
#define ANNALS_EXTRACTOR_EVENTS_EVENT_WORDS_H_

#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "annals/v1/event.pb.h"
#include "extractor/events/word_classes.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/lexicon/neighbor_words.h"

namespace annals {

// The name of a measure: 月活, 股价, 营收.
struct MetricWord {
  std::u32string word;
  std::string unit_kind;  // money, percent, people, count, pieces, any; move: of share_moves.tsv
  bool change_only = false;
  std::string name = "";     // what it is called where the word does not say it
  bool beside_name = false;  // only right behind a name
};

// A word that says what became of an event, or on whose word it is told. See cues.tsv.
struct Cue {
  enum class Kind {
    kPlanned,
    kFailed,
    kNegated,
    kOngoing,
    kRumored,
    kReported,
    kConfirmed,
    kGeneric,
    kEffective
  };
  enum class Side { kBefore, kAfter, kBoth };  // of the trigger
  enum class Reach { kAdjacent, kClause, kSentence, kNext };
  std::u32string word;
  std::u32string tail;  // behind a gap: 据…报道
  Kind kind;
  Side side;
  Reach reach;
  LongerWords exceptions;
  bool plans = false;  // is a plan without its last character too: 拟|将
};

// A word that marks another argument of an event: its reason, topic, leader. See argument_marks.tsv.
struct ArgumentMark {
  enum class Place {
    kBefore,
    kBehind,
    kOpening,
    kObject,
    kClosing,
    kHolder,
    kEnding,
    kDefault
  };  // where it stands to the trigger
  std::u32string word;
  v1::Role role = v1::ROLE_UNSPECIFIED;
  std::set<v1::EventType> types;
  Place place = Place::kBehind;
  std::u32string tail;
  bool keep = false;  // the mark is a part of what it marks
  LongerWords exceptions;
};

// Immutable; safe to share between threads. Values of the automatons are indices into the vectors.
class EventWords {
 public:
  // INVALID_ARGUMENT, with file and line, for an unknown kind.
  static absl::StatusOr<EventWords> Load(const DataDirectory& data);

  const std::vector<MetricWord>& metrics() const { return metrics_; }
  const Automaton& metric_words() const { return metric_words_; }
  const std::vector<Cue>& cues() const { return cues_; }
  const Automaton& cue_words() const { return cue_words_; }
  const std::vector<ArgumentMark>& marks() const { return marks_; }
  const Automaton& mark_words() const { return mark_words_; }
  const Automaton& exchange_words() const { return exchange_words_; }
  const WordClasses& classes() const { return classes_; }
  // Whether a name, simplified, is that of a source one cites.
  bool IsMedia(const std::string& name) const { return media_.contains(name); }

 private:
  absl::Status LoadMetrics(const DataDirectory& data);
  absl::Status LoadCues(const DataDirectory& data);
  absl::Status LoadMarks(const DataDirectory& data);
  absl::Status LoadExchanges(const DataDirectory& data);
  absl::Status LoadMedia(const DataDirectory& data);

  WordClasses classes_;
  std::vector<MetricWord> metrics_;
  std::vector<Cue> cues_;
  std::vector<ArgumentMark> marks_;
  absl::flat_hash_set<std::string> media_;
  Automaton metric_words_, cue_words_, mark_words_, exchange_words_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_EVENT_WORDS_H_
