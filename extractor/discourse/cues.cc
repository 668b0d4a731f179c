#include "extractor/discourse/cues.h"

#include <algorithm>
#include <optional>

#include "common/utf8.h"

namespace annals {
namespace {

constexpr int kAdjacent = 3;
constexpr int kMaxCueReach = 300;  // characters: bounds the work in sentences without end
constexpr int kMaxSources = 64;    // sources looked at for one event
constexpr int kMaxSourceGap = 24;

// The speech a position stands in, or -1: cues do not reach across its marks.
int SpeechAt(const Document& document, int position) {
  for (int q = document.structure.QuotationAt(position); q >= 0;
       q = document.structure.quotations[q].parent) {
    if (document.structure.quotations[q].kind == Quotation::Kind::kSpeech) return q;
  }
  return -1;
}

class CueReader {
 public:
  CueReader(const Document& document, std::vector<Attribution>& attributions)
      : document_(document), hits_(document.cues), attributions_(attributions) {
    for (const CueHit& hit : hits_) AddSource(hit);
    std::stable_sort(
        attributions_.begin(), attributions_.end(),
        [](const Attribution& a, const Attribution& b) { return a.scope.begin < b.scope.begin; });
  }

  void Apply(EventDraft& draft) const {
    const int speech = SpeechAt(document_, draft.trigger.begin);
    const int sentence = document_.SentenceOf(draft.clause);
    std::optional<v1::EventStatus> status;
    bool confirmed = false, rumored = draft.certainty == v1::CERTAINTY_RUMORED;
    const int from = draft.trigger.begin - kMaxCueReach, to = draft.trigger.end + kMaxCueReach;
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), from,
                                [](const CueHit& h, int position) { return h.span.begin < position; });
    for (; hit != hits_.end() && hit->span.begin < to; ++hit) {
      const int distance = document_.SentenceOf(hit->clause) - sentence;
      if (distance < 0 || distance > 1) continue;
      if (DeniesRumor(*hit, draft, rumored)) Raise(v1::EVENT_STATUS_NEGATED, status);
      if (SpeechAt(document_, hit->span.begin) != speech || !Reaches(*hit, draft, sentence)) continue;
      switch (hit->cue->kind) {
        case Cue::Kind::kPlanned:
          Raise(v1::EVENT_STATUS_PLANNED, status);
          break;
        case Cue::Kind::kOngoing:
          Raise(v1::EVENT_STATUS_ONGOING, status);
          break;
        case Cue::Kind::kFailed:
          Raise(v1::EVENT_STATUS_FAILED, status);
          break;
        case Cue::Kind::kNegated:
          Raise(v1::EVENT_STATUS_NEGATED, status);
          break;
        case Cue::Kind::kRumored:
          rumored = true;
          break;
        case Cue::Kind::kConfirmed:
          confirmed = true;
          break;
        case Cue::Kind::kReported:
          break;
        case Cue::Kind::kGeneric:
          Drop(draft);
          break;
      }
    }
    const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
    if (status && !speaks) Set(*status, draft);
    if (speaks) return;
    if (rumored && !confirmed) draft.certainty = v1::CERTAINTY_RUMORED;
    Attribute(draft);
    // Who denies a rumour confirms that it is none.
    if (draft.status == v1::EVENT_STATUS_NEGATED && draft.certainty == v1::CERTAINTY_RUMORED) {
      draft.certainty = v1::CERTAINTY_CONFIRMED;
    }
  }

 private:
  static void Drop(EventDraft& draft) {
    if (draft.type == v1::EVENT_TYPE_STATEMENT || draft.type == v1::EVENT_TYPE_METRIC) return;
    draft.dropped = true;
    draft.note = "under a generic or hypothetical cue";
  }

  // Refusals outrank denials, denials outrank plans, plans outrank what is under way.
  static int Rank(v1::EventStatus status) {
    switch (status) {
      case v1::EVENT_STATUS_FAILED:
        return 4;
      case v1::EVENT_STATUS_NEGATED:
        return 3;
      case v1::EVENT_STATUS_ONGOING:
        return 2;
      case v1::EVENT_STATUS_PLANNED:
        return 1;
      default:
        return 0;
    }
  }
  static void Raise(v1::EventStatus status, std::optional<v1::EventStatus>& best) {
    if (!best || Rank(status) > Rank(*best)) best = status;
  }
  static void Set(v1::EventStatus status, EventDraft& draft) {
    if (Rank(status) > Rank(draft.status)) draft.status = status;
  }

  // 有消息称X将加入Y，Y回应：“纯属谣言。”: what is denied after a rumour, inside quotation marks or not, is
  // the rumour.
  bool DeniesRumor(const CueHit& hit, const EventDraft& draft, bool rumored) const {
    return rumored && hit.cue->kind == Cue::Kind::kNegated && hit.span.begin >= draft.trigger.end &&
           hit.cue->reach != Cue::Reach::kAdjacent && hit.cue->side != Cue::Side::kBefore;
  }

  // 正接触: the cue is the first part of the trigger word.
  static bool BeginsTrigger(const CueHit& hit, const EventDraft& draft) {
    return hit.span.begin == draft.trigger.begin && hit.span.end < draft.trigger.end &&
           hit.cue->kind != Cue::Kind::kFailed && hit.cue->kind != Cue::Kind::kGeneric;
  }

