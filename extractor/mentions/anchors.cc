#include "extractor/mentions/anchors.h"

#include <algorithm>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr float kFrequentWord = 9.5f;  // nats: about one word in thirteen thousand

// Parts of speech of words that join names to the sentence: adverb, preposition, conjunction, particle,
// pronoun.
bool IsFunctionTag(char tag) {
  return tag == 'd' || tag == 'p' || tag == 'c' || tag == 'u' || tag == 'r' || tag == 'y';
}

// 了, 过, 着: 发布|了|….
bool IsAspect(const Reading& reading, int joint) {
  if (joint >= reading.size()) return false;
  const char32_t c = reading.chars()[joint];
  return c == U'了' || c == U'过' || c == U'着';
}

// A word for a kind of organisation: 公司, 平台, 创业公司.
bool IsDescriptor(const Phrase& phrase) {
  if (phrase.role == Phrase::Role::kDescriptor) return true;
  if (phrase.kind == Phrase::Kind::kSuffix) return phrase.types.Has(EntityType::kOrganization);
  return phrase.kind == Phrase::Kind::kNominal && phrase.reach == Phrase::Reach::kBare &&
         phrase.types.Has(EntityType::kOrganization);
}

// 宁浩|导演|的《…》: the calling as a verb, of which only people are the subject.
bool IsDoneTo(const Reading& reading, int joint) {
  return joint + 1 < reading.size() && reading.chars()[joint] == U'的' && reading.chars()[joint + 1] == U'《';
}

// 机柜|商, 设备|厂.
bool FollowsNoun(const Reading& reading, int joint) {
  if (joint < 2) return false;
  const Vocabulary::Word* word = reading.Word({joint - 2, joint});
  return word != nullptr && (word->tag == 'n' || word->tag == 'v');
}

constexpr int kLongestCode = 16;  // characters

// 02999.HK, 600519, SH600519.
bool IsStockCode(std::u32string_view text) {
  constexpr long kFewestDigits = 4;
  if (text.size() > kLongestCode || std::count_if(text.begin(), text.end(), IsDigit) < kFewestDigits)
    return false;
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return IsDigit(c) || IsUpper(c) || c == U'.' || c == U':' || c == U' ';
  });
}

// 一|同, 从|事: the character belongs to a word with its neighbour.
bool IsPieceOfWord(const Reading& reading, int i) {
  return reading.Word({i - 1, i + 1}) != nullptr ||
         (i + 2 <= reading.size() && reading.Word({i, i + 2}) != nullptr);
}

int AsSubject(TypeSet types) {
  int flags = 0;
  if (types.Has(EntityType::kPerson)) flags |= Anchors::kPersonStarts;
  if (types.Has(EntityType::kOrganization)) flags |= Anchors::kOrganizationStarts;
  if (types.Has(EntityType::kProduct)) flags |= Anchors::kProductStarts;
  return flags;
}

int AsObject(TypeSet types) {
  int flags = 0;
  if (types.Has(EntityType::kPerson)) flags |= Anchors::kPersonEnds;
  if (types.Has(EntityType::kOrganization)) flags |= Anchors::kOrganizationEnds;
  return flags;
}

// 海鸿宣布|裁员, 海鸿否认|将裁员: whoever speaks of what only companies do is one.
bool CompanyActsAt(const Reading& reading, int joint) {
  static constexpr std::u32string_view kAuxiliaries = U"将拟要已";
  const std::vector<MentionContext::Wall>& walls = reading.context.walls;
  const auto next = std::partition_point(
      walls.begin(), walls.end(), [joint](const MentionContext::Wall& w) { return w.span.begin < joint; });
  if (next == walls.end() || !next->before.Has(EntityType::kOrganization)) return false;
  if (next->before.Has(EntityType::kPerson)) return false;
  return next->span.begin == joint ||
         (next->span.begin == joint + 1 && kAuxiliaries.find(reading.chars()[joint]) != kAuxiliaries.npos);
}

constexpr std::u32string_view kWhen = U"于";

