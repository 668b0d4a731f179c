#include "extractor/events/statements.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extractor/events/career_line.h"
#include "extractor/events/quoted_words.h"

namespace annals {
namespace {

constexpr int kMaxToQuote = 30;    // from the verb to the quotation behind it
constexpr int kMaxToWord = 10;     // to a word in quotation marks
constexpr int kMaxFromQuote = 24;  // from a quotation to the verb or speaker behind it
constexpr int kMaxQuote = 1000;    // a quotation before its verb
constexpr int kMinClaim = 3;
constexpr int kMinAnswer = 2;           // 回应离职传闻：假的
constexpr int kMaxTopic = 20;           // from the verb to the colon behind its topic
constexpr int kMaxManner = 12;          // a clause that only says how somebody speaks
constexpr int kMaxSpeakerBack = 3;      // clauses from a quotation to whom it is of
constexpr double kCarriedTooFar = 1.3;  // scores of what was carried over from another sentence

class StatementReader {
 public:
  StatementReader(const Document& document, const ClauseParse& parse, const std::vector<Span>& measures,
                  const std::vector<Assignment>& assignments)
      : document_(document),
        parse_(parse),
        measures_(measures),
        assignments_(assignments),
        taken_(document.structure.quotations.size(), 0) {}

  Statements Read() {
    for (size_t hit = 0; hit < document_.triggers.size(); ++hit) ReadVerb(static_cast<int>(hit));
    ReadBareQuotations();
    ReadHeadlines();
    std::stable_sort(
        result_.drafts.begin(), result_.drafts.end(),
        [](const EventDraft& a, const EventDraft& b) { return a.trigger.begin < b.trigger.begin; });
    return std::move(result_);
  }

 private:
  bool IsVerb(size_t hit) const {
    const Trigger* trigger = assignments_[hit].trigger;
    return trigger != nullptr && trigger->type == v1::EVENT_TYPE_STATEMENT;
  }

  bool InSpeech(int position) const {
    for (int q = document_.structure.QuotationAt(position); q >= 0;
         q = document_.structure.quotations[q].parent) {
      if (document_.structure.quotations[q].kind == Quotation::Kind::kSpeech || taken_[q]) return true;
    }
    return false;
  }

  const Sentence& SentenceAround(int hit) const {
    return document_.structure.sentences[document_.SentenceOf(document_.triggers[hit].clause)];
  }

  void ReadVerb(int hit) {
    if (!IsVerb(hit) || InSpeech(document_.triggers[hit].word.begin)) return;
    const Assignment& assignment = assignments_[hit];
    const Filler* speaker = assignment.Find(v1::ROLE_SPEAKER);
    if (speaker == nullptr || assignment.own_subject) return;
    const Mention& mention = document_.mention(speaker->mention);
    if (mention.entity < 0 || document_.triggers[hit].word.begin < claimed_to_) return;
    // 用X的话说: a company in that place is where facts come from, a person speaks.
    const bool person = document_.mentions.entities[mention.entity].type == EntityType::kPerson;
    const bool source = assignment.trigger->frame->name == "according" && !person;
    if (source || document_.is_source[mention.entity]) {
      if (assignment.carried_subject) return;
      Attribute(hit, mention.entity);
      // 按阿里自己的说法: it says so of what follows.
      if (source) result_.attributions.back().scope.begin = document_.triggers[hit].word.begin;
      return;
    }
    EventDraft draft = DraftFor(hit);
    // 被上交所公开谴责后停职: what is done to somebody quotes nothing without quotation marks.
    const bool plain = (speaker->score >= kCarriedTooFar || PointsToSpeaker(hit)) && !assignment.passive;
    if (AddQuotations(hit, draft)) {
      result_.drafts.push_back(std::move(draft));
    } else if (plain && MayClaim(hit) && (AddClaim(hit, draft) || AddClaimBefore(hit, draft))) {
      const Span claim = draft.arguments.back().span;
      if (document_.classes->AnyOpens(WordClass::kPerformed, document_.View(claim))) return;
      if (StatesMeasure(claim) && !QuotesClause(claim)) return Attribute(hit, mention.entity);
      result_.drafts.push_back(std::move(draft));
    }
  }

  // 该|负责人称: who spoke last goes on.
  bool PointsToSpeaker(int hit) const {
    const int begin = document_.triggers[hit].word.begin;
    return begin > 0 && document_.text.chars[begin - 1] == U'该';
  }

