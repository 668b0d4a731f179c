// What the tests of the text stage share.
#ifndef ANNALS_TESTS_EXTRACTOR_TEXT_TEXT_TESTING_H_
#define ANNALS_TESTS_EXTRACTOR_TEXT_TEXT_TESTING_H_

#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "common/utf8.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/fold.h"
#include "extractor/text/folded_text.h"
#include "gtest/gtest.h"

namespace annals {

inline void PrintTo(Span span, std::ostream* out) { *out << "[" << span.begin << "," << span.end << ")"; }
inline void PrintTo(ByteSpan span, std::ostream* out) { *out << "<" << span.begin << "," << span.end << ">"; }

// The built-in lexicon; loaded once.
inline const DataDirectory& BuiltInData() {
  static const auto* const kData =
      new DataDirectory(DataDirectory::Open(DataDirectory::DefaultPath()).value());
  return *kData;
}

inline const FoldLexicon& BuiltInFoldLexicon() {
  static const auto* const kLexicon = new FoldLexicon(FoldLexicon::Load(BuiltInData()).value());
  return *kLexicon;
}

// A text nothing has been done to.
inline FoldedText Unfolded(absl::string_view utf8) {
  FoldedText text;
  for (uint32_t i = 0; i < utf8.size();) {
    const Utf8Step step = DecodeUtf8At(utf8, i);
    text.chars.push_back(step.code_point);
    text.origin.push_back({i, i + step.length});
    i += step.length;
  }
  return text;
}

inline FoldedText Fold(absl::string_view utf8, absl::string_view title = "",
                       ContentType type = ContentType::kPlain) {
  return FoldText(utf8, type, title, BuiltInFoldLexicon()).value();
}

inline std::vector<std::string> LinesOf(const FoldedText& text) {
  return absl::StrSplit(EncodeUtf8(text.chars), '\n', absl::SkipEmpty());
}

// Fails the test unless origins ascend, do not overlap and lie inside the text.
inline void ExpectOriginsInOrder(const FoldedText& text, size_t bytes) {
  ASSERT_EQ(text.chars.size(), text.origin.size());
  uint32_t last = 0;
  for (int i = 0; i < text.size(); ++i) {
    ASSERT_LE(last, text.origin[i].begin) << "character " << i;
    ASSERT_LT(text.origin[i].begin, text.origin[i].end) << "character " << i;
    last = text.origin[i].end;
  }
  ASSERT_LE(last, bytes);
}

}  // namespace annals

#endif  // ANNALS_TESTS_EXTRACTOR_TEXT_TEXT_TESTING_H_