// 于谦诚已|于7月底|离职: a time with its preposition.
int BeginOfWhen(const Reading& reading, Span time) {
  const bool marked = time.begin > 0 && kWhen.find(reading.chars()[time.begin - 1]) != kWhen.npos;
  return marked ? time.begin - 1 : time.begin;
}

// A word for a kind of product and for nothing else.
bool IsProductNoun(const Phrase& phrase) {
  return phrase.kind == Phrase::Kind::kSuffix && phrase.types.Only(EntityType::kProduct);
}

}  // namespace

Anchors::Anchors(const Reading& reading) : flags_(reading.size() + 1), adverb_begin_(reading.size() + 1, -1) {
  for (const TimeMention& time : reading.context.times)
    adverb_begin_[time.span.end] = BeginOfWhen(reading, time.span);
  MarkStops(reading);
  MarkPhrases(reading);
  MarkHolders(reading);
  MarkWalls(reading);
  MarkCourtesies(reading);
  MarkTopics(reading);
  MarkStockCodes(reading);
  MarkFunctionWords(reading);
}

void Anchors::MarkStops(const Reading& reading) {
  const int size = reading.size();
  std::vector<char> solid(size + 1, 0);  // characters that belong to fixed claims or are not Han
  for (int i = 0; i < size; ++i) solid[i] = !IsHan(reading.chars()[i]);
  for (const NameClaim& claim : reading.fixed) {
    for (int i = claim.span.begin; i < claim.span.end; ++i) solid[i] = 1;
  }
  for (const TimeMention& time : reading.context.times) {
    for (int i = time.span.begin; i < time.span.end; ++i) solid[i] = 1;
  }
  for (const Quantity& quantity : reading.context.quantities) {
    for (int i = quantity.core.begin; i < quantity.core.end; ++i) solid[i] = 1;
  }
  stop_after_.assign(size + 1, size);
  stop_before_.assign(size + 1, 0);
  for (int i = size - 1; i >= 0; --i) stop_after_[i] = solid[i] ? i : stop_after_[i + 1];
  for (int i = 1; i <= size; ++i) stop_before_[i] = solid[i - 1] ? i : stop_before_[i - 1];
  for (int i = 0; i <= size; ++i) {
    if (i == 0 || solid[i - 1]) Set(i, kEdgeLeft);
    if (i == size || solid[i]) Set(i, kEdgeRight);
    static constexpr std::u32string_view kMarks = U"。,;!?:()\n";
    if (i == size || kMarks.find(reading.chars()[i]) != kMarks.npos) Set(i, kClauseEnds);
    if (i > 0 && reading.chars()[i - 1] == U'、') Set(i, kListLeft);
    if (i < size && reading.chars()[i] == U'、') Set(i, kListRight);
  }
}

