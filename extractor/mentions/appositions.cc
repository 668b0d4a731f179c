#include "extractor/mentions/appositions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "common/utf8.h"
#include "extractor/mentions/list_joints.h"
#include "extractor/mentions/namings.h"

namespace annals {
namespace {

constexpr int kRankOfPosts = 3;     // titles above it (工程师, 老搭档) say what somebody is, not where
constexpr int kRankOfStanding = 4;  // and these are courtesy
constexpr int kSentencesBack = 2;   // how long an organisation stays what the text speaks of
constexpr int kMentionsBack = 40;
constexpr int kNearOwned = 8;  // from 旗下 to what belongs to the topic
constexpr int kNear = 14;      // characters between a connector and the name it points to

class AppositionReader {
 public:
  AppositionReader(const Reading& reading, const ChainReading& chains,
                   const std::vector<DocumentEntity>& entities, const OrganizationFocus& focus)
      : reading_(reading), chains_(chains), mentions_(chains.mentions), entities_(entities), focus_(focus) {
    for (const PhraseHit& hit : reading.phrases) {
      if (hit.phrase->kind == Phrase::Kind::kTitle && hit.phrase->role == Phrase::Role::kFounder) {
        founder_ends_.insert(hit.span.end);
      }
    }
  }

  std::vector<Apposition> Read() {
    for (const HeldTitle& held : chains_.held) {
      if (held.organization >= 0 && !held.former && EntityOf(held.person) >= 0 &&
          EntityOf(held.organization) >= 0)
        employer_.emplace(EntityOf(held.person), EntityOf(held.organization));
    }
    for (const HeldTitle& held : chains_.held) ReadHeld(held);
    for (const Token& token : reading_.tokens) {
      if (token.connector != nullptr) ReadConnector(token);
    }
    for (const Mention& mention : mentions_) ReadOwned(mention);
    std::stable_sort(found_.begin(), found_.end(), [](const Apposition& a, const Apposition& b) {
      return a.evidence.begin < b.evidence.begin;
    });
    return std::move(found_);
  }

 private:
  int EntityOf(int mention) const { return mention < 0 ? -1 : mentions_[mention].entity; }

  void Add(Apposition::Kind kind, int from, int to, Span evidence, const std::string& title = "",
           bool former = false, Span words = {}, bool implied = false) {
    if (from < 0 || to < 0 || from == to) return;
    if (!seen_.emplace(kind, from, to, title).second) return;
    found_.push_back({kind, from, to, title, former, evidence, words, implied});
  }

  void ReadHeld(const HeldTitle& held) {
    const int person = EntityOf(held.person);
    int organization = EntityOf(held.organization);
    for (const int part : {held.product, held.unit}) {
      if (organization < 0 && EntityOf(part) >= 0) organization = entities_[EntityOf(part)].owner;
    }
    if (held.mentor || held.pupil) return;  // told where references are resolved
    if (held.rank > kRankOfStanding) return;
    bool implied = false;
    // 《山海行》制作人X: who makes a thing is of those who have it made.
    if (organization < 0 && (held.rank <= kRankOfPosts || held.product >= 0)) {
      organization = ToldOrganization(held);
      implied = organization < 0;
      if (implied) organization = ImpliedOrganization(held);
    }
    int begin = held.title.begin;
    for (int i = held.title.begin; i <= held.title.end; ++i) {
      const bool cut = i == held.title.end || JoinsPosts(reading_.chars()[i]);
      if (!cut) continue;
      if (i > begin) ReadPart({begin, i}, held, person, organization, implied);
      begin = i + 1;
    }
  }

  // CEO兼总裁, 创始人暨董事长
  static bool JoinsPosts(char32_t c) { return c == U'兼' || c == U'暨' || c == U'/'; }

  // The person named last before a position, in its sentence or one of the two before; not `except`.
  int PersonBefore(int position, int except) const {
    const Structure& structure = reading_.context.structure;
    auto after = std::partition_point(mentions_.begin(), mentions_.end(), [position](const Mention& mention) {
      return mention.span.begin < position;
    });
    for (auto i = after; i != mentions_.begin();) {
      --i;
      if (structure.SentenceAt(position) - structure.SentenceAt(i->span.begin) > kSentencesBack) return -1;
      const bool person = i->entity >= 0 && entities_[i->entity].type == EntityType::kPerson;
      if (person && i->entity != EntityOf(except)) return Index(i);
    }
    return -1;
  }

