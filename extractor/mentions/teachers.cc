#include "extractor/mentions/teachers.h"

#include <algorithm>

namespace annals {
namespace {

using PredicateWord = NameLexicon::PredicateWord;

constexpr int kLongestModifier = 4;  // tokens of what stands before 导师: 博士阶段的|导师
constexpr int kLongestLead = 6;      // tokens from the pupils to what tells of them
constexpr int kClausesBack = 6;      // to the subject of 导师是X
constexpr int kSentencesBack = 2;    // to whom a pupil or teacher is of that only a title names

class TeacherReader {
 public:
  TeacherReader(const Reading& reading, const std::vector<Mention>& mentions,
                const std::vector<DocumentEntity>& entities)
      : reading_(reading), tokens_(reading.tokens), mentions_(mentions), entities_(entities) {}

  std::vector<Apposition> Read(const std::vector<HeldTitle>& held) {
    for (const HeldTitle& title : held) {
      if (title.mentor || title.pupil || IsTaught(title)) ReadHeld(title);
    }
    for (int i = 0; i < Count(); ++i) {
      const Token& token = tokens_[i];
      if (token.connector != nullptr && token.connector->role == Phrase::Role::kPupil) ReadPupilOf(i);
      if (token.connector != nullptr && token.connector->role == Phrase::Role::kSchool) ReadSchool(i);
      if (Is(i, U'拜')) ReadApprentice(i);
      if (token.title == nullptr) continue;
      if (token.title->role == Phrase::Role::kMentor) ReadMentor(i);
      const bool student = token.title->role == Phrase::Role::kStudent;
      if (token.title->role == Phrase::Role::kPupil || student) ReadPupils(i);
    }
    return std::move(found_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  int ClauseOf(int token) const { return reading_.context.structure.ClauseAt(tokens_[token].span.begin); }
  bool Is(int token, char32_t c) const {
    return token >= 0 && token < Count() && reading_.View(tokens_[token].span) == std::u32string_view(&c, 1);
  }
  // 是, and 都是.
  bool IsCopula(int token) const {
    if (token < 0 || token >= Count()) return false;
    std::u32string_view word = reading_.View(tokens_[token].span);
    if (reading_.lexicon.Predicate(word) == PredicateWord::kHolds) return true;
    return word.size() == 2 && IsAdverb(word.substr(0, 1)) &&
           reading_.lexicon.Predicate(word.substr(1)) == PredicateWord::kHolds;
  }
  bool IsAdverb(std::u32string_view word) const {
    const PredicateWord kind = reading_.lexicon.Predicate(word);
    return kind == PredicateWord::kAside || kind == PredicateWord::kPast;
  }

  bool IsPerson(const Mention& mention) const {
    if (mention.plural) return !mention.group.empty();
    return mention.entity >= 0 && entities_[mention.entity].type == EntityType::kPerson;
  }

  // The mention of a person, or of several, that ends with a token, or whose title does: X|教授; null: none
  // does.
  const Mention* PersonEnding(int token) const {
    if (token < 0) return nullptr;
    const int end = tokens_[token].span.end;
    const Mention* found = nullptr;
    for (auto i = FirstFrom(tokens_[token].span.begin - kLongestName);
         i != mentions_.end() && i->span.begin < end; ++i) {
      if ((i->span.end == end || i->chain.end == end) && i->kind != Mention::Kind::kTitle && IsPerson(*i))
        found = &*i;
    }
    return found;
  }

  std::vector<Mention>::const_iterator FirstFrom(int position) const {
    return std::partition_point(mentions_.begin(), mentions_.end(),
                                [position](const Mention& mention) { return mention.span.begin < position; });
  }

  // The entities that a mention stands for: a group, or all of its list up to it.
  std::vector<int> Members(const Mention& mention) const {
    if (mention.plural) return mention.group;
    std::vector<int> members;
    for (auto i = FirstFrom(mention.span.begin - kLongestList);
         i != mentions_.end() && i->span.begin < mention.span.end + kLongestList; ++i) {
      const Mention& other = *i;
      const bool joined = mention.list >= 0 && other.list == mention.list;
      if ((joined || &other == &mention) && IsPerson(other) && !other.plural) members.push_back(other.entity);
    }
    return members;
  }

  // Those of whom the words from a token on tell: named right before it but for adverbs, or else the subject
  // of a clause before.
  std::vector<int> PupilsBefore(int token) const {
    for (int i = token - 1, steps = 0; i >= 0 && steps < kLongestLead; --i, ++steps) {
      if (ClauseOf(i) != ClauseOf(token) || tokens_[i].kind == Token::Kind::kOther) break;
      if (const Mention* named = PersonEnding(i); named != nullptr) return Members(*named);
      if (const int first = BeginOfTime(i); first < i) {
        i = first;
        continue;
      }
      if (!PassesAdverb(i)) return {};
    }
    return SubjectBefore(token);
  }

  // The first token of 攻读博士时, which ends with one; that token where it ends none.
  int BeginOfTime(int token) const {
    constexpr int kLongestPhrase = 3;
    if (reading_.chars()[tokens_[token].span.end - 1] != U'时') return token;
    for (int i = token - 1; i >= 0 && i >= token - kLongestPhrase; --i) {
      if (ClauseOf(i) != ClauseOf(token) || PersonEnding(i) != nullptr) return i + 1;
    }
    return token;
  }

  bool PassesAdverb(int token) const {
    return IsAdverb(reading_.View(tokens_[token].span)) || tokens_[token].kind == Token::Kind::kTime ||
           tokens_[token].tag() == 'd' || tokens_[token].tag() == 't';
  }

  std::vector<int> SubjectBefore(int token) const {
    const Structure& structure = reading_.context.structure;
    const int clause = ClauseOf(token);
    for (int back = clause - 1; back >= std::max(0, clause - kClausesBack); --back) {
      const Span span = structure.clauses[back].span;
      if (structure.clauses[back].sentence != structure.clauses[clause].sentence) return {};
      for (auto i = FirstFrom(span.begin); i != mentions_.end() && i->span.begin < span.end; ++i) {
        if (i->kind != Mention::Kind::kTitle && i->head && IsPerson(*i)) return Members(*i);
      }
    }
    return {};
  }

  // The last person of the clause from a position on, whom no 的 follows: 蔡鹤皋的学生|戎铁生. -1: none.
  int LastPerson(int position) const {
    const Structure& structure = reading_.context.structure;
    const int clause = structure.ClauseAt(position);
    if (clause < 0) return -1;
    const int end = structure.clauses[clause].span.end;
    int last = -1;
    for (auto i = FirstFrom(position); i != mentions_.end() && i->span.begin < end; ++i) {
      if (i->kind != Mention::Kind::kName || !i->head || i->plural || !IsPerson(*i)) continue;
      const bool owns = i->span.end < end && reading_.chars()[i->span.end] == U'的';
      last = owns ? -1 : i->entity;
    }
    return last;
  }

  void Add(int teacher, const std::vector<int>& pupils, Span evidence) {
    if (teacher < 0) return;
    for (const int pupil : pupils) {
      if (pupil == teacher || pupil < 0) continue;
      found_.push_back({Apposition::Kind::kMentor, teacher, pupil, "", false, evidence});
    }
  }

  // 他的导师|X, 顾若彤的博士生|X: whose, or else who was named last before.
  void ReadHeld(const HeldTitle& held) {
    const int person = mentions_[held.person].entity;
    int first = TokenAt(held.title.begin);
    const Mention* possessor = PersonEnding(Is(first - 1, U'的') ? first - 2 : first - 1);
    std::vector<int> others;
    if (possessor != nullptr && possessor->entity != person) others = Members(*possessor);
    if (others.empty()) others.push_back(PersonBefore(held.evidence.begin, person));
    if (held.mentor) return Add(person, others, held.evidence);
    Add(others.back(), {person}, held.evidence);
  }

  int TokenAt(int position) const {
    const auto at = std::partition_point(tokens_.begin(), tokens_.end(), [position](const Token& token) {
      return token.span.begin < position;
    });
    return static_cast<int>(at - tokens_.begin());
  }

  // The person spoken of last before a position, in its sentence or one of the two before; not `except`.
  int PersonBefore(int position, int except) const {
    const Structure& structure = reading_.context.structure;
    const int sentence = structure.SentenceAt(position);
    for (auto i = FirstFrom(position); i != mentions_.begin();) {
      --i;
      if (sentence - structure.SentenceAt(i->span.begin) > kSentencesBack) return -1;
      if (i->kind != Mention::Kind::kTitle && !i->plural && IsPerson(*i) && i->entity != except)
        return i->entity;
    }
    return -1;
  }

  // 裴季桓|指导过的|博士X: a verb of teaching, and before it who taught.
  bool IsTaught(const HeldTitle& held) const {
    constexpr std::u32string_view kTeaching[] = {U"指导", U"带", U"教", U"培养", U"栽培"};
    const int of = TokenAt(held.title.begin) - 1;
    if (!Is(of, U'的') || TeacherBefore(of) < 0) return false;
    const int begin = tokens_[TeacherBefore(of)].span.end;
    const std::u32string_view between = reading_.View({begin, tokens_[of].span.begin});
    return std::any_of(std::begin(kTeaching), std::end(kTeaching), [between](std::u32string_view verb) {
      return between.find(verb) != std::u32string_view::npos;
    });
  }

  // 拜|有田名匠X|为师
  void ReadApprentice(int i) {
    constexpr int kNear = 20;
    const int end = tokens_[i].span.end;
    for (auto next = FirstFrom(end); next != mentions_.end() && next->span.begin - end <= kNear; ++next) {
      if (next->kind != Mention::Kind::kName || !next->head || !IsPerson(*next)) continue;
      const int behind = std::max(next->span.end, next->chain.end);
      const bool master = reading_.View({behind, std::min(behind + 2, reading_.size())}) == U"为师";
      return master ? Add(next->entity, PupilsBefore(i), {tokens_[i].span.begin, behind}) : void();
    }
  }

  // 两人都|师从|清华大学教授X
  void ReadPupilOf(int i) {
    const std::vector<int> pupils = PupilsBefore(i);
    if (pupils.size() > 1) Add(LastPerson(tokens_[i].span.end), pupils, tokens_[i].span);
  }

  // 两人都出自|X|门下
  void ReadSchool(int i) {
    const Mention* teacher = PersonEnding(Is(i - 1, U'的') ? i - 2 : i - 1);
    if (teacher == nullptr || teacher->plural) return;
    const int begin = teacher->chain.empty() ? teacher->span.begin : teacher->chain.begin;
    int first = i;
    while (first > 0 && tokens_[first].span.begin > begin) --first;
    // 出自, 同在: one word, or an adverb and one.
    for (int steps = 0; first > 0 && steps < 2 && PersonEnding(first - 1) == nullptr; ++steps) {
      if (ClauseOf(first - 1) != ClauseOf(i)) break;
      --first;
    }
    Add(teacher->entity, PupilsBefore(first), tokens_[i].span);
  }

  // 他的硕士导师|是X; 两人同班, 导师|都是X.
  void ReadMentor(int i) {
    int verb = i + 1;
    const bool comma = Is(verb, U',');
    if (comma) ++verb;
    if (verb < Count() && IsAdverb(reading_.View(tokens_[verb].span))) ++verb;
    if (!IsCopula(verb) || (ClauseOf(verb) != ClauseOf(i) && !comma)) return;
    const int teacher = LastPerson(tokens_[verb].span.end);
    if (teacher < 0) return;
    int first = i;
    for (int steps = 0; steps < kLongestModifier && first > 0 && ClauseOf(first - 1) == ClauseOf(i);
         ++steps) {
      if (Is(first - 1, U'的') || PersonEnding(first - 1) != nullptr) break;
      --first;
    }
    Add(teacher, PupilsBefore(Is(first - 1, U'的') ? first - 1 : first), tokens_[i].span);
  }

  // 两个人都|是|X的|学生, 是|余承翰|指导的|博士, 是在云岚实习时由|林知远|带出来的|徒弟
  void ReadPupils(int i) {
    int first = i;
    for (int steps = 0; steps < kLongestModifier && !Is(first - 1, U'的') && first > 0; ++steps) --first;
    if (!Is(first - 1, U'的') || (i + 1 < Count() && PersonEnding(i + 1) != nullptr)) return;
    const int end = TeacherBefore(first - 1);
    if (end < 0) return;
    const Mention* teacher = PersonEnding(end);
    const int begin = teacher->chain.empty() ? teacher->span.begin : teacher->chain.begin;
    int verb = end;
    while (verb >= 0 && tokens_[verb].span.begin >= begin) --verb;
    for (int steps = 0; verb >= 0 && steps < kLongestLead && !IsCopula(verb); ++steps, --verb) {
      if (ClauseOf(verb) != ClauseOf(i) || PersonEnding(verb) != nullptr) return;
    }
    if (IsCopula(verb) && ClauseOf(verb) == ClauseOf(i))
      Add(teacher->entity, PupilsBefore(verb), tokens_[i].span);
  }

  // The token that ends who has, or teaches: right before 的, or before what they did. -1: none.
  int TeacherBefore(int of) const {
    for (int end = of - 1; end >= 0 && end >= of - kLongestModifier; --end) {
      if (ClauseOf(end) != ClauseOf(of) || IsCopula(end) || Is(end, U'的')) return -1;
      const Mention* teacher = PersonEnding(end);
      if (teacher != nullptr) return teacher->plural ? -1 : end;
    }
    return -1;
  }

  static constexpr int kLongestName = 24, kLongestList = 200;
  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindTeachers(const Reading& reading, const std::vector<Mention>& mentions,
                                     const std::vector<DocumentEntity>& entities,
                                     const std::vector<HeldTitle>& held) {
  return TeacherReader(reading, mentions, entities).Read(held);
}

}  // namespace annals
