#include "extractor/mentions/noun_groups.h"

#include <algorithm>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

constexpr int kLongestGroup = 12;  // tokens before a head
constexpr int kSpeaking = 4;       // characters of an ending that says what a unit does

class GroupReader {
 public:
  explicit GroupReader(const Reading& reading) : reading_(reading), tokens_(reading.tokens) {}

  std::vector<NounGroup> Read() {
    for (int i = 0; i < static_cast<int>(tokens_.size()); ++i) {
      if (IsUnitHead(i)) AddUnit(i);
      if (IsTitleHead(i)) AddTitle(i);
    }
    return std::move(groups_);
  }

 private:
  bool Is(int i, char32_t c) const {
    return i >= 0 && i < static_cast<int>(tokens_.size()) && tokens_[i].span.size() == 1 &&
           reading_.chars()[tokens_[i].span.begin] == c;
  }
  const NameClaim* Name(int i) const {
    return tokens_[i].name < 0 ? nullptr : &reading_.names[tokens_[i].name];
  }

  bool IsUnitHead(int i) const {
    const Token& token = tokens_[i];
    if (token.kind != Token::Kind::kWord) return false;
    return token.suffix_types.Has(EntityType::kUnit) || IsOwnedUnit(i) || IsBusiness(i);
  }

  // 仁和医院|护理部: a word of the dictionary with the ending of units, right behind an organisation.
  bool IsOwnedUnit(int i) const {
    const Token& token = tokens_[i];
    if (i == 0 || token.word == nullptr || token.tag() != 'n' || token.span.size() < 3) return false;
    if (token.suffix != nullptr || token.title != nullptr || token.nominal != nullptr) return false;
    if (InnerSuffix(i) == nullptr || tokens_[i - 1].span.end != token.span.begin) return false;
    return IsOrganization(i - 1) || IsHandled(i) || FollowsUnit(i);
  }

  // 设立智能制造中心和|营销中心: behind one that is a unit.
  bool FollowsUnit(int i) const {
    if (groups_.empty() || i == 0) return false;
    const NounGroup& last = groups_.back();
    return last.kind == NounGroup::Kind::kUnit && !last.bare && last.end == i - 1 &&
           IsListJoint(reading_.View(tokens_[i - 1].span));
  }

  // 出售|游戏业务: one word of the dictionary or of titles, with an ending of units; but 游戏业务|总裁.
  bool IsBusiness(int i) const {
    constexpr int kShortest = 3;
    const Token& token = tokens_[i];
    const bool field = token.modifier != nullptr && token.modifier->role == Phrase::Role::kDomain;
    const bool word = field || (token.word != nullptr && token.tag() == 'n' && token.modifier == nullptr);
    if (!word || token.span.size() < kShortest || token.suffix != nullptr || token.nominal != nullptr)
      return false;
    const size_t next = i + 1;
    if (token.title != nullptr || (next < tokens_.size() && tokens_[next].title != nullptr)) return false;
    constexpr std::u32string_view kEnding = U"业务";
    return reading_.View({token.span.end - 2, token.span.end}) == kEnding;
  }

  // 撤销|审计部, 审计部|经理: between a verb of units and the word, or before a title.
  bool IsHandled(int i) const {
    constexpr int kLongestField = 2;
    int before = i - 1;  // 撤销|综合|管理部: what the unit does may stand between
    for (int field = 0; field < kLongestField && before > 0; ++field, --before) {
      if (tokens_[before].wall != nullptr || tokens_[before].span.size() < 2 || !IsNounLike(before)) break;
    }
    const MentionContext::Wall* wall = tokens_[BeforeOpening(before)].wall;
    if (wall != nullptr && wall->after.Has(EntityType::kUnit)) return true;
    const size_t next = i + 1;
    return wall != nullptr && next < tokens_.size() && tokens_[next].title != nullptr;
  }