  // A post named without its organisation is at the one that the text gives this person elsewhere, or that of
  // the name beside it in a list.
  int ToldOrganization(const HeldTitle& held) const {
    const int person = held.person;
    auto known = employer_.find(mentions_[person].entity);
    if (known != employer_.end()) return known->second;
    const Mention& head = mentions_[person];
    for (int i = person - 1; head.list >= 0 && i >= 0 && mentions_[i].list >= 0; --i) {
      if (mentions_[i].list == head.list && mentions_[i].organization >= 0)
        return mentions_[mentions_[i].organization].entity;
    }
    return -1;
  }

  // Else at the one the text speaks of.
  int ImpliedOrganization(const HeldTitle& held) const {
    const int person = held.person;
    const Pointer pointer = PointerBefore(held);
    const int near = Nearest(person, pointer);
    if (near >= 0 || pointer == Pointer::kOther) return near;
    return InFocus(person);
  }

  int InFocus(int mention) const {
    const Mention& named = mentions_[mention];
    return focus_.At(named.chain.empty() ? named.span.begin : named.chain.begin, reading_.context.structure);
  }

  // What stands right before a title in place of the organisation: nothing, 公司, or 该公司, 其, 后者的.
  enum class Pointer : uint8_t { kNone, kTopic, kOther };
  Pointer PointerBefore(const HeldTitle& held) const {
    const std::u32string& chars = reading_.chars();
    int end = held.title.begin;
    if (end > 0 && chars[end - 1] == U'的') --end;
    const Token* token = TokenBefore(end);
    if (token == nullptr || token->nominal == nullptr || token->span.end != end) return Pointer::kNone;
    if (!token->nominal->types.Has(EntityType::kOrganization)) return Pointer::kNone;
    return token->nominal->reach == Phrase::Reach::kBare ? Pointer::kTopic : Pointer::kOther;
  }

  // Null at the start of the text.
  const Token* TokenBefore(int joint) const {
    auto after = std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                      [joint](const Token& token) { return token.span.begin < joint; });
    return after == reading_.tokens.begin() ? nullptr : &*std::prev(after);
  }

  // The organisation named last: in the same clause, or for a pointer wherever it stands.
  int Nearest(int person, Pointer pointer) const {
    const Structure& structure = reading_.context.structure;
    const int clause = structure.ClauseAt(mentions_[person].span.begin);
    for (int i = person - 1; i >= std::max(0, person - kMentionsBack); --i) {
      if (pointer != Pointer::kOther && structure.ClauseAt(mentions_[i].span.begin) != clause) return -1;
      if (structure.SentenceAt(mentions_[person].span.begin) - structure.SentenceAt(mentions_[i].span.begin) >
          kSentencesBack)
        return -1;
      if (pointer == Pointer::kOther && IsUnitBeside(mentions_[i], person))
        return OwnerOf(mentions_[i], person);
      if (IsTopic(mentions_[i]) && !IsLeftBy(mentions_[person], mentions_[i])) return mentions_[i].entity;
    }
    return -1;
  }

  // 医疗业务部并入自动化业务部,|其负责人X: a unit of the same sentence is nearer than any organisation.
  bool IsUnitBeside(const Mention& mention, int person) const {
    const Structure& structure = reading_.context.structure;
    return mention.entity >= 0 && entities_[mention.entity].type == EntityType::kUnit &&
           structure.SentenceAt(mention.span.begin) == structure.SentenceAt(mentions_[person].span.begin);
  }

  int OwnerOf(const Mention& unit, int person) const {
    const int owner = entities_[unit.entity].owner;
    return owner >= 0 ? owner : InFocus(person);
  }

  // 从X跳槽过来的|总监Y: where somebody came from, to the post behind the 的.
  bool IsLeftBy(const Mention& person, const Mention& organization) const {
    const std::u32string& chars = reading_.chars();
    const int begin = person.chain.empty() ? person.span.begin : person.chain.begin;
    const int from = organization.span.begin - 1;
    return begin > 0 && chars[begin - 1] == U'的' && from >= 0 &&
           (chars[from] == U'从' || chars[from] == U'自');
  }

  // An organisation that acts, not the source of a report.
  bool IsTopic(const Mention& mention) const {
    if (mention.entity < 0 || entities_[mention.entity].type != EntityType::kOrganization) return false;
    if (mention.kind != Mention::Kind::kName) return false;
    if (NamesSource(reading_, mention)) return false;
    const std::u32string& chars = reading_.chars();
    // 在领英上: a place to write.
    const int begin = mention.span.begin, end = mention.span.end;
    return !(begin > 0 && chars[begin - 1] == U'在' && end < reading_.size() && chars[end] == U'上');
  }

