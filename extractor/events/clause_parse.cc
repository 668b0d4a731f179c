#include "extractor/events/clause_parse.h"

#include <algorithm>
#include <span>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

// Between a preposition and the noun phrase it governs at most a short modifier stands.
constexpr int kMaxModifier = 10;

// 重组|其|应用团队: before a noun phrase 其 says whose; before a verb it is the subject.
bool SaysWhose(const Document& document, Span phrase) {
  if (document.View(phrase) != U"其") return false;
  const Mention* next = document.MentionFrom(phrase.end);
  if (next == nullptr) return false;
  const int begin = next->chain.empty() ? next->span.begin : std::min(next->span.begin, next->chain.begin);
  return begin == phrase.end;
}

bool IsPossessive(const Document& document, const Mention& head, Span phrase) {
  const std::u32string& chars = document.text.chars;
  std::u32string_view behind = std::u32string_view(chars).substr(std::min<size_t>(phrase.end, chars.size()));
  // “岚脑”|的AI电视
  const bool thing = head.types.Only(EntityType::kProduct);
  if (thing && (behind.starts_with(U"”的") || behind.starts_with(U"》的"))) behind.remove_prefix(1);
  const bool marked = behind.starts_with(U'的') || behind.starts_with(U"旗下") || behind.starts_with(U"麾下");
  return marked || SaysWhose(document, phrase);
}

// Whether two phrases are one to a preposition: members of a list, or a description and its name
// (把|语音模型|“回声”|开源; but 公司|从|云岚科技|挖来X).
bool Continues(const Document& document, const NounPhrase& first, const NounPhrase& second) {
  const Mention& a = document.mention(first.mention);
  const Mention& b = document.mention(second.mention);
  if (b.list >= 0 && a.list == b.list) return true;
  const bool described = a.kind == Mention::Kind::kNominal && b.kind == Mention::Kind::kName;
  const std::u32string_view between = document.View({first.span.end, second.span.begin});
  return described && (between.empty() || between == U"“" || between == U"《" || between == U" ");
}

// 把|启元光电的|林知远|挖走: whom it is done to, behind whose they are.
bool BelongsTo(const Document& document, const ValencyLexicon& lexicon, const NounPhrase& owner,
               const NounPhrase& person) {
  const auto is_person = [&document](const NounPhrase& phrase) {
    return document.mention(phrase.mention).types.Only(EntityType::kPerson);
  };
  if (owner.preposition < 0 || is_person(owner) || !is_person(person)) return false;
  const PrepositionHit& hit = document.prepositions[owner.preposition];
  return lexicon.prepositions()[hit.preposition].kind == PrepositionKind::kPatient &&
         document.View({owner.span.end, person.span.begin}) == U"的";
}

// 语音识别|公司|Nuance: a description right before a name is a part of its phrase.
bool DescribesNext(const Document& document, size_t index) {
  const std::vector<Mention>& mentions = document.mentions.mentions;
  const Mention& mention = mentions[index];
  if (mention.kind != Mention::Kind::kNominal || !mention.group.empty() || index + 1 >= mentions.size())
    return false;
  const Mention& next = mentions[index + 1];
  const int end = mention.span.end;
  const bool quoted = next.span.begin == end + 1 && document.text.chars[end] == U'“';
  return next.kind == Mention::Kind::kName && (next.span.begin == end || quoted) &&
         mention.types.Has(EntityType::kOrganization) && next.types.Has(EntityType::kOrganization);
}

// 李一帆、向少卿、孙恺|三人: a number right behind a list says how many they are.
bool CountsPrevious(const Document& document, size_t index) {
  const Mention& mention = document.mention(static_cast<int>(index));
  if (index == 0 || mention.kind == Mention::Kind::kName) return false;
  const Mention& last = document.mention(static_cast<int>(index) - 1);
  if (last.kind != Mention::Kind::kName || last.list < 0 || last.span.end != mention.span.begin) return false;
  constexpr std::u32string_view kNumerals = U"两二三四五六七八九十几等";
  return kNumerals.find(document.text.chars[mention.span.begin]) != std::u32string_view::npos &&
         !(last.types & mention.types).empty();
}

