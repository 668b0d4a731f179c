#include <algorithm>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/list_joints.h"
#include "extractor/mentions/name_candidates.h"
#include "extractor/mentions/surroundings.h"

namespace annals {
namespace {

// Nats. A person's name is about one word in forty of such news; the surname and the characters share the
// rest.
constexpr float kPrior = 4.0f;
constexpr float kSurestSurname = 3.0f;
constexpr float kSurnameDoubt = 6.0f;    // added in full for a word that is hardly ever a surname
constexpr float kGivenCharacter = 7.4f;  // a character with score 0
constexpr float kGivenScore = 0.9f;      // what a point of its score is worth
constexpr float kGrammarCharacter =
    3.0f;  // added for a character that reads as a word of its own: 王良|获, 单苏|则
constexpr float kStranded = 4.0f;   // taken off where that word could not stand: 韩大为|。
constexpr float kUngiven = -1.5f;   // a character with this score or less hardly stands in a given name
constexpr float kShortName = 1.5f;  // two characters are more often an accident

constexpr float kEverydayWord = 12.0f;
constexpr float kEverydayStart = 2.5f;  // added where the surname and the next character are such a word

constexpr float kPlace = 4.0f;   // added for a place of the dictionary
constexpr float kFramed = 2.5f;  // between a title and the end of its clause

constexpr float kListed = 4.0f;  // beside another name in a list

constexpr int kLongestSurname = 3;  // 小野寺
constexpr int kLongestTransliteration = 7;

class PersonOffers {
 public:
  PersonOffers(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), candidates_(*candidates) {}

  void At(int begin) {
    const int stop = anchors_.StopAfter(begin);
    if (stop - begin < 2) return;
    const double weight = reading_.lexicon.SurnameWeight(reading_.chars()[begin]);
    if (weight > 0) Offer(begin, begin + 1, weight, stop);
    if (!reading_.lexicon.StartsCompoundSurname(reading_.chars()[begin])) return;
    for (int given = begin + 2; given <= begin + kLongestSurname && given < stop; ++given) {
      const double compound = reading_.lexicon.CompoundSurnameWeight(reading_.View({begin, given}));
      if (compound > 0) Offer(begin, given, compound, stop);
    }
  }

 private:
  void Offer(int begin, int given, double weight, int stop) {
    float cost = kPrior + kSurestSurname + kSurnameDoubt * static_cast<float>(1 - weight);
    if (weight < 0.3 && anchors_.Has(begin, Anchors::kFunctionStarts)) cost += kGrammarCharacter;
    const int longest = given - begin > 1 ? 3 : 2;  // 小泉|进次郎
    for (int end = given + 1; end <= std::min(given + longest, stop); ++end) {
      cost += GivenCost(end - 1);
      if (given - begin > 1 && end > given + 1 && EndsInGrammar(end - 1)) break;  // 张|前川|被爆
      const float support = Support(begin, end);
      float form = end == given + 1 ? kShortName : 0;
      if (EndsInGrammar(end)) form += IsStranded(end) ? -kStranded : kGrammarCharacter;
      if (end == given + 2 && IsEverydayPair(begin)) form += kEverydayStart;
      if (IsPlace({begin, end})) form += kPlace;
      if (OpensClause(begin, end)) form -= kGrammarCharacter;
      if (end > given + 1 && TakesInAll(begin, end)) form += kGrammarCharacter;
      candidates_.push_back({{begin, end},
                             EntityType::kPerson,
                             NameClaim::Source::kPerson,
                             -1,
                             false,
                             cost + form - support,
                             support});
    }
  }

  // 负责人乔木，: between a title and a comma only a name stands; so does a short one between a title and
  // what somebody does (总经理于洋辞职), though the surname may be a preposition.
  float Support(int begin, int end) const {
    const Vocabulary::Word* word = reading_.Word({begin, begin + 1});
    const bool short_name =
        end == begin + 2 && anchors_.Has(end, Anchors::kPersonStarts) && word != nullptr && word->tag == 'p';
    const bool framed =
        anchors_.Has(begin, Anchors::kTitleEnds) && (anchors_.Has(end, Anchors::kEdgeRight) || short_name);
    return SupportOfPerson(anchors_, {begin, end}) + (framed ? kFramed : 0.0f) +
           (IsListed({begin, end}) ? kListed : 0.0f);
  }

