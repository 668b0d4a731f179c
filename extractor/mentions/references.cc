#include "extractor/mentions/references.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/utf8.h"
#include "extractor/mentions/characters.h"
#include "extractor/mentions/generic_nouns.h"
#include "extractor/mentions/namings.h"
#include "extractor/mentions/reference_words.h"
#include "extractor/mentions/title_holders.h"

namespace annals {
namespace {

constexpr int kMemory = 24;           // mentions remembered
constexpr int kSentencesBack = 3;     // further away an antecedent is guesswork
constexpr int kListReach = 60;        // characters between the first and the last member of a list
constexpr int kUnnamedBack = 2;       // sentences from somebody unnamed to 该人士
constexpr int kLongestModifier = 12;  // characters
constexpr int kUnnamedReach = 120;    // and characters
constexpr int kSettled = 2;           // times that somebody is called 他 to each time of 她
constexpr int kTopicSentences = 12;   // but a topic (公司) lasts longer

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<HeldTitle>& held,
           const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus,
           std::vector<Mention>* mentions)
      : reading_(reading),
        structure_(reading.context.structure),
        entities_(entities),
        focus_(focus),
        mentions_(*mentions),
        holders_(reading, held, focus, *mentions) {
    for (const Token& token : reading.tokens) {
      if (token.nominal != nullptr) nominal_at_[token.span.begin] = token.nominal;
    }
  }

  void Resolve() {
    ResolveAll();
    // Who is he and who is she shows only by the whole text.
    if (!SettleCalled()) return;
    seen_.clear();
    had_head_ = false;
    seen_end_ = 0;
    ResolveAll();
  }

 private:
  // Keeps those that the text calls one way, and more than once; whether it calls people both ways.
  bool SettleCalled() {
    bool both[2] = {false, false};
    for (const auto& [entity, times] : times_called_) {
      for (const int way : {0, 1}) {
        both[way] |= times[way] > 0;
        if (times[way] >= kSettled * std::max(times[1 - way], 1)) called_[entity] = way == 0 ? U'他' : U'她';
      }
    }
    return both[0] && both[1] && !called_.empty();
  }

