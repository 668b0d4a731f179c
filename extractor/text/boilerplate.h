// Finds the lines of a page that are not its article: captions, bylines, sources and dates, notices,
// advertisement.
#ifndef ANNALS_EXTRACTOR_TEXT_BOILERPLATE_H_
#define ANNALS_EXTRACTOR_TEXT_BOILERPLATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/folded_text.h"

namespace annals {

// The patterns of boilerplate.tsv. Immutable after Load; safe to share between threads.
class Boilerplate {
 public:
  // INVALID_ARGUMENT, with file and line: an unknown word in a column, an empty pattern.
  static absl::StatusOr<Boilerplate> Load(const DataDirectory& data);

  // In place and linear; whole lines go. Besides the patterns two forms are known without words: near the top
  // a line that is little more than a date, at the end a paragraph in parentheses. `title` (folded) protects
  // the line that repeats it. Where nearly every line would go, none does: then the patterns have misread the
  // text.
  void DropLines(std::u32string_view title, FoldedText& text) const;

  // Classes and ids of HTML elements to drop.
  const std::vector<std::string>& element_classes() const { return element_classes_; }

 private:
  enum class Match { kPrefix, kSuffix, kContains, kIs };
  enum class Place { kAny, kTop, kEnd };
  struct Pattern {
    Match match;
    Place place;
    int longest;  // lines of more characters are left alone
    bool rest;    // all after the line goes too
  };
  struct Line {
    size_t begin, end;  // in the text, without '\n'
    bool top, at_end;   // where it stands
  };
  enum class Verdict { kKeep, kDrop, kDropRest };

  absl::Status Add(const Table& table, int row, std::vector<Automaton::Word>& words);
  static std::vector<Line> SplitLines(const FoldedText& text);
  static bool Fits(const Pattern& pattern, const Line& line, std::u32string_view bare, Span hit);
  Verdict Judge(const Line& line, std::u32string_view text, std::u32string_view bare_title) const;

  Automaton words_;  // their values: indices into patterns_
  std::vector<Pattern> patterns_;
  std::vector<std::string> element_classes_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_BOILERPLATE_H_
