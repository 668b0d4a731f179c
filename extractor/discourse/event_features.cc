#include "extractor/discourse/event_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/span.h"
#include "extractor/discourse/merge.h"

namespace annals {
namespace {

constexpr double kMarked = 4.0;  // scores of fillers that a preposition marks
constexpr int kNear = 6;         // characters between a trigger and who stands beside it
constexpr int kCueReach = 40;
constexpr int kShortWord = 1, kLongWord = 4;
constexpr int kShortText = 150, kLongText = 600;  // characters
constexpr int kOften = 4;                         // mentions

// Steps of counts: each that is reached is a feature.
struct Step {
  int least;
  absl::string_view feature;
};
constexpr Step kArguments[] = {{2, "two arguments or more"},
                               {3, "three arguments or more"},
                               {4, "four arguments or more"},
                               {5, "five arguments or more"}};
constexpr Step kInSentence[] = {{2, "two events or more in the sentence"},
                                {3, "three events or more in the sentence"},
                                {4, "four events or more in the sentence"}};
constexpr Step kOfType[] = {{2, "two events or more of the type"},
                            {3, "three events or more of the type"},
                            {5, "five events or more of the type"}};

// What is seen of a participant.
enum class Sight {
  kMissing,
  kListed,
  kMentionedAgain,
  kMentionedOften,
  // How it came to its role.
  kPrepositional,
  kFromElsewhere,
  kFromOutsideSpeech,
  kFarInClause,
  kBeforeTrigger,
  kBehindTrigger,
  kFromClauseBefore,
  kFromClauseBehind,
  kFromSentence,
  kFromParagraph,
  // What kind of words stand for it.
  kInferred,
  kPronoun,
  kName,
  kDescription,
};

constexpr std::array kSights = {"missing",
                                "listed",
                                "mentioned again",
                                "mentioned often",
                                "marked by a preposition",
                                "from elsewhere",
                                "from outside the speech",
                                "far in the clause",
                                "before the trigger",
                                "behind the trigger",
                                "from a clause before",
                                "from a clause behind",
                                "from another sentence",
                                "from another paragraph",
                                "inferred",
                                "a pronoun",
                                "a name",
                                "a description"};

std::string Lower(absl::string_view name, absl::string_view prefix) {
  return absl::AsciiStrToLower(absl::StripPrefix(name, prefix));
}

// The names of features that are put together, each made once.
class FeatureNames {
 public:
  static const FeatureNames& Get() {
    static const auto& names = *new FeatureNames;
    return names;
  }

  absl::string_view OfType(v1::EventType type) const { return types_[type]; }
  absl::string_view Without(v1::EventType type, v1::Role role) const { return without_[type][role]; }
  absl::string_view With(v1::EventType type, v1::Role role) const { return with_[type][role]; }
  absl::string_view OfStatus(v1::EventStatus status) const { return statuses_[status]; }
  absl::string_view OfCertainty(v1::Certainty certainty) const { return certainties_[certainty]; }
  absl::string_view Of(bool first, Sight sight) const {
    return (first ? first_ : second_)[static_cast<int>(sight)];
  }

 private:
  FeatureNames() {
    for (int i = 0; i < v1::EventType_ARRAYSIZE; ++i) NameType(static_cast<v1::EventType>(i));
    for (int i = 0; i < v1::EventStatus_ARRAYSIZE; ++i)
      statuses_[i] = Lower(v1::EventStatus_Name(static_cast<v1::EventStatus>(i)), "EVENT_STATUS_");
    for (int i = 0; i < v1::Certainty_ARRAYSIZE; ++i)
      certainties_[i] = Lower(v1::Certainty_Name(static_cast<v1::Certainty>(i)), "CERTAINTY_");
    for (size_t i = 0; i < kSights.size(); ++i) {
      first_[i] = absl::StrCat("first ", kSights[i]);
      second_[i] = absl::StrCat("second ", kSights[i]);
    }
  }

  void NameType(v1::EventType type) {
    const std::string full = v1::EventType_Name(type);
    const absl::string_view name = absl::StripPrefix(full, "EVENT_TYPE_");
    types_[type] = absl::StrCat("type ", name);
    for (int role = 0; role < v1::Role_ARRAYSIZE; ++role) {
      const std::string plain = Lower(v1::Role_Name(static_cast<v1::Role>(role)), "ROLE_");
      without_[type][role] = absl::StrCat(name, " without ", plain);
      with_[type][role] = absl::StrCat(name, " with ", plain);
    }
  }

