#include "extractor/discourse/cues.h"

#include <algorithm>
#include <optional>

#include "common/utf8.h"
#include "extractor/discourse/plan_scope.h"
#include "extractor/discourse/sources.h"
#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr int kMaxToObject = 12;  // characters from 将 to the name it marks
constexpr int kAdjacent = 3;
constexpr int kLongAgo = 270;      // days: a date without a year is not meant so far off
constexpr size_t kLeastMoved = 4;  // characters between 将 and the verb whose object it marks
constexpr int kMaxCueReach = 300;  // characters: bounds the work in sentences without end

// The speech a position stands in, or -1: cues do not reach across its marks.
int SpeechAt(const Document& document, int position) {
  for (int q = document.structure.QuotationAt(position); q >= 0;
       q = document.structure.quotations[q].parent) {
    if (document.structure.quotations[q].kind == Quotation::Kind::kSpeech) return q;
  }
  return -1;
}

// What the cues around an event say of it.
struct Verdict {
  std::optional<v1::EventStatus> status;
  Span outcome;  // the last cue that says it failed
  bool intended = false;
  bool rumored = false;
  bool confirmed = false;
  bool denied = false;  // by words behind the claim
};

// Refusals outrank denials, denials outrank what is under way, that outranks plans.
int Rank(v1::EventStatus status) {
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

void Raise(v1::EventStatus status, Verdict& verdict) {
  if (!verdict.status || Rank(status) > Rank(*verdict.status)) verdict.status = status;
}

// Needs two to happen, so that one can refuse: a bid, a deal, a filing.
bool CanBeRefused(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_RECRUIT:
    case v1::EVENT_TYPE_JOIN:
    case v1::EVENT_TYPE_ACQUIRE:
    case v1::EVENT_TYPE_FUND:
    case v1::EVENT_TYPE_LIST:
    case v1::EVENT_TYPE_PARTNER:
    case v1::EVENT_TYPE_INTEGRATE:
      return true;
    default:
      return false;
  }
}

class CueReader {
 public:
  CueReader(const Document& document, const std::vector<Attribution>& told,
            const std::vector<EventDraft>& drafts)
      : document_(document),
        hits_(document.cues),
        sources_(document, told),
        tells_(document.triggers.size(), nullptr) {
    for (const EventDraft& draft : drafts) {
      if (draft.hit >= 0 && draft.type != v1::EVENT_TYPE_STATEMENT) tells_[draft.hit] = &draft;
    }
  }

  void Apply(EventDraft& draft) const {
    const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
    const Attribution* source = sources_.Of(draft);
    Verdict verdict;
    verdict.rumored = draft.certainty == v1::CERTAINTY_RUMORED || (!speaks && IsAsked(draft));
    const size_t middle = FirstHitFrom(draft.trigger.begin);
    for (size_t i = FirstHitFrom(draft.trigger.begin - kMaxCueReach); i < middle; ++i)
      Read(hits_[i], draft, source, verdict);
    for (size_t i = middle; i < hits_.size() && hits_[i].span.begin < draft.trigger.end + kMaxCueReach; ++i)
      Read(hits_[i], draft, source, verdict);
    if (!speaks) SetStatus(verdict, draft);
    SetCertainty(verdict, source, draft);
  }

 private:
  size_t FirstHitFrom(int position) const {
    return std::lower_bound(hits_.begin(), hits_.end(), position,
                            [](const CueHit& h, int p) { return h.span.begin < p; }) -
           hits_.begin();
  }