void Anchors::MarkPhrases(const Reading& reading) {
  constexpr int kLongestBoth = 3;  // characters: up to here the same ending may be one of companies
  std::vector<char> product_noun(reading.size() + 1, 0);
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.span.size() < 2 && hit.phrase->kind == Phrase::Kind::kTitle) continue;
    if (hit.phrase->kind == Phrase::Kind::kEntity) {
      const bool company = hit.phrase->types.Only(EntityType::kOrganization) && !hit.phrase->risky;
      if (company && hit.span.size() > 2) Set(hit.span.end, kCompanyEnds);
      continue;
    }
    MarkOwners(reading, hit);
    if (hit.phrase->kind == Phrase::Kind::kTitle && IsDoneTo(reading, hit.span.end)) {
      Set(hit.span.begin, kPersonStarts | kWallStarts | kLongWallStarts);
    } else if (hit.phrase->kind == Phrase::Kind::kTitle) {
      Set(hit.span.begin, kTitleStarts);
      if (hit.phrase->rank == 1) Set(hit.span.begin, kHeadTitleStarts);
      Set(hit.span.end, kTitleEnds);
    } else if (hit.phrase->kind == Phrase::Kind::kModifier) {
      if (hit.phrase->role == Phrase::Role::kFormer) Set(hit.span.end, kFormerEnds);
      if (hit.phrase->role == Phrase::Role::kDomain) Set(hit.span.begin, kFieldStarts);
    } else if (hit.phrase->role == Phrase::Role::kAct) {
      constexpr int kAnybody = kPersonStarts | kOrganizationStarts | kProductStarts;
      constexpr int kCompany = kOrganizationStarts;
      const int subject = CompanyActsAt(reading, hit.span.end) ? kCompany : kAnybody;
      Set(hit.span.begin, subject | kWallStarts | kLongWallStarts);
      CarryOverAdverbs(reading, hit.span.begin, subject);
    } else if (hit.phrase->role == Phrase::Role::kIsCompany || hit.phrase->role == Phrase::Role::kIsWare) {
      const bool company = hit.phrase->role == Phrase::Role::kIsCompany;
      const int subject = company ? kOrganizationStarts : kProductStarts;
      Set(hit.span.begin, subject | kWallStarts | kLongWallStarts);
      CarryOverAdverbs(reading, hit.span.begin, subject);
    } else if (hit.phrase->role == Phrase::Role::kModal) {
      adverb_begin_[hit.span.end] = hit.span.begin;
    } else if (hit.phrase->role == Phrase::Role::kOpener) {
      if (Has(hit.span.begin, kEdgeLeft)) Set(hit.span.begin, kOpenerStarts);
    } else if (hit.phrase->role == Phrase::Role::kPupil && hit.phrase->kind == Phrase::Kind::kConnector) {
      Set(hit.span.end, kPersonEnds);  // 师承|秦望山
    } else if (hit.phrase->role == Phrase::Role::kOwned || hit.phrase->role == Phrase::Role::kOwner) {
      Set(hit.span.end, kOwnedEnds);
    } else if (product_noun[hit.span.end] || (hit.span.size() == 1 && Has(hit.span.end, kTitleEnds))) {
      continue;  // 聊天机器人, though 机器人 alone ends the names of companies; 科学|家
    } else if (IsDescriptor(*hit.phrase) && (hit.span.size() > 1 || FollowsNoun(reading, hit.span.begin))) {
      Set(hit.span.end, kDescriptorEnds);
      const Phrase::Role role = hit.phrase->role;
      const bool kind = role == Phrase::Role::kDescriptor || role == Phrase::Role::kGeneric;
      if (kind && hit.span.size() > kLongestBoth) Set(hit.span.begin, kDescriptorStarts);
    } else if (IsProductNoun(*hit.phrase) && hit.span.size() > 1) {
      Set(hit.span.end, kProductNounEnds);
      product_noun[hit.span.end] = hit.span.size() > kLongestBoth;
    }
  }
}

// 蓝鲸汽车|自动驾驶团队: somewhere before the word for a unit the company that has it may end.
void Anchors::MarkOwners(const Reading& reading, const PhraseHit& hit) {
  static constexpr std::u32string_view kJoints = U"与和的及在对由将把被";
  constexpr int kLeastField = 2, kLongestField = 6;  // characters of what the unit does
  const bool unit = hit.phrase->kind == Phrase::Kind::kSuffix && hit.span.size() > 1 &&
                    hit.phrase->types.Only(EntityType::kUnit);
  if (!unit) return;
  // 蓝鲸汽车|AI实验室
  int field = hit.span.begin;
  while (field > 0 && IsLatin(reading.chars()[field - 1])) --field;
  if (field < hit.span.begin) Set(field, kUnitAhead);
  const int first = std::max(stop_before_[field], field - kLongestField);
  for (int joint = field - kLeastField; joint >= first; --joint) {
    if (kJoints.find(reading.chars()[joint]) != kJoints.npos) return;
    Set(joint, kUnitAhead);
  }
}