  std::array<std::string, v1::EventType_ARRAYSIZE> types_;
  std::array<std::array<std::string, v1::Role_ARRAYSIZE>, v1::EventType_ARRAYSIZE> without_, with_;
  std::array<std::string, v1::EventStatus_ARRAYSIZE> statuses_;
  std::array<std::string, v1::Certainty_ARRAYSIZE> certainties_;
  std::array<std::string, kSights.size()> first_, second_;
};

int Gap(Span a, Span b) { return a.begin < b.begin ? b.begin - a.end : a.begin - b.end; }

class FeatureReader {
 public:
  FeatureReader(const Document& document, const std::vector<TriggerTrace>& traces)
      : document_(document), traces_(traces), mentioned_(document.mentions.entities.size(), 0) {}

  // What else the article tells, for the features that compare.
  void Count(const std::vector<EventDraft>& drafts) {
    for (const Mention& mention : document_.mentions.mentions) {
      if (mention.entity >= 0) ++mentioned_[mention.entity];
    }
    has_body_ = std::any_of(document_.structure.sentences.begin(), document_.structure.sentences.end(),
                            [](const Sentence& sentence) { return !sentence.heading; });
    for (size_t i = 0; i < document_.triggers.size(); ++i)
      triggers_in_[document_.triggers[i].clause].push_back(static_cast<int>(i));
    for (const EventDraft& draft : drafts) {
      if (draft.dropped) continue;
      ++in_clause_[draft.clause];
      ++of_type_in_clause_[{draft.type, draft.clause}];
      ++in_sentence_[SentenceOf(draft)];
      ++of_type_[draft.type];
      for (const ArgumentDraft* participant : KeyArguments(draft)) ++told_[{draft.type, participant->entity}];
    }
  }

  EventFeatures Of(const EventDraft& draft) {
    features_.clear();
    AddTrigger(draft);
    AddPlace(draft);
    AddParticipants(draft);
    AddValues(draft);
    AddTelling(draft);
    return std::move(features_);
  }

 private:
  void Add(absl::string_view feature) { features_.push_back(feature); }
  void AddIf(bool seen, absl::string_view feature) {
    if (seen) Add(feature);
  }
  void AddSteps(int count, absl::Span<const Step> steps) {
    for (const Step& step : steps) AddIf(count >= step.least, step.feature);
  }

  static std::vector<const ArgumentDraft*> KeyArguments(const EventDraft& draft) {
    std::vector<const ArgumentDraft*> participants;
    for (const v1::Role role : KeyRolesOf(draft.type)) {
      const ArgumentDraft* argument = draft.Find(role);
      if (argument != nullptr && argument->entity >= 0) participants.push_back(argument);
    }
    return participants;
  }

  int SentenceOf(const EventDraft& draft) const {
    return draft.clause < 0 ? -1 : document_.SentenceOf(draft.clause);
  }

  const Trigger* TriggerOf(const EventDraft& draft) const {
    return draft.hit < 0 ? nullptr : traces_[draft.hit].trigger;
  }

  void AddTrigger(const EventDraft& draft) {
    Add(names_.OfType(draft.type));
    const Trigger* trigger = TriggerOf(draft);
    if (trigger == nullptr)
      return AddIf(draft.type == v1::EVENT_TYPE_STATEMENT, "a quotation without a verb");
    AddIf(trigger->weak, "a weak trigger");
    AddIf(trigger->noun, "a trigger that may be a noun");
    AddIf(trigger->state, "a trigger of state");
    AddIf(trigger->performative, "a performative trigger");
    AddIf(!trigger->tail.empty(), "a trigger with a gap");
    AddIf(document_.triggers[draft.hit].readings.size() > 1, "a trigger of several readings");
    AddIf(draft.trigger.size() <= kShortWord, "a trigger of one character");
    AddIf(draft.trigger.size() >= kLongWord, "a trigger of four characters or more");
    const std::vector<SlotCandidate>& candidates = traces_[draft.hit].candidates;
    AddIf(!std::all_of(candidates.begin(), candidates.end(), [](const auto& each) { return each.chosen; }),
          "another candidate for a role");
  }

  bool InSpeech(int position) const {
    const int quotation = document_.structure.QuotationAt(position);
    return quotation >= 0 && document_.structure.quotations[quotation].kind == Quotation::Kind::kSpeech;
  }