  void ResolveAll() {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      Mention& mention = mentions_[i];
      if (mention.kind == Mention::Kind::kTitle) {
        mention.entity = holders_.HolderOf(mention);
        if (mention.entity < 0 && IsPointedAt(mention)) PointBack(mention);
      } else if (mention.kind != Mention::Kind::kName) {
        pronoun_ = PersonalPronoun(mention);
        mention.entity = Antecedent(mention);
        if (pronoun_ != 0 && mention.entity >= 0) ++times_called_[mention.entity][pronoun_ == U'她'];
        pronoun_ = 0;
        if (mention.plural) mention.group = Group(i);
      }
      if (mention.entity >= 0 && !NamesSource(reading_, mention)) Remember(mention);
    }
  }

  struct Seen {
    int entity;
    EntityType type;
    int clause;
    int sentence;
    bool subject;
    bool head;
    bool acted_on = false;  // stands right behind a verb
  };

  void Remember(const Mention& mention) {
    const int clause = structure_.ClauseAt(mention.span.begin);
    Seen seen{mention.entity, entities_[mention.entity].type,
              clause,         structure_.SentenceAt(mention.span.begin),
              false,          mention.head};
    const bool first = seen_.empty() || seen_.back().clause != clause || !had_head_;
    seen.subject = mention.head && clause >= 0 &&
                   ((first && !FollowsPreposition(reading_, mention) && !IsDoerOfPassive(mention) &&
                     !FollowsWall(reading_, mention, clause) && !FollowsGovernedModifier(mention) &&
                     !IsRelativeOfSubject(mention) && !SaysWhoseKin(reading_, mention) &&
                     !FollowsBa(reading_, mention, structure_.clauses[clause].span)) ||
                    EndsCleft(mention));
    seen.acted_on = clause >= 0 && FollowsWall(reading_, mention, clause);
    had_head_ = seen.subject || (!seen_.empty() && seen_.back().clause == clause && had_head_);
    seen_.push_back(seen);
    seen_end_ = mention.span.end;
    if (seen_.size() > kMemory) seen_.erase(seen_.begin());
  }

  // 创办了星焰动力,|这家新公司: right behind the comma after a name.
  bool ContinuesLast(const Mention& mention) const {
    if (seen_.empty() || !mention.types.Has(seen_.back().type) || !seen_.back().head) return false;
    const std::u32string_view between = reading_.View({seen_end_, std::max(seen_end_, mention.span.begin)});
    return between == U"," || between == U"”," || between == U"》,";
  }

  // 推出动画片《小城灯火》。|该片…: of things the last sentence that has any decides, there the subject
  // before others.
  int LastThing(int sentence) const {
    for (int back = 0; back <= kSentencesBack; ++back) {
      for (const bool subjects : {true, false}) {
        const int last = Last(EntityType::kProduct, sentence, back, subjects, 0, -1);
        if (last >= 0) return last;
      }
    }
    return -1;
  }

  // 宋亦楠|飞来，想说服|他: who acts on somebody is somebody else. -1: nobody, or the words turn round
  // (接替|他|出任总裁的是X).
  int ActorOn(const Mention& mention) const {
    const int clause = structure_.ClauseAt(mention.span.begin);
    const bool it = reading_.View(mention.span) == U"它";
    if (!it && PersonalPronoun(mention) == 0) return -1;
    if (clause < 0 || seen_.empty() || !FollowsWall(reading_, mention, clause)) return -1;
    const Span rest{mention.span.end, std::max(mention.span.end, structure_.clauses[clause].span.end)};
    if (reading_.View(rest).find(U'的') != std::u32string_view::npos) return -1;
    for (size_t i = seen_.size(); i-- > 0;) {
      const Seen& seen = seen_[i];
      if (seen.sentence != structure_.clauses[clause].sentence || seen.clause + 1 < clause) return -1;
      if (seen.subject) return seen.entity;
    }
    return -1;
  }

  // 当问题抛给X时,|它|回答: what a clause that only says when has just named.
  bool FollowsTimeClause(const Mention& mention) const {
    const int begin = mention.span.begin;
    return begin >= 2 && reading_.View(mention.span) == U"它" && reading_.View({begin - 2, begin}) == U"时,";
  }

  // 引进了|林知远，由|她|接替…: whom the clause before acts on; -1: nobody.
  int BroughtBefore(const Mention& mention) const {
    if (PersonalPronoun(mention) == 0 || mention.span.begin == 0 || seen_.empty()) return -1;
    const int clause = structure_.ClauseAt(mention.span.begin);
    const Seen& last = seen_.back();
    const bool by = reading_.chars()[mention.span.begin - 1] == U'由';
    const bool object =
        last.type == EntityType::kPerson && last.acted_on && last.head && last.clause + 1 == clause;
    return by && object && last.sentence == structure_.SentenceAt(mention.span.begin) ? last.entity : -1;
  }

  // 他 or 她; 0: neither.
  char32_t PersonalPronoun(const Mention& mention) const {
    const char32_t first = reading_.chars()[mention.span.begin];
    return !mention.plural && (first == U'他' || first == U'她') ? first : 0;
  }

  // 她, of whom the text has said 他.
  bool IsCalledOtherwise(int entity) const {
    const auto called = called_.find(entity);
    return pronoun_ != 0 && called != called_.end() && called->second != pronoun_;
  }

  // 接棒的是|前财务总监林知远。 Whom a sentence introduces last, the next one speaks of.
  bool EndsCleft(const Mention& mention) const {
    const int begin = mention.chain.empty() ? mention.span.begin : mention.chain.begin;
    const std::u32string& chars = reading_.chars();
    return begin >= 2 && chars[begin - 1] == U'是' && chars[begin - 2] == U'的';
  }

  // 获|林知远|提拔: nobody else's subject.
  bool IsDoerOfPassive(const Mention& mention) const {
    const int before = (mention.chain.empty() ? mention.span.begin : mention.chain.begin) - 1;
    return before >= 0 && (reading_.chars()[before] == U'获' || reading_.chars()[before] == U'遭');
  }

  // X毕业于…,导师是|Y: the text goes on about X.
  bool IsRelativeOfSubject(const Mention& mention) const {
    const int begin = mention.chain.empty() ? mention.span.begin : mention.chain.begin;
    const int sentence = structure_.SentenceAt(begin), clause = structure_.ClauseAt(begin);
    const bool told = std::any_of(seen_.begin(), seen_.end(), [&](const Seen& seen) {
      return seen.subject && seen.sentence == sentence && seen.clause < clause &&
             seen.type == EntityType::kPerson;
    });
    if (!told || clause < 0) return false;
    const int first = structure_.clauses[clause].span.begin;
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [first](const PhraseHit& each) { return each.span.begin < first; });
    for (; hit != reading_.phrases.end() && hit->span.end < begin; ++hit) {
      const bool copula =
          std::u32string_view(U"是为系").find(reading_.chars()[hit->span.end]) != std::u32string_view::npos;
      if (copula && IsOfKin(hit->phrase->role)) return begin - hit->span.end <= kLongestModifier;
    }
    return false;
  }
  // 与|飞行员出身的|岳振东: a preposition before the words that describe a head, with no name between.
  bool FollowsGovernedModifier(const Mention& mention) const {
    const std::u32string& chars = reading_.chars();
    const int end = mention.chain.begin - 1;
    if (end < 0 || chars[end] != U'的') return false;
    for (int i = end - 1; i >= std::max(0, end - kLongestModifier); --i) {
      if (std::u32string_view(U",。;:!?").find(chars[i]) != std::u32string_view::npos) return false;
      if (!seen_.empty() && seen_end_ > i) return false;
      const Vocabulary::Word* word = reading_.Word({i, i + 1});
      if (word != nullptr && word->tag == 'p') return true;
    }
    return false;
  }

  // The last one that fits; `skip` of them are passed over first, and one entity counts once.
  int Last(TypeSet types, int sentence, int reach, bool subjects_only, int skip, int except) const {
    std::vector<int> passed;
    int aside = -1;  // 真格基金投了云岚的种子轮，|它|次年…: who invests, should nothing else fit
    for (size_t i = seen_.size(); i-- > 0;) {
      const Seen& seen = seen_[i];
      if (sentence - seen.sentence > reach) break;
      if (!types.Has(seen.type) || !seen.head || (subjects_only && !seen.subject) || seen.entity == except ||
          IsCalledOtherwise(seen.entity))
        continue;
      if (std::find(passed.begin(), passed.end(), seen.entity) != passed.end()) continue;
      const bool invests = subjects_only && focus_.InvestsOnly(seen.entity);
      if (invests && aside < 0) aside = seen.entity;
      if (invests || (aside >= 0 && seen.type != EntityType::kOrganization)) continue;
      if (static_cast<int>(passed.size()) == skip) return seen.entity;
      passed.push_back(seen.entity);
    }
    return aside;
  }

  // 他, 它: whom the text goes on about.
  int LastSubject(const Mention& mention, int sentence) const {
    const TypeSet types = mention.types;
    const int actor = ActorOn(mention);
    if (FollowsTimeClause(mention)) {
      const int near = Last(types, sentence, 0, false, 0, actor);
      if (near >= 0) return near;
    }
    if (const int brought = BroughtBefore(mention); brought >= 0) return brought;
    // 市里找|林知远|谈话，想调|他|去…: whom the sentence has named.
    const int named =
        actor >= 0 && types.Only(EntityType::kPerson) ? Last(types, sentence, 0, false, 0, actor) : -1;
    if (named >= 0) return named;
    const int subject = Last(types, sentence, kSentencesBack, true, 0, actor);
    return subject >= 0 ? subject : Last(types, sentence, kSentencesBack, false, 0, actor);
  }

  // 该公司, 这家新公司, 该片: the last of that kind.
  int LastOfKind(const Mention& mention, int sentence) const {
    const TypeSet types = mention.types;
    const bool person = types.Has(EntityType::kPerson);
    if (person && IsSomebodyUnnamed(mention)) return -1;
    if (ContinuesLast(mention)) return seen_.back().entity;
    if (types.Only(EntityType::kProduct)) return LastThing(sentence);
    const int last = Last(types, sentence, kSentencesBack, !person, 0, -1);
    if (last >= 0) return last;
    const int any = Last(types, sentence, kSentencesBack, false, 0, -1);
    return any < 0 && types.Only(EntityType::kOrganization) ? focus_.At(mention.span.begin, structure_) : any;
  }

  int Antecedent(const Mention& mention) {
    auto nominal = nominal_at_.find(mention.span.begin);
    if (nominal == nominal_at_.end() || mention.plural) return -1;
    const int sentence = structure_.SentenceAt(mention.span.begin);
    const TypeSet types = mention.types;
    if (const int called = CalledSo(mention); called >= 0) return called;
    switch (nominal->second->reach) {
      case Phrase::Reach::kSubject:
        return LastSubject(mention, sentence);
      case Phrase::Reach::kOther:
        return Last(types, sentence, 1, false, 0, Last(types, sentence, 1, true, 0, -1));
      case Phrase::Reach::kFormer:
        pair_sentence_ = sentence;
        latter_ = Last(TypeOfPair(types), sentence, 1, false, 0, -1);
        return Last(TypeOfPair(types), sentence, 1, false, 1, -1);
      case Phrase::Reach::kLatter:
        // 前者去了X，|后者|去了Y: of the same two.
        if (pair_sentence_ == sentence && latter_ >= 0) return latter_;
        return Last(TypeOfPair(types), sentence, 1, false, 0, -1);
      case Phrase::Reach::kDefinite:
        return LastOfKind(mention, sentence);
      case Phrase::Reach::kBare:
        return PointsToNone(reading_, mention) ? -1 : Bare(types, mention.span.begin);
      default:
        return -1;
    }
  }

  // 有投资人认为…。该投资人说: somebody nobody named was called so just before.
  bool IsSomebodyUnnamed(const Mention& mention) const {
    const std::u32string_view noun = NounOf(reading_, mention);
    const int sentence = std::max(0, structure_.SentenceAt(mention.span.begin) - kUnnamedBack);
    const int begin = std::max(structure_.sentences[sentence].span.begin, mention.span.begin - kUnnamedReach);
    const size_t found = reading_.View({begin, std::max(begin, mention.span.begin)}).rfind(noun);
    if (found == std::u32string_view::npos || noun.size() == reading_.View(mention.span).size()) return false;
    const int at = begin + static_cast<int>(found);
    auto next = std::partition_point(mentions_.begin(), mentions_.end(),
                                     [begin](const Mention& m) { return m.span.begin < begin; });
    for (; next != mentions_.end() && next->span.begin < mention.span.begin; ++next) {
      const bool named = next->kind == Mention::Kind::kName;
      if (named && next->chain.begin <= at && at < next->chain.end) return false;
    }
    return true;
  }

  // 俱乐部, 该银行: the last organisation whose name ends with the same noun, named before; -1: none does.
  // 公司 ends too many names.
  int CalledSo(const Mention& mention) const {
    constexpr size_t kShortest = 2;
    constexpr std::u32string_view kCommon[] = {U"公司", U"集团", U"企业", U"机构", U"组织", U"品牌"};
    if (mention.kind != Mention::Kind::kNominal || !mention.types.Only(EntityType::kOrganization)) return -1;
    const std::u32string_view noun = NounOf(reading_, mention);
    if (noun.size() < kShortest) return CalledInShort(mention, noun);
    if (std::find(std::begin(kCommon), std::end(kCommon), noun) != std::end(kCommon)) return -1;
    const std::string ending = EncodeUtf8(noun);
    for (size_t i = seen_.size(); i-- > 0;) {
      const DocumentEntity& entity = entities_[seen_[i].entity];
      if (entity.type == EntityType::kOrganization && entity.name.size() > ending.size() &&
          entity.name.ends_with(ending))
        return seen_[i].entity;
    }
    return Only(ending);
  }

  // 该院: the hospital that the text is about, before one that was only named.
  int CalledInShort(const Mention& mention, std::u32string_view noun) const {
    static constexpr std::u32string_view kNouns = U"院行社馆台";
    if (noun.size() != 1 || kNouns.find(noun.front()) == kNouns.npos) return -1;
    const int focus = focus_.At(mention.span.begin, structure_);
    return focus >= 0 && entities_[focus].name.ends_with(EncodeUtf8(noun)) ? focus : -1;
  }

  // The one organisation of the text whose name ends so; -1: there is none, or more.
  int Only(const std::string& ending) const {
    int only = -1;
    for (size_t i = 0; i < entities_.size(); ++i) {
      const DocumentEntity& entity = entities_[i];
      if (entity.type != EntityType::kOrganization || entity.name.size() <= ending.size() ||
          !entity.name.ends_with(ending))
        continue;
      if (only >= 0) return -1;
      only = static_cast<int>(i);
    }
    return only;
  }

  // 双方, 两人, 他们: the last list of that many; for a number also the last ones spoken of.
  std::vector<int> Group(size_t index) const {
    const Mention& mention = mentions_[index];
    const auto nominal = nominal_at_.find(mention.span.begin);
    if (nominal == nominal_at_.end() || nominal->second->reach != Phrase::Reach::kGroup) return {};
    const size_t count = MembersOf(reading_.View(mention.span));
    const int sentence = structure_.SentenceAt(mention.span.begin);
    if (std::vector<int> named = OfSentence(mention, count); !named.empty()) return named;
    std::vector<int> list = LastList(index, count, sentence);
    return list.empty() && count >= 2 ? LastDistinct(mention.types, count, sentence) : list;
  }

  std::vector<int> LastList(size_t index, size_t count, int sentence) const {
    const TypeSet types = mentions_[index].types;
    for (size_t i = index; i-- > 0;) {
      const Mention& last = mentions_[i];
      if (sentence - structure_.SentenceAt(last.span.begin) > kSentencesBack) break;
      if (last.list < 0 || last.kind != Mention::Kind::kName) continue;
      std::vector<int> members;
      for (size_t j = i + 1; j-- > 0 && mentions_[i].span.begin - mentions_[j].span.begin < kListReach;) {
        const Mention& member = mentions_[j];
        if (member.list != last.list || member.entity < 0 || !types.Has(entities_[member.entity].type))
          continue;
        members.insert(members.begin(), member.entity);
      }
      if (members.size() >= 2 && (count == 0 || members.size() == count)) return members;
    }
    return {};
  }

  // 宋亦楠是林知远的师弟,|二人…: all people of whom the sentence has spoken, where they are as many as said.
  std::vector<int> OfSentence(const Mention& mention, size_t count) const {
    if (count < 2 || !mention.types.Only(EntityType::kPerson)) return {};
    std::vector<int> members;
    for (const Seen& seen : seen_) {
      if (seen.sentence != structure_.SentenceAt(mention.span.begin) || seen.type != EntityType::kPerson)
        continue;
      if (std::find(members.begin(), members.end(), seen.entity) == members.end())
        members.push_back(seen.entity);
    }
    return members.size() == count ? members : std::vector<int>();
  }

  // The last `count` entities of one type, in the order of the text; none where there are fewer.
  std::vector<int> LastDistinct(TypeSet types, size_t count, int sentence) const {
    for (const EntityType type : {EntityType::kOrganization, EntityType::kPerson}) {
      if (!types.Has(type)) continue;
      std::vector<int> members;
      for (size_t i = seen_.size(); i-- > 0 && members.size() < count;) {
        const Seen& seen = seen_[i];
        if (sentence - seen.sentence > 1) break;
        if (seen.type != type || std::find(members.begin(), members.end(), seen.entity) != members.end())
          continue;
        members.insert(members.begin(), seen.entity);
      }
      if (members.size() == count) return members;
    }
    return {};
  }

  // 公司: the organisation in focus; what else it may be was named lately.
  int Bare(TypeSet types, int position) const {
    const int focus = types.Has(EntityType::kOrganization) ? focus_.At(position, structure_) : -1;
    if (focus >= 0) return focus;
    const int sentence = structure_.SentenceAt(position);
    const int subject = Last(types, sentence, kSentencesBack, true, 0, -1);
    return subject >= 0 ? subject : Last(types, sentence, kTopicSentences, false, 0, -1);
  }

  // 前者 and 后者 are two of one kind: the kind of the nearest mention.
  TypeSet TypeOfPair(TypeSet types) const {
    for (size_t i = seen_.size(); i-- > 0;) {
      if (types.Has(seen_[i].type) && seen_[i].head) return seen_[i].type;
    }
    return types;
  }

  // 这位|清华大学教授, 这名刚满37岁的|工程师
  bool IsPointedAt(const Mention& mention) const {
    const int begin = mention.chain.empty() ? mention.span.begin : mention.chain.begin;
    auto hit = std::partition_point(
        reading_.phrases.begin(), reading_.phrases.end(),
        [&](const PhraseHit& each) { return each.span.begin < begin - kLongestModifier; });
    for (; hit != reading_.phrases.end() && hit->span.begin < begin; ++hit) {
      if (hit->phrase->role != Phrase::Role::kPersonOpening || hit->span.end > begin) continue;
      const std::u32string_view between = reading_.View({hit->span.end, begin});
      if (between.empty()) return true;
      if (between.back() == U'的' && std::all_of(between.begin(), between.end(), IsOfWord)) return true;
    }
    return false;
  }

  static bool IsOfWord(char32_t c) { return IsHan(c) || IsLatin(c) || IsDigit(c); }

  // What such a person is called is what they are, and no post that they come to or give up.
  void PointBack(Mention& mention) const {
    if (IsSomebodyUnnamed(mention)) return;
    const int sentence = structure_.SentenceAt(mention.span.begin);
    mention.entity = Last(EntityType::kPerson, sentence, kSentencesBack, true, 0, -1);
    if (mention.entity < 0)
      mention.entity = Last(EntityType::kPerson, sentence, kSentencesBack, false, 0, -1);
    if (mention.entity >= 0) mention.title = {};
  }

  const Reading& reading_;
  const Structure& structure_;
  const std::vector<DocumentEntity>& entities_;
  const OrganizationFocus& focus_;
  std::vector<Mention>& mentions_;
  const TitleHolders holders_;
  std::unordered_map<int, const Phrase*> nominal_at_;
  std::vector<Seen> seen_;
  bool had_head_ = false;
  int pair_sentence_ = -1, latter_ = -1;                      // of the last 前者, and who was the other
  char32_t pronoun_ = 0;                                      // that is being resolved
  std::unordered_map<int, std::array<int, 2>> times_called_;  // by entity: 他, 她
  std::unordered_map<int, char32_t> called_;                  // by entity: which, where that is settled
  int seen_end_ = 0;                                          // of the last mention remembered
};

}  // namespace

void ResolveReferences(const Reading& reading, const std::vector<HeldTitle>& held,
                       const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus,
                       std::vector<Mention>* mentions) {
  Resolver(reading, held, entities, focus, mentions).Resolve();
}

}  // namespace annals
