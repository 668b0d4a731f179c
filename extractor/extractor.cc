#include "extractor/extractor.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/date_interval.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/discourse/argument_words.h"
#include "extractor/discourse/confidence.h"
#include "extractor/discourse/cues.h"
#include "extractor/discourse/event_anchors.h"
#include "extractor/discourse/merge.h"
#include "extractor/discourse/notices.h"
#include "extractor/discourse/pairing.h"
#include "extractor/discourse/relations.h"
#include "extractor/discourse/time_attachment.h"
#include "extractor/event_types.h"
#include "extractor/events/cue_finder.h"
#include "extractor/events/event_reader.h"
#include "extractor/events/stays.h"
#include "extractor/events/trigger_finder.h"
#include "extractor/lexicon/joint_automaton.h"
#include "extractor/mentions/entity_ids.h"
#include "extractor/mentions/mentions.h"
#include "extractor/mentions/name_priority.h"
#include "extractor/mentions/teaching.h"
#include "extractor/result.h"
#include "extractor/text/fold.h"
#include "extractor/times/times.h"

namespace annals {
namespace {

// All tables, read from one directory; refers to it.
struct Lexicon {
  std::unique_ptr<const DataDirectory> data;
  FoldLexicon fold;
  TimeLexicon times;
  NameLexicon names;
  ValencyLexicon valency;
  EventWords words;
  ConfidenceModel confidence;
  std::vector<EventTypeDescription> event_types;
  JointAutomaton lists;  // of all words, in the order of WordHits
};

JointAutomaton JoinLists(const TimeLexicon& times, const NameLexicon& names, const ValencyLexicon& valency,
                         const EventWords& words) {
  return JointAutomaton::Build({&valency.trigger_words(), &valency.preposition_words(),
                                &names.phrase_automaton(), &times.quantities().currency_cues(),
                                &words.cue_words(), &words.mark_words(), &words.metric_words(),
                                &words.exchange_words()});
}

absl::StatusOr<Lexicon> LoadLexicon(const Extractor::Options& options) {
  const std::string builtin =
      options.lexicon_data.empty() ? DataDirectory::DefaultPath() : options.lexicon_data;
  ANNALS_ASSIGN_OR_RETURN(DataDirectory directory, DataDirectory::Open(builtin, options.lexicon_dir));
  auto data = std::make_unique<const DataDirectory>(std::move(directory));
  ANNALS_ASSIGN_OR_RETURN(FoldLexicon fold, FoldLexicon::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(TimeLexicon times, TimeLexicon::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(NameLexicon names, NameLexicon::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(ValencyLexicon valency, ValencyLexicon::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(EventWords words, EventWords::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(ConfidenceModel confidence, ConfidenceModel::Load(*data));
  ANNALS_ASSIGN_OR_RETURN(std::vector<EventTypeDescription> event_types, LoadEventTypes(*data));
  JointAutomaton lists = JoinLists(times, names, valency, words);
  return Lexicon{std::move(data),       std::move(fold),        std::move(times),
                 std::move(names),      std::move(valency),     std::move(words),
                 std::move(confidence), std::move(event_types), std::move(lists)};
}

// 月活, 付费用户: unlike money and shops, only things have them.
std::vector<Automaton::Hit> MeasuresOfUse(const std::vector<Automaton::Hit>& hits, const EventWords& words) {
  std::vector<Automaton::Hit> usage;
  for (const Automaton::Hit& hit : hits) {
    const std::string& kind = words.metrics()[hit.value].unit_kind;
    if (kind == "people") usage.push_back(hit);
  }
  return usage;
}

// 门店数|达到|1.2万家: measures with their number right behind them; what they are measures of stands before
// them.
std::vector<Automaton::Hit> MeasuresWithNumbers(const std::vector<Automaton::Hit>& hits,
                                                const std::vector<Quantity>& quantities) {
  constexpr int kReach = 6, kShortest = 2;  // characters
  std::vector<Automaton::Hit> figures;
  auto next = quantities.begin();
  for (const Automaton::Hit& hit : hits) {
    while (next != quantities.end() && next->core.begin < hit.span.begin) ++next;
    auto number = next;
    while (number != quantities.end() && number->core.begin < hit.span.end) ++number;
    if (hit.span.size() >= kShortest && number != quantities.end() &&
        number->core.begin <= hit.span.end + kReach)
      figures.push_back(hit);
  }
  return figures;
}

// 营收31亿元, 股价大跌8%: of such, the sums of money, which companies have; works have a box office.
std::vector<Automaton::Hit> MeasuresOfMoney(const std::vector<Automaton::Hit>& figures,
                                            const EventWords& words) {
  std::vector<Automaton::Hit> accounts;
  for (const Automaton::Hit& hit : figures) {
    const MetricWord& metric = words.metrics()[hit.value];
    if (metric.unit_kind == "money" && metric.word.find(U"票房") == std::u32string::npos)
      accounts.push_back(hit);
  }
  return accounts;
}

class PipelineExtractor : public Extractor {
 public:
  PipelineExtractor(std::shared_ptr<const Lexicon> lexicon, KnownNames known, std::string version)
      : owned_(std::move(lexicon)),
        lexicon_(*owned_),
        known_(std::move(known)),
        version_(std::move(version)) {}

  absl::StatusOr<v1::Extraction> Extract(const v1::Article& article,
                                         const ExtractOptions& options) const override {
    v1::Extraction extraction;
    ANNALS_RETURN_IF_ERROR(ExtractInto(article, options, extraction));
    return extraction;
  }

  absl::Status ExtractInto(const v1::Article& article, const ExtractOptions& options,
                           v1::Extraction& extraction) const override {
    ANNALS_ASSIGN_OR_RETURN(const Document document, Read(article));
    const Employment employment(document);
    EventReading reading =
        ReadEvents(document, lexicon_.valency, lexicon_.words, lexicon_.names.vocabulary(), employment);
    ApplyCues(document, reading.attributions, reading.drafts);
    FoldNotices(document, reading.drafts);
    AttachTimes(document, lexicon_.valency, reading.drafts);
    ResolveAgainstEvents(document, lexicon_.valency, lexicon_.times, reading.drafts);
    PairEvents(document, reading.drafts);
    std::vector<int> merged_into;
    MergeEvents(document, reading.drafts, merged_into);
    const auto features = FeaturesOf(document, reading.traces, reading.drafts);
    lexicon_.confidence.Judge(features, reading.drafts);
    const std::vector<RelationDraft> relations = ReadRelations(document, reading.drafts);
    PointToOwnWords(document, reading.drafts);

    extraction.set_article_id(article.id());
    extraction.set_lexicon_version(lexicon_version());
    const ResultParts parts{document, article.id(), article.text(), reading.drafts, relations};
    std::vector<std::string> event_ids;
    WriteResult(parts, event_ids, extraction);
    if (options.explain) {
      WriteExplanation(parts, reading.traces, merged_into, event_ids, extraction);
      WriteConfidences(features, event_ids, extraction);
    }
    return absl::OkStatus();
  }

  const std::string& lexicon_version() const override { return version_; }
  const std::vector<EventTypeDescription>& event_types() const override { return lexicon_.event_types; }

  std::shared_ptr<const Extractor> With(const Teaching& teaching) const override {
    return std::make_shared<PipelineExtractor>(
        owned_, known_.With(ToTaughtNames(teaching, lexicon_.fold.script, known_)),
        VersionWith(lexicon_.data->version(), teaching));
  }

  std::optional<v1::EntityType> ListedType(const std::string& entity_id) const override {
    const KnownEntity* entity = known_.InLexicon(entity_id);
    if (entity == nullptr) return std::nullopt;
    return ToProto(entity->type);
  }

  absl::StatusOr<std::string> FoldName(absl::string_view name) const override {
    ANNALS_ASSIGN_OR_RETURN(const std::u32string folded, FoldPhrase(name, lexicon_.fold.script));
    return EncodeUtf8(folded);
  }

 private:
  // Text, times, amounts, names: everything but the events.
  absl::StatusOr<Document> Read(const v1::Article& article) const {
    Document document;
    if (absl::StrContains(article.text(), '\0')) return absl::InvalidArgumentError("text: holds NUL");
    if (!article.published_at().empty()) {
      ANNALS_ASSIGN_OR_RETURN(const absl::CivilDay day, ParseIsoDay(article.published_at()));
      document.published = day;
    }
    const ContentType type = article.content_type() == "text/html" ? ContentType::kHtml : ContentType::kPlain;
    ANNALS_ASSIGN_OR_RETURN(FoldedText text, FoldText(article.text(), type, article.title(), lexicon_.fold));
    document.text = std::move(text);
    document.classes = &lexicon_.words.classes();
    document.words = FindWords(document.text);
    document.structure = ParseStructure(document.text);
    document.times = FindTimes(document.text, document.structure, document.published, lexicon_.times);
    std::vector<Span> occupied;
    for (const TimeMention& time : document.times) occupied.push_back(time.span);
    document.quantities =
        FindQuantities(document.text, occupied, document.words.currency_cues, lexicon_.times);
    DropInsideKnownNames(document.words.phrases, lexicon_.names, document.text.chars, document.times,
                         document.quantities);
    document.triggers =
        FindTriggers(document.text, document.structure, document.words.triggers, lexicon_.valency);
    DropStaysWithoutBeginning(document, lexicon_.valency, document.triggers);
    document.prepositions = FindPrepositions(document.text, document.words.prepositions, lexicon_.valency);
    const std::vector<Automaton::Hit> usage = MeasuresOfUse(document.words.metrics, lexicon_.words);
    const std::vector<MentionContext::Wall> walls = WallsOf(document.triggers, lexicon_.valency);
    const auto figures = MeasuresWithNumbers(document.words.metrics, document.quantities);
    const std::vector<Automaton::Hit> accounts = MeasuresOfMoney(figures, lexicon_.words);
    document.mentions = FindMentions({document.text, document.structure, document.times, document.quantities,
                                      walls, &document.words.phrases, &usage, &figures, &accounts},
                                     known_);
    DropInsideNames(document);
    document.cues = FindCues(document, lexicon_.words);
    document.is_source = FindSources(document, lexicon_.words);
    return document;
  }

  WordHits FindWords(const FoldedText& text) const {
    auto hits = lexicon_.lists.Match(text.chars);
    WordHits words;
    size_t next = 0;
    for (auto* list : {&words.triggers, &words.prepositions, &words.phrases, &words.currency_cues,
                       &words.cues, &words.marks, &words.metrics, &words.exchanges}) {
      *list = std::move(hits[next++]);
    }
    return words;
  }

  void WriteConfidences(const std::vector<EventFeatures>& features, const std::vector<std::string>& event_ids,
                        v1::Extraction& extraction) const {
    for (size_t i = 0; i < event_ids.size(); ++i) {
      if (event_ids[i].empty()) continue;
      v1::ConfidenceExplanation* out = extraction.mutable_explanation()->add_confidences();
      *out = lexicon_.confidence.Explain(features[i]);
      out->set_event_id(event_ids[i]);
    }
  }

  const std::shared_ptr<const Lexicon> owned_;
  const Lexicon& lexicon_;
  const KnownNames known_;
  const std::string version_;
};

}  // namespace

absl::Status Extractor::ExtractInto(const v1::Article& article, const ExtractOptions& options,
                                    v1::Extraction& extraction) const {
  ANNALS_ASSIGN_OR_RETURN(extraction, Extract(article, options));
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<Extractor>> Extractor::Create(const Options& options) {
  ANNALS_ASSIGN_OR_RETURN(Lexicon loaded, LoadLexicon(options));
  const auto lexicon = std::make_shared<const Lexicon>(std::move(loaded));
  return std::make_unique<PipelineExtractor>(lexicon, KnownNames(lexicon->names), lexicon->data->version());
}

}  // namespace annals
