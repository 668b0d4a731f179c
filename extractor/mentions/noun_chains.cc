#include "extractor/mentions/noun_chains.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/list_joints.h"
#include "extractor/mentions/name_bounds.h"
#include "extractor/mentions/noun_lists.h"
#include "extractor/mentions/shared_heads.h"

namespace annals {
namespace {

constexpr int kLowestPost = 4;  // ranks below it are courtesy, standing and kin: 室友, 名将

class ChainReader {
 public:
  explicit ChainReader(const Reading& reading)
      : reading_(reading),
        tokens_(reading.tokens),
        groups_(FindNounGroups(reading)),
        mention_of_token_(tokens_.size(), -1),
        mention_of_group_(groups_.size(), -1),
        title_ending_(tokens_.size() + 1, -1),
        title_starting_(tokens_.size() + 1, -1) {}

  ChainReading Read() {
    AddUnits();
    AddNames();
    AddPointers();
    for (size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].kind != NounGroup::Kind::kTitle) continue;
      title_ending_[groups_[i].end] = static_cast<int>(i);
      title_starting_[groups_[i].first] = static_cast<int>(i);
    }
    for (size_t i = 0; i < tokens_.size(); ++i) ReadPerson(static_cast<int>(i));
    AddTitles();
    DescribeOwners();
    DescribeRelatives();
    ConnectUnits();
    JoinLists(reading_, held_of_, result_);
    Sort();
    return std::move(result_);
  }

 private:
  int Count() const { return static_cast<int>(tokens_.size()); }
  bool Is(int token, std::u32string_view text) const {
    return token >= 0 && token < Count() && reading_.View(tokens_[token].span) == text;
  }

  int Add(Mention mention, int name) {
    result_.mentions.push_back(mention);
    result_.name_of.push_back(name);
    return static_cast<int>(result_.mentions.size()) - 1;
  }

  void AddUnits() {
    std::vector<SharedHead> shared = FindSharedHeads(reading_, groups_);
    auto next = shared.begin();
    for (size_t i = 0; i < groups_.size(); ++i) {
      const NounGroup& group = groups_[i];
      if (next != shared.end() && next->group == static_cast<int>(i)) {
        AddMembers(*next++);
        continue;
      }
      if (group.kind != NounGroup::Kind::kUnit) continue;
      if (const int name = NameBehind(group); name >= 0) described_by_[name] = static_cast<int>(i);
      if (group.bare || NameBehind(group) >= 0) continue;
      Mention mention{Mention::Kind::kName, group.span, group.span, EntityType::kUnit};
      mention_of_group_[i] = Add(mention, -1);
      units_.push_back(group.span);
    }
  }

  // 电竞分部|“浪尖”: the token of the name that a unit has behind what it is; -1: none.
  int NameBehind(const NounGroup& group) const {
    const int name = group.end + 1;
    if (!Is(group.end, U"“") || !Is(name + 1, U"”") || tokens_[name].name < 0) return -1;
    const NameClaim& claim = reading_.names[tokens_[name].name];
    // 独立工作室“半格抽屉” may be a company.
    return claim.known < 0 && claim.types.Only(EntityType::kUnit) ? name : -1;
  }

  // 感知、规控两个部门: each is one, and what they share is none.
  void AddMembers(const SharedHead& shared) {
    for (const SharedHead::Member& member : shared.members) {
      Mention mention{Mention::Kind::kName, member.name, member.chain, EntityType::kUnit};
      if (!member.quoted) mention.head_noun = groups_[shared.group].span;
      Add(mention, -1);
      units_.push_back(member.name);
    }
    units_.push_back(groups_[shared.group].span);
  }