  EventDraft DraftFor(int hit) const {
    EventDraft draft;
    draft.type = v1::EVENT_TYPE_STATEMENT;
    draft.trigger = document_.triggers[hit].word;
    draft.clause = document_.triggers[hit].clause;
    draft.hit = hit;
    draft.frame = assignments_[hit].trigger->frame->name.c_str();
    for (const Filler& other : assignments_[hit].fillers) {
      const Mention& member = document_.mention(other.mention);
      if (other.role != v1::ROLE_SPEAKER || member.entity < 0 || draft.Has(v1::ROLE_SPEAKER, member.entity))
        continue;
      draft.arguments.push_back(
          {v1::ROLE_SPEAKER, member.entity, member.span, std::nullopt, "", other.score});
    }
    draft.evidence = {SentenceAround(hit).span};
    return draft;
  }

  // The quotations that belong to a verb: behind it, or before it when nothing else took them.
  bool AddQuotations(int hit, EventDraft& draft) {
    const Span verb = document_.triggers[hit].span;
    int reach = verb.end;
    const int next_verb = NextVerb(hit);
    const auto& quotations = document_.structure.quotations;
    bool found = false, split = false;
    for (size_t q = FirstQuotationFrom(verb.begin - kMaxQuote); q < quotations.size(); ++q) {
      const Quotation& quotation = quotations[q];
      if (quotation.outer.begin > reach + kMaxToQuote) break;
      if (taken_[q] || quotation.kind == Quotation::Kind::kTitle || quotation.parent >= 0) continue;
      if (quotation.outer.begin >= next_verb) break;
      const bool speech = quotation.kind == Quotation::Kind::kSpeech;
      const bool inside = document_.triggers[hit].tail.size() > 0 && verb.Contains(quotation.outer);
      const bool whole = speech || (!MayClaim(hit) && EndsSentence(document_, quotation));
      const bool behind = inside || (quotation.outer.begin >= verb.end &&
                                     quotation.outer.begin - reach <= (whole ? kMaxToQuote : kMaxToWord));
      const bool ahead =
          quotation.outer.end <= verb.begin && verb.begin - quotation.outer.end <= kMaxFromQuote &&
          (speech || IsWholeClause(document_, quotation)) && SameParagraph(quotation.outer, verb);
      if ((!behind && !ahead) || IsAsked(document_, quotation)) continue;
      // 宣布将“晴海”卖给X: what is called so, in what is announced.
      const bool plain =
          MayClaim(hit) || document_.classes->AnyIn(WordClass::kPerformed, document_.View(verb));
      if (plain && (IsName(document_, quotation) || (behind && IsTerm(document_, quotation)))) continue;
      if (behind && !speech && IsNameInside(document_, quotation, verb)) continue;
      if (!SameParagraph(quotation.outer, verb) || (behind && IsAnswered(document_, quotation))) continue;
      // “…，”他说，“…”: what goes on behind the verb is the same quote, told by its beginning.
      if (!split) AddQuote(quotation, draft);
      split = split || ahead;
      taken_[q] = 1;
      found = true;
      if (behind) reach = quotation.outer.end;
    }
    return found;
  }

  size_t FirstQuotationFrom(int position) const {
    const auto& quotations = document_.structure.quotations;
    return std::lower_bound(quotations.begin(), quotations.end(), position,
                            [](const Quotation& q, int p) { return q.outer.begin < p; }) -
           quotations.begin();
  }

  bool SameParagraph(Span a, Span b) const {
    const int x = document_.structure.SentenceAt(a.begin), y = document_.structure.SentenceAt(b.begin);
    return x >= 0 && y >= 0 &&
           document_.structure.sentences[x].paragraph == document_.structure.sentences[y].paragraph;
  }

  void AddQuote(const Quotation& quotation, EventDraft& draft) const {
    draft.arguments.push_back({v1::ROLE_QUOTE, -1, quotation.inner, std::nullopt, "", 1.0});
  }

  int NextVerb(int hit) const {
    for (size_t next = hit + 1; next < document_.triggers.size(); ++next) {
      if (!IsVerb(next) || InSpeech(document_.triggers[next].word.begin) || IsSaid(next, hit)) continue;
      if (IsQuoted(next, hit)) continue;
      // 他说，二代机预计年底试车: what is expected in a claim is no claim beside it.
      const bool within = assignments_[next].own_subject || assignments_[next].carried_subject;
      if (within && MayClaim(hit) && !MayClaim(static_cast<int>(next))) continue;
      // 否认上市，她说…: the subject of the next verb is no part of the claim.
      const TriggerHit& verb = document_.triggers[next];
      const bool on = verb.clause != document_.triggers[hit].clause;
      return on ? std::min(verb.word.begin, document_.ClauseSpan(verb.clause).begin) : verb.word.begin;
    }
    return document_.text.size();
  }

