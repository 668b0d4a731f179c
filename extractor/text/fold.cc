#include "extractor/text/fold.h"

#include <limits>
#include <utility>

#include "common/utf8.h"
#include "extractor/text/line_marks.h"
#include "extractor/text/markup.h"
#include "extractor/text/quote_marks.h"
#include "extractor/text/spacing.h"
#include "extractor/text/width.h"

namespace annals {
namespace {

absl::StatusOr<FoldedText> Decode(absl::string_view utf8) {
  if (utf8.size() >= std::numeric_limits<uint32_t>::max())
    return absl::InvalidArgumentError("4 GB of text or more");
  FoldedText text;
  text.chars.reserve(utf8.size() / 2);
  text.origin.reserve(utf8.size() / 2);
  for (uint32_t i = 0; i < utf8.size();) {
    const Utf8Step step = DecodeUtf8At(utf8, i);
    if (step.length == 0) return InvalidUtf8Error(i);
    text.chars.push_back(step.code_point);
    text.origin.push_back({i, i + step.length});
    i += step.length;
  }
  return text;
}

// The title that was given, else the first line if it is a heading.
std::u32string TitleOf(std::u32string_view given, const FoldedText& text) {
  if (!given.empty()) return std::u32string(given);
  const std::u32string first = text.chars.substr(0, text.chars.find(U'\n'));
  return LooksLikeHeading(first) ? first : U"";
}

}  // namespace

absl::StatusOr<FoldLexicon> FoldLexicon::Load(const DataDirectory& data) {
  absl::StatusOr<ScriptTable> script = ScriptTable::Load(data);
  if (!script.ok()) return script.status();
  absl::StatusOr<Boilerplate> boilerplate = Boilerplate::Load(data);
  if (!boilerplate.ok()) return boilerplate.status();
  absl::StatusOr<WordList> words = WordList::Load(data);
  if (!words.ok()) return words.status();
  return FoldLexicon{*std::move(script), *std::move(boilerplate), *std::move(words)};
}

absl::StatusOr<std::u32string> FoldPhrase(absl::string_view utf8, const ScriptTable& script) {
  absl::StatusOr<FoldedText> text = Decode(utf8);
  if (!text.ok()) return text.status();
  FoldWidth(*text);
  script.Fold(*text);
  DropSpaces(*text);
  return std::move(text->chars);
}

absl::StatusOr<FoldedText> FoldText(absl::string_view utf8, ContentType type, absl::string_view title,
                                    const FoldLexicon& lexicon) {
  const absl::StatusOr<std::u32string> folded_title = FoldPhrase(title, lexicon.script);
  if (!folded_title.ok()) return folded_title.status();
  absl::StatusOr<FoldedText> text = Decode(utf8);
  if (!text.ok()) return text.status();
  StripMarkup({type == ContentType::kHtml, lexicon.boilerplate.element_classes()}, *text);
  FoldWidth(*text);
  PairQuoteMarks(*text);
  lexicon.script.Fold(*text);
  lexicon.boilerplate.DropLines(*folded_title, *text);
  DropLineMarks(*text);
  DropSpaces(*text);
  DropTitleShards(TitleOf(*folded_title, *text), lexicon.words, *text);
  return text;
}

}  // namespace annals