  void AddNames() {
    std::sort(units_.begin(), units_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    size_t unit = 0;
    for (int i = 0; i < Count(); ++i) {
      if (tokens_[i].name < 0) continue;
      while (unit < units_.size() && units_[unit].end <= tokens_[i].span.begin) ++unit;
      if (unit < units_.size() && units_[unit].Contains(tokens_[i].span)) continue;
      if (DescribesNext(i)) continue;
      Mention mention{Mention::Kind::kName, tokens_[i].span, tokens_[i].span,
                      reading_.names[tokens_[i].name].types};
      if (i > 0 && tokens_[i - 1].name >= 0 && DescribesNext(i - 1))
        mention.types = EntityType::kOrganization;
      if (IsListedUnit(i)) {
        mention.types = EntityType::kUnit;
        mention_of_token_[i] = Add(mention, -1);
        continue;
      }
      if (const auto group = described_by_.find(i); group != described_by_.end())
        DescribeUnit(groups_[group->second], mention);
      mention_of_token_[i] = Add(mention, tokens_[i].name);
    }
  }

  // 零售部、|商业部: beside a unit the name of a ministry is that of a department.
  bool IsListedUnit(int i) const {
    const Span name = tokens_[i].span;
    const bool joint = i > 0 && IsListJoint(reading_.View(tokens_[i - 1].span));
    if (!joint || reading_.chars()[name.end - 1] != U'部') return false;
    const int end = tokens_[i - 1].span.begin;
    const auto next =
        std::partition_point(units_.begin(), units_.end(), [end](Span unit) { return unit.begin < end; });
    return next != units_.begin() && std::prev(next)->end == end;
  }

  void DescribeUnit(const NounGroup& group, Mention& unit) {
    unit.types = EntityType::kUnit;
    unit.chain.begin = tokens_[group.first].span.begin;
    unit.former = group.former;
    if (group.organization < 0 || mention_of_token_[group.organization] < 0) return;
    unit.organization = mention_of_token_[group.organization];
    result_.mentions[unit.organization].head = false;
  }

  // 视效公司|Tarn Digital, 英国基金|Tidewater: words that say what kind of organisation the Latin name behind
  // them is, and are none themselves.
  bool DescribesNext(int token) const {
    if (token + 1 >= Count() || tokens_[token + 1].name < 0) return false;
    const NameClaim& claim = reading_.names[tokens_[token].name];
    const NameClaim& next = reading_.names[tokens_[token + 1].name];
    if (claim.known >= 0 || next.span.begin != claim.span.end) return false;
    if (!IsLatin(reading_.chars()[next.span.begin])) return SaysKindOfCompany(reading_, claim.span, next);
    if (!claim.types.Has(EntityType::kOrganization) || !next.types.Has(EntityType::kOrganization))
      return false;
    auto hit =
        std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                             [&](const PhraseHit& phrase) { return phrase.span.begin <= claim.span.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin < claim.span.end; ++hit) {
      const bool closes = hit->phrase->kind == Phrase::Kind::kSuffix && hit->span.end == claim.span.end;
      if (closes && hit->phrase->role == Phrase::Role::kLegal) return true;
      if (closes && hit->span.size() > 1)
        return reading_.Word({claim.span.begin, hit->span.begin}) != nullptr;
    }
    return false;
  }

  void AddPointers() {
    for (int i = 0; i < Count(); ++i) {
      const Phrase* nominal = tokens_[i].nominal;
      if (nominal == nullptr || tokens_[i].kind == Token::Kind::kName || IsInsideGroup(i)) continue;
      if (IntroducesName(i)) continue;
      Mention mention{
          nominal->role == Phrase::Role::kPronoun ? Mention::Kind::kPronoun : Mention::Kind::kNominal,
          tokens_[i].span, tokens_[i].span, nominal->types};
      if (nominal->role == Phrase::Role::kHolder) mention.kind = Mention::Kind::kTitle;
      mention.plural = nominal->plural;
      Add(mention, -1);
    }
  }

  // 创业公司|Figure, 平台|“场次”: the noun says what the name behind it is, and points to nothing before.
  bool IntroducesName(int token) const {
    const Phrase& nominal = *tokens_[token].nominal;
    if (nominal.role != Phrase::Role::kDescription || nominal.plural) return false;
    int next = token + 1;
    if (Is(next, U"“")) ++next;
    if (next >= Count() || tokens_[next].name < 0 || IsTitleHead(token)) return false;
    const NameClaim& name = reading_.names[tokens_[next].name];
    return !(name.types & nominal.types).empty() && name.source != NameClaim::Source::kPerson;
  }
  bool IsTitleHead(int token) const { return tokens_[token].title != nullptr; }

  // 实验室 in 超级智能实验室, CEO: the group speaks for its words.
  bool IsInsideGroup(int token) const {
    if (tokens_[token].title != nullptr) return true;
    auto unit = std::partition_point(units_.begin(), units_.end(),
                                     [&](Span span) { return span.end <= tokens_[token].span.begin; });
    return unit != units_.end() && unit->Contains(tokens_[token].span);
  }

  bool IsPerson(int token) const {
    return token >= 0 && token < Count() && tokens_[token].name >= 0 && mention_of_token_[token] >= 0 &&
           reading_.names[tokens_[token].name].types.Has(EntityType::kPerson);
  }

  // The titles that stand before a name, nearest first.
  std::vector<int> TitlesBefore(int token) const {
    std::vector<int> titles;
    int end = BeforeAge(token);
    if (Is(end - 1, U"——") || Is(end - 1, U"—")) --end;
    if (Is(end - 1, U"—")) --end;
    while (end >= 0 && title_ending_[end] >= 0) {
      titles.push_back(title_ending_[end]);
      const int joint = BeforePointer(groups_[titles.back()].first - 1);
      if (!Is(joint, U"、") && !Is(joint, U"兼") && !Is(joint, U"暨") && !Is(joint, U"和")) break;
      end = joint;
    }
    return titles;
  }

  // 学生、|31岁的|X: the joint before the age; the name itself where no age stands there.
  int BeforeAge(int token) const {
    constexpr std::u32string_view kNumerals = U"0123456789一二三四五六七八九十";
    if (!Is(token - 1, U"的")) return token;
    int begin = tokens_[token - 1].span.begin;
    if (begin == 0 || reading_.chars()[begin - 1] != U'岁') return token;
    --begin;
    while (begin > 0 && kNumerals.find(reading_.chars()[begin - 1]) != kNumerals.npos) --begin;
    int joint = token - 1;
    while (joint >= 0 && tokens_[joint].span.begin >= begin) --joint;
    return Is(joint, U"、") ? joint : token;
  }

  // X创始人、|现任公司|董事长: what stands before the words that say that a post is held now, and point to
  // where.
  int BeforePointer(int token) const {
    const auto points = [this](int at) {
      if (at < 0) return false;
      const Phrase* nominal = tokens_[at].nominal;
      const Phrase* modifier = tokens_[at].modifier;
      return (nominal != nullptr && nominal->types.Has(EntityType::kOrganization) && tokens_[at].name < 0) ||
             (modifier != nullptr && modifier->role == Phrase::Role::kCurrent);
    };
    int joint = token;
    while (token - joint < 2 && points(joint)) --joint;
    return joint;
  }

  // Titles in brackets or between commas after a name: 马化腾(腾讯董事局主席).
  int TitleAfter(int token) const {
    if (!Is(token + 1, U"(") || token + 2 > Count()) return -1;
    const int group = title_starting_[token + 2];
    return group >= 0 && Is(groups_[group].end, U")") ? group : -1;
  }

  void ReadPerson(int token) {
    if (!IsPerson(token)) return;
    std::vector<int> titles = TitlesBefore(token);
    const int after = TitleAfter(token);
    if (after >= 0) titles.insert(titles.begin(), after);
    if (titles.empty()) {
      TakeBareTitleAfter(token);
      return;
    }
    const int person = mention_of_token_[token];
    const size_t first_held = result_.held.size();
    for (int title : titles) Hold(person, title);
    held_of_[person] = {first_held, result_.held.size()};
    InheritOrganizations(person);
    DescribeHead(person);
  }

  // 陈志杰总裁: a title right after the name.
  void TakeBareTitleAfter(int token) {
    const int title = title_starting_[token + 1];
    if (title < 0 || !groups_[title].bare || IsPerson(groups_[title].end)) return;
    Hold(mention_of_token_[token], title);
    DescribeHead(mention_of_token_[token]);
  }

  void Hold(int person, int title) {
    const NounGroup& group = groups_[title];
    HeldTitle held{person};
    if (group.organization >= 0) held.organization = mention_of_token_[group.organization];
    const int thing = group.product >= 0 ? mention_of_token_[group.product] : -1;
    const bool unit = thing >= 0 && result_.mentions[thing].types.Only(EntityType::kUnit);
    held.product = thing;  // FAIR|研究主管: what it belongs to says the organisation
    held.title = group.span;
    held.former = group.former;
    held.founder = group.founder;
    held.mentor = group.mentor;
    held.pupil = group.pupil || (group.head->role == Phrase::Role::kStudent && IsOfPerson(group.first));
    held.rank = group.head->rank;
    const Mention& head = result_.mentions[person];
    held.evidence = {std::min(tokens_[group.first].span.begin, head.span.begin),
                     std::max(group.span.end, head.span.end)};
    group_taken_.resize(groups_.size());
    group_taken_[title] = 1;
    held.unit = group.unit >= 0 ? mention_of_group_[group.unit] : unit ? thing : -1;
    result_.held.push_back(held);
  }

  // X的|博士生, 其|研究生
  bool IsOfPerson(int first) const {
    const int owner = Is(first - 1, U"的") ? first - 2 : first - 1;
    if (owner < 0) return false;
    const Phrase* pointer = tokens_[owner].nominal;
    const bool pronoun = pointer != nullptr && pointer->role == Phrase::Role::kPronoun;
    return (pronoun && pointer->types.Has(EntityType::kPerson)) || (owner == first - 2 && IsPerson(owner));
  }

  // 前OpenAI联合创始人、首席科学家伊利亚: the post without an organisation is at the one named before it.
  void InheritOrganizations(int person) {
    for (size_t i = result_.held.size(); i-- > 0 && result_.held[i].person == person;) {
      HeldTitle& held = result_.held[i];
      if (held.organization >= 0 || i + 1 >= result_.held.size()) continue;
      const HeldTitle& before = result_.held[i + 1];
      if (before.person != person || before.organization < 0) continue;
      held.organization = before.organization;
      held.former = held.former || before.former;
    }
  }

  void DescribeHead(int person) {
    Mention& head = result_.mentions[person];
    head.types = EntityType::kPerson;
    bool first = true;
    size_t begin = result_.held.size();
    while (begin > 0 && result_.held[begin - 1].person == person) --begin;
    for (size_t i = begin; i < result_.held.size(); ++i) {
      const HeldTitle& held = result_.held[i];
      head.chain = {std::min(head.chain.begin, held.evidence.begin),
                    std::max(head.chain.end, held.evidence.end)};
      if (held.organization >= 0) result_.mentions[held.organization].head = false;
      if (held.product >= 0) result_.mentions[held.product].head = false;
      if (held.unit >= 0) result_.mentions[held.unit].head = false;
      if (!first) continue;
      first = false;
      head.founder = held.founder;
      if (held.rank <= kLowestPost) head.title = held.title;
      head.organization = held.organization;
      head.unit = held.unit;
      head.former = held.former;
    }
  }

  void AddTitles() {
    group_taken_.resize(groups_.size());
    for (size_t i = 0; i < groups_.size(); ++i) {
      const NounGroup& group = groups_[i];
      if (group.kind != NounGroup::Kind::kTitle || group_taken_[i] || IsInsideLaterTitle(i)) continue;
      if (group.head->risky && group.organization < 0) continue;
      Mention mention{Mention::Kind::kTitle,
                      group.span,
                      {tokens_[group.first].span.begin, group.span.end},
                      EntityType::kPerson};
      mention.title = group.span;
      mention.former = group.former;
      mention.founder = group.founder;
      if (group.organization >= 0) mention.organization = mention_of_token_[group.organization];
      if (group.unit >= 0) mention.unit = mention_of_group_[group.unit];
      for (int inner : {mention.organization, mention.unit}) {
        if (inner >= 0) result_.mentions[inner].head = false;
      }
      Add(mention, -1);
    }
  }

  bool IsInsideLaterTitle(size_t i) const {
    for (size_t k = i + 1; k < groups_.size() && groups_[k].first < groups_[i].end; ++k) {
      if (groups_[k].kind == NounGroup::Kind::kTitle) return true;
    }
    return false;
  }

  // 始祖鸟|母公司|亚玛芬: of the two the owner is meant.
  void DescribeOwners() {
    for (int token = 1; token + 1 < Count(); ++token) {
      const Phrase* connector = tokens_[token].connector;
      if (connector == nullptr || connector->role != Phrase::Role::kOwner) continue;
      const int part = mention_of_token_[token - 1], owner = mention_of_token_[token + 1];
      if (part < 0 || owner < 0) continue;
      result_.mentions[part].head = false;
      result_.mentions[owner].chain.begin = result_.mentions[part].span.begin;
    }
  }

  // 薇娅|丈夫|董海锋: whose relative somebody is takes no part.
  void DescribeRelatives() {
    for (int token = 1; token + 1 < Count(); ++token) {
      const Phrase* title = tokens_[token].title;
      if (title == nullptr || title->role != Phrase::Role::kKinship) continue;
      const int before = token - (Is(token - 1, U"之") || Is(token - 1, U"的") ? 2 : 1);
      const int possessor = before < 0 ? -1 : mention_of_token_[before],
                relative = mention_of_token_[token + 1];
      if (possessor < 0 || relative < 0 || !IsPerson(token + 1)) continue;
      result_.mentions[possessor].head = false;
      result_.mentions[relative].types = EntityType::kPerson;
      result_.mentions[relative].chain.begin = result_.mentions[possessor].span.begin;
    }
  }

  void ConnectUnits() {
    for (size_t i = 0; i < groups_.size(); ++i) {
      if (mention_of_group_[i] < 0 || groups_[i].organization < 0) continue;
      const int organization = mention_of_token_[groups_[i].organization];
      if (organization < 0) continue;
      Mention& unit = result_.mentions[mention_of_group_[i]];
      unit.organization = organization;
      unit.chain.begin = std::min(unit.chain.begin, tokens_[groups_[i].first].span.begin);
      unit.former = groups_[i].former;
      result_.mentions[organization].head = false;
    }
    for (int token = 1; token < Count(); ++token) ConnectNamedUnit(token);
  }

  // 松果游戏|盘古工作室.
  void ConnectNamedUnit(int token) {
    // 云岚的|“浪尖工作室”
    const bool quoted = token > 2 && Is(token - 1, U"“") && Is(token - 2, U"的");
    const int before = token - (quoted ? 3 : 1);
    const int unit = mention_of_token_[token], owner = mention_of_token_[before];
    if (unit < 0 || owner < 0 || (!quoted && tokens_[before].span.end != tokens_[token].span.begin)) return;
    Mention& part = result_.mentions[unit];
    Mention& whole = result_.mentions[owner];
    if (!part.types.Only(EntityType::kUnit) || part.organization >= 0) return;
    if (!whole.types.Has(EntityType::kOrganization) || whole.types.Has(EntityType::kPerson)) return;
    part.organization = owner;
    part.chain.begin = std::min(part.chain.begin, whole.span.begin);
    whole.head = false;
  }

  // Text order; numbers inside mentions and held titles follow.
  void Sort() {
    std::vector<int> order(result_.mentions.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
      const Span left = result_.mentions[a].span, right = result_.mentions[b].span;
      return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::vector<int> place(order.size() + 1, -1);
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<int>(i);
    auto moved = [&place](int index) { return index < 0 ? -1 : place[index]; };
    ChainReading sorted;
    for (int index : order) {
      Mention mention = result_.mentions[index];
      mention.organization = moved(mention.organization);
      mention.unit = moved(mention.unit);
      sorted.mentions.push_back(mention);
      sorted.name_of.push_back(result_.name_of[index]);
    }
    for (HeldTitle held : result_.held) {
      held.person = moved(held.person);
      held.organization = moved(held.organization);
      held.product = moved(held.product);
      held.unit = moved(held.unit);
      sorted.held.push_back(held);
    }
    result_ = std::move(sorted);
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<NounGroup> groups_;
  std::vector<int> mention_of_token_, mention_of_group_, title_ending_, title_starting_;
  HeldRanges held_of_;                         // of result_.held
  std::unordered_map<int, int> described_by_;  // by token of a name: the group that says what unit it is
  std::vector<char> group_taken_;
  std::vector<Span> units_;
  ChainReading result_;
};

}  // namespace

ChainReading ReadChains(const Reading& reading) { return ChainReader(reading).Read(); }

}  // namespace annals