  // The strong ending of units that the word ends with.
  const Phrase* InnerSuffix(int i) const {
    const Span span = tokens_[i].span;
    auto hit = std::partition_point(reading_.phrases.begin(), reading_.phrases.end(),
                                    [&](const PhraseHit& phrase) { return phrase.span.begin <= span.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin < span.end; ++hit) {
      const bool suffix = hit->phrase->kind == Phrase::Kind::kSuffix && hit->span.end == span.end;
      const bool unit = hit->phrase->types.Has(EntityType::kUnit) &&
                        (hit->phrase->role != Phrase::Role::kWeak || IsBusiness(i));
      if (suffix && unit) return hit->phrase;
    }
    return nullptr;
  }

  // The ending as one of units; `suffix` may be its reading as one of companies.
  const Phrase* UnitSuffix(int i) const {
    auto hit = std::partition_point(
        reading_.phrases.begin(), reading_.phrases.end(),
        [&](const PhraseHit& phrase) { return phrase.span.begin < tokens_[i].span.begin; });
    for (; hit != reading_.phrases.end() && hit->span.begin == tokens_[i].span.begin; ++hit) {
      const bool suffix = hit->phrase->kind == Phrase::Kind::kSuffix && hit->span == tokens_[i].span;
      if (suffix && hit->phrase->types.Has(EntityType::kUnit)) return hit->phrase;
    }
    return tokens_[i].suffix != nullptr ? tokens_[i].suffix : InnerSuffix(i);
  }

  bool IsTitleHead(int i) const {
    const Token& token = tokens_[i];
    if (token.title == nullptr || token.kind == Token::Kind::kName) return false;
    return token.title->role != Phrase::Role::kHonorific && token.title->role != Phrase::Role::kKinship;
  }

  bool IsNounLike(int i) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::kOther) {
      const char32_t c = reading_.chars()[token.span.begin];
      return IsLatin(c) || c == U'/' || c == U'&' || c == U'-';
    }
    if (token.kind != Token::Kind::kWord) return false;
    if (token.modifier != nullptr)
      return token.modifier->role == Phrase::Role::kDomain || token.modifier->role == Phrase::Role::kRank;
    if (token.wall != nullptr) return IsVerbInName(i);
    const bool points = token.nominal != nullptr && !IsBareUnit(i);
    if (points || IsPupilOf(token) || IsAct(token) || IsNotice(i) || OpensWithCopula(token)) return false;
    if (IsStray(i) || IsOrdinal(i)) return true;
    if (token.suffix != nullptr) return true;
    const char tag = token.tag(), subtag = token.subtag();
    if (tag == 'n' || tag == 'b' || tag == 'j' || tag == 'z' || (tag == 'v' && subtag == 'n')) return true;
    return (token.span.size() >= 2 && (tag == 'v' || tag == 'l' || tag == 'i' || tag == 'a')) || IsPrefix(i);
  }

  // 电商|事业部|总经理: no unit named before, but one that the post names.
  bool IsBareUnit(int i) const {
    const Token& token = tokens_[i];
    return token.nominal->types.Only(EntityType::kUnit) && token.nominal->reach == Phrase::Reach::kBare &&
           token.tag() == 'n';
  }

  // 成立|集成|视觉中心: behind a verb of units, another verb opens the name of one.
  bool IsVerbInName(int i) const {
    const Span verb = tokens_[i].span;
    return i > 0 && verb.size() > 1 && reading_.chars()[verb.end - 1] != U'的' && !Is(i + 1, U'的') &&
           IsHandled(i);
  }

  // 裂缝|是从|语音组
  bool OpensWithCopula(const Token& token) const {
    return token.span.size() > 1 && reading_.chars()[token.span.begin] == U'是' && token.tag() == 'v';
  }

  // 师从|AI领域顶尖学者: what says whose pupil somebody is opens no title.
  static bool IsPupilOf(const Token& token) {
    return token.connector != nullptr && token.connector->role == Phrase::Role::kPupil;
  }

  // EDG|官宣|教练: what somebody does is no part of a title.
  static bool IsAct(const Token& token) {
    return token.connector != nullptr && token.connector->role == Phrase::Role::kAct && token.tag() != 'n';
  }

  // 公司|公告|副总经理X辞职, 主要|涉及|硬件事业部: what is put out or touched on is no part of a title or
  // unit.
  bool IsNotice(int i) const {
    constexpr std::u32string_view kNotices[] = {U"公告", U"通报", U"公示", U"通告",
                                                U"涉及", U"波及", U"涵盖"};
    return std::find(std::begin(kNotices), std::end(kNotices), reading_.View(tokens_[i].span)) !=
           std::end(kNotices);
  }

  // 超|充|团队: single characters of no grammar right before the head of a unit.
  bool IsStray(int i) const {
    if (tokens_[i].span.size() != 1 || i + 1 >= static_cast<int>(tokens_.size())) return false;
    const char tag = tokens_[i].tag();
    const bool plain = tag != 'u' && tag != 'p' && tag != 'd' && tag != 'c' && tag != 'r' && tag != 'm' &&
                       tag != 'q' && tag != 'f' && tag != 'y';
    const bool before_head = IsUnitHead(i + 1) || (i + 2 < static_cast<int>(tokens_.size()) &&
                                                   IsUnitHead(i + 2) && tokens_[i + 1].span.size() == 1);
    return plain && before_head && (tokens_[i].word == nullptr || tokens_[i].word->cost > 7.5f);
  }

  // 把|小|分子|部: one character right behind what cannot be part of a name.
  bool IsPrefix(int i) const {
    if (tokens_[i].span.size() != 1 || i == 0 || i + 1 >= static_cast<int>(tokens_.size())) return false;
    const char32_t c = reading_.chars()[tokens_[i].span.begin];
    const Token& before = tokens_[i - 1];
    const bool joint = before.wall != nullptr || Is(i - 1, U'把') || Is(i - 1, U'将') || Is(i - 1, U'和') ||
                       Is(i - 1, U'与') || Is(i - 1, U'任') || Is(i - 1, U'“');
    return joint && (c == U'小' || c == U'大' || c == U'多' || c == U'微') && !IsUnitHead(i + 1);
  }

  // 研发|二|部: the number of a department.
  bool IsOrdinal(int i) const {
    return tokens_[i].span.size() == 1 && tokens_[i].tag() == 'm' &&
           i + 1 < static_cast<int>(tokens_.size()) && IsUnitHead(i + 1) && tokens_[i + 1].span.size() == 1;
  }

  static bool IsVerb(const Token& token) {
    return token.modifier == nullptr && token.suffix == nullptr && token.tag() == 'v' &&
           token.subtag() != 'n';
  }

  bool IsThing(int i) const {
    const NameClaim* name = Name(i);
    return name != nullptr && (name->types.Has(EntityType::kProduct) || name->types.Has(EntityType::kUnit)) &&
           !name->types.Has(EntityType::kOrganization);
  }
  bool IsOrganization(int i) const {
    const NameClaim* name = Name(i);
    return name != nullptr && name->types.Has(EntityType::kOrganization);
  }

  // 前|总裁, 云岚科技|前|总裁
  void TakeFormer(int former, NounGroup* group) const {
    group->former = true;
    group->first = former;
    const int before = Is(former - 1, U'的') ? former - 2 : former - 1;
    if (before >= 0 && IsOrganization(before)) TakeOrganization(before, group);
  }

  // What a group cannot begin with is none of it.
  int FirstWord(int i, int last, const NounGroup& group) const {
    while (i < last && ((IsVerb(tokens_[i]) && !IsWholeVerb(i, group)) || IsDeterminer(i) || IsBesides(i) ||
                        Is(i, U'/') || Is(i, U'的') || IsHome(i, group) || IsOwnedMark(i)))
      ++i;
    return i;
  }

  // Walks left from the head at `last`; sets first, organization, product, former and the begin of the span.
  void Grow(int last, NounGroup* group) const {
    int i = last;             // the leftmost token that belongs to the title or unit
    bool possessive = false;  // one 的 was crossed
    while (i > 0 && last - i < kLongestGroup) {
      const int left = i - 1;
      // 副总经理|兼|数位金融处: two posts, and no name of one unit.
      if (group->kind == NounGroup::Kind::kUnit && IsBesides(left)) break;
      if (IsFormer(left)) {
        TakeFormer(left, group);
        break;
      }
      if (IsOrganization(left)) {
        TakeOrganization(left, group);
        break;
      }
      if (Is(left, U'的') && !possessive && left > 0 &&
          (IsOrganization(left - 1) || IsThing(left - 1) || IsUnitHead(left - 1))) {
        possessive = true;
        if (IsOrganization(left - 1)) {
          TakeOrganization(left - 1, group);
          break;
        }
        i = left;
        continue;
      }
      const bool quoted =
          left >= 2 && ((Is(left, U'”') && Is(left - 2, U'“')) || (Is(left, U'》') && Is(left - 2, U'《')));
      if (quoted && IsThing(left - 1)) {
        group->product = left - 1;
        i = left - 2;
        continue;
      }
      if (IsThing(left)) {
        group->product = left;
      } else if (Is(left, U'籍') || (!IsNounLike(left) && !IsJoint(left, i))) {
        break;
      }
      i = left;
    }
    i = FirstWord(i, last, *group);
    group->span.begin = tokens_[i].span.begin;
    if (group->organization < 0 && !group->former) group->first = i;
    group->first = std::min(group->first, i);
    group->bare = i == last;
  }

  // 旗下|冰品业务: says whose it is, and is no part of the name.
  bool IsOwnedMark(int i) const {
    return tokens_[i].connector != nullptr && tokens_[i].connector->role == Phrase::Role::kOwned;
  }

  // 巴西|前锋: where somebody with a calling is from; but 香港|总经理.
  bool IsHome(int i, const NounGroup& group) const {
    constexpr int kCalling = 4;
    return group.kind == NounGroup::Kind::kTitle && group.head->rank >= kCalling && tokens_[i].tag() == 'n' &&
           tokens_[i].subtag() == 's';
  }

  // 开放|平台部, 拓展|部: where nothing before it could govern a verb, the verb opens the name of a
  // department.
  bool IsWholeVerb(int i, const NounGroup& group) const {
    if (group.kind != NounGroup::Kind::kUnit) return false;
    const bool head = IsStrong(*group.head) || tokens_[group.end - 1].span.size() == 1;
    // 重组|研发|中心: behind a trigger also before a head that is no name alone.
    // 云岚科技的|补习|业务: so it does behind the owner.
    const bool owned = group.organization >= 0 && Is(i - 1, U'的') && tokens_[i].span.size() > 1;
    if (!head) return i > 0 && (tokens_[i - 1].wall != nullptr || owned) && tokens_[i].wall == nullptr;
    if (i == 0 || tokens_[i - 1].span.end < tokens_[i].span.begin) return true;
    const Token& before = tokens_[BeforeOpening(i - 1)];
    return before.kind != Token::Kind::kWord || before.wall != nullptr || IsCaseMarker(i - 1);
  }
  // 新设|了一个|移植组, 重组|其|应用团队: what stands before the words that open a noun phrase.
  int BeforeOpening(int i) const {
    constexpr int kLongestOpening = 3;
    for (int skipped = 0; i > 0 && skipped < kLongestOpening && OpensNoun(i); ++skipped) --i;
    return i;
  }
  bool OpensNoun(int i) const {
    return Is(i, U'其') || Is(i, U'了') || IsDeterminer(i) || tokens_[i].tag() == 'm' ||
           tokens_[i].tag() == 'q';
  }
  bool IsCaseMarker(int i) const {
    return tokens_[i].tag() == 'p' || tokens_[i].tag() == 'u' || Is(i, U'将');
  }
  bool IsDeterminer(int i) const {
    return tokens_[i].connector != nullptr && tokens_[i].connector->role == Phrase::Role::kDeterminer;
  }

  bool IsBesides(int i) const { return Is(i, U'兼') || Is(i, U'暨'); }

  // CEO兼总裁, 首席科学家/副总裁.
  bool IsJoint(int left, int head) const {
    if (left == 0) return false;
    const bool two_fields = (Is(left, U'与') || Is(left, U'和') || Is(left, U'及')) &&
                            IsFieldOrRegion(left - 1) && IsFieldOrRegion(head);
    const bool two_posts = IsBesides(left) || Is(left, U'/') || Is(left, U'与') || Is(left, U'和');
    return two_fields || (two_posts && tokens_[left - 1].title != nullptr);
  }
  // 北美|及|欧洲|业务主管, 人力资源|与|行政|总监.
  bool IsFieldOrRegion(int i) const {
    const Phrase* modifier = tokens_[i].modifier;
    if (modifier == nullptr) return false;
    const bool place = tokens_[i].tag() == 'n' && tokens_[i].subtag() == 's';
    return modifier->role == Phrase::Role::kDomain || (modifier->role == Phrase::Role::kRank && place);
  }
  // 卸任|董事长X, but X|卸任|董事长 says what X did.
  bool IsFormer(int i) const {
    if (tokens_[i].modifier == nullptr || tokens_[i].modifier->role != Phrase::Role::kFormer) return false;
    return tokens_[i].wall == nullptr || i == 0 || !IsPerson(i - 1);
  }
  bool IsPerson(int i) const {
    const NameClaim* name = Name(i);
    return name != nullptr && name->types.Has(EntityType::kPerson);
  }

  void TakeOrganization(int token, NounGroup* group) const {
    group->organization = token;
    group->first = token;
    int left = token - 1;
    if (Is(token + 1, U'”') && left >= 0) group->first = left--;
    if (left >= 0 && IsFormer(left)) {
      group->former = true;
      group->first = left;
    }
  }

  void AddUnit(int i) {
    NounGroup group{NounGroup::Kind::kUnit, i, i + 1};
    group.span.end = tokens_[i].span.end;
    group.head = UnitSuffix(i);
    Grow(i, &group);
    if (group.head->role == Phrase::Role::kWeak && !IsVouched(group) && !FollowsUnit(group.first))
      group.bare = true;
    if (IsBusiness(i) && group.bare) group.bare = !IsVouched(group);
    if (group.head->role == Phrase::Role::kWhole || IsOwnedUnit(i) || IsFounded(group) ||
        IsInstitute(group) || IsPlaced(group) || (group.span.size() >= kSpeaking && FollowsUnit(group.first)))
      group.bare = false;
    groups_.push_back(group);
  }

  // 天衡集团的|研究院: an organisation has one, of 团队 any number.
  bool IsInstitute(const NounGroup& group) const {
    constexpr int kShortest = 3;
    const char32_t last = reading_.chars()[group.span.end - 1];
    return group.bare && group.organization >= 0 && group.span.size() >= kShortest &&
           (last == U'院' || last == U'所');
  }

  // 新设的|制造中心: what a verb has right before it, and says what it does, is a unit of that name.
  bool IsFounded(const NounGroup& group) const {
    if (!group.bare || group.first != group.end - 1 || group.first == 0) return false;
    const MentionContext::Wall* wall = tokens_[group.first - 1].wall;
    return group.span.size() >= kSpeaking && wall != nullptr && wall->after.Has(EntityType::kUnit);
  }

  // 关闭|位于苏州的|研发中心: where a unit is tells which one.
  bool IsPlaced(const NounGroup& group) const {
    constexpr int kReach = 5;  // tokens
    constexpr std::u32string_view kWhere[] = {U"位于", U"设在", U"设于", U"坐落于", U"地处"};
    if (!group.bare || group.span.size() < kSpeaking || !Is(group.first - 1, U'的')) return false;
    const Token& place = tokens_[std::max(0, group.first - 2)];  // 在|深圳|的研发中心
    if (place.tag() == 'n' && place.subtag() == 's') return true;
    for (int i = group.first - 2; i >= std::max(0, group.first - kReach); --i) {
      const std::u32string_view word = reading_.View(tokens_[i].span);
      if (std::find(std::begin(kWhere), std::end(kWhere), word) != std::end(kWhere)) return true;
    }
    return false;
  }

  static bool IsStrong(const Phrase& head) {
    return head.role == Phrase::Role::kStrong || head.role == Phrase::Role::kWhole;
  }

  // 业务, 中心: only an owner, a trigger on either side or a preposition makes such a word a unit.
  bool IsVouched(const NounGroup& group) const {
    if (group.organization >= 0) return true;
    const int before = BeforeOpening(group.first - 1), after = group.end;
    if (before >= 0 &&
        (tokens_[before].wall != nullptr || tokens_[before].tag() == 'p' || IsOwnedMark(before)))
      return true;
    // 发射试验队|队长
    if (!group.bare && after < static_cast<int>(tokens_.size()) && tokens_[after].title != nullptr)
      return true;
    // 备受期待的|智能驾驶研究院
    if (before >= 0 && Is(before, U'的') && group.first < group.end - 1) return true;
    return after < static_cast<int>(tokens_.size()) && tokens_[after].wall != nullptr;
  }

  void AddTitle(int i) {
    NounGroup group{NounGroup::Kind::kTitle, i, i + 1};
    group.span.end = tokens_[i].span.end;
    group.head = tokens_[i].title;
    group.founder = group.head->role == Phrase::Role::kFounder;
    group.mentor = group.head->role == Phrase::Role::kMentor;
    group.pupil = group.head->role == Phrase::Role::kPupil;
    Grow(i, &group);
    for (int k = static_cast<int>(groups_.size()) - 1; k >= 0 && groups_[k].end > group.first; --k) {
      const NounGroup& inner = groups_[k];
      if (inner.kind == NounGroup::Kind::kUnit && !inner.bare && group.unit < 0) group.unit = k;
      if (inner.kind == NounGroup::Kind::kTitle) group.founder = group.founder || inner.founder;
    }
    groups_.push_back(group);
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::vector<NounGroup> groups_;
};

}  // namespace

std::vector<NounGroup> FindNounGroups(const Reading& reading) { return GroupReader(reading).Read(); }

}  // namespace annals
