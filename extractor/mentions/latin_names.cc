#include "extractor/mentions/latin_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr TypeSet kOpen = TypeSet(EntityType::kOrganization) | EntityType::kProduct | EntityType::kUnit;

constexpr size_t kLongestRun = 8;  // words: Michelle Johnston Holthaus has three

bool IsWordCharacter(char32_t c) { return IsLatin(c) || IsDigit(c); }
bool IsInnerMark(char32_t c) {
  return c == U'-' || c == U'.' || c == U'&' || c == U'+' || c == U'\'' || c == U'’' || c == U'_';
}

struct LatinWord {
  Span span;
  bool capital = false;            // starts with a capital
  bool mixed = false;              // iPhone, xAI, o1, edX
  bool digits = false;             // contains a digit
  bool number = false;             // only digits and dots: 4, 2.5
  bool version = false;            // V3.1, R1, K2: a letter or two and digits
  bool initial = false;            // J.
  bool acronym = false;            // all capitals
  bool given = false;              // Michelle
  bool ending = false;             // Labs, Capital: it ends the name of an organisation
  const Phrase* phrase = nullptr;  // a title or a term, exactly this word
};

class LatinReader {
 public:
  explicit LatinReader(const Reading& reading) : reading_(reading), chars_(reading.chars()) {
    for (const PhraseHit& hit : reading.phrases) {
      if (IsLatin(chars_[hit.span.begin]) || IsDigit(chars_[hit.span.begin])) Remember(hit);
      RememberEnding(hit);
      const bool title = hit.phrase->kind == Phrase::Kind::kTitle && hit.span.size() > 1;
      if (title && IsHan(chars_[hit.span.end - 1])) title_ends_.insert(hit.span.end);
    }
    for (const MentionContext::Wall& wall : reading.context.walls) {
      if (wall.before.Only(EntityType::kPerson)) person_verbs_.insert(wall.span.begin);
    }
    occupied_.assign(chars_.size() + 1, 0);
    for (const TimeMention& time : reading.context.times) Occupy(time.span);
    for (const Quantity& quantity : reading.context.quantities) Occupy(quantity.core);
  }

  std::vector<NameClaim> Read() {
    std::vector<LatinWord> words = Words();
    std::vector<NameClaim> claims;
    for (size_t i = 0; i < words.size();) i = ReadRun(words, i, &claims);
    OpenToPeople(&claims);
    return claims;
  }

 private:
  // Elena Rossi出席。…|Rossi|表示: what is a part of the name of somebody may be that somebody.
  void OpenToPeople(std::vector<NameClaim>* claims) const {
    constexpr size_t kShortest = 3;
    std::set<std::u32string_view> parts;
    for (const NameClaim& claim : *claims) {
      const std::u32string_view name = reading_.View(claim.span);
      const size_t first = name.find(U' ');
      if (!claim.types.Has(EntityType::kPerson) || first == name.npos) continue;
      parts.insert(name.substr(name.rfind(U' ') + 1));
      // Voxel of Voxel Clone is its maker.
      const bool sure = claim.types.Only(EntityType::kPerson) || title_ends_.count(claim.span.begin) > 0;
      if (sure && first >= kShortest) parts.insert(name.substr(0, first));
    }
    for (NameClaim& claim : *claims) {
      const bool open =
          claim.source == NameClaim::Source::kLatin && claim.types.Has(EntityType::kOrganization);
      if (open && parts.count(reading_.View(claim.span)) > 0) claim.types = claim.types | EntityType::kPerson;
    }
  }

  void Occupy(Span span) { std::fill(occupied_.begin() + span.begin, occupied_.begin() + span.end, 1); }

  bool StandsAlone(Span span) const {
    // Grok 2|.5: a longer number.
    if (span.end + 1 < Size() && chars_[span.end] == U'.' && IsDigit(chars_[span.end - 1]) &&
        IsDigit(chars_[span.end + 1]))
      return false;
    const bool left = span.begin == 0 || !IsWordCharacter(chars_[span.begin - 1]);
    const bool right =
        span.end == Size() || !IsWordCharacter(chars_[span.end]) || IsHan(chars_[span.end - 1]);
    return left && right;
  }