// 来自|晨曦智能的工程师林知远|加入X: the preposition is of the company alone, and of the person as a whole
// where the phrase goes on (来自林知远的邀请).
bool ComesFrom(const Document& document, const NounPhrase& phrase) {
  const Mention& head = document.mention(phrase.mention);
  const int begin = phrase.span.begin;
  return head.types.Only(EntityType::kPerson) && head.organization >= 0 && !phrase.possessive && begin >= 2 &&
         document.View({begin - 2, begin}) == U"来自";
}

// 由程一川执导的|《长河》|定档, 自导自演的|《长河》|上映: the preposition belongs to what says which work it
// is.
bool SaysWhich(const Document& document, const ValencyLexicon& lexicon, const NounPhrase& phrase) {
  if (phrase.preposition < 0 || !document.mention(phrase.mention).types.Only(EntityType::kProduct))
    return false;
  const PrepositionHit& hit = document.prepositions[phrase.preposition];
  const PrepositionKind kind = lexicon.prepositions()[hit.preposition].kind;
  std::u32string_view between = document.View({hit.span.end, phrase.span.begin});
  if (between.ends_with(U'《')) between.remove_suffix(1);
  return (kind == PrepositionKind::kAgent || kind == PrepositionKind::kSource) && between.ends_with(U'的');
}

// 云岚科技|在深圳的|研发中心|关闭: where a unit is says which one.
bool IsPlaced(const Document& document, const ValencyLexicon& lexicon, const NounPhrase& phrase) {
  if (phrase.preposition < 0 || !document.mention(phrase.mention).types.Only(EntityType::kUnit)) return false;
  const PrepositionHit& hit = document.prepositions[phrase.preposition];
  return lexicon.prepositions()[hit.preposition].kind == PrepositionKind::kPlace &&
         document.View({hit.span.end, phrase.span.begin}).ends_with(U'的');
}

// 苏白|博士: what somebody is called right behind the name is no phrase of its own.
bool NamesDegree(const Document& document, size_t index) {
  const Mention& mention = document.mention(static_cast<int>(index));
  if (index == 0 || mention.kind == Mention::Kind::kName) return false;
  const Mention& last = document.mention(static_cast<int>(index) - 1);
  return last.kind == Mention::Kind::kName && last.entity >= 0 && last.span.end == mention.span.begin &&
         document.mentions.entities[last.entity].type == EntityType::kPerson &&
         document.classes->AnyOpens(WordClass::kDegree, document.View(mention.span));
}

}  // namespace

ClauseParse::ClauseParse(const Document& document, const ValencyLexicon& lexicon)
    : document_(document),
      lexicon_(lexicon),
      phrases_(document.structure.clauses.size()),
      triggers_(document.structure.clauses.size()) {
  for (size_t i = 0; i < document.triggers.size(); ++i) {
    triggers_[document.triggers[i].clause].push_back(static_cast<int>(i));
  }
  const std::vector<Mention>& mentions = document.mentions.mentions;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.list >= 0) {
      if (mention.list >= static_cast<int>(lists_.size())) lists_.resize(mention.list + 1);
      lists_[mention.list].push_back(static_cast<int>(i));
    }
    const int clause = document.structure.ClauseAt(mention.span.begin);
    if (!mention.head || clause < 0 || DescribesNext(document, i) || CountsPrevious(document, i) ||
        NamesDegree(document, i))
      continue;
    const Span clause_span = document.ClauseSpan(clause);
    Span span = mention.chain.empty() ? mention.span : mention.chain;
    span.begin = std::max(span.begin, std::min(clause_span.begin, mention.span.begin));
    phrases_[clause].push_back({static_cast<int>(i), span, -1,
                                document.structure.QuotationAt(mention.span.begin),
                                IsPossessive(document, mention, span)});
  }
  for (size_t clause = 0; clause < phrases_.size(); ++clause) {
    std::vector<NounPhrase>& phrases = phrases_[clause];
    std::sort(phrases.begin(), phrases.end(),
              [](const NounPhrase& a, const NounPhrase& b) { return a.span.begin < b.span.begin; });
    for (size_t i = 0; i < phrases.size(); ++i) {
      const bool continues = i > 0 && (Continues(document, phrases[i - 1], phrases[i]) ||
                                       BelongsTo(document, lexicon, phrases[i - 1], phrases[i]));
      phrases[i].preposition = continues ? phrases[i - 1].preposition
                                         : FindGovernor(document, static_cast<int>(clause), phrases[i].span);
      if (ComesFrom(document, phrases[i]) || SaysWhich(document, lexicon, phrases[i]) ||
          IsPlaced(document, lexicon, phrases[i]))
        phrases[i].preposition = -1;
    }
  }
}