  // 包括|方以宁、许知行和陆闻笙: beside it in a list stands what has the form of a name too.
  bool IsListed(Span span) const {
    const int next = span.end + 1, last = span.begin - 1;
    if (IsJoint(span.end) && ((EndsMember(next + 3) && HasForm({next, next + 3})) ||
                              (EndsMember(next + 2) && HasForm({next, next + 2}))))
      return true;
    return IsJoint(last) && (HasForm({last - 3, last}) || HasForm({last - 2, last}));
  }

  bool IsJoint(int position) const {
    return position >= 0 && position < reading_.size() && IsListJoint(reading_.chars()[position]);
  }

  bool EndsMember(int end) const {
    return end <= reading_.size() &&
           (IsJoint(end) || anchors_.Has(end, Anchors::kEdgeRight | Anchors::kPersonStarts));
  }

  bool HasForm(Span span) const {
    constexpr double kSurname = 0.6, kGiven = -0.5;
    if (span.begin < 0 || reading_.lexicon.SurnameWeight(reading_.chars()[span.begin]) < kSurname)
      return false;
    const Vocabulary::Word* word = reading_.Word(span);
    if (word != nullptr && !IsListedPerson(*word, reading_.View(span), reading_.lexicon)) return false;
    for (int i = span.begin + 1; i < span.end; ++i) {
      if (reading_.lexicon.GivenScore(reading_.chars()[i]) < kGiven) return false;
    }
    return true;
  }

  // 苏黎世, 张江.
  bool IsPlace(Span span) const {
    const Vocabulary::Word* word = reading_.Word(span);
    return word != nullptr && word->tag == 'n' && word->subtag == 's';
  }

  // ，|于谦诚|加入, ，|向明远|将于10月出任: a preposition would need somebody who does it.
  bool OpensClause(int begin, int end) const {
    const Vocabulary::Word* word = reading_.Word({begin, begin + 1});
    const bool preposition = word != nullptr && word->tag == 'p';
    return preposition && end == begin + 3 && !EndsInGrammar(end) &&
           anchors_.Has(begin, Anchors::kEdgeLeft | Anchors::kTitleEnds) &&
           anchors_.Has(end, Anchors::kPersonStarts);
  }

  // 翟子昂、总监路遥|均|已离职: behind a list it says that all do it.
  bool TakesInAll(int begin, int end) const {
    constexpr int kReach = 16;
    static constexpr std::u32string_view kEnds = U",。;:!?\n";
    if (reading_.chars()[end - 1] != U'均') return false;
    for (int i = begin - 1; i >= std::max(0, begin - kReach); --i) {
      if (kEnds.find(reading_.chars()[i]) != kEnds.npos) return false;
      if (IsListJoint(reading_.chars()[i])) return true;
    }
    return false;
  }

  // 车库|里: the first two characters are a word.
  bool IsEverydayPair(int begin) const {
    const Vocabulary::Word* word = reading_.Word({begin, begin + 2});
    return word != nullptr && word->cost < kEverydayWord && !(word->tag == 'n' && word->subtag == 'r');
  }

  float GivenCost(int i) const {
    const float score = static_cast<float>(reading_.lexicon.GivenScore(reading_.chars()[i]));
    return kGivenCharacter - kGivenScore * score;
  }

  // 林向晚 is a name, 林晚向 hardly.
  bool EndsInGrammar(int end) const {
    return reading_.lexicon.GivenScore(reading_.chars()[end - 1]) <= kUngiven;
  }

  // 研究总监韩大为|。, 免去梁景和|的: a preposition or conjunction would need something after it.
  bool IsStranded(int end) const {
    const Vocabulary::Word* word = reading_.Word({end - 1, end});
    if (word == nullptr || (word->tag != 'p' && word->tag != 'c')) return false;
    if (end == reading_.size()) return true;
    const char32_t next = reading_.chars()[end];
    return next == U'的' || next == U',' || next == U'。' || next == U'、' || next == U';' || next == U'\n';
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<NameClaim>& candidates_;
};

// Companies are transliterated too; a title before settles it.
TypeSet TypesAt(const Anchors& anchors, int begin) {
  if (anchors.Has(begin, Anchors::kTitleEnds)) return EntityType::kPerson;
  return TypeSet(EntityType::kPerson) | EntityType::kOrganization;
}

}  // namespace

void OfferPersons(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  PersonOffers offers(reading, anchors, candidates);
  for (int i = 0; i < reading.size(); ++i) offers.At(i);
}

bool IsListedForeigner(const Vocabulary::Word& word, std::u32string_view text, const NameLexicon& lexicon) {
  constexpr float kRarest = 12.3f;
  constexpr double kSounding = 2;
  if (text.size() < 2 || word.tag != 'n' || word.cost < kRarest) return false;
  if (word.subtag != 'r' && (word.subtag != 0 || text.size() < 3)) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char32_t c) { return lexicon.TransliterationScore(c) >= kSounding; });
}