// 顾若彤|为财务总监, 林知远|任总裁: who holds a post.
void Anchors::MarkHolders(const Reading& reading) {
  for (int i = 0; i + 1 < reading.size(); ++i) {
    const char32_t c = reading.chars()[i];
    if ((c == U'为' || c == U'任') && Has(i + 1, kTitleStarts | kFieldStarts)) Set(i, kPersonStarts);
  }
}

void Anchors::MarkWalls(const Reading& reading) {
  for (const MentionContext::Wall& wall : reading.context.walls) {
    const bool company = wall.before.Has(EntityType::kOrganization) && CompanyActsAt(reading, wall.span.end);
    const int subject = AsSubject(company ? TypeSet(EntityType::kOrganization) : wall.before);
    int before = kWallStarts | subject, after = kWallEnds;
    if (wall.after.Has(EntityType::kPerson)) after |= kPersonEnds;
    if (wall.after.Has(EntityType::kOrganization)) after |= kOrganizationEnds;
    if (wall.after.Has(EntityType::kProduct)) after |= kProductEnds;
    if (wall.span.size() > 1) before |= kLongWallStarts;
    for (int inside = wall.span.begin + 1; inside < wall.span.end; ++inside) Set(inside, kInsideWall);
    Set(wall.span.begin, before);
    if (subject != 0) CarryOverAdverbs(reading, wall.span.begin, subject);
    CarryOverPhrases(reading, wall);
    Set(wall.span.end, after);
    if (IsAspect(reading, wall.span.end)) Set(wall.span.end + 1, after & ~kWallEnds);
    // 离职的|周启航: behind what only people do comes who did it.
    const bool modifies = wall.span.end < reading.size() && reading.chars()[wall.span.end] == U'的';
    if (modifies && wall.span.size() > 1 && wall.before.Only(EntityType::kPerson))
      Set(wall.span.end + 1, kPersonEnds);
  }
}

// 苏白|博士加入X, 苏白|女士辞任: what people are called behind the name, before what people do.
void Anchors::MarkCourtesies(const Reading& reading) {
  static constexpr std::u32string_view kCourtesies[] = {U"先生", U"女士", U"小姐", U"博士",
                                                        U"教授", U"院士", U"老师"};
  for (const PhraseHit& hit : reading.phrases) {
    const bool courtesy = hit.phrase->kind == Phrase::Kind::kTitle &&
                          std::find(std::begin(kCourtesies), std::end(kCourtesies), reading.View(hit.span)) !=
                              std::end(kCourtesies);
    if (courtesy && Has(hit.span.end, kPersonStarts)) Set(hit.span.begin, kPersonStarts);
  }
  // 云岚队|官方宣布, 云岚队|官方:…
  for (int i = 0; i + 2 < reading.size(); ++i) {
    const bool official = reading.View({i, i + 2}) == U"官方";
    if (official && (Has(i + 2, kOrganizationStarts) || reading.chars()[i + 2] == U':'))
      Set(i, kOrganizationStarts);
  }
  // 林知远|方回应
  for (int i = 0; i < reading.size(); ++i) {
    if (reading.chars()[i] == U'方' && Has(i + 1, kPersonStarts) && Has(i + 1, kWallStarts))
      Set(i, kPersonStarts);
  }
}

// Before a measure with its number, and before the colon of a headline, stands what is told of.
void Anchors::MarkTopics(const Reading& reading) {
  constexpr int kLongestTopic = 8;  // characters
  const std::u32string& chars = reading.chars();
  for (int i = 0; i < reading.size(); ++i) {
    const int begin = stop_before_[i];
    const bool opens = begin == 0 || chars[begin - 1] == U'\n' || chars[begin - 1] == U'。';
    if (chars[i] == U':' && opens && i - begin <= kLongestTopic) Set(i, kToldOf);
  }
  if (reading.context.figures == nullptr) return;
  for (const Automaton::Hit& figure : *reading.context.figures) {
    Set(figure.span.begin, kToldOf);
    CarryOverAdverbs(reading, figure.span.begin, kToldOf);
  }
  if (reading.context.accounts == nullptr) return;
  for (const Automaton::Hit& account : *reading.context.accounts) {
    Set(account.span.begin, kAccountStarts);
    CarryOverAdverbs(reading, account.span.begin, kAccountStarts);
  }
}