  // 表示，“没听说，|不评论|”: words in quotation marks that open behind the verb.
  bool IsQuoted(size_t inner, int hit) const {
    const int quotation = document_.structure.QuotationAt(document_.triggers[inner].word.begin);
    return quotation >= 0 &&
           document_.structure.quotations[quotation].outer.begin >= document_.triggers[hit].span.end;
  }

  // 回击称，|总理|要求…: a verb whose subject is the first word of what another says belongs to the claim.
  bool IsSaid(size_t inner, int hit) const {
    const Span verb = document_.triggers[hit].span, said = document_.triggers[inner].word;
    const Filler* subject = assignments_[inner].Find(v1::ROLE_SPEAKER);
    if (subject == nullptr || !MayClaim(hit)) return false;
    const Mention& mention = document_.mention(subject->mention);
    const Span phrase = mention.chain.empty() ? mention.span : mention.chain;
    if (phrase.begin < verb.end || phrase.end > said.begin) return false;
    const std::u32string_view between = document_.View({verb.end, phrase.begin});
    const std::u32string_view link = document_.View({phrase.end, said.begin});
    if (!std::all_of(between.begin(), between.end(), IsMark) || between.find(U';') != between.npos)
      return false;
    return link.find(U',') == link.npos && !document_.classes->AnyIn(WordClass::kContrast, link);
  }

  // Without quotation marks only a plain verb of saying makes a statement: not a weak one, not a
  // performative.
  bool MayClaim(int hit) const {
    const Trigger& trigger = *assignments_[hit].trigger;
    return (!trigger.weak && !trigger.performative) || ColonBehindTopic(hit) >= 0 || OpensClaim(hit);
  }

  // 林知远|预言，|…: a verb that may be of something else says something where a comma stands behind it and a
  // person right before.
  bool OpensClaim(int hit) const {
    constexpr int kLongestAdverb = 3;
    const TriggerHit& verb = document_.triggers[hit];
    const Filler* speaker = assignments_[hit].Find(v1::ROLE_SPEAKER);
    const std::u32string& text = document_.text.chars;
    if (!assignments_[hit].trigger->weak || assignments_[hit].carried_subject || speaker == nullptr)
      return false;
    if (verb.span.end >= document_.text.size() || text[verb.span.end] != U',') return false;
    const Mention& mention = document_.mention(speaker->mention);
    const int gap = verb.word.begin - mention.span.end;
    return mention.types.Only(EntityType::kPerson) && gap >= 0 && gap <= kLongestAdverb &&
           document_.classes->AnyCloses(WordClass::kClaims, document_.View(verb.word));
  }

  // 董明珠谈孟羽童被开除：…: the colon that ends the clause of the verb, with a topic between; else -1.
  int ColonBehindTopic(int hit) const {
    const Span verb = document_.triggers[hit].span;
    const int end = document_.ClauseSpan(document_.triggers[hit].clause).end;
    const bool colon = end < document_.text.size() && document_.text.chars[end] == U':';
    const bool topic = end - verb.end >= 2 && end - verb.end <= kMaxTopic;
    const bool claim = SentenceAround(hit).span.end - end > kMinAnswer && !BeginsSpeech(end + 1);
    return colon && topic && claim ? end : -1;
  }

  bool StatesMeasure(Span claim) const {
    const auto next = std::lower_bound(measures_.begin(), measures_.end(), claim.begin,
                                       [](Span measure, int position) { return measure.begin < position; });
    return next != measures_.end() && next->end <= claim.end;
  }

  // 认为，市盈率已达28倍，“利好已经反映”: words of the speaker's own in what is claimed.
  bool QuotesClause(Span claim) const {
    const auto& quotations = document_.structure.quotations;
    for (size_t q = FirstQuotationFrom(claim.begin); q < quotations.size(); ++q) {
      if (quotations[q].outer.begin >= claim.end) return false;
      const bool title = quotations[q].kind == Quotation::Kind::kTitle;
      if (!title && IsMark(document_.text.chars[quotations[q].outer.begin - 1]) &&
          quotations[q].inner.size() >= kMinQuotedClause && quotations[q].outer.end + 1 >= claim.end)
        return true;
    }
    return false;
  }

