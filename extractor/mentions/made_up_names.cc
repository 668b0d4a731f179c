#include "extractor/mentions/made_up_names.h"

#include <algorithm>

namespace annals {
namespace {

// Nats.
constexpr float kFirstCharacters = 7.5f;    // each of the first two characters of a name
constexpr float kLaterCharacters = 6.0f;    // the rest: names of four are two words
constexpr float kFunctionCharacter = 3.0f;  // added for a character that is mostly grammar
constexpr float kFunctionAtEnds = 6.0f;     // … at either end, where it is likelier to be grammar
constexpr float kFirstNumeral = 1.5f;       // added for a numeral: 万川, 元能; amounts are read before
constexpr float kPlace = 6.0f;              // 青岛 before 红狮
constexpr float kCompany = 3.5f;            // 长虹 before 华意
constexpr float kKnownPrefix = 6.0f;        // 京东 before 集团
constexpr float kCommonWord = 12.0f, kCommonVerb = 15.0f;

// No made-up name joins two things (网点部|与|数字金融部); a short one may sound so (仁和).
bool Joins(const Vocabulary::Word& word, Span name) {
  return word.cost < 8 && (word.tag == 'p' || (word.tag == 'c' && name.size() > 3));
}

// 获|威尔斯亲王医院, 向|联交所: what marks the noun phrase behind it.
bool IsPassive(char32_t c) { return c == U'获' || c == U'遭'; }
bool IsCaseMarker(const Vocabulary::Word& word, char32_t c) {
  return word.tag == 'p' || IsPassive(c) || c == U'受';
}

// 云岚科技|将, 听雨|拟: an adverb or auxiliary between a name and its verb, where it makes no word with a
// neighbour (即将, 虚拟, 再生).
bool IsAuxiliary(const Reading& reading, int i) {
  static constexpr std::u32string_view kAuxiliaries = U"将拟已再曾仍也均欲即刚遂";
  if (kAuxiliaries.find(reading.chars()[i]) == std::u32string_view::npos) return false;
  return reading.Word({i - 1, i + 1}) == nullptr &&
         (i + 2 > reading.size() || reading.Word({i, i + 2}) == nullptr);
}

// 典礼|时, 发布会|上.
bool IsWhereOrWhen(const Vocabulary::Word& word) {
  return word.tag == 'f' || (word.tag == 'n' && word.cost < 6.5f);
}

bool IsGrammar(const Vocabulary::Word& word) {
  const char tag = word.tag;
  if (tag == 'v') return word.cost < 7.5f;
  return word.cost < 8 &&
         (tag == 'u' || tag == 'p' || tag == 'c' || tag == 'r' || tag == 'd' || tag == 'y' || tag == 'm');
}

bool IsProper(const Vocabulary::Word& word) {
  return word.tag == 'n' &&
         (word.subtag == 's' || word.subtag == 'z' || word.subtag == 't' || word.subtag == 'r');
}

// 北方|乳业, 北岸|重工: a direction opens names as places do.
bool IsDirection(const Vocabulary::Word& word, std::u32string_view text) {
  return (word.tag == 's' || word.tag == 'f') && text.size() == 2 &&
         (text.back() == U'方' || text.back() == U'岸');
}

}  // namespace

MadeUpNames::MadeUpNames(const Reading& reading)
    : reading_(reading), known_(reading.size(), 0), companies_(reading.size(), 0) {
  for (const PhraseHit& hit : reading.phrases) {
    if (hit.phrase->kind != Phrase::Kind::kEntity || hit.span.size() >= kLongestKnown) continue;
    known_[hit.span.begin] |= 1u << hit.span.size();
    const bool company = hit.phrase->types.Only(EntityType::kOrganization) && !hit.phrase->risky;
    if (company) companies_[hit.span.begin] |= 1u << hit.span.size();
  }
}

// 那所|学校, 多款|游戏, 第三版: one of a kind, or several.
bool MadeUpNames::IsCounted(Span span) const {
  static constexpr std::u32string_view kCounting = U"这那每各某几两多首";
  const bool ordinal = reading_.chars()[span.begin] == U'第';
  const int measure = span.begin + (ordinal ? 2 : 1);
  if (measure >= span.end || (!ordinal && kCounting.find(reading_.chars()[span.begin]) == kCounting.npos))
    return false;
  static constexpr std::u32string_view kMeasures = U"款版届期季代家名位次批所个种项场部位间支";
  const Vocabulary::Word* word = reading_.Word({measure, measure + 1});
  return (word != nullptr && word->tag == 'q') || kMeasures.find(reading_.chars()[measure]) != kMeasures.npos;
}

// |所持云岚, 所|持云岚: the holding is no part of what is held.
bool MadeUpNames::OpensWithHolding(int begin) const {
  const int size = reading_.size();
  return reading_.View({begin, std::min(begin + 2, size)}) == U"所持" ||
         reading_.View({std::max(0, begin - 1), std::min(begin + 1, size)}) == U"所持";
}

float MadeUpNames::Cost(Span span) const {
  if (IsCounted(span) || OpensWithHolding(span.begin)) return -1;
  float cost = 0;
  for (int i = span.begin; i < span.end; ++i) {
    cost += i - span.begin < 2 ? kFirstCharacters : kLaterCharacters;
    const Vocabulary::Word* word = reading_.Word({i, i + 1});
    if (word == nullptr) continue;
    const bool inner = i > span.begin;
    if (!inner && span.size() > 2 && IsPassive(reading_.chars()[i])) return -1;  // 立得科技|遭|宏晶
    if (inner && (Joins(*word, span) || IsPassive(reading_.chars()[i]) || IsAuxiliary(reading_, i)))
      return -1;
    if (word->cost < 6 && word->tag == 'u' && (i == span.begin || reading_.chars()[i] != U'之')) return -1;
    if (i + 1 == span.end && IsWhereOrWhen(*word)) cost += kFunctionAtEnds;
    if (i == span.begin && IsCaseMarker(*word, reading_.chars()[i])) cost += kFunctionAtEnds;
    if (!IsGrammar(*word)) continue;
    if (word->tag == 'm' && i == span.begin) {
      cost += kFirstNumeral;
      continue;
    }
    cost += i == span.begin || i + 1 == span.end ? kFunctionAtEnds : kFunctionCharacter;
  }
  if (IsKnown(span)) return kKnownPrefix;
  const Vocabulary::Word* whole = reading_.Word(span);
  if (whole != nullptr && (IsProper(*whole) || IsDirection(*whole, reading_.View(span))))
    cost = std::min(cost, whole->cost);
  return cost;
}

float MadeUpNames::CostOfPlaced(Span span) const {
  float cost = Cost(span);
  for (const int length : {2, 3}) {
    if (cost < 0 || span.size() < length + 2) return cost;
    const Span first{span.begin, span.begin + length}, rest{span.begin + length, span.end};
    const Vocabulary::Word* word = reading_.Word(first);
    const bool place = word != nullptr && word->tag == 'n' && word->subtag == 's';
    const bool company = companies_[span.begin] >> length & 1;
    if ((!place && !company) || reading_.Word(rest) != nullptr || IsKnown(rest)) continue;
    cost = std::min(cost, (place ? kPlace : kCompany) + Cost(rest));
  }
  return cost;
}

bool MadeUpNames::StartsWithVerb(Span span) const {
  if (span.size() < 4) return false;
  const Vocabulary::Word* word = reading_.Word({span.begin, span.begin + 2});
  return word != nullptr && word->tag == 'v' && word->subtag != 'n' && word->cost < kCommonVerb;
}

bool MadeUpNames::OpensLikeVerb(int begin) const {
  const Vocabulary::Word* word = reading_.Word({begin, begin + 1});
  return word != nullptr && word->tag == 'v' && IsGrammar(*word);
}

bool MadeUpNames::IsWord(Span span) const {
  const Vocabulary::Word* word = reading_.Word(span);
  return word != nullptr && !IsProper(*word);
}

bool MadeUpNames::IsCommon(Span span) const {
  const Vocabulary::Word* word = reading_.Word(span);
  return word != nullptr && word->cost < kCommonWord && !IsProper(*word) &&
         !IsDirection(*word, reading_.View(span));
}

}  // namespace annals
