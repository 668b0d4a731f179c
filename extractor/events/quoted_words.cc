#include "extractor/events/quoted_words.h"

#include <algorithm>

namespace annals {
namespace {

constexpr int kLongestTerm = 8;

// The mention whose name the marks hold and nothing else; null: none.
const Mention* Named(const Document& document, const Quotation& quotation) {
  const Mention* next = document.MentionFrom(quotation.inner.begin);
  const bool named = next != nullptr && next->span == quotation.inner && next->kind == Mention::Kind::kName;
  return named ? next : nullptr;
}

// Whether a clause goes on behind the quotation.
bool GoesOn(const Document& document, const Quotation& quotation) {
  const int end = quotation.outer.end;
  return end < document.text.size() && !IsMark(document.text.chars[end]);
}

}  // namespace

bool IsMark(char32_t c) { return std::u32string_view(U",:。;!?").find(c) != std::u32string_view::npos; }

bool IsName(const Document& document, const Quotation& quotation) {
  return GoesOn(document, quotation) && Named(document, quotation) != nullptr;
}

bool IsNameInside(const Document& document, const Quotation& quotation, Span verb) {
  const int begin = quotation.outer.begin;
  if (begin <= verb.end || IsMark(document.text.chars[begin - 1]) || GoesOn(document, quotation))
    return false;
  const Mention* named = Named(document, quotation);
  return named != nullptr && named->entity >= 0 &&
         document.mentions.entities[named->entity].type == EntityType::kProduct;
}

bool IsTerm(const Document& document, const Quotation& quotation) {
  return GoesOn(document, quotation) && quotation.inner.size() <= kLongestTerm &&
         quotation.kind != Quotation::Kind::kSpeech;
}

bool IsAsked(const Document& document, const Quotation& quotation) {
  const int begin = quotation.outer.begin;
  // “你后悔吗？”|记者问
  return document.classes->AnyCloses(WordClass::kAsked, document.View({std::max(0, begin - 2), begin})) ||
         document.classes->AnyOpens(WordClass::kAsks,
                                    std::u32string_view(document.text.chars).substr(quotation.outer.end));
}

bool EndsSentence(const Document& document, const Quotation& quotation) {
  const std::u32string& text = document.text.chars;
  const int before = quotation.outer.begin - 1, after = quotation.outer.end;
  const bool last = after >= document.text.size() || text[after] == U'。' || text[after] == U'\n';
  return last && before >= 0 && text[before] == U',' && quotation.inner.size() >= kMinQuotedClause;
}

bool IsWholeClause(const Document& document, const Quotation& quotation) {
  const std::u32string& text = document.text.chars;
  const auto comma = [&](int position) {
    return position >= 0 && position < document.text.size() && text[position] == U',';
  };
  return quotation.inner.size() >= kMinQuotedClause && comma(quotation.outer.end) &&
         (quotation.outer.begin == 0 || comma(quotation.outer.begin - 1) ||
          text[quotation.outer.begin - 1] == U'。' || text[quotation.outer.begin - 1] == U'\n');
}

bool IsAnswered(const Document& document, const Quotation& quotation) {
  constexpr int kLeastAnswer = 2;  // characters
  const int end = quotation.outer.end;
  return end + kLeastAnswer < document.text.size() && document.text.chars[end] == U':';
}

bool NamesSomebody(const Document& document, Span words) {
  const std::vector<Mention>& mentions = document.mentions.mentions;
  auto next = std::partition_point(mentions.begin(), mentions.end(),
                                   [words](const Mention& m) { return m.span.end < words.end; });
  for (; next != mentions.end() && next->span.begin < words.end; ++next) {
    const Span phrase = next->chain.empty() ? next->span : next->chain;
    if (next->kind == Mention::Kind::kName && next->span.end == words.end && phrase.begin <= words.begin)
      return true;
  }
  return false;
}

}  // namespace annals