  // Where in the text it is told, and what else is told there.
  void AddPlace(const EventDraft& draft) {
    AddIf(InSpeech(draft.trigger.begin), "in direct speech");
    AddIf(draft.relative, "in a relative clause");
    AddIf(in_clause_[draft.clause] > 1, "another event in the clause");
    AddIf(of_type_in_clause_[{draft.type, draft.clause}] > 1, "another event of the type in the clause");
    AddSteps(of_type_[draft.type], kOfType);
    const int length = document_.text.size();
    AddIf(length < kShortText, "a short text");
    AddIf(length >= kLongText, "a long text");
    if (draft.clause < 0) return;
    AddSteps(in_sentence_[SentenceOf(draft)], kInSentence);
    AddIf(HasOtherTrigger(draft), "another trigger in the clause");
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)];
    AddIf(sentence.heading && has_body_, "in a heading");
    AddIf(document_.View(sentence.span).ends_with(U'?'), "in a question");
    AddIf(HasGenericCue(draft), "a cue of what is said in general");
  }

  // 获得…|融资: the end of the event's own words is none.
  bool HasOtherTrigger(const EventDraft& draft) const {
    const auto found = triggers_in_.find(draft.clause);
    if (found == triggers_in_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](int other) {
      return other != draft.hit &&
             (draft.hit < 0 || !document_.triggers[other].span.Overlaps(document_.triggers[draft.hit].span));
    });
  }

  bool HasGenericCue(const EventDraft& draft) const {
    const Span clause = document_.ClauseSpan(draft.clause);
    const int from = std::max(clause.begin, draft.trigger.begin - kCueReach);
    const int to = std::min(clause.end, draft.trigger.end + kCueReach);
    auto cue = std::lower_bound(document_.cues.begin(), document_.cues.end(), from,
                                [](const CueHit& hit, int position) { return hit.span.begin < position; });
    for (; cue != document_.cues.end() && cue->span.begin < to; ++cue) {
      if (cue->cue->kind == Cue::Kind::kGeneric) return true;
    }
    return false;
  }

  void AddParticipants(const EventDraft& draft) {
    const std::vector<v1::Role>& roles = KeyRolesOf(draft.type);
    bool again = false;
    for (size_t i = 0; i < roles.size(); ++i) {
      if (roles[i] == v1::ROLE_METRIC) continue;
      const bool first = i == 0;
      const ArgumentDraft* argument = draft.Find(roles[i]);
      if (argument == nullptr && first && HasSeller(draft)) {
        Add(names_.Of(first, Sight::kBeforeTrigger));
        Add(names_.Of(first, Sight::kName));
        continue;
      }
      if (argument == nullptr) {
        Add(names_.Of(first, Sight::kMissing));
        Add(names_.Without(draft.type, roles[i]));
        continue;
      }
      Add(names_.Of(first, WayOf(draft, *argument)));
      Add(names_.Of(first, KindOf(*argument)));
      if (argument->entity < 0) continue;
      again = again || told_[{draft.type, argument->entity}] > 1;
      AddIf(IsListed(argument->entity), names_.Of(first, Sight::kListed));
      AddIf(mentioned_[argument->entity] > 1, names_.Of(first, Sight::kMentionedAgain));
      AddIf(mentioned_[argument->entity] >= kOften, names_.Of(first, Sight::kMentionedOften));
    }
    AddIf(again, "an event of the type with the same participant");
  }

  // 云岚科技|出售|听雨食品20%股权: who sells has no role, but stands where the first participant would.
  bool HasSeller(const EventDraft& draft) const {
    if (draft.type != v1::EVENT_TYPE_ACQUIRE || draft.hit < 0) return false;
    const std::vector<SlotCandidate>& candidates = traces_[draft.hit].candidates;
    const bool sold = std::any_of(candidates.begin(), candidates.end(), [&](const SlotCandidate& each) {
      return each.chosen && each.role == v1::ROLE_TARGET && each.span.begin >= draft.trigger.end;
    });
    return sold && std::any_of(candidates.begin(), candidates.end(), [&](const SlotCandidate& each) {
             return each.chosen && each.role == v1::ROLE_UNSPECIFIED && each.span.end <= draft.trigger.begin;
           });
  }

  // How a participant came to its role.
  Sight WayOf(const EventDraft& draft, const ArgumentDraft& argument) const {
    if (argument.score >= kMarked) return Sight::kPrepositional;
    const int clause = document_.structure.ClauseAt(argument.span.begin);
    if (clause < 0 || draft.clause < 0) return Sight::kFromElsewhere;
    if (InSpeech(draft.trigger.begin) && !InSpeech(argument.span.begin)) return Sight::kFromOutsideSpeech;
    if (clause == draft.clause) {
      if (Gap(argument.span, draft.trigger) > kNear) return Sight::kFarInClause;
      return argument.span.begin < draft.trigger.begin ? Sight::kBeforeTrigger : Sight::kBehindTrigger;
    }
    const int here = document_.SentenceOf(draft.clause), there = document_.SentenceOf(clause);
    if (here == there) return clause < draft.clause ? Sight::kFromClauseBefore : Sight::kFromClauseBehind;
    if (here == 0 && there == 1) return Sight::kFromClauseBehind;  // 大规模裁员？|滴滴|回应
    const auto& sentences = document_.structure.sentences;
    return sentences[here].paragraph == sentences[there].paragraph ? Sight::kFromSentence
                                                                   : Sight::kFromParagraph;
  }

  bool IsListed(int entity) const { return !document_.mentions.entities[entity].known_id.empty(); }

  // What kind of words stand for a participant.
  Sight KindOf(const ArgumentDraft& argument) const {
    const Mention* mention = MentionOf(argument);
    if (mention == nullptr || argument.entity < 0) return Sight::kInferred;
    if (mention->kind == Mention::Kind::kPronoun) return Sight::kPronoun;
    return mention->kind == Mention::Kind::kName ? Sight::kName : Sight::kDescription;
  }

  const Mention* MentionOf(const ArgumentDraft& argument) const {
    if (argument.mention >= 0) return &document_.mention(argument.mention);
    for (const Mention& mention : document_.MentionsIn(argument.span)) {
      if (mention.entity == argument.entity) return &mention;
    }
    return nullptr;
  }

  void AddValues(const EventDraft& draft) {
    bool number = false;
    absl::flat_hash_set<v1::Role> roles;
    for (const ArgumentDraft& argument : draft.arguments) {
      number = number || argument.number.has_value();
      if (roles.insert(argument.role).second) Add(names_.With(draft.type, argument.role));
    }
    AddSteps(static_cast<int>(draft.arguments.size()), kArguments);
    AddIf(number, "a number");
    AddIf(!number && HasValue(draft), "a value without a number");
    AddIf(draft.Find(v1::ROLE_TITLE) != nullptr, "a title");
    AddIf(draft.time >= 0, "a time");
    if (draft.type != v1::EVENT_TYPE_STATEMENT) return;
    const ArgumentDraft* quote = draft.Find(v1::ROLE_QUOTE);
    AddIf(quote == nullptr || !InSpeech(quote->span.begin), "a statement without a speech");
  }

  // An amount, a round, an exchange: words of the kind that only such an event takes.
  static bool HasValue(const EventDraft& draft) {
    constexpr v1::Role kValues[] = {v1::ROLE_AMOUNT, v1::ROLE_STAKE,     v1::ROLE_ROUND,
                                    v1::ROLE_COUNT,  v1::ROLE_VALUATION, v1::ROLE_EXCHANGE};
    return std::any_of(std::begin(kValues), std::end(kValues),
                       [&draft](v1::Role role) { return draft.Find(role) != nullptr; });
  }

  // What became of it, on whose word, how often.
  void AddTelling(const EventDraft& draft) {
    AddIf(draft.status != v1::EVENT_STATUS_OCCURRED, names_.OfStatus(draft.status));
    AddIf(draft.certainty != v1::CERTAINTY_CONFIRMED, names_.OfCertainty(draft.certainty));
    AddIf(draft.evidence.size() >= 2, "told twice");
    AddIf(draft.evidence.size() >= 3, "told three times");
  }

  const FeatureNames& names_ = FeatureNames::Get();
  const Document& document_;
  const std::vector<TriggerTrace>& traces_;
  std::vector<int> mentioned_;  // by entity
  bool has_body_ = false;       // a lone line without final punctuation heads nothing
  absl::flat_hash_map<int, std::vector<int>> triggers_in_;           // by clause
  absl::flat_hash_map<int, int> in_clause_;                          // events by clause
  absl::flat_hash_map<std::pair<int, int>, int> of_type_in_clause_;  // by type and clause
  absl::flat_hash_map<int, int> in_sentence_;                        // events by sentence
  absl::flat_hash_map<v1::EventType, int> of_type_;                  // events by type
  absl::flat_hash_map<std::pair<int, int>, int> told_;               // events by type and participant
  EventFeatures features_;                                           // of the draft in hand
};

}  // namespace

std::vector<EventFeatures> FeaturesOf(const Document& document, const std::vector<TriggerTrace>& traces,
                                      const std::vector<EventDraft>& drafts) {
  FeatureReader reader(document, traces);
  reader.Count(drafts);
  std::vector<EventFeatures> features;
  features.reserve(drafts.size());
  for (const EventDraft& draft : drafts) {
    features.push_back(draft.dropped ? EventFeatures{} : reader.Of(draft));
  }
  return features;
}

}  // namespace annals