int ClauseParse::FindGovernor(const Document& document, int clause, Span phrase) const {
  const auto& hits = document.prepositions;
  auto after =
      std::upper_bound(hits.begin(), hits.end(), phrase.begin - 1,
                       [](int position, const PrepositionHit& hit) { return position < hit.span.begin; });
  if (after == hits.begin()) return -1;
  const PrepositionHit& hit = *std::prev(after);
  if (hit.span.end > phrase.begin || phrase.begin - hit.span.end > kMaxModifier) return -1;
  if (hit.span.begin < document.ClauseSpan(clause).begin) return -1;
  const Span between{hit.span.end, phrase.begin};
  // “…一句对不起。”韦志恒说: what is quoted governs nothing outside.
  if (document.View(between).find_first_of(U"“”。!?;") != std::u32string_view::npos) return -1;
  for (const NounPhrase& other : phrases_[clause]) {
    if (other.span.Overlaps(between)) return -1;
  }
  for (const int trigger : triggers_[clause]) {
    const TriggerHit& verb = document.triggers[trigger];
    if (verb.word.Overlaps(between) || (!verb.tail.empty() && verb.tail.Overlaps(between))) return -1;
  }
  if (PassiveEndsBefore(document, clause, hit, phrase) || IsWhereSomebodyWas(hit, phrase)) return -1;
  if (GovernsTime(hit)) return -1;
  return static_cast<int>(std::prev(after) - hits.begin());
}

// 解雇了|被举报的|副总裁高川: with no verb behind the phrase the passive ends with the 的 before it.
bool ClauseParse::PassiveEndsBefore(const Document& document, int clause, const PrepositionHit& hit,
                                    Span phrase) const {
  const Span between{hit.span.end, phrase.begin};
  if (lexicon_.prepositions()[hit.preposition].kind != PrepositionKind::kAgent || between.size() < 3 ||
      document.text.chars[between.end - 1] != U'的')
    return false;
  const std::vector<int>& verbs = triggers_[clause];
  const bool before = std::any_of(verbs.begin(), verbs.end(), [&](int verb) {
    return document.triggers[verb].word.end <= hit.span.begin;
  });
  return before && std::none_of(verbs.begin(), verbs.end(),
                                [&](int verb) { return document.triggers[verb].word.begin >= phrase.end; });
}

// 在云岚科技待了九年的|林知远|加入X: 在 is of the 的-clause that says who is meant.
bool ClauseParse::IsWhereSomebodyWas(const PrepositionHit& hit, Span phrase) const {
  if (lexicon_.prepositions()[hit.preposition].kind != PrepositionKind::kPlace ||
      phrase.begin - hit.span.end < 2 || document_.text.chars[phrase.begin - 1] != U'的')
    return false;
  const std::span<const Mention> mentions = document_.MentionsIn(phrase);
  const auto head = std::find_if(mentions.begin(), mentions.end(), [](const Mention& m) { return m.head; });
  return head != mentions.end() && head->types.Only(EntityType::kPerson);
}

// 于|近日|收到林知远的辞呈: the time is what it governs.
bool ClauseParse::GovernsTime(const PrepositionHit& hit) const {
  if (lexicon_.prepositions()[hit.preposition].kind != PrepositionKind::kPlace) return false;
  const auto next =
      std::partition_point(document_.times.begin(), document_.times.end(),
                           [&hit](const TimeMention& time) { return time.span.begin < hit.span.begin; });
  return next != document_.times.end() && next->span.begin <= hit.span.end;
}

const Preposition* ClauseParse::GovernorOf(const NounPhrase& phrase) const {
  if (phrase.preposition < 0) return nullptr;
  return &lexicon_.prepositions()[document_.prepositions[phrase.preposition].preposition];
}

std::vector<int> ClauseParse::ListMembers(int mention) const {
  const int list = document_.mention(mention).list;
  if (list < 0) return {mention};
  return lists_[list];
}

}  // namespace annals
