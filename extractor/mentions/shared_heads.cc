#include "extractor/mentions/shared_heads.h"

#include <algorithm>
#include <utility>

#include "extractor/mentions/characters.h"
#include "extractor/mentions/list_joints.h"

namespace annals {
namespace {

constexpr int kLongestMember = 3;     // tokens
constexpr int kLongestQuotation = 8;  // tokens

class SharedHeadReader {
 public:
  SharedHeadReader(const Reading& reading, const std::vector<NounGroup>& groups)
      : reading_(reading), tokens_(reading.tokens), groups_(groups) {}

  std::vector<SharedHead> Read() const {
    std::vector<SharedHead> found;
    for (size_t i = 0; i < groups_.size(); ++i) {
      const NounGroup& group = groups_[i];
      if (group.kind != NounGroup::Kind::kUnit || group.organization >= 0) continue;
      SharedHead shared{static_cast<int>(i), MembersBefore(group.first - 1)};
      if (shared.members.empty()) continue;
      shared.members.back().chain.end = group.span.end;
      found.push_back(std::move(shared));
    }
    return found;
  }

 private:
  std::u32string_view View(int token) const { return reading_.View(tokens_[token].span); }
  bool Is(int token, std::u32string_view text) const { return token >= 0 && View(token) == text; }
  bool IsJoint(int token) const { return token >= 0 && IsListJoint(View(token)); }

  // 两个, 三大: how many the word says; 0: it counts nothing, or one.
  size_t CountOf(int token) const {
    constexpr std::u32string_view kNumerals = U"一二三四五六七八九", kMeasures = U"个大家块条支类";
    std::u32string_view word = token < 0 ? std::u32string_view() : View(token);
    if (word.empty() || word.size() > 2) return 0;
    if (word.size() == 2 && kMeasures.find(word[1]) == kMeasures.npos) return 0;
    if (word[0] == U'两') return 2;
    if (IsDigit(word[0])) return static_cast<size_t>(word[0] - U'0');
    const size_t place = kNumerals.find(word[0]);
    return place == kNumerals.npos || place == 0 ? 0 : place + 1;
  }

  // As many as the number at a token says, in the order of the text; empty where there are more or fewer.
  std::vector<SharedHead::Member> MembersBefore(int number) const {
    size_t count = CountOf(number);
    int last = number - 1;
    if (count == 0 && last >= 0 && View(number).size() == 1) count = CountOf(last--);  // 两|个
    std::vector<SharedHead::Member> members;
    while (count > 1 && last >= 0 && members.size() < count) {
      const int first = AddMember(last, members);
      if (first < 0) return {};
      last = first - 1;
      if (!IsJoint(last)) break;
      if (members.size() == count) return {};
      --last;
    }
    if (members.size() != count) return {};
    std::reverse(members.begin(), members.end());
    return members;
  }

  // Adds the member that ends with a token; the token it begins with, or -1.
  int AddMember(int last, std::vector<SharedHead::Member>& members) const {
    if (Is(last, U"”")) return AddQuoted(last, members);
    if (!IsName(last) && (tokens_[last].span.size() < 2 || !IsWord(last))) return -1;
    int first = last;
    while (first > 0 && last - first + 1 < kLongestMember && IsNoun(first - 1)) --first;
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    members.push_back({span, span});
    return first;
  }

  // 成都|“画影”
  int AddQuoted(int last, std::vector<SharedHead::Member>& members) const {
    int open = last - 1;
    while (open >= 0 && last - open < kLongestQuotation && !Is(open, U"“")) --open;
    if (!Is(open, U"“") || open + 1 == last) return -1;
    const Span name{tokens_[open].span.end, tokens_[last].span.begin};
    const int first = open > 0 && IsPlace(open - 1) ? open - 1 : open;
    members.push_back({name, {tokens_[first].span.begin, name.end}, true});
    return first;
  }

  bool IsPlace(int token) const {
    return tokens_[token].kind == Token::Kind::kWord && tokens_[token].tag() == 'n' &&
           tokens_[token].subtag() == 's';
  }

  // What may close a member: a verb too (销售、交付两个中心), but nothing that points or holds a post.
  bool IsWord(int token) const {
    const Token& word = tokens_[token];
    const bool points = word.nominal != nullptr && word.modifier == nullptr;  // 企业|网路, but not 公司
    return word.kind == Token::Kind::kWord && word.title == nullptr && !points && word.connector == nullptr;
  }

  bool IsNoun(int token) const {
    const Token& word = tokens_[token];
    if (!IsWord(token) || word.wall != nullptr || word.span.size() < 2) return false;
    const char tag = word.tag();
    return tag == 'n' || tag == 'j' || tag == 'b' || tag == 's' || word.modifier != nullptr ||
           (tag == 'v' && word.subtag() == 'n');
  }

  // A name that was guessed, or of something made; a company is no unit's name.
  bool IsName(int token) const {
    if (tokens_[token].name < 0) return false;
    const NameClaim& name = reading_.names[tokens_[token].name];
    return name.known < 0 && name.source != NameClaim::Source::kPerson &&
           name.source != NameClaim::Source::kSuffixed;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<NounGroup>& groups_;
};

}  // namespace

std::vector<SharedHead> FindSharedHeads(const Reading& reading, const std::vector<NounGroup>& groups) {
  return SharedHeadReader(reading, groups).Read();
}

}  // namespace annals