  void ReadPart(Span part, const HeldTitle& held, int person, int organization, bool implied) {
    if (founder_ends_.count(part.end)) {
      Add(Apposition::Kind::kFounder, person, organization, held.evidence, "", false, {}, implied);
    } else {
      Add(Apposition::Kind::kPosition, person, organization, held.evidence, EncodeUtf8(reading_.View(part)),
          held.former, part, implied);
    }
  }

  // The nearest name of a type on one side of a connector, in the same clause.
  int Before(Span span, EntityType type) const {
    auto after = std::partition_point(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return mention.span.begin < span.begin;
    });
    for (auto i = after; i != mentions_.begin();) {
      --i;
      if (span.begin - i->span.end > 4) break;
      if (i->entity >= 0 && entities_[i->entity].type == type && i->span.end <= span.begin) return Index(i);
    }
    return -1;
  }

  int After(Span span, EntityType type, int near) const {
    auto i = std::partition_point(mentions_.begin(), mentions_.end(),
                                  [&](const Mention& mention) { return mention.span.begin < span.end; });
    const int clause = reading_.context.structure.ClauseAt(span.begin);
    for (; i != mentions_.end() && i->span.begin - span.end <= near; ++i) {
      if (reading_.context.structure.ClauseAt(i->span.begin) != clause) break;
      if (i->entity >= 0 && entities_[i->entity].type == type && i->head) return Index(i);
    }
    return -1;
  }

  int Index(std::vector<Mention>::const_iterator mention) const {
    return static_cast<int>(mention - mentions_.begin());
  }

  void ReadConnector(const Token& token) {
    const Phrase::Role role = token.connector->role;
    if (role == Phrase::Role::kFounded) {
      const int person = Before(token.span, EntityType::kPerson);
      const int organization = After(token.span, EntityType::kOrganization, kNear);
      AddBetween(Apposition::Kind::kFounder, person, organization);
    } else if (role == Phrase::Role::kPupil) {
      const int teacher = After(token.span, EntityType::kPerson, 2 * kNear);
      int pupil = Before(token.span, EntityType::kPerson);
      if (pupil < 0) pupil = PersonBefore(token.span.begin, teacher);
      AddBetween(Apposition::Kind::kMentor, teacher, pupil);
    } else if (role == Phrase::Role::kMade) {
      const int made = After(token.span, EntityType::kProduct, kNear);
      const int maker = Before(token.span, EntityType::kOrganization);
      if (maker < 0) return AddMadeByTopic(token.span.end, made);
      AddBetween(Apposition::Kind::kPartOf, made, maker);
    } else if (role == Phrase::Role::kOwner) {
      const int owner = After(token.span, EntityType::kOrganization, 1);
      int part = Before(token.span, EntityType::kProduct);
      if (part < 0) part = Before(token.span, EntityType::kOrganization);
      if (part < 0 && owner >= 0) part = PossessedBy(owner);
      AddBetween(Apposition::Kind::kPartOf, part, owner);
    } else if (role == Phrase::Role::kOwned) {
      const int owner = Before(token.span, EntityType::kOrganization);
      if (owner < 0) return ReadOwnedByTopic(token);
      for (EntityType type : {EntityType::kProduct, EntityType::kUnit, EntityType::kOrganization}) {
        const int owned = After(token.span, type, kNear);
        if (owned >= 0 && DoesTo({token.span.end, mentions_[owned].span.begin})) return;
        if (owned >= 0) return AddOwned(owned, owner);
      }
      const int part = SubjectOfCopula(owner);
      AddBetween(Apposition::Kind::kPartOf, part >= 0 ? part : DescribedBy(owner, token.span.end), owner);
    }
  }

  // 旗下|产品接入|DeepSeek: what is owned does something to the name behind it; but 旗下|新推出的|X.
  bool DoesTo(Span between) const {
    const auto& walls = reading_.context.walls;
    const auto next = std::partition_point(
        walls.begin(), walls.end(),
        [between](const MentionContext::Wall& wall) { return wall.span.begin < between.begin; });
    if (next == walls.end() || next->span.end > between.end) return false;
    return reading_.View({next->span.end, between.end}).find(U'的') == std::u32string_view::npos;
  }