  void Remember(const PhraseHit& hit) {
    if (!StandsAlone(hit.span)) return;
    if (hit.phrase->kind == Phrase::Kind::kEntity) {
      auto& known = known_[hit.span.begin];
      if (known.phrase == nullptr || known.span.end < hit.span.end) known = hit;
    } else if (hit.phrase->kind == Phrase::Kind::kTitle || hit.phrase->kind == Phrase::Kind::kLatinTerm) {
      words_.emplace(std::make_pair(hit.span.begin, hit.span.end), hit.phrase);
    } else if (hit.phrase->kind == Phrase::Kind::kGivenName) {
      given_.emplace(hit.span.begin, hit.span.end);
    } else if (hit.phrase->kind == Phrase::Kind::kSuffix &&
               hit.phrase->types.Has(EntityType::kOrganization)) {
      endings_.emplace(hit.span.begin, hit.span.end);
    }
  }

  // XREAL|科技, 99|药业: a sure ending of companies behind Latin letters or digits.
  void RememberEnding(const PhraseHit& hit) {
    const bool unit = hit.phrase->kind == Phrase::Kind::kSuffix && hit.phrase->types.Has(EntityType::kUnit);
    if (unit && hit.span.size() > 1) unit_starts_.insert(hit.span.begin);
    const bool sure = hit.phrase->kind == Phrase::Kind::kSuffix &&
                      hit.phrase->role == Phrase::Role::kStrong &&
                      hit.phrase->types.Has(EntityType::kOrganization);
    if (!sure || hit.span.size() < 2 || hit.span.begin == 0 || !IsHan(chars_[hit.span.begin])) return;
    if (!IsWordCharacter(chars_[hit.span.begin - 1])) return;
    int& end = han_endings_[hit.span.begin];
    end = std::max(end, hit.span.end);
  }

  // Where the ending goes on to that begins there, or -1: Harcourt Lyle|资本市场部 has none.
  int EndOfEnding(int joint) const {
    const auto ending = han_endings_.find(joint);
    return ending == han_endings_.end() || unit_starts_.count(ending->second) > 0 ? -1 : ending->second;
  }

  int Size() const { return static_cast<int>(chars_.size()); }

  std::vector<LatinWord> Words() const {
    std::vector<LatinWord> words;
    for (int i = 0; i < Size();) {
      if (!IsWordCharacter(chars_[i]) || occupied_[i]) {
        ++i;
        continue;
      }
      int end = i + 1;
      while (end < Size() && !occupied_[end] && (IsWordCharacter(chars_[end]) || IsInnerMark(chars_[end])))
        ++end;
      while (end > i + 1 && IsInnerMark(chars_[end - 1]) && chars_[end - 1] != U'+') --end;
      words.push_back(Describe({i, end}));
      i = words.back().span.end;
    }
    return words;
  }

  LatinWord Describe(Span span) const {
    LatinWord word{span};
    int letters = 0, digits = 0, upper = 0;
    for (int i = span.begin; i < span.end; ++i) {
      letters += IsLatin(chars_[i]);
      digits += IsDigit(chars_[i]);
      upper += IsUpper(chars_[i]);
    }
    word.capital = IsUpper(chars_[span.begin]);
    word.digits = digits > 0;
    word.number = letters == 0;
    // 14.2GWh is an amount.
    const bool amount =
        IsDigit(chars_[span.begin]) && reading_.View(span).find(U'.') != std::u32string_view::npos;
    word.mixed = letters > 0 && !word.capital && !amount && (upper > 0 || digits > 0);
    word.version = digits > 0 && letters > 0 && letters <= 2;
    word.acronym = letters > 1 && upper == letters;
    if (letters == 1 && span.size() == 1 && word.capital && span.end < Size() && chars_[span.end] == U'.') {
      word.initial = true;
      ++word.span.end;
    }
    auto phrase = words_.find({word.span.begin, word.span.end});
    if (phrase != words_.end()) word.phrase = phrase->second;
    word.given = word.capital && given_.count({word.span.begin, word.span.end}) > 0;
    word.ending = word.capital && endings_.count({word.span.begin, word.span.end}) > 0;
    return word;
  }

  static bool CanStart(const LatinWord& word) { return !word.number && (word.capital || word.mixed); }
  static bool IsTitle(const LatinWord& word) {
    return word.phrase != nullptr && word.phrase->kind == Phrase::Kind::kTitle;
  }
  static bool IsTerm(const LatinWord& word) {
    return word.phrase != nullptr && word.phrase->kind == Phrase::Kind::kLatinTerm;
  }

