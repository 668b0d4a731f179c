#include "extractor/events/antecedents.h"

#include <algorithm>

#include "extractor/events/word_classes.h"

namespace annals {
namespace {

constexpr double kCarriedClause = 2.2;
constexpr double kCarriedSentence = 1.2;
constexpr double kPerClause = 0.125;
constexpr double kPerSentence = 0.25;
constexpr int kSentencesBack = 2;
constexpr int kClausesAhead = 2;
constexpr int kMaxClausesBack = 30;

Filler CarriedFiller(const NounPhrase& phrase, double score, const char* reason) {
  return {phrase.mention, v1::ROLE_UNSPECIFIED, score, reason};
}

}  // namespace

struct Antecedents::Wanted {
  const std::vector<SlotRole>& slots;
  const std::vector<int>& except;
};

const SlotRole* MatchSlot(const std::vector<SlotRole>& slots, TypeSet types) {
  for (const SlotRole& slot : slots) {
    if (!(slot.types & types).empty()) return &slot;
  }
  return nullptr;
}

Filler Antecedents::Carry(int clause, const std::vector<SlotRole>& slots,
                          const std::vector<int>& except) const {
  const Wanted wanted{slots, except};
  const Filler near = CarryInSentence(wanted, clause);
  return near.mention >= 0 ? near : CarryFromBefore(wanted, document_.SentenceOf(clause));
}

Filler Antecedents::Ahead(int clause, const std::vector<SlotRole>& slots) const {
  static const auto* none = new std::vector<int>;
  const Wanted wanted{slots, *none};
  const Sentence& here = document_.structure.sentences[document_.SentenceOf(clause)];
  for (int c = clause + 1; c < here.end_clause && c <= clause + kClausesAhead; ++c) {
    const NounPhrase* phrase = FirstFit(wanted, c, false);
    if (phrase != nullptr) return CarriedFiller(*phrase, kCarriedClause, "subject of the clause behind");
    if (!parse_.TriggersOf(c).empty()) break;
  }
  return {};
}

Filler Antecedents::Teased(int clause, const std::vector<SlotRole>& slots) const {
  static const auto* none = new std::vector<int>;
  const auto& sentences = document_.structure.sentences;
  if (document_.SentenceOf(clause) != 0) return {};
  const Filler near = Ahead(clause, slots);
  if (near.mention >= 0 || sentences.size() < 2) return near;
  const char32_t end = document_.text.chars[sentences[0].span.end - 1];
  if ((end != U'?' && end != U'!') || sentences[1].first_clause >= sentences[1].end_clause) return {};
  const NounPhrase* phrase = FirstFit({slots, *none}, sentences[1].first_clause, false);
  return phrase == nullptr ? Filler{}
                           : CarriedFiller(*phrase, kCarriedClause, "subject of the sentence behind");
}

// Subjects stand before the first trigger of their clause; what stands behind it is carried only for want of
// a subject.
const NounPhrase* Antecedents::FirstFit(const Wanted& wanted, int clause, bool objects) const {
  const std::vector<int>& triggers = parse_.TriggersOf(clause);
  const int verb =
      triggers.empty() ? document_.ClauseSpan(clause).end : document_.triggers[triggers.front()].word.begin;
  const NounPhrase* owner = nullptr;  // 她的前任X更短命: whose X it is, should nothing else fit
  const std::vector<NounPhrase>& phrases = parse_.PhrasesOf(clause);
  for (size_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& phrase = phrases[i];
    const Mention& mention = document_.mention(phrase.mention);
    const Preposition* governor = parse_.GovernorOf(phrase);
    if (governor != nullptr && governor->kind != PrepositionKind::kAgent) continue;
    // 由|林知远|任总经理: whom 由 names is no subject of what comes after.
    const bool behind = phrase.span.begin >= verb || governor != nullptr;
    if (objects != behind || mention.entity < 0) continue;
    const bool excepted =
        std::find(wanted.except.begin(), wanted.except.end(), mention.entity) != wanted.except.end();
    if (excepted || document_.is_source[mention.entity]) continue;
    if (MatchSlot(wanted.slots, mention.types) == nullptr) continue;
    if (owner != nullptr && phrase.span.begin - owner->span.end > kMaxModifierGap) return owner;
    // 公司|联合创始人X离开: a description right before a person says whose.
    const bool describes = mention.kind == Mention::Kind::kNominal && i + 1 < phrases.size() &&
                           phrases[i + 1].span.begin == phrase.span.end &&
                           document_.mention(phrases[i + 1].mention).types.Only(EntityType::kPerson);
    if (!phrase.possessive && !describes && !SaysWhere(phrases, i)) return &phrase;
    if (owner == nullptr) owner = &phrase;
  }
  // X的统计显示，…: who counted is not what is told of.
  const bool source = owner != nullptr &&
                      document_.classes->AnyIn(WordClass::kShows, document_.View({owner->span.end, verb}));
  return source ? nullptr : owner;
}

// 东湖高新区|企业|云岚激光登陆科创板: of what is before the word for a company its name is a part.
bool Antecedents::SaysWhere(const std::vector<NounPhrase>& phrases, size_t index) const {
  if (index + 1 >= phrases.size()) return false;
  const Span between{phrases[index].span.end, phrases[index + 1].span.begin};
  constexpr int kLongest = 4;
  return !between.empty() && between.size() <= kLongest &&
         document_.mention(phrases[index + 1].mention).types.Has(EntityType::kOrganization) &&
         document_.classes->AnyCloses(WordClass::kCompany, document_.View(between));
}

Filler Antecedents::CarryInSentence(const Wanted& wanted, int clause) const {
  const Sentence& here = document_.structure.sentences[document_.SentenceOf(clause)];
  for (const bool objects : {false, true}) {
    double score = kCarriedClause - (objects ? kFromObjectSide : 0);
    for (int c = clause - 1; c >= std::max(here.first_clause, clause - kMaxClausesBack);
         --c, score -= kPerClause) {
      if (const NounPhrase* phrase = FirstFit(wanted, c, objects))
        return CarriedFiller(*phrase, score, "carried over in the sentence");
    }
  }
  return {};
}

Filler Antecedents::CarryFromBefore(const Wanted& wanted, int sentence) const {
  const int paragraph = document_.structure.sentences[sentence].paragraph;
  double score = kCarriedSentence;
  for (int s = sentence - 1; s >= 0 && s >= sentence - kSentencesBack; --s, score -= kPerSentence) {
    const Sentence& previous = document_.structure.sentences[s];
    if (previous.paragraph != paragraph) break;
    for (const bool objects : {false, true}) {
      for (int c = previous.first_clause;
           c < std::min(previous.end_clause, previous.first_clause + kMaxClausesBack); ++c) {
        if (const NounPhrase* phrase = FirstFit(wanted, c, objects))
          return CarriedFiller(*phrase, score, "carried over from the sentence before");
      }
    }
  }
  return {};
}

}  // namespace annals