  bool Reaches(const CueHit& hit, const EventDraft& draft, int sentence) const {
    const Cue& cue = *hit.cue;
    if (BeginsTrigger(hit, draft)) return true;
    const bool before = hit.span.end <= draft.trigger.begin;
    const bool after = hit.span.begin >= draft.trigger.end;
    if (!before && !after) return false;
    if (cue.side == Cue::Side::kBefore && !before) return false;
    if (cue.side == Cue::Side::kAfter && !after) return false;
    switch (cue.reach) {
      case Cue::Reach::kAdjacent:
        return before ? draft.trigger.begin - hit.span.end <= kAdjacent
                      : hit.span.begin - draft.trigger.end <= kAdjacent;
      case Cue::Reach::kClause:
        // 据悉, 有消息称: a rumour covers the rest of its sentence.
        if (cue.kind == Cue::Kind::kRumored && before) return document_.SentenceOf(hit.clause) == sentence;
        return hit.clause == draft.clause && NothingBetween(hit, draft, before);
      case Cue::Reach::kSentence:
        return document_.SentenceOf(hit.clause) == sentence && (before || NothingBetween(hit, draft, false));
      case Cue::Reach::kNext:
        if (hit.clause == draft.clause) return NothingBetween(hit, draft, before);
        return after && NothingBetween(hit, draft, false);
    }
    return false;
  }

  // A cue that looks back belongs to the last event before it; one that looks ahead reaches over all in its
  // clause but what stands in a 的-clause.
  bool NothingBetween(const CueHit& hit, const EventDraft& draft, bool before) const {
    const auto& triggers = document_.triggers;
    const int from = before ? hit.span.end : draft.trigger.end;
    const int to = before ? draft.trigger.begin : hit.span.begin;
    auto next = std::lower_bound(triggers.begin(), triggers.end(), from,
                                 [](const TriggerHit& t, int position) { return t.word.begin < position; });
    for (; next != triggers.end() && next->word.end <= to; ++next) {
      if (!before) return false;
      const std::u32string_view rest = document_.View({next->word.end, to});
      if (rest.find(U'的') != std::u32string_view::npos) return false;
    }
    return true;
  }

  // The part of the sentence between semicolons: what a source covers.
  Span SegmentAround(Span span) const {
    Span segment = document_.structure.sentences[document_.structure.SentenceAt(span.begin)].span;
    segment.begin = std::max(segment.begin, span.begin - kMaxCueReach);
    segment.end = std::min(segment.end, span.end + kMaxCueReach);
    const std::u32string_view words = document_.View(segment);
    const size_t before = words.substr(0, span.begin - segment.begin).rfind(U';');
    const size_t after = words.find(U';', span.end - segment.begin);
    if (after != std::u32string_view::npos) segment.end = segment.begin + static_cast<int>(after);
    if (before != std::u32string_view::npos) segment.begin += static_cast<int>(before) + 1;
    return segment;
  }

  // 据…报道: the name in the gap is the source of its sentence.
  void AddSource(const CueHit& hit) {
    if (hit.cue->kind != Cue::Kind::kReported) return;
    const Span sentence = SegmentAround(hit.span);
    const auto& mentions = document_.mentions.mentions;
    auto next = std::lower_bound(mentions.begin(), mentions.end(), hit.span.begin - kMaxSourceGap,
                                 [](const Mention& m, int position) { return m.span.begin < position; });
    for (; next != mentions.end() && next->span.begin < hit.span.end; ++next) {
      const Mention& mention = *next;
      if (mention.entity < 0 || mention.kind != Mention::Kind::kName) continue;
      const bool inside = hit.span.Contains(mention.span);
      const bool before = hit.cue->tail.empty() && mention.span.end <= hit.span.begin &&
                          hit.span.begin - mention.span.end <= 4;
      if (inside || before) {
        attributions_.push_back({mention.entity, sentence});
        return;
      }
    }
  }

  void Attribute(EventDraft& draft) const {
    const Span sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)].span;
    auto next = std::lower_bound(attributions_.begin(), attributions_.end(),
                                 std::max(sentence.begin, draft.trigger.begin - 2 * kMaxCueReach),
                                 [](const Attribution& a, int position) { return a.scope.begin < position; });
    for (int looked = 0;
         next != attributions_.end() && next->scope.begin < draft.trigger.begin && looked < kMaxSources;
         ++next, ++looked) {
      const Attribution& source = *next;
      if (!source.scope.Contains(draft.trigger)) continue;
      const DocumentEntity& entity = document_.mentions.entities[source.entity];
      if (draft.certainty == v1::CERTAINTY_RUMORED && draft.type != v1::EVENT_TYPE_METRIC) return;
      draft.certainty = v1::CERTAINTY_REPORTED;
      draft.attribution = entity.name;
      if (draft.type == v1::EVENT_TYPE_METRIC && entity.type == EntityType::kOrganization) {
        draft.arguments.push_back(
            {v1::ROLE_SOURCE_ORGANIZATION, source.entity, source.scope, std::nullopt, "", 1.0});
      }
      return;
    }
  }

  const Document& document_;
  const std::vector<CueHit>& hits_;
  std::vector<Attribution>& attributions_;
};

}  // namespace

void ApplyCues(const Document& document, std::vector<Attribution>& attributions,
               std::vector<EventDraft>& drafts) {
  const CueReader reader(document, attributions);
  for (EventDraft& draft : drafts) reader.Apply(draft);
}

}  // namespace annals