  bool Adjacent(const LatinWord& left, const LatinWord& right) const {
    return right.span.begin - left.span.end == 1 && chars_[left.span.end] == U' ';
  }

  bool Joins(const LatinWord& left, const LatinWord& right) const {
    if (!Adjacent(left, right) || IsTitle(right)) return false;
    return right.capital || right.number || right.mixed;
  }

  // Reads the run that starts at words[first]; returns the index of the next word to read.
  size_t ReadRun(const std::vector<LatinWord>& words, size_t first, std::vector<NameClaim>* claims) {
    auto known = known_.find(words[first].span.begin);
    size_t end = first + 1;
    if (CanStart(words[first]) && !IsTitle(words[first])) {
      while (end < words.size() && end - first < kLongestRun && Joins(words[end - 1], words[end])) ++end;
    }
    if (known != known_.end()) return TakeKnown(words, first, end, known->second, claims);
    for (size_t i = first + 1; i < end; ++i) {
      if (known_.count(words[i].span.begin) && !words[i].number) end = i;
    }
    if (words[first].number) return ReadNumbered(words[first], first, claims);
    if (!CanStart(words[first]) || IsTitle(words[first])) return first + 1;
    const bool only_terms = std::all_of(words.begin() + first, words.begin() + end,
                                        [](const LatinWord& word) { return IsTerm(word) || word.number; });
    if (only_terms || (end == first + 1 && words[first].span.size() < 2)) return end;
    const Span span{words[first].span.begin, words[end - 1].span.end};
    if (IsTicker(span)) return end;
    if (const int ending = EndOfEnding(span.end); ending >= 0) {
      claims->push_back({{span.begin, ending}, EntityType::kOrganization, NameClaim::Source::kLatin});
    } else {
      claims->push_back({span, TypesOf(words, first, end), NameClaim::Source::kLatin});
    }
    return end;
  }

  // (纳斯达克:|XYTK): what a share is called where it is traded.
  bool IsTicker(Span span) const {
    static constexpr std::u32string_view kPlaces[] = {U"纳斯达克", U"交所", U"交易所", U"代码", U"代号",
                                                      U"NASDAQ",   U"NYSE", U"Nasdaq", U"AMEX", U"股票"};
    int before = span.begin;
    while (before > 0 && (chars_[before - 1] == U' ' || chars_[before - 1] == U':')) --before;
    const std::u32string_view text = reading_.View({std::max(0, before - 8), before});
    return before < span.begin &&
           std::any_of(std::begin(kPlaces), std::end(kPlaces),
                       [text](std::u32string_view place) { return text.ends_with(place); });
  }

  // 99药业, 360金融; not 2024科技大会.
  size_t ReadNumbered(const LatinWord& word, size_t first, std::vector<NameClaim>* claims) const {
    constexpr int kLongestNumber = 3;
    const int ending = EndOfEnding(word.span.end);
    const std::u32string_view digits = reading_.View(word.span);
    const bool plain = std::all_of(digits.begin(), digits.end(), IsDigit);
    const bool led = word.span.begin > 0 && IsHan(chars_[word.span.begin - 1]);
    if (ending >= 0 && plain && !led && word.span.size() <= kLongestNumber)
      claims->push_back({{word.span.begin, ending}, EntityType::kOrganization, NameClaim::Source::kLatin});
    return first + 1;
  }

  size_t TakeKnown(const std::vector<LatinWord>& words, size_t first, size_t end, const PhraseHit& hit,
                   std::vector<NameClaim>* claims) {
    size_t after = first;
    while (after < words.size() && words[after].span.begin < hit.span.end) ++after;
    // Helix|Labs: the ending says that something else is called so too.
    if (after < end && after == first + 1 && words[after].ending &&
        !hit.phrase->types.Has(EntityType::kOrganization)) {
      const Span span{hit.span.begin, words[after].span.end};
      claims->push_back({span, EntityType::kOrganization, NameClaim::Source::kLatin});
      return after + 1;
    }
    // Grok 2|.5: a version goes on within its word.
    const bool goes_on = after > first && words[after - 1].span.end > hit.span.end &&
                         hit.phrase->types.Has(EntityType::kProduct) && GoesOn(hit.span.end);
    const bool version =
        after < end && hit.phrase->types.Only(EntityType::kPerson) == false &&
        (words[after].version || (words[after].number && hit.phrase->types.Has(EntityType::kProduct)));
    if (version) {
      size_t last = after + 1;
      while (last < end && (words[last].number || words[last].version)) ++last;
      const Span span{hit.span.begin, words[last - 1].span.end};
      claims->push_back({span, EntityType::kProduct, NameClaim::Source::kLatin});
      return last;
    }
    if (hit.phrase->types.Only(EntityType::kProduct) && IsModel(words, after, end)) {
      const Span span{hit.span.begin, words[after].span.end};
      claims->push_back({span, EntityType::kProduct, NameClaim::Source::kLatin});
      return after + 1;
    }
    if (goes_on) {
      claims->push_back(
          {{hit.span.begin, words[after - 1].span.end}, EntityType::kProduct, NameClaim::Source::kLatin});
    } else {
      claims->push_back({hit.span, hit.phrase->types, NameClaim::Source::kKnown, hit.phrase->entity});
    }
    return std::max(after, first + 1);
  }