  // What is said without quotation marks: the rest of the sentence.
  bool AddClaim(int hit, EventDraft& draft) {
    const std::u32string& text = document_.text.chars;
    const int colon = ColonBehindTopic(hit);
    int begin = std::max(colon, document_.triggers[hit].span.end);
    int end =
        colon >= 0 ? SentenceAround(hit).span.end : std::min(SentenceAround(hit).span.end, NextVerb(hit));
    while (begin < end && (IsMark(text[begin]) || text[begin] == U'了' || text[begin] == U'道' ||
                           (text[begin] == U'过' && IsMark(text[begin + 1]))))
      ++begin;
    while (end > begin && IsMark(text[end - 1])) --end;
    if (end - begin < (colon >= 0 ? kMinAnswer : kMinClaim) || SaysWhen({begin, end}) ||
        NamesSomebody(document_, {begin, end}))
      return false;
    draft.arguments.push_back({v1::ROLE_QUOTE, -1, {begin, end}, std::nullopt, "", 1.0});
    claimed_to_ = end;
    claims_.push_back({begin, end});
    return true;
  }

  // 回应|传闻时|说: when somebody spoke, and not what.
  bool SaysWhen(Span words) const {
    const bool on = words.end < document_.text.size() && !IsMark(document_.text.chars[words.end]);
    return on && document_.classes->AnyCloses(WordClass::kWhile, document_.View(words));
  }

  // 下半年会回暖，|林知远说。 A verb that ends its sentence, with nothing in its clause but who speaks.
  bool AddClaimBefore(int hit, EventDraft& draft) {
    const std::u32string& text = document_.text.chars;
    const TriggerHit& verb = document_.triggers[hit];
    const Span sentence = SentenceAround(hit).span, clause = document_.ClauseSpan(verb.clause);
    const Filler* speaker = assignments_[hit].Find(v1::ROLE_SPEAKER);
    const Mention& mention = document_.mention(speaker->mention);
    const int begin = mention.chain.empty() ? mention.span.begin : mention.chain.begin;
    if (!mention.types.Only(EntityType::kPerson) ||
        !document_.classes->AnyCloses(WordClass::kSaying, document_.View(verb.word)))
      return false;
    int end = sentence.end;
    while (end > verb.span.end && IsMark(text[end - 1])) --end;
    if (end != verb.span.end || begin != clause.begin || assignments_[hit].carried_subject) return false;
    Span claim{sentence.begin, clause.begin};
    while (claim.end > claim.begin && IsMark(text[claim.end - 1])) --claim.end;
    const bool quotes = document_.View(claim).find(U'“') != std::u32string_view::npos;
    if (claim.size() < kMinQuotedClause || claimed_to_ > claim.begin || quotes) return false;
    draft.arguments.push_back({v1::ROLE_QUOTE, -1, claim, std::nullopt, "", 1.0});
    claimed_to_ = sentence.end;
    claims_.push_back(claim);
    return true;
  }

  // X说，今年不上市，“明年也不”: a part of what is said already.
  bool InClaim(const Quotation& quotation) const {
    return std::any_of(claims_.begin(), claims_.end(),
                       [&](Span claim) { return claim.Contains(quotation.inner); });
  }

  void Attribute(int hit, int entity) {
    const Sentence& sentence = SentenceAround(hit);
    result_.attributions.push_back({entity, sentence.span});
  }

  // Speech that no verb took: …: “…” after its speaker, or “…” X摆摆手.
  void ReadBareQuotations() {
    const auto& quotations = document_.structure.quotations;
    for (size_t q = 0; q < quotations.size(); ++q) {
      const bool speech = quotations[q].kind == Quotation::Kind::kSpeech || EndsWhatWasTold(quotations[q]);
      if (taken_[q] || !speech || quotations[q].parent >= 0) continue;
      if (IsAsked(document_, quotations[q]) || InClaim(quotations[q])) continue;
      const NounPhrase* speaker = SpeakerOf(quotations[q]);
      if (speaker == nullptr) continue;
      const Mention& mention = document_.mention(speaker->mention);
      EventDraft draft;
      draft.type = v1::EVENT_TYPE_STATEMENT;
      draft.trigger = {quotations[q].outer.begin, quotations[q].outer.begin + 1};
      draft.clause = document_.structure.ClauseAt(speaker->span.begin);
      draft.arguments = {{v1::ROLE_SPEAKER, mention.entity, mention.span, std::nullopt, "", 1.0}};
      AddQuote(quotations[q], draft);
      draft.evidence = {{std::min(speaker->span.begin, quotations[q].outer.begin),
                         std::max(speaker->span.end, quotations[q].outer.end)}};
      result_.drafts.push_back(std::move(draft));
    }
  }