// 京西快运|(02999.HK): who has a stock code is a company.
void Anchors::MarkStockCodes(const Reading& reading) {
  const std::u32string& chars = reading.chars();
  for (int open = 1; open < reading.size(); ++open) {
    if (chars[open] != U'(') continue;
    int close = open + 1;
    while (close < reading.size() && close - open <= kLongestCode + 1 && chars[close] != U')') ++close;
    if (IsStockCode(reading.View({open + 1, close}))) Set(open, kOrganizationStarts);
  }
}

void Anchors::MarkFunctionWords(const Reading& reading) {
  for (int i = 0; i < reading.size(); ++i) {
    if (!IsHan(reading.chars()[i])) continue;
    for (int length = 1; length <= 2 && i + length <= reading.size(); ++length) {
      const Vocabulary::Word* word = reading.Word({i, i + length});
      if (word == nullptr || !IsFunctionTag(word->tag) || word->cost > kFrequentWord) continue;
      Set(i, kFunctionStarts);
      Set(i + length, kFunctionEnds);
    }
  }
}

// Where the time or adverb that ends at a joint begins, or -1.
int Anchors::AdverbBefore(const Reading& reading, int joint) const {
  if (adverb_begin_[joint] >= 0) return adverb_begin_[joint];
  for (int length = 2; length >= 1; --length) {
    if (joint < length) continue;
    const Vocabulary::Word* word = reading.Word({joint - length, joint});
    if (word != nullptr && word->tag == 'd' && word->cost < kFrequentWord) return joint - length;
  }
  return -1;
}

// 高盛|正接触, 瑞信|7月27日宣布: adverbs and times between a subject and its verb do not hide the verb.
void Anchors::CarryOverAdverbs(const Reading& reading, int joint, int subject) {
  constexpr int kMostSteps = 3;
  for (int step = 0; step < kMostSteps; ++step) {
    joint = AdverbBefore(reading, joint);
    if (joint < 0) return;
    Set(joint, subject);
  }
}

// 林向晚|从蓝鲸科技加入, 云岚科技|向松果投资, 康乃馨|被公司开掉: a prepositional phrase does not hide the
// verb from its subject either; behind 被 the verb has its object as the subject. What acts stands behind 由
// and 被: 由|齐正道|接任.
void Anchors::CarryOverPhrases(const Reading& reading, const MentionContext::Wall& wall) {
  constexpr int kReach = 16, kShortestPhrase = 3;  // characters
  const int active = AsSubject(wall.before), passive = AsSubject(wall.after), agent = AsObject(wall.before);
  const int verb = wall.span.begin;
  for (int i = verb - 1; i > std::max(0, verb - kReach); --i) {
    const char32_t c = reading.chars()[i];
    if (!IsHan(c) && !IsLatin(c) && !IsDigit(c) && c != U'·' && c != U' ') return;
    if (Has(i, kLongWallStarts)) return;
    const Vocabulary::Word* word = reading.Word({i, i + 1});
    if (word == nullptr || word->tag != 'p' || word->cost > kFrequentWord || IsPieceOfWord(reading, i))
      continue;
    if (verb - i < kShortestPhrase) continue;
    if (c == U'由' || c == U'被') Set(i + 1, agent);
    if (c == U'由') {
      Set(verb, kPersonStarts);  // 由|林知远|创立于
      continue;
    }
    const int subject = c == U'被' ? passive : active;
    if (subject == 0) continue;
    const int adverb = AdverbBefore(reading, i);
    // 已|于7月底|从
    const bool marked =
        adverb >= 0 && adverb_begin_[i] == adverb && kWhen.find(reading.chars()[adverb]) != kWhen.npos;
    const int further = marked ? AdverbBefore(reading, adverb) : -1;
    Set(adverb < 0 ? i : further < 0 ? adverb : further, subject);
  }
}

}  // namespace annals