bool IsListedPerson(const Vocabulary::Word& word, std::u32string_view text, const NameLexicon& lexicon) {
  constexpr double kSurname = 0.5, kLeast = -1;
  if (text.size() != 3 || word.tag != 'n' || word.subtag != 'r' || lexicon.SurnameWeight(text[0]) < kSurname)
    return false;
  const double first = lexicon.GivenScore(text[1]), second = lexicon.GivenScore(text[2]);
  return first >= kLeast && second >= kLeast && first + second >= kLeast;
}

void OfferListed(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  constexpr float kDoubt = 1.0f;
  for (int begin = 0; begin + 1 < reading.size(); ++begin) {
    const int stop = std::min(anchors.StopAfter(begin), begin + Vocabulary::kLongest);
    for (int end = begin + 2; end <= stop; ++end) {
      const Vocabulary::Word* word = reading.Word({begin, end});
      if (word == nullptr || !IsListedPerson(*word, reading.View({begin, end}), reading.lexicon)) continue;
      const float support = SupportOfPerson(anchors, {begin, end});
      candidates->push_back({{begin, end},
                             EntityType::kPerson,
                             NameClaim::Source::kPerson,
                             -1,
                             false,
                             word->cost + kDoubt - support,
                             support});
    }
  }
}

namespace {

// 奥特曼, 扎克伯格: written by sound, and no word of everyday language.
class TransliterationOffers {
 public:
  TransliterationOffers(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), candidates_(*candidates) {}

  void At(int begin) {
    if (reading_.lexicon.TransliterationScore(reading_.chars()[begin]) <= 0) return;
    if (IsEverydayStart(begin) && !anchors_.Has(begin, Anchors::kTitleEnds)) return;
    float cost = kBase;
    const int stop = std::min(anchors_.StopAfter(begin), begin + kLongestTransliteration);
    for (int end = begin + 1; end <= stop; ++end) {
      const double score = reading_.lexicon.TransliterationScore(reading_.chars()[end - 1]);
      if (score <= 0) return;
      cost += kCharacter - kScore * static_cast<float>(score);
      if (end >= begin + 2) Offer({begin, end}, cost);
    }
  }

 private:
  static constexpr float kBase = 6.0f, kCharacter = 8.0f, kScore = 1.3f;
  static constexpr float kAskedOfTwo = 4.5f, kAskedOfThree = 2.0f, kAsked = 1.0f, kAskedOfListed = 4.0f;
  static constexpr float kFollowsVerb = 0.7f, kCompanyVerb = 2.5f;

  // 让|扎克伯格.
  bool IsEverydayStart(int begin) const {
    constexpr float kEveryday = 7.5f;
    constexpr double kSounding = 3;
    const Vocabulary::Word* first = reading_.Word({begin, begin + 1});
    return first != nullptr && first->cost < kEveryday &&
           reading_.lexicon.TransliterationScore(reading_.chars()[begin]) < kSounding;
  }

  void Offer(Span span, float cost) {
    const std::u32string_view text = reading_.View(span);
    const float support = Support(span);
    const Vocabulary::Word* word = reading_.Word(span);
    const bool listed = word != nullptr && IsListedForeigner(*word, text, reading_.lexicon);
    if (word != nullptr && support < kAskedOfListed) return;
    if (support < (text.size() == 2 ? kAskedOfTwo : text.size() == 3 ? kAskedOfThree : kAsked)) return;
    if (listed) cost = std::min(cost, word->cost);
    if (EndsInGrammar(span.end)) cost += kGrammarCharacter;
    candidates_.push_back({span, TypesAt(anchors_, span.begin), NameClaim::Source::kTransliterated, -1, false,
                           cost - support, support});
  }