  // 星河创始人林知远：未来五年要再造一个星河. The words behind a colon are those of the person before it.
  void ReadHeadlines() {
    const auto& clauses = document_.structure.clauses;
    for (size_t c = 0; c < clauses.size(); ++c) {
      Span words{clauses[c].span.end + 1, document_.structure.sentences[clauses[c].sentence].span.end};
      while (words.end > words.begin && IsMark(document_.text.chars[words.end - 1])) --words.end;
      if (words.size() < kMinClaim || BeginsSpeech(words.begin)) continue;
      const int clause = static_cast<int>(c);
      if (TellsCareer(document_, assignments_, words.begin)) continue;
      const NounPhrase* speaker = WholeClause(clause);
      if (speaker == nullptr) speaker = WhoAnnounces(clause, words);
      if (speaker == nullptr) continue;
      const Mention& mention = document_.mention(speaker->mention);
      if (document_.is_source[mention.entity]) {
        result_.attributions.push_back({mention.entity, words});
        continue;
      }
      AddHeadline(clause, mention, {speaker->span.begin, words.end}, words);
    }
  }

  void AddHeadline(int clause, const Mention& speaker, Span evidence, Span words) {
    EventDraft draft;
    draft.type = v1::EVENT_TYPE_STATEMENT;
    draft.trigger = {words.begin - 1, words.begin};
    draft.clause = clause;
    draft.arguments = {{v1::ROLE_SPEAKER, speaker.entity, speaker.span, std::nullopt, "", 1.0},
                       {v1::ROLE_QUOTE, -1, words, std::nullopt, "", 1.0}};
    draft.evidence = {evidence};
    result_.drafts.push_back(std::move(draft));
  }

  // 林知远宣布退役：这是我的最后一季. The one person of a clause who makes something known, before a colon
  // and words of their own.
  const NounPhrase* WhoAnnounces(int clause, Span words) const {
    const Span span = document_.ClauseSpan(clause);
    if (span.end >= document_.text.size() || document_.text.chars[span.end] != U':') return nullptr;
    if (document_.View(words).find(U'我') == std::u32string_view::npos) return nullptr;
    const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
    if (phrases.size() != 1 || phrases[0].span.begin != span.begin) return nullptr;
    const Mention& mention = document_.mention(phrases[0].mention);
    const bool person = mention.entity >= 0 && mention.kind == Mention::Kind::kName &&
                        document_.mentions.entities[mention.entity].type == EntityType::kPerson;
    const std::u32string_view rest = document_.View({phrases[0].span.end, span.end});
    return person && document_.classes->AnyOpens(WordClass::kPerformed, rest) ? &phrases[0] : nullptr;
  }

  // The person that is all there is in a clause up to a colon, if it is no item of a list of points.
  const NounPhrase* WholeClause(int clause) const {
    const Span span = document_.ClauseSpan(clause);
    const std::u32string& text = document_.text.chars;
    const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
    if (phrases.empty() || span.end >= document_.text.size() || text[span.end] != U':') return nullptr;
    if (phrases.size() > 1 && !IsOfCompany(phrases)) return nullptr;
    const NounPhrase& who = phrases.back();
    const Mention& mention = document_.mention(who.mention);
    const bool person = mention.entity >= 0 && mention.kind == Mention::Kind::kName &&
                        document_.mentions.entities[mention.entity].type == EntityType::kPerson;
    const size_t before = std::u32string_view(text).substr(0, span.begin).find_last_not_of(U' ');
    const bool point = before != std::u32string::npos &&
                       std::u32string_view(U"·•■●▪-*").find(text[before]) != std::u32string_view::npos;
    const bool whole = phrases[0].span.begin == span.begin && who.span.end == span.end;
    return person && !point && whole ? &who : nullptr;
  }