  // X(|云岚集团子公司|), 作为|云岚集团的子公司|,X: what the words around a name and what it owns describe.
  // -1: nothing.
  int DescribedBy(int owner, int end) const {
    const int begin =
        mentions_[owner].chain.empty() ? mentions_[owner].span.begin : mentions_[owner].chain.begin;
    const std::u32string_view before = reading_.View({std::max(0, begin - 2), begin});
    if (before.ends_with(U"(") && end < reading_.size() && reading_.chars()[end] == U')')
      return Before({begin - 1, begin}, EntityType::kOrganization);
    if (before != U"作为" || end >= reading_.size() || reading_.chars()[end] != U',') return -1;
    const auto next = std::partition_point(mentions_.begin(), mentions_.end(), [end](const Mention& mention) {
      return mention.span.begin <= end;
    });
    const bool described = next != mentions_.end() && next->span.begin == end + 1 && next->entity >= 0 &&
                           entities_[next->entity].type == EntityType::kOrganization;
    return described ? Index(next) : -1;
  }

  // 把自研的引擎|“山海”|开源: of the organisation that the clause names, or else the text speaks of.
  void AddMadeByTopic(int position, int made) {
    if (made < 0 || mentions_[made].span.begin - position > kNearOwned) return;
    const int named = Nearest(made, Pointer::kTopic);
    Add(Apposition::Kind::kPartOf, mentions_[made].entity, named >= 0 ? named : InFocus(made),
        mentions_[made].span);
  }

  // 隶属于云岚科技的|听雨研究院
  int PossessedBy(int owner) const {
    const int end = mentions_[owner].span.end;
    if (end >= reading_.size() || reading_.chars()[end] != U'的') return -1;
    for (EntityType type : {EntityType::kOrganization, EntityType::kUnit, EntityType::kProduct}) {
      const int part = After({end, end + 1}, type, 0);
      if (part >= 0) return part;
    }
    return -1;
  }

  // 旗下有|A、B, 旗下产品包括“听雨”语音助手和会议软件“回声”: all of a list.
  void AddOwned(int owned, int owner) {
    AddBetween(Apposition::Kind::kPartOf, owned, owner);
    for (int i = NextOfList(owned); i >= 0; i = NextOfList(i))
      AddBetween(Apposition::Kind::kPartOf, i, owner);
  }

  // The next member of a list of what belongs to somebody: beside a joint, with nothing but what a thing is
  // between. -1: none.
  int NextOfList(int member) const {
    const Mention& last = mentions_[member];
    const int end = last.span.end, stop = std::min(reading_.size(), end + kNear);
    auto i = std::partition_point(mentions_.begin(), mentions_.end(),
                                  [end](const Mention& mention) { return mention.span.begin < end; });
    for (; i != mentions_.end() && i->span.begin < stop; ++i) {
      if (!i->head || i->entity < 0 || i->kind != Mention::Kind::kName) continue;
      const bool same = last.list >= 0 && i->list == last.list;
      const bool thing = entities_[i->entity].type != EntityType::kPerson && !Agrees(i->span.end);
      return thing && (same || OnlyJoint({end, i->span.begin})) ? Index(i) : -1;
    }
    return -1;
  }

  // 子公司X与Y|达成合作: Y is the other side.
  bool Agrees(int position) const {
    constexpr std::u32string_view kAgreeing[] = {U"达成", U"合作", U"签", U"携手", U"联手", U"合资", U"联合"};
    const int clause = reading_.context.structure.ClauseAt(position - 1);
    if (clause < 0) return false;
    const std::u32string_view rest =
        reading_.View({position, std::max(position, reading_.context.structure.clauses[clause].span.end)});
    return std::any_of(std::begin(kAgreeing), std::end(kAgreeing),
                       [rest](std::u32string_view word) { return rest.starts_with(word); });
  }