  // 罗世敏|因到龄退休.
  bool EndsInGrammar(int end) const {
    constexpr float kFrequent = 8.0f;
    const Vocabulary::Word* last = reading_.Word({end - 1, end});
    return last != nullptr && last->cost < kFrequent &&
           (last->tag == 'p' || last->tag == 'c' || last->tag == 'd');
  }

  float Support(Span span) const {
    const bool follows_verb =
        anchors_.Has(span.begin, Anchors::kWallEnds) && !anchors_.Has(span.begin, Anchors::kPersonEnds);
    // 相机厂商|雷诺斯|宣布裁员: by its sound a company as well.
    const bool company = anchors_.Has(span.begin, Anchors::kDescriptorEnds) &&
                         anchors_.Has(span.end, Anchors::kOrganizationStarts) &&
                         !anchors_.Has(span.end, Anchors::kPersonStarts);
    return SupportOfPerson(anchors_, span) + (follows_verb ? kFollowsVerb : 0.0f) +
           (company ? kCompanyVerb : 0.0f);
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<NameClaim>& candidates_;
};

}  // namespace

void OfferTransliterations(const Reading& reading, const Anchors& anchors,
                           std::vector<NameClaim>* candidates) {
  TransliterationOffers offers(reading, anchors, candidates);
  for (int begin = 0; begin < reading.size(); ++begin) offers.At(begin);
}

namespace {

// 辅助选手|梓墨|加盟, 主播|大晴哥|回应: a stage name has no surname, but the title before it and what stands
// behind it leave room for nothing else.
class StageNameOffers {
 public:
  StageNameOffers(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates)
      : reading_(reading), anchors_(anchors), candidates_(*candidates) {}

  void At(int begin) {
    const bool entitled = anchors_.Has(begin, Anchors::kTitleEnds);
    if (!entitled && !anchors_.Has(begin, Anchors::kPersonEnds)) return;
    if (anchors_.Has(begin, Anchors::kWallStarts | Anchors::kTitleStarts | Anchors::kProductNounEnds)) return;
    const int stop = std::min(anchors_.StopAfter(begin), begin + (entitled ? kLongest : kLongestFramed));
    float cost = kBase;
    for (int end = begin + 1; end <= stop; ++end) {
      const float character = CharacterCost(end - 1, entitled);
      if (character < 0) return;
      cost += character;
      if (end > begin + 1 && anchors_.Has(end - 1, kStarts)) return;
      if (end >= begin + 2 && (entitled || IsMadeSomething(end))) Offer({begin, end}, cost);
    }
  }

 private:
  // 任命|塚越大介|为COO: whatever the name is, somebody is appointed.
  bool IsMadeSomething(int end) const {
    return end + 1 < reading_.size() && reading_.chars()[end] == U'为' &&
           anchors_.Has(end + 1, Anchors::kTitleStarts | Anchors::kFieldStarts);
  }

  static constexpr int kLongest = 3, kLongestFramed = 5;
  static constexpr float kBase = 8.0f, kCharacter = 8.0f;
  static constexpr float kAsked = 6.0f;
  static constexpr int kStarts = Anchors::kLongWallStarts | Anchors::kTitleStarts;

  // Negative: no word of grammar stands in such a name.
  float CharacterCost(int i, bool entitled) const {
    constexpr float kFrequent = 8.5f;
    const Vocabulary::Word* word = reading_.Word({i, i + 1});
    if (!entitled) return word != nullptr && (word->tag == 'u' || word->tag == 'p') ? -1 : kCharacter;
    if (word != nullptr && word->cost < kFrequent && word->tag != 'n' && word->tag != 'a') return -1;
    return kCharacter;
  }

  void Offer(Span span, float cost) {
    const float support = SupportOfPerson(anchors_, span);
    if (support < kAsked || reading_.Word(span) != nullptr) return;
    candidates_.push_back(
        {span, EntityType::kPerson, NameClaim::Source::kContextual, -1, false, cost - support, support});
  }

  const Reading& reading_;
  const Anchors& anchors_;
  std::vector<NameClaim>& candidates_;
};

}  // namespace

void OfferStageNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates) {
  StageNameOffers offers(reading, anchors, candidates);
  for (int begin = 0; begin < reading.size(); ++begin) offers.At(begin);
}

}  // namespace annals
