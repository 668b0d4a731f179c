#include "extractor/mentions/predicates.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/utf8.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

using PredicateWord = NameLexicon::PredicateWord;

constexpr int kRankOfPosts = 3;  // titles above it (工程师) say what somebody is, and not where
constexpr int kRankOfStanding = 4;
constexpr int kLongestLead = 10;    // tokens from the holder to the verb
constexpr int kLongestOpening = 4;  // tokens from the verb to the title
constexpr int kNear = 12;           // characters from the verb to the holder behind it
constexpr int kLongestPlace = 4;    // tokens that say what a place is: 在跨国药企X任Y
constexpr int kLongestList = 60;    // characters
constexpr int kClausesBack = 4;     // to the subject of a clause that names none

// What stands between a holder and a title.
struct Lead {
  int holder = -1;        // a mention
  int organization = -1;  // an entity: 在X任
  bool former = false;
};

class PredicateReader {
 public:
  PredicateReader(const Reading& reading, const std::vector<Mention>& mentions,
                  const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus)
      : reading_(reading), tokens_(reading.tokens), mentions_(mentions), entities_(entities), focus_(focus) {
    for (size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].entity >= 0)
        mention_ending_.insert_or_assign(mentions[i].span.end, static_cast<int>(i));
    }
  }

  std::vector<Apposition> Read() {
    for (const Mention& mention : mentions_) {
      if (mention.kind == Mention::Kind::kTitle && !mention.title.empty()) ReadTitle(mention);
    }
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].title != nullptr) ReadTeaching(static_cast<int>(i));
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Apposition& a, const Apposition& b) {
      return a.evidence.begin < b.evidence.begin;
    });
    return std::move(found_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  bool Is(int i, char32_t c) const {
    return i >= 0 && i < Count() && tokens_[i].span.size() == 1 &&
           reading_.chars()[tokens_[i].span.begin] == c;
  }
  PredicateWord KindOf(int i) const {
    if (i < 0 || i >= Count()) return PredicateWord::kNone;
    return reading_.lexicon.Predicate(reading_.View(tokens_[i].span));
  }
  // 现任
  bool IsCurrent(int i) const {
    return i >= 0 && tokens_[i].modifier != nullptr && tokens_[i].modifier->role == Phrase::Role::kCurrent &&
           KindOf(i) == PredicateWord::kHolds;
  }
  bool IsVerb(int i) const { return KindOf(i) == PredicateWord::kHolds || KindOf(i) == PredicateWord::kHeld; }

  // The token that begins at a position, or Count().
  int TokenAt(int position) const {
    const auto at = std::partition_point(tokens_.begin(), tokens_.end(), [position](const Token& token) {
      return token.span.begin < position;
    });
    return static_cast<int>(at - tokens_.begin());
  }

  bool IsOfType(int mention, EntityType type) const {
    return mention >= 0 && mentions_[mention].entity >= 0 &&
           entities_[mentions_[mention].entity].type == type;
  }
  // The mention of a type whose name ends with a token, or -1.
  int MentionEnding(int token, EntityType type) const {
    if (token < 0) return -1;
    const auto found = mention_ending_.find(tokens_[token].span.end);
    return found != mention_ending_.end() && IsOfType(found->second, type) ? found->second : -1;
  }

  // Walks left from a verb to its subject: adverbs, times and one 在X, a comma right behind the subject. A
  // holder that is known already stands elsewhere.
  bool ReadLead(int verb, Lead& lead) const {
    lead.former = lead.former || KindOf(verb) == PredicateWord::kHeld || FollowsBefore(verb);
    const bool known = lead.holder >= 0;
    int i = verb - 1;
    for (int steps = 0; i >= 0 && steps < kLongestLead; ++steps, --i) {
      if (!known) lead.holder = MentionEnding(IsAddress(i) ? i - 1 : i, EntityType::kPerson);
      if (!known && lead.holder >= 0) return true;
      if (!known && (Is(i, U',') || Is(i, U')'))) {
        lead.holder = PersonBehindMark(i);
        if (lead.holder < 0 && (lead.former || IsCurrent(verb)) && Is(i, U','))
          lead.holder = SubjectBefore(i);
        return lead.holder >= 0;
      }
      if (!PassesAdverb(i, lead) && !PassesPlace(i, lead) && !PassesPostNoun(i)) return known;
    }
    return known;
  }

  // 林知远|博士|现任, 林知远|先生|曾任
  bool IsAddress(int i) const {
    const Phrase* title = i > 0 ? tokens_[i].title : nullptr;
    return title != nullptr && tokens_[i - 1].span.end == tokens_[i].span.begin &&
           (title->role == Phrase::Role::kHonorific || title->role == Phrase::Role::kAcademic ||
            title->role == Phrase::Role::kStudent);
  }

  // X(Leena Farouk), 曾任; X, 曾任.
  int PersonBehindMark(int i) const {
    if (Is(i, U',')) --i;
    if (Is(i, U')')) --i;
    return MentionEnding(i, EntityType::kPerson);
  }

  // 加入Y前,|X是…: what somebody was before the clause before was over when it happened.
  bool FollowsBefore(int verb) const {
    const int clause = ClauseOf(verb);
    const Structure& structure = reading_.context.structure;
    if (clause <= 0 || structure.clauses[clause - 1].sentence != structure.clauses[clause].sentence)
      return false;
    const Span before = structure.clauses[clause - 1].span;
    if (const int alone = TokenAt(before.begin);  // 彼时,|X还是Y的总裁
        alone < Count() && Is(alone + 1, U',') && KindOf(alone) == PredicateWord::kPast)
      return true;
    const int end = std::min(before.end, structure.clauses[clause].span.begin - 1);
    if (end <= before.begin || reading_.chars()[end] != U',' || reading_.chars()[end - 1] != U'前')
      return false;
    // Not 目前 and 此前, which are all that a clause of their own says.
    const int last = TokenAt(end) - 1;
    return last >= 0 && tokens_[last].span.begin > before.begin && KindOf(last) != PredicateWord::kAside;
  }
  int ClauseOf(int token) const { return reading_.context.structure.ClauseAt(tokens_[token].span.begin); }

  // X现年46岁,|曾任…: who a clause before it begins with, where nobody else is named there. -1: nobody.
  int SubjectBefore(int comma) const {
    const Structure& structure = reading_.context.structure;
    const int last = structure.ClauseAt(tokens_[comma].span.begin - 1);
    for (int clause = last; clause >= 0 && clause > last - kClausesBack; --clause) {
      if (structure.clauses[clause].sentence != structure.clauses[last].sentence) return -1;
      int subject = -1;
      for (int i = FirstMentionFrom(structure.clauses[clause].span.begin);
           i < static_cast<int>(mentions_.size()) &&
           mentions_[i].span.begin < structure.clauses[clause].span.end;
           ++i) {
        const Mention& mention = mentions_[i];
        if (mention.kind == Mention::Kind::kTitle || !mention.head || !IsOfType(i, EntityType::kPerson))
          continue;
        if (mention.list >= 0) return -1;
        if (subject < 0) subject = i;
        // X是Y的长子: X is spoken of; but 任命X接替Y.
        if (subject != i && !IsPossessor(i)) return -1;
      }
      if (subject >= 0) return IsGoverned(mentions_[subject]) || IsPossessor(subject) ? -1 : subject;
    }
    return -1;
  }

  bool IsPossessor(int mention) const {
    const int end = mentions_[mention].span.end;
    return end < reading_.size() && reading_.chars()[end] == U'的';
  }

  int FirstMentionFrom(int position) const {
    const auto next = std::partition_point(mentions_.begin(), mentions_.end(),
                                           [position](const Mention& m) { return m.span.begin < position; });
    return static_cast<int>(next - mentions_.begin());
  }

  bool PassesAdverb(int i, Lead& lead) const {
    const PredicateWord kind = KindOf(i);
    if (kind == PredicateWord::kPast) lead.former = true;
    if (kind == PredicateWord::kPast || kind == PredicateWord::kAside) return true;
    return tokens_[i].kind == Token::Kind::kTime;
  }

  // X的|职务|是: i goes to the 的.
  bool PassesPostNoun(int& i) const {
    constexpr std::u32string_view kPosts[] = {U"职务", U"职位", U"头衔", U"身份", U"岗位"};
    const bool post =
        std::find(std::begin(kPosts), std::end(kPosts), reading_.View(tokens_[i].span)) != std::end(kPosts);
    if (!post || !Is(i - 1, U'的')) return false;
    --i;
    return true;
  }

  // 在|X: the organisation of the post; i goes to the preposition.
  bool PassesPlace(int& i, Lead& lead) const {
    const int place = MentionEnding(i, EntityType::kOrganization);
    if (place < 0 || lead.organization >= 0) return false;
    int before = TokenAt(mentions_[place].span.begin) - 1;
    for (int steps = 0; steps < kLongestPlace && SaysWhatPlaceIs(before); ++steps) --before;
    if (KindOf(before) != PredicateWord::kWithin) return false;
    lead.organization = mentions_[place].entity;
    i = before;
    return true;
  }

  // 在|跨国|药企|X任Y
  bool SaysWhatPlaceIs(int i) const {
    if (i < 0 || tokens_[i].kind != Token::Kind::kWord || KindOf(i) != PredicateWord::kNone) return false;
    const Token& token = tokens_[i];
    return token.tag() == 'n' || token.tag() == 'b' || (token.tag() == 'v' && token.span.size() > 1) ||
           token.connector != nullptr || token.suffix != nullptr || Is(i, U'的');
  }

  // The verb in front of a title: right before it, or with an article, a count, 公司的, or an organisation
  // and 的 or 早年的 between. The organisation goes to `lead`.
  int VerbBefore(int first, Lead& lead) const {
    for (int i = first - 1, steps = 0; i >= 0 && steps < kLongestOpening; --i, ++steps) {
      if (IsVerb(i)) return i;
      const PredicateWord kind = KindOf(i);
      if (kind == PredicateWord::kPast) lead.former = true;
      // 做|了三年|总裁: a stay that is told by its length is over.
      if (tokens_[i].kind == Token::Kind::kTime || Is(i, U'了')) {
        lead.former = true;
        continue;
      }
      const int owner = steps > 0 && lead.organization < 0 ? MentionEnding(i, EntityType::kOrganization) : -1;
      if (owner >= 0) {
        lead.organization = mentions_[owner].entity;
        i = TokenAt(mentions_[owner].span.begin);
        continue;
      }
      const bool pointer =
          tokens_[i].nominal != nullptr && tokens_[i].nominal->types.Has(EntityType::kOrganization);
      const bool article =
          tokens_[i].tag() == 'm' || tokens_[i].tag() == 'q' || tokens_[i].connector != nullptr;
      if (!pointer && !article && kind != PredicateWord::kPast && !Is(i, U'的') && !Is(i, U'其')) return -1;
    }
    return -1;
  }

  void ReadTitle(const Mention& title) {
    const int end = TokenAt(title.span.end), first = TokenAt(title.chain.begin);
    if (end == 0 || tokens_[end - 1].title == nullptr || tokens_[end - 1].title->rank > kRankOfStanding)
      return;
    if (IsVerb(end)) return ReadHolderBehind(title, end);
    if (const int named = NameBeforeComma(first); named >= 0 && EndsPhrase(end))
      return AddPosts(title, Remember(title, {named, -1, title.former}));
    const int as = AsBefore(first);
    if (as >= 0 && Is(end, U',')) return ReadAs(title, as, end);
    const int behind = Is(end, U'的') ? PersonBeginning(end + 1) : -1;
    if ((behind < 0 && Is(end, U'的')) || (end < Count() && tokens_[end].name >= 0)) return;
    Lead lead{behind, -1, title.former};
    if (!ReadListed(title, first, lead)) {
      // 曾任|X总裁: the verb opens the title.
      const int verb =
          KindOf(first) == PredicateWord::kHeld || IsCurrent(first) ? first : VerbBefore(first, lead);
      if (verb < 0 || !ReadLead(verb, lead) || IsGoverned(mentions_[lead.holder])) return;
    }
    if (lead.former && lead.organization < 0 && title.organization < 0)
      lead.organization = PlaceWorkedAt(title.chain.begin);
    AddPosts(title, lead);
    Remember(title, lead);
  }

  // The next of a list of posts may follow.
  Lead Remember(const Mention& title, Lead lead) {
    if (title.organization >= 0) lead.organization = mentions_[title.organization].entity;
    last_title_end_ = title.span.end;
    last_lead_ = lead;
    return lead;
  }

  // X,|云岚科技创始人、…: a clause that is a name and nothing else. -1: it is not.
  int NameBeforeComma(int first) const {
    if (!Is(first - 1, U',')) return -1;
    const int named = MentionEnding(first - 2, EntityType::kPerson);
    if (named < 0 || mentions_[named].kind != Mention::Kind::kName) return -1;
    const int clause = ClauseOf(first - 2);
    return reading_.context.structure.clauses[clause].span.begin == mentions_[named].span.begin ? named : -1;
  }

  bool EndsPhrase(int end) const {
    return end >= Count() || Is(end, U',') || Is(end, U'。') || Is(end, U'、') || Is(end, U';') ||
           Is(end, U'\n');
  }

  // 曾在|X|工作多年,|离开前任副总裁: the place that a clause right before names so; -1: none.
  int PlaceWorkedAt(int position) const {
    const Structure& structure = reading_.context.structure;
    const int clause = structure.ClauseAt(position) - 1;
    if (clause < 0 || structure.clauses[clause].sentence != structure.clauses[clause + 1].sentence) return -1;
    for (int i = FirstMentionFrom(structure.clauses[clause].span.begin);
         i < static_cast<int>(mentions_.size()) &&
         mentions_[i].span.begin < structure.clauses[clause].span.end;
         ++i) {
      if (!IsOfType(i, EntityType::kOrganization)) continue;
      int before = TokenAt(mentions_[i].span.begin) - 1;
      for (int steps = 0; steps < kLongestPlace && SaysWhatPlaceIs(before); ++steps) --before;
      if (KindOf(before) == PredicateWord::kWithin) return mentions_[i].entity;
    }
    return -1;
  }

  // X和Y是Z的创始人: of all of a list.
  void AddPosts(const Mention& title, const Lead& lead) {
    const Mention& holder = mentions_[lead.holder];
    for (int i = lead.holder;
         holder.list >= 0 && i-- > 0 && holder.span.begin - mentions_[i].span.begin < kLongestList;) {
      if (mentions_[i].list == holder.list && IsOfType(i, EntityType::kPerson) && mentions_[i].title.empty())
        AddPost(title, mentions_[i], lead.organization, lead.former);
    }
    AddPost(title, holder, lead.organization, lead.former);
  }

  // 曾任X总监、|Y总裁: the next of a list of posts is told of the same holder, and at the same place where it
  // names none.
  bool ReadListed(const Mention& title, int first, Lead& lead) const {
    if (last_title_end_ < 0 || title.chain.begin - last_title_end_ != 1 || first == 0) return false;
    if (!IsListJoint(reading_.chars()[last_title_end_]) || lead.holder >= 0) return false;
    const bool former = lead.former;
    lead = last_lead_;
    lead.former = lead.former || former;
    return true;
  }

  // 作为|X的创始人: the word, or -1.
  int AsBefore(int first) const {
    for (int i = first - 1, steps = 0; i >= 0 && steps < kLongestOpening; --i, ++steps) {
      const std::u32string_view word = reading_.View(tokens_[i].span);
      if (word == U"作为" || word == U"身为") return i;
      if (MentionEnding(i, EntityType::kOrganization) < 0 && !Is(i, U'的') && tokens_[i].tag() != 'm' &&
          tokens_[i].tag() != 'q')
        return -1;
    }
    return -1;
  }

  // 作为X的创始人,|Y…: of whom the next clause begins with.
  void ReadAs(const Mention& title, int as, int comma) {
    Lead lead{PersonBeginning(comma + 1), -1, title.former};
    for (int i = as + 1; i < comma && lead.organization < 0; ++i) {
      const int place = MentionEnding(i, EntityType::kOrganization);
      if (place >= 0) lead.organization = mentions_[place].entity;
    }
    if (lead.holder >= 0 && (lead.organization >= 0 || title.organization >= 0)) AddPosts(title, lead);
  }

  // 曾在X做研究员的|Y
  int PersonBeginning(int token) const {
    if (token >= Count()) return -1;
    const int begin = tokens_[token].span.begin;
    auto next = std::partition_point(mentions_.begin(), mentions_.end(),
                                     [begin](const Mention& m) { return m.span.begin < begin; });
    for (; next != mentions_.end() && next->chain.begin <= begin; ++next) {
      const int index = static_cast<int>(next - mentions_.begin());
      if (next->chain.begin == begin && next->kind == Mention::Kind::kName &&
          IsOfType(index, EntityType::kPerson))
        return index;
    }
    return -1;
  }

  // 院长是百度前总裁张亚勤: the title, a verb, its holder.
  void ReadHolderBehind(const Mention& title, int verb) {
    if (reading_.context.structure.ClauseAt(title.span.begin) !=
        reading_.context.structure.ClauseAt(tokens_[verb].span.begin))
      return;
    const int holder = HolderBehind(tokens_[verb].span.end);
    if (holder < 0) return;
    AddPost(title, mentions_[holder], -1, title.former || KindOf(verb) == PredicateWord::kHeld);
  }

  // The person whose noun phrase begins right behind a position and closes its clause.
  int HolderBehind(int position) const {
    const auto next = std::partition_point(mentions_.begin(), mentions_.end(),
                                           [position](const Mention& m) { return m.span.begin < position; });
    const Structure& structure = reading_.context.structure;
    for (auto i = next; i != mentions_.end() && i->chain.begin - position <= kNear; ++i) {
      if (!i->head || i->kind != Mention::Kind::kName) continue;
      if (structure.ClauseAt(i->span.begin) != structure.ClauseAt(position)) return -1;
      const bool person = i->entity >= 0 && entities_[i->entity].type == EntityType::kPerson;
      const int behind = TokenAt(i->span.end);
      return person && !Is(behind, U'的') ? static_cast<int>(i - mentions_.begin()) : -1;
    }
    return -1;
  }

  // 任命|X|为Y, 接棒|X|任Y: the person is what another verb or a preposition takes.
  bool IsGoverned(const Mention& person) const {
    const int before = TokenAt(person.chain.empty() ? person.span.begin : person.chain.begin) - 1;
    return before >= 0 && (tokens_[before].wall != nullptr || tokens_[before].tag() == 'p');
  }

  void AddPost(const Mention& title, const Mention& holder, int organization, bool former) {
    if (title.organization >= 0) organization = mentions_[title.organization].entity;
    if (organization < 0 && title.unit >= 0 && mentions_[title.unit].entity >= 0)
      organization = entities_[mentions_[title.unit].entity].owner;
    if (organization < 0 && !former) organization = ImpliedOrganization(title, holder);
    if (organization < 0) return;
    const bool founds = title.founder;
    found_.push_back({founds ? Apposition::Kind::kFounder : Apposition::Kind::kPosition, holder.entity,
                      organization, founds ? "" : EncodeUtf8(reading_.View(title.title)), former && !founds,
                      title.chain, founds ? Span() : title.title});
  }

  // The one in focus; not where 新公司的 points elsewhere, nor where the holder worked before.
  int ImpliedOrganization(const Mention& title, const Mention& holder) const {
    if (tokens_[TokenAt(title.span.end) - 1].title->rank > kRankOfPosts) return -1;
    const int before = TokenAt(title.chain.begin) - 1;
    if (Is(before, U'的')) {
      if (before == 0 || tokens_[before - 1].nominal == nullptr) return -1;
      const auto pointer = mention_ending_.find(tokens_[before - 1].span.end);
      return pointer != mention_ending_.end() && IsOfType(pointer->second, EntityType::kOrganization)
                 ? mentions_[pointer->second].entity
                 : -1;
    }
    const int focus = focus_.At(title.span.begin, reading_.context.structure);
    const bool left =
        holder.former && holder.organization >= 0 && mentions_[holder.organization].entity == focus;
    return left ? -1 : focus;
  }

  // X是Y的导师, X是Y的学生; Y的导师是X, Y的得意门生是X.
  void ReadTeaching(int i) {
    const Phrase::Role role = tokens_[i].title->role;
    if (role != Phrase::Role::kMentor && role != Phrase::Role::kPupil) return;
    int first = i;
    while (first > 0 && first > i - kLongestOpening && !Is(first - 1, U'的') && tokens_[first - 1].name < 0 &&
           !IsVerb(first - 1))
      --first;
    const int possessor = MentionEnding(Is(first - 1, U'的') ? first - 2 : first - 1, EntityType::kPerson);
    if (possessor < 0) return;
    int other = -1;
    if (IsVerb(i + 1)) {
      other = HolderBehind(tokens_[i + 1].span.end);
    } else {
      const Mention& named = mentions_[possessor];
      const int verb = TokenAt(named.chain.empty() ? named.span.begin : named.chain.begin) - 1;
      Lead lead;
      if (IsVerb(verb) && ReadLead(verb, lead)) other = lead.holder;
    }
    if (other < 0 || mentions_[other].entity == mentions_[possessor].entity) return;
    const bool mentor = role == Phrase::Role::kMentor;  // other teaches the possessor
    found_.push_back({Apposition::Kind::kMentor,
                      mentions_[mentor ? other : possessor].entity,
                      mentions_[mentor ? possessor : other].entity,
                      "",
                      false,
                      {std::min(mentions_[possessor].span.begin, mentions_[other].span.begin),
                       std::max(tokens_[i].span.end, mentions_[other].span.end)}});
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  const OrganizationFocus& focus_;
  std::unordered_map<int, int> mention_ending_;  // by end: the mention with an entity
  int last_title_end_ = -1;                      // of the last post told
  Lead last_lead_;                               // and of whom
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindPredicates(const Reading& reading, const std::vector<Mention>& mentions,
                                       const std::vector<DocumentEntity>& entities,
                                       const OrganizationFocus& focus) {
  return PredicateReader(reading, mentions, entities, focus).Read();
}

}  // namespace annals
