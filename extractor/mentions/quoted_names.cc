#include "extractor/mentions/quoted_names.h"

#include <algorithm>
#include <map>
#include <string>

#include "extractor/mentions/characters.h"

namespace annals {
namespace {

constexpr int kLongestName = 16;
constexpr float kEverydayWord = 14.0f;  // nats: a word a reader knows

class QuotedReader {
 public:
  explicit QuotedReader(const Reading& reading)
      : reading_(reading),
        before_(reading.size() + 1),
        noun_before_(reading.size() + 1),
        after_(reading.size() + 1),
        naming_(reading.size() + 1),
        said_(reading.size() + 1) {
    for (const PhraseHit& hit : reading.phrases) MarkPhrase(hit);
    for (const MentionContext::Wall& wall : reading.context.walls) {
      // A trigger vouches for one kind of name only; one that takes anything says nothing about a word in
      // quotes.
      const TypeSet things = wall.after & (TypeSet(EntityType::kProduct) | EntityType::kOrganization);
      if (wall.before.Has(EntityType::kPerson)) said_[wall.span.begin] = 1;
      if (!wall.after.Has(EntityType::kPerson)) before_[wall.span.end] = before_[wall.span.end] | things;
    }
  }

  std::vector<NameClaim> Read() {
    std::vector<Quotation> candidates = Candidates();
    for (const Quotation& quotation : candidates) {
      std::u32string name(reading_.View(quotation.inner));
      types_[name] = types_[name] | TypesAround(quotation);
    }
    std::vector<NameClaim> claims;
    for (const Quotation& quotation : candidates) {
      const TypeSet types = types_[std::u32string(reading_.View(quotation.inner))];
      if (types.empty() || (!claims.empty() && claims.back().span.Overlaps(quotation.inner))) continue;
      claims.push_back({quotation.inner, types, NameClaim::Source::kQuoted});
    }
    return claims;
  }

 private:
  void MarkPhrase(const PhraseHit& hit) {
    const Phrase& phrase = *hit.phrase;
    if (phrase.kind == Phrase::Kind::kSuffix) {
      noun_before_[hit.span.end] = noun_before_[hit.span.end] | phrase.types;
      after_[hit.span.begin] = after_[hit.span.begin] | phrase.types;
    } else if (phrase.role == Phrase::Role::kNaming || phrase.role == Phrase::Role::kAlias) {
      naming_[hit.span.end] = 1;
    }
  }

  std::vector<Quotation> Candidates() const {
    std::vector<Quotation> candidates;
    for (const Quotation& quotation : reading_.context.structure.quotations) {
      if (quotation.kind == Quotation::Kind::kSpeech || quotation.inner.empty()) continue;
      if (quotation.inner.size() <= kLongestName && IsNameLike(quotation.inner))
        candidates.push_back(quotation);
    }
    return candidates;
  }

  bool IsNameLike(Span span) const {
    const std::u32string_view text = reading_.View(span);
    return std::all_of(text.begin(), text.end(), [](char32_t c) {
      return IsHan(c) || IsLatin(c) || IsDigit(c) || c == U' ' || c == U'·' || c == U'-' || c == U'.' ||
             c == U':' || c == U'+' || c == U'&';
    });
  }

  TypeSet TypesAround(const Quotation& quotation) const {
    TypeSet types = after_[quotation.outer.end] | noun_before_[quotation.outer.begin];
    if (!IsEveryday(quotation.inner)) types = types | before_[quotation.outer.begin];
    if (types.empty() && quotation.kind == Quotation::Kind::kName && FollowsNoun(quotation.outer.begin) &&
        !StartsWithVerb(quotation.inner)) {
      types = EntityType::kProduct;
    }
    if (naming_[quotation.outer.begin] && types.empty()) {
      types = TypeSet(EntityType::kProduct) | EntityType::kOrganization | EntityType::kUnit;
    }
    if (quotation.kind == Quotation::Kind::kTitle && types.empty()) {
      types = IsSource(quotation) ? TypeSet(EntityType::kOrganization) : TypeSet(EntityType::kProduct);
    }
    return types;
  }

  // 原子钟“漏刻”: a noun right before the quotation says what the name is of.
  bool FollowsNoun(int joint) const {
    for (int length = 4; length >= 2; --length) {
      if (joint < length || said_[joint]) continue;
      const Vocabulary::Word* word = reading_.Word({joint - length, joint});
      if (word != nullptr) return word->tag == 'n' && word->subtag == 0;
    }
    return false;
  }

  // 要求团队“回到用户”.
  bool StartsWithVerb(Span span) const {
    for (int length = std::min(3, span.size()); length >= 1; --length) {
      const Vocabulary::Word* word = reading_.Word({span.begin, span.begin + length});
      if (word != nullptr) return word->tag != 'n' && length < span.size();
    }
    return false;
  }

  bool IsEveryday(Span span) const {
    const Vocabulary::Word* word = reading_.Word(span);
    return word != nullptr && word->cost < kEverydayWord;
  }

  // 据《晚点》报道, 《晚点》援引…: a paper, not a work.
  bool IsSource(const Quotation& quotation) const {
    const std::u32string& chars = reading_.chars();
    const int before = quotation.outer.begin - 1, after = quotation.outer.end;
    if (before >= 0 && (chars[before] == U'据' || chars[before] == U'经')) return true;
    return said_[after];
  }

  const Reading& reading_;
  std::vector<TypeSet> before_;               // by joint: what a trigger before it makes of a name
  std::vector<TypeSet> noun_before_, after_;  // by joint: what a noun beside it says a name is (应用“…”)
  std::vector<char> naming_;                  // by joint: 名为, 叫做 end here
  std::vector<char> said_;  // by joint: a trigger that a person precedes starts here (报道, 称)
  std::map<std::u32string, TypeSet> types_;
};

}  // namespace

std::vector<NameClaim> FindQuotedNames(const Reading& reading) { return QuotedReader(reading).Read(); }

}  // namespace annals