  bool GoesOn(int joint) const {
    return joint + 1 < Size() && chars_[joint] == U'.' && IsDigit(chars_[joint + 1]);
  }

  // PS5|Pro, Kindle|Scribe: one more word behind a known product names a model of it.
  bool IsModel(const std::vector<LatinWord>& words, size_t after, size_t end) const {
    if (after == 0 || after >= end || !Adjacent(words[after - 1], words[after])) return false;
    const LatinWord& word = words[after];
    // Mavic 4|Pro; not GPT-4|API.
    const bool term = IsTerm(word) && (word.acronym || !words[after - 1].digits);
    return word.capital && !IsTitle(word) && !term && known_.count(word.span.begin) == 0;
  }

  // EDG官宣|Jiejie离队
  bool FollowsAnnouncement(int joint) const {
    const std::u32string_view before = reading_.View({std::max(0, joint - 2), joint});
    return before == U"官宣" || before == U"宣布";
  }

  // Jiejie|离队, Ruler|自GRX转会加盟: what only people do.
  bool PrecedesPersonVerb(int joint) const {
    constexpr int kLongestOrigin = 14;
    const auto verb = person_verbs_.lower_bound(joint);
    if (verb == person_verbs_.end()) return false;
    if (*verb == joint) return true;
    const bool origin = chars_[joint] == U'自' || chars_[joint] == U'从';
    return origin && *verb - joint <= kLongestOrigin &&
           reading_.View({joint, *verb}).find_first_of(U",。;:!?\n") == std::u32string_view::npos;
  }

  TypeSet TypesOf(const std::vector<LatinWord>& words, size_t first, size_t end) const {
    bool digits = false, initial = false;
    for (size_t i = first; i < end; ++i) {
      digits = digits || words[i].digits;
      initial = initial || words[i].initial;
    }
    if (digits) return TypeSet(EntityType::kProduct) | (end == first + 1 ? kOpen : TypeSet());
    if (initial) return EntityType::kPerson;
    // 教练Maokai
    const bool entitled = title_ends_.count(words[first].span.begin) > 0;
    const int begin = words[first].span.begin;
    const bool opens = begin == 0 || !IsHan(chars_[begin - 1]) || FollowsAnnouncement(begin);
    const bool person = entitled || (opens && PrecedesPersonVerb(words[first].span.end));
    if (end == first + 1) return person ? kOpen | EntityType::kPerson : kOpen;
    if (words[end - 1].ending) return EntityType::kOrganization;
    const bool capitals = std::all_of(words.begin() + first, words.begin() + end,
                                      [](const LatinWord& word) { return word.capital && !word.acronym; });
    if (words[first].given && capitals) return EntityType::kPerson;
    for (size_t i = first; i < end; ++i) {
      if (words[i].acronym || words[i].mixed || IsTerm(words[i])) return kOpen;
    }
    return kOpen | EntityType::kPerson;
  }

  const Reading& reading_;
  const std::u32string& chars_;
  std::map<int, PhraseHit> known_;  // by begin, the longest
  std::map<std::pair<int, int>, const Phrase*> words_;
  std::set<std::pair<int, int>> given_, endings_;
  std::map<int, int> han_endings_;  // by begin: the end of the longest
  std::set<int> unit_starts_, title_ends_, person_verbs_;
  std::vector<char> occupied_;
};

}  // namespace

std::vector<NameClaim> FindLatinNames(const Reading& reading) { return LatinReader(reading).Read(); }

}  // namespace annals