  // 云岚科技|林知远: the company right before the person.
  bool IsOfCompany(const std::vector<NounPhrase>& phrases) const {
    if (phrases.size() != 2 || phrases[0].span.end != phrases[1].span.begin) return false;
    const Mention& company = document_.mention(phrases[0].mention);
    return company.kind == Mention::Kind::kName && company.entity >= 0 &&
           document_.mentions.entities[company.entity].type == EntityType::kOrganization;
  }

  bool BeginsSpeech(int position) const {
    const int inside = document_.structure.QuotationAt(position + 1);
    if (inside < 0) return false;
    const Quotation& quotation = document_.structure.quotations[inside];
    return quotation.outer.begin == position && quotation.kind == Quotation::Kind::kSpeech;
  }

  const NounPhrase* SpeakerOf(const Quotation& quotation) const {
    const std::u32string& text = document_.text.chars;
    const int before = quotation.outer.begin - 1;
    const bool colon = before >= 0 && text[before] == U':';
    if (const NounPhrase* speaker =
            colon ? FirstPersonIn(document_.structure.ClauseAt(before), quotation) : nullptr) {
      return speaker;
    }
    if (const NounPhrase* speaker =
            colon || EndsWhatWasTold(quotation) ? OnlyPersonBefore(quotation) : nullptr)
      return speaker;
    const int after = document_.structure.ClauseAt(quotation.outer.end);
    const NounPhrase* speaker = FirstPersonIn(after, quotation);
    if (speaker == nullptr || speaker->span.begin < quotation.outer.end) return nullptr;
    return speaker->span.begin - quotation.outer.end <= 2 ? speaker : nullptr;
  }

  // …主动请辞，“我不想成为负担”。 The last words of a sentence, and somebody's own.
  bool EndsWhatWasTold(const Quotation& quotation) const {
    const std::u32string& text = document_.text.chars;
    const int before = quotation.outer.begin - 1, after = quotation.outer.end;
    const bool last = after >= document_.text.size() || text[after] == U'。' || text[after] == U'\n';
    return before >= 0 && text[before] == U',' && last && quotation.inner.size() >= kMinQuotedClause &&
           document_.View(quotation.inner).find(U'我') != std::u32string_view::npos;
  }

  // The one person that the clauses up to a quotation name, where the last of them names nobody else and is
  // short or tells what the person did.
  const NounPhrase* OnlyPersonBefore(const Quotation& quotation) const {
    const int last = document_.structure.ClauseAt(quotation.outer.begin - 1);
    if (last < 0) return nullptr;
    const bool manner = document_.text.chars[quotation.outer.begin - 1] == U':';
    if (manner &&
        (document_.ClauseSpan(last).size() > kMaxManner || !parse_.PhrasesOf(last).empty() ||
         document_.classes->AnyIn(WordClass::kOtherSpeaker, document_.View(document_.ClauseSpan(last)))))
      return nullptr;
    const NounPhrase* only = nullptr;
    for (int clause = last; clause >= 0 && clause > last - kMaxSpeakerBack; --clause) {
      if (document_.SentenceOf(clause) != document_.SentenceOf(last)) break;
      for (const NounPhrase& phrase : parse_.PhrasesOf(clause)) {
        const Mention& mention = document_.mention(phrase.mention);
        if (!mention.types.Only(EntityType::kPerson)) continue;
        if (mention.entity < 0) return nullptr;
        if (only != nullptr && document_.mention(only->mention).entity != mention.entity) return nullptr;
        only = &phrase;
      }
    }
    return only;
  }

  const NounPhrase* FirstPersonIn(int clause, const Quotation& quotation) const {
    if (clause < 0) return nullptr;
    for (const NounPhrase& phrase : parse_.PhrasesOf(clause)) {
      const Mention& mention = document_.mention(phrase.mention);
      if (quotation.outer.Overlaps(phrase.span) || mention.entity < 0) continue;
      if (mention.types.Has(EntityType::kPerson) && parse_.GovernorOf(phrase) == nullptr) return &phrase;
    }
    return nullptr;
  }

  const Document& document_;
  const ClauseParse& parse_;
  const std::vector<Span>& measures_;
  const std::vector<Assignment>& assignments_;
  std::vector<char> taken_;
  int claimed_to_ = 0;  // where the last claim without quotation marks ends
  std::vector<Span> claims_;
  Statements result_;
};

}  // namespace

Statements ReadStatements(const Document& document, const ClauseParse& parse,
                          const std::vector<Span>& measures, const std::vector<Assignment>& assignments) {
  return StatementReader(document, parse, measures, assignments).Read();
}

}  // namespace annals