  // 将|引擎|开源: 将 as 把, right before a participant that stands before the verb, is no plan.
  bool MarksObject(const CueHit& hit, const EventDraft& draft) const {
    if (hit.cue->plans) return false;
    if (document_.View(hit.span) == U"将" && (IsNamedAt(hit.span.end) || IsMarkedNoun(hit.span.end)))
      return true;
    const auto& prepositions = document_.prepositions;
    const auto here =
        std::partition_point(prepositions.begin(), prepositions.end(),
                             [&](const PrepositionHit& p) { return p.span.begin < hit.span.end - 1; });
    // Its last character is the preposition, and no other, and no verb, follows before the participant
    // (将|与X合作).
    if (here == prepositions.end() || here->span.end != hit.span.end || document_.View(here->span) != U"将")
      return false;
    const auto next = std::next(here);
    int end = next == prepositions.end() ? draft.trigger.begin : next->span.begin;
    const auto verb =
        std::partition_point(document_.triggers.begin(), document_.triggers.end(),
                             [&](const TriggerHit& trigger) { return trigger.word.begin < hit.span.end; });
    if (verb != document_.triggers.end()) end = std::min(end, verb->word.begin);
    if (IsMovedObject(hit, draft)) return true;
    return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
      const int reach = argument.number ? 0 : kMaxToObject;  // 将|80%的股权|转让
      return (argument.mention >= 0 || argument.number) && argument.span.begin >= hit.span.end &&
             argument.span.begin - hit.span.end <= reach && argument.span.begin < end &&
             argument.span.end <= draft.trigger.begin;
    });
  }

  // 将|其|撤柜: a pronoun right behind 将 is its object.
  bool IsNamedAt(int position) const {
    const Mention* next = document_.MentionFrom(position);
    return next != nullptr && next->span.begin == position && next->kind == Mention::Kind::kPronoun;
  }

  // Whether one of the spans, in order, begins there.
  template <typename T>
  static bool BeginsAt(const std::vector<T>& found, Span T::*span, int position) {
    const auto first = std::partition_point(found.begin(), found.end(),
                                            [&](const T& each) { return (each.*span).begin < position; });
    return first != found.end() && ((*first).*span).begin == position;
  }

  // 将|“文化部”合并, 将|7B版本公开: no verb begins with a Latin letter or a digit, unless it is a trigger, a
  // time or an amount, nor with a quotation mark, unless one stands in it (将|“优化”三成员工).
  bool IsMarkedNoun(int position) const {
    const std::u32string& chars = document_.text.chars;
    if (position >= document_.text.size()) return false;
    const char32_t next = chars[position];
    if (std::u32string_view(U"“「《").find(next) != std::u32string_view::npos)
      return !BeginsAt(document_.triggers, &TriggerHit::word, position) &&
             !BeginsAt(document_.triggers, &TriggerHit::word, position + 1);
    const bool sign =
        (next >= U'0' && next <= U'9') || (next >= U'A' && next <= U'Z') || (next >= U'a' && next <= U'z');
    return sign && !BeginsAt(document_.triggers, &TriggerHit::word, position) &&
           !BeginsAt(document_.times, &TimeMention::span, position) &&
           !BeginsAt(document_.quantities, &Quantity::span, position);
  }

  // 8月|将|A与B合并, in September: behind a day that has gone by 将 is 把.
  bool FollowsPast(const CueHit& hit) const {
    if (document_.View(hit.span) != U"将" || !document_.published) return false;
    const auto& times = document_.times;
    const auto next = std::partition_point(times.begin(), times.end(), [&hit](const TimeMention& time) {
      return time.span.end <= hit.span.begin;
    });
    if (next == times.begin() || std::prev(next)->span.end < hit.span.begin) return false;
    const TimeMention& time = *std::prev(next);
    const bool gone = time.interval.end && *time.interval.end < *document_.published;
    return gone && time.precision != TimePrecision::kVague &&
           *document_.published - *time.interval.end <= kLongAgo;
  }

  // 将|旗下动物保健业务|出售给X: a verb that ends in 给 or 至 has its object ahead, whatever it is called.
  bool IsMovedObject(const CueHit& hit, const EventDraft& draft) const {
    static constexpr std::u32string_view kOpeners = U"以在于被由与向从自因通过正全会继再予遭获对";
    if (draft.trigger.empty()) return false;
    const std::u32string_view word = document_.View(draft.trigger);
    const std::u32string_view moved =
        document_.View({hit.span.end, std::max(hit.span.end, draft.trigger.begin)});
    const bool complement =
        std::u32string_view(U"给予至入进到为").find(word.back()) != std::u32string_view::npos;
    return complement && moved.size() >= kLeastMoved &&
           kOpeners.find(moved.front()) == std::u32string_view::npos && moved.find(U'将') == moved.npos;
  }

  // Takes in one cue; those before the trigger come first.
  void Read(const CueHit& hit, EventDraft& draft, const Attribution* source, Verdict& verdict) const {
    const int distance = document_.SentenceOf(hit.clause) - document_.SentenceOf(draft.clause);
    if (distance < 0 || distance > 1 || IsOtherNews(hit, draft, distance)) return;
    const bool doubted = (verdict.rumored || source != nullptr) && draft.type != v1::EVENT_TYPE_METRIC;
    if (DeniesClaim(hit, draft, doubted)) {
      Raise(v1::EVENT_STATUS_NEGATED, verdict);
      verdict.denied = true;
    }
    const int speech = SpeechAt(document_, draft.trigger.begin);
    const bool heard = SpeechAt(document_, hit.span.begin) == speech || IsSaidOf(hit, speech);
    if (!heard || !Reaches(hit, draft)) return;
    const bool far = hit.clause != draft.clause;
    if (IsOfNoNumber(hit, draft) || GivesReason(hit, draft) || IsOvertaken(hit, draft) ||
        ModifiesNoun(hit, draft))
      return;
    switch (hit.cue->kind) {
      case Cue::Kind::kPlanned:
        if (MarksObject(hit, draft) || FollowsPast(hit)) return;
        // 停掉了|广告版方案: what is done is no plan for the word behind it.
        if (hit.span.begin >= draft.trigger.end && SaysDone(document_, draft)) return;
        verdict.intended = true;
        return Raise(v1::EVENT_STATUS_PLANNED, verdict);
      case Cue::Kind::kOngoing:
        return Raise(v1::EVENT_STATUS_ONGOING, verdict);
      case Cue::Kind::kFailed:
        if (far && !CanBeRefused(draft.type) && !IsIntended(draft, verdict)) return;
        verdict.outcome = hit.span;
        return Raise(v1::EVENT_STATUS_FAILED, verdict);
      case Cue::Kind::kNegated:
        if (distance > 0 && !doubted && !IsIntended(draft, verdict)) return;
        verdict.denied = verdict.denied || far;
        return Raise(v1::EVENT_STATUS_NEGATED, verdict);
      case Cue::Kind::kRumored:
        verdict.rumored = true;
        return ReadEnd(hit, draft, verdict);
      case Cue::Kind::kConfirmed:
        verdict.confirmed = true;
        return;
      case Cue::Kind::kReported:
      case Cue::Kind::kEffective:
        return;
      case Cue::Kind::kGeneric:
        return Drop(draft);
    }
  }

  // X：“裁员”|系谣言: said of the words in quotation marks right before it.
  bool IsSaidOf(const CueHit& hit, int speech) const {
    return speech >= 0 && hit.cue->kind == Cue::Kind::kNegated &&
           hit.span.begin == document_.structure.quotations[speech].outer.end;
  }

  // X破50万；Y否认收购传闻: another piece of news of the headline. Nor does a subhead speak of what stands
  // above.
  bool IsOtherNews(const CueHit& hit, const EventDraft& draft, int distance) const {
    const bool heading = document_.structure.sentences[document_.SentenceOf(hit.clause)].heading;
    if (distance > 0) return heading;
    return !SameSegment(hit, draft) && hit.span.begin > draft.trigger.end &&
           (heading || IsOfAnother(hit, draft));
  }

  // Y|否认…: whoever is named before the cue in its clause has no part in the event.
  bool IsOfAnother(const CueHit& hit, const EventDraft& draft) const {
    const int from = document_.ClauseSpan(hit.clause).begin;
    for (const Mention& mention : document_.MentionsIn({from, hit.span.begin})) {
      if (mention.span.end > hit.span.begin) return false;
      const bool part = std::any_of(draft.arguments.begin(), draft.arguments.end(),
                                    [&](const ArgumentDraft& each) { return each.entity == mention.entity; });
      if (mention.kind == Mention::Kind::kName && mention.entity >= 0 && !part) return true;
    }
    return false;
  }

  // 目前规模12亿元。…没有计划: a number is not under way, and nobody denies it in another clause.
  static bool IsOfNoNumber(const CueHit& hit, const EventDraft& draft) {
    if (draft.type != v1::EVENT_TYPE_METRIC) return false;
    return hit.cue->kind == Cue::Kind::kOngoing ||
           (hit.cue->kind == Cue::Kind::kNegated && hit.clause != draft.clause);
  }

  // 被曝将|…, 被曝正|…: a plan, or what is under way, as well.
  void ReadEnd(const CueHit& hit, const EventDraft& draft, Verdict& verdict) const {
    const char32_t last = document_.View(hit.span).back();
    if (hit.span.end > draft.trigger.begin || (last != U'将' && last != U'正')) return;
    verdict.intended = verdict.intended || last == U'将';
    Raise(last == U'将' ? v1::EVENT_STATUS_PLANNED : v1::EVENT_STATUS_ONGOING, verdict);
  }

  // 未毕业|已|创办X: what has been done already is not what the cue before is about.
  bool IsOvertaken(const CueHit& hit, const EventDraft& draft) const {
    constexpr int kReach = 6;
    const bool before = hit.clause == draft.clause && hit.span.end < draft.trigger.begin &&
                        draft.trigger.begin - hit.span.end <= kReach;
    return before && hit.cue->kind == Cue::Kind::kNegated &&
           document_.View({hit.span.end, draft.trigger.begin}).find(U'已') != std::u32string_view::npos;
  }

  // 加入|筹备中|的X: of whom the verb is about.
  bool ModifiesNoun(const CueHit& hit, const EventDraft& draft) const {
    const bool going = hit.cue->kind == Cue::Kind::kOngoing || hit.cue->kind == Cue::Kind::kPlanned;
    if (!going || hit.clause != draft.clause || hit.span.begin < draft.trigger.end) return false;
    return hit.span.end < document_.text.size() && document_.text.chars[hit.span.end] == U'的' &&
           draft.Find(v1::ROLE_PERSON) != nullptr;
  }

  // 因|拒绝|加班遭解聘: what somebody did or did not do is why it happened, not what became of it.
  bool GivesReason(const CueHit& hit, const EventDraft& draft) const {
    constexpr int kReach = 3;
    if (hit.clause != draft.clause || hit.span.end > draft.trigger.begin) return false;
    const bool outcome = hit.cue->kind == Cue::Kind::kFailed || hit.cue->kind == Cue::Kind::kNegated;
    const int begin = std::max(document_.ClauseSpan(hit.clause).begin, hit.span.begin - kReach);
    return outcome && document_.View({begin, hit.span.begin}).find(U'因') != std::u32string_view::npos;
  }

  static void Drop(EventDraft& draft) {
    if (draft.type == v1::EVENT_TYPE_STATEMENT) return;
    draft.dropped = true;
    draft.note = "under a generic or hypothetical cue";
  }

  static bool IsIntended(const EventDraft& draft, const Verdict& verdict) {
    const v1::EventStatus status = verdict.status.value_or(draft.status);
    return status == v1::EVENT_STATUS_PLANNED || status == v1::EVENT_STATUS_ONGOING ||
           status == v1::EVENT_STATUS_FAILED;
  }

  static void SetStatus(const Verdict& verdict, EventDraft& draft) {
    draft.intended = verdict.intended || draft.status == v1::EVENT_STATUS_PLANNED;
    if (!verdict.status || Rank(*verdict.status) <= Rank(draft.status)) return;
    draft.status = *verdict.status;
    if (draft.status == v1::EVENT_STATUS_FAILED) draft.outcome = verdict.outcome;
  }

  // Who denies a claim confirms that nothing is in it, whoever made the claim.
  void SetCertainty(const Verdict& verdict, const Attribution* source, EventDraft& draft) const {
    const bool negated = draft.status == v1::EVENT_STATUS_NEGATED;
    const bool speaks = draft.type == v1::EVENT_TYPE_STATEMENT;
    if (negated && verdict.denied) {
      draft.certainty = v1::CERTAINTY_CONFIRMED;
      return;
    }
    if (!speaks && verdict.rumored && !verdict.confirmed) draft.certainty = v1::CERTAINTY_RUMORED;
    if (source != nullptr) Attribute(*source, draft);
    if (negated && draft.certainty == v1::CERTAINTY_RUMORED) draft.certainty = v1::CERTAINTY_CONFIRMED;
  }

  void Attribute(const Attribution& source, EventDraft& draft) const {
    if (draft.certainty == v1::CERTAINTY_RUMORED && draft.type != v1::EVENT_TYPE_METRIC) return;
    draft.certainty = v1::CERTAINTY_REPORTED;
    if (source.entity < 0) {
      draft.attribution = EncodeUtf8(document_.View(source.name));
      return;
    }
    const DocumentEntity& entity = document_.mentions.entities[source.entity];
    draft.attribution = entity.name;
    if (draft.type == v1::EVENT_TYPE_METRIC && entity.type == EntityType::kOrganization) {
      draft.arguments.push_back(
          {v1::ROLE_SOURCE_ORGANIZATION, source.entity, source.scope, std::nullopt, "", 1.0});
    }
  }

  // 有消息称X将加入Y，Y回应：“纯属谣言。”: what is denied after a claim, inside quotation marks or not, is
  // the claim.
  bool DeniesClaim(const CueHit& hit, const EventDraft& draft, bool doubted) const {
    return doubted && hit.cue->kind == Cue::Kind::kNegated && hit.span.begin >= draft.trigger.end &&
           hit.cue->reach == Cue::Reach::kNext && !LooksAhead(hit) &&
           NothingToldBetween(draft.trigger.end, hit.span.begin, &draft);
  }

  // X离职?: nobody says so yet.
  bool IsAsked(const EventDraft& draft) const {
    const Sentence& sentence = document_.structure.sentences[document_.SentenceOf(draft.clause)];
    if (sentence.end_clause - sentence.first_clause > 1) return false;
    const std::u32string_view words = document_.View(sentence.span);
    const size_t end = words.find_last_not_of(U"”」』 \n");
    return end != words.npos && words[end] == U'?';
  }

  // 正接触: the cue is the first part of the trigger word, or, in 曾提出收购, runs into it.
  static bool BeginsTrigger(const CueHit& hit, const EventDraft& draft) {
    if (hit.span.begin > draft.trigger.begin || hit.span.end >= draft.trigger.end) return false;
    if (hit.span.begin < draft.trigger.begin) {
      // 宣布终止|支持X: to stop is what is done.
      const bool stops = hit.cue->kind == Cue::Kind::kFailed && draft.type == v1::EVENT_TYPE_DISCONTINUE;
      return !stops && hit.span.end > draft.trigger.begin;
    }
    return hit.cue->kind == Cue::Kind::kPlanned || hit.cue->kind == Cue::Kind::kOngoing;
  }

  // 否认会离开, 最快明年上市: with an event of its own behind it in its clause a cue speaks of that one.
  bool LooksAhead(const CueHit& hit) const {
    const int end = document_.ClauseSpan(hit.clause).end;
    const bool refuses = hit.cue->kind == Cue::Kind::kFailed;
    return hit.cue->reach == Cue::Reach::kNext && !refuses && !NothingToldBetween(hit.span.end, end);
  }

  bool Reaches(const CueHit& hit, const EventDraft& draft) const {
    const Cue& cue = *hit.cue;
    // 没有|上市|计划: the cue is about the very word that it holds.
    const bool holds = hit.span.Contains(draft.trigger) && hit.span.size() > draft.trigger.size();
    if (BeginsTrigger(hit, draft) || (holds && cue.kind == Cue::Kind::kNegated)) return true;
    const bool before = hit.span.end <= draft.trigger.begin;
    const bool after = hit.span.begin >= draft.trigger.end;
    if (!before && !after) return false;
    if (cue.side == Cue::Side::kBefore && !before) return false;
    if (cue.side == Cue::Side::kAfter && !after) return false;
    switch (cue.reach) {
      case Cue::Reach::kAdjacent:
        return before ? draft.trigger.begin - EndOfPhraseBehind(hit, draft) <= kAdjacent
                      : hit.clause == draft.clause && hit.span.begin - EndBefore(hit, draft) <= kAdjacent;
      case Cue::Reach::kClause:
        return hit.clause == draft.clause && NothingBetween(hit, draft, before);
      case Cue::Reach::kSentence:
        return SameSegment(hit, draft) && (before || NothingBetween(hit, draft, false));
      case Cue::Reach::kNext:
        if (hit.clause == draft.clause) return NothingBetween(hit, draft, before);
        return after && !LooksAhead(hit) && NothingBetween(hit, draft, false);
    }
    return false;
  }

  // 没有|与听雨科技|合作: where the prepositional phrase ends that stands between a cue and its verb.
  int EndOfPhraseBehind(const CueHit& hit, const EventDraft& draft) const {
    const int begin = hit.span.end;
    const auto preposition =
        std::partition_point(document_.prepositions.begin(), document_.prepositions.end(),
                             [begin](const PrepositionHit& each) { return each.span.begin < begin; });
    if (preposition == document_.prepositions.end() || preposition->span.begin != begin) return begin;
    const auto governed =
        std::find_if(draft.arguments.begin(), draft.arguments.end(), [&](const ArgumentDraft& argument) {
          return argument.span.begin == preposition->span.end && argument.span.end <= draft.trigger.begin;
        });
    return governed == draft.arguments.end() ? begin : governed->span.end;
  }

  // Where the event ends that a cue behind is about: 收购|北港智能|的可能性 is about the verb with its
  // object.
  int EndBefore(const CueHit& hit, const EventDraft& draft) const {
    int end = draft.trigger.end;
    const bool idea = hit.cue->kind == Cue::Kind::kPlanned && document_.text.chars[hit.span.begin] == U'的' &&
                      !IsCarriedOut(draft);
    if (!idea && hit.cue->kind != Cue::Kind::kFailed) return end;
    for (const ArgumentDraft& argument : draft.arguments) {
      const bool object = argument.span.begin >= draft.trigger.end && argument.span.end == hit.span.begin;
      if (object && document_.ClauseSpan(draft.clause).Contains(argument.span)) end = argument.span.end;
    }
    return end;
  }

  // 启动了|裁员3000人|的计划
  bool IsCarriedOut(const EventDraft& draft) const {
    constexpr int kReach = 12;
    const int clause = document_.ClauseSpan(draft.clause).begin, end = draft.trigger.begin;
    const Span before{std::min(end, std::max(clause, end - kReach)), end};
    return document_.classes->AnyIn(WordClass::kCarriesOut, document_.View(before));
  }

  // One sentence, and no semicolon between.
  bool SameSegment(const CueHit& hit, const EventDraft& draft) const {
    if (document_.SentenceOf(hit.clause) != document_.SentenceOf(draft.clause)) return false;
    const Span between{std::min(hit.span.end, draft.trigger.end),
                       std::max(hit.span.begin, draft.trigger.begin)};
    return between.empty() || document_.View(between).find(U';') == std::u32string_view::npos;
  }

  // A cue that looks back belongs to the last event before it; one that looks ahead reaches over all in its
  // clause but what stands in a relative clause.
  bool NothingBetween(const CueHit& hit, const EventDraft& draft, bool before) const {
    if (!before) return NothingToldBetween(draft.trigger.end, hit.span.begin, &draft);
    const auto& triggers = document_.triggers;
    for (size_t i = FirstTriggerFrom(hit.span.end);
         i < triggers.size() && triggers[i].word.end <= draft.trigger.begin; ++i) {
      const std::u32string_view rest = document_.View({triggers[i].word.end, draft.trigger.begin});
      if (rest.find(U'的') != std::u32string_view::npos) return false;
    }
    return true;
  }

  // No other event between two positions. What somebody says is none (对方回应称，已婉拒), nor is the post
  // that comes with a move (加盟X|任CEO|一事).
  bool NothingToldBetween(int from, int to, const EventDraft* draft = nullptr) const {
    const auto& triggers = document_.triggers;
    for (size_t i = FirstTriggerFrom(from); i < triggers.size() && triggers[i].word.end <= to; ++i) {
      if (tells_[i] != nullptr && !(draft != nullptr && IsPostOf(*tells_[i], *draft))) return false;
    }
    return true;
  }

  static bool IsPostOf(const EventDraft& post, const EventDraft& move) {
    return post.type == v1::EVENT_TYPE_APPOINT && post.clause == move.clause &&
           move.Entity(v1::ROLE_PERSON) >= 0 && post.Has(v1::ROLE_PERSON, move.Entity(v1::ROLE_PERSON));
  }

  size_t FirstTriggerFrom(int position) const {
    const auto& triggers = document_.triggers;
    return std::lower_bound(triggers.begin(), triggers.end(), position,
                            [](const TriggerHit& t, int p) { return t.word.begin < p; }) -
           triggers.begin();
  }

  const Document& document_;
  const std::vector<CueHit>& hits_;
  const Sources sources_;
  std::vector<const EventDraft*> tells_;  // by trigger: an event that was made of it, or null
};

}  // namespace

void ApplyCues(const Document& document, const std::vector<Attribution>& told,
               std::vector<EventDraft>& drafts) {
  const CueReader reader(document, told, drafts);
  for (EventDraft& draft : drafts) reader.Apply(draft);
  ExtendPlans(document, drafts);
}

}  // namespace annals