  // ”语音助手和会议软件“
  bool OnlyJoint(Span between) const {
    int joints = 0;
    auto token = std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                      [&](const Token& each) { return each.span.begin < between.begin; });
    for (; token != reading_.tokens.end() && token->span.begin < between.end; ++token) {
      const std::u32string_view word = reading_.View(token->span);
      const bool quote = word == U"“" || word == U"”" || word == U"《" || word == U"》";
      joints += IsListJoint(word);
      if (quote || IsListJoint(word)) continue;
      if (token->kind != Token::Kind::kWord || token->wall != nullptr) return false;
      const char tag = token->tag();
      const bool noun = tag == 'n' || tag == 'b' || tag == 'j' || token->suffix != nullptr ||
                        (tag == 'v' && token->subtag() == 'n');
      if (!noun) return false;
    }
    return joints == 1;
  }

  // 听雨科技|是|云岚科技的全资子公司: what stands before the copula in front of a mention; -1: none does.
  int SubjectOfCopula(int mention) const {
    const Mention& named = mentions_[mention];
    const int begin = named.chain.empty() ? named.span.begin : named.chain.begin;
    const Token* copula = TokenBefore(begin);
    if (copula == nullptr || copula->span.end != begin ||
        reading_.lexicon.Predicate(reading_.View(copula->span)) != NameLexicon::PredicateWord::kHolds)
      return -1;
    for (EntityType type : {EntityType::kOrganization, EntityType::kUnit, EntityType::kProduct}) {
      const int subject = Before(copula->span, type);
      if (subject >= 0) return subject;
    }
    return -1;
  }

  // 旗下网站X, 子公司Y: of the organisation the text speaks of, where none stands before.
  void ReadOwnedByTopic(const Token& token) {
    int owned = -1;
    for (EntityType type : {EntityType::kProduct, EntityType::kOrganization}) {
      const int next = After(token.span, type, kNearOwned);
      if (next >= 0 && (owned < 0 || next < owned)) owned = next;
    }
    if (owned < 0) return;
    const std::u32string_view between = reading_.View({token.span.end, mentions_[owned].span.begin});
    if (between.find_first_of(U"被由给与和向") != between.npos) return;
    Add(Apposition::Kind::kPartOf, mentions_[owned].entity, InFocus(owned), mentions_[owned].span);
  }

  void AddBetween(Apposition::Kind kind, int from, int to) {
    if (from < 0 || to < 0) return;
    const Span a = mentions_[from].span, b = mentions_[to].span;
    Add(kind, mentions_[from].entity, mentions_[to].entity,
        {std::min(a.begin, b.begin), std::max(a.end, b.end)});
  }

  // In the sentence of a place or one beside it: of companies that stand far apart, what only the lexicon
  // tells is no fact of the article.
  bool IsNamedNear(int entity, int position) const {
    const Structure& structure = reading_.context.structure;
    const int sentence = structure.SentenceAt(position);
    auto first = std::partition_point(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return structure.SentenceAt(mention.span.begin) < sentence - 1;
    });
    for (; first != mentions_.end() && structure.SentenceAt(first->span.begin) <= sentence + 1; ++first) {
      if (first->entity == entity && first->kind == Mention::Kind::kName) return true;
    }
    return false;
  }

  // 字节AI Lab: the name says whose it is.
  static bool IsNamedAfter(const DocumentEntity& part, const DocumentEntity& owner) {
    const auto begins = [&part](const std::string& name) {
      return part.name.starts_with(name) ||
             std::any_of(part.aliases.begin(), part.aliases.end(),
                         [&name](const std::string& alias) { return alias.starts_with(name); });
    };
    return begins(owner.name) || std::any_of(owner.aliases.begin(), owner.aliases.end(), begins);
  }

  void ReadOwned(const Mention& mention) {
    if (mention.entity < 0 || mention.kind != Mention::Kind::kName) return;
    const DocumentEntity& entity = entities_[mention.entity];
    if (entity.type == EntityType::kPerson || entity.owner < 0) return;
    const bool listed = !entity.known_owner.empty() && entity.type == EntityType::kOrganization;
    if (listed && !IsNamedNear(entity.owner, mention.span.begin) &&
        !IsNamedAfter(entity, entities_[entity.owner]))
      return;
    Add(Apposition::Kind::kPartOf, mention.entity, entity.owner, mention.chain);
  }

  const Reading& reading_;
  const ChainReading& chains_;
  const std::vector<Mention>& mentions_;
  const std::vector<DocumentEntity>& entities_;
  const OrganizationFocus& focus_;
  std::set<int> founder_ends_;
  std::map<int, int> employer_;  // by person: the first organisation a title of theirs names
  std::set<std::tuple<Apposition::Kind, int, int, std::string>> seen_;
  std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> FindAppositions(const Reading& reading, const ChainReading& chains,
                                        const std::vector<DocumentEntity>& entities,
                                        const OrganizationFocus& focus) {
  return AppositionReader(reading, chains, entities, focus).Read();
}

}  // namespace annals
