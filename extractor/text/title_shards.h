// Removes the shards of its own title that a scraper has strewn over a text.
#ifndef ANNALS_EXTRACTOR_TEXT_TITLE_SHARDS_H_
#define ANNALS_EXTRACTOR_TEXT_TITLE_SHARDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/folded_text.h"

namespace annals {

// The dictionary words of words.tsv. Immutable; safe to share between threads; refers to the data it was
// loaded from.
class WordList {
 public:
  // NOT_FOUND: no words.tsv. INVALID_ARGUMENT: its words are not sorted by their bytes.
  static absl::StatusOr<WordList> Load(const DataDirectory& data);
  bool Contains(std::u32string_view word) const;

 private:
  const Table* table_ = nullptr;
  int column_ = 0;
};

// Half-open ranges of text.chars, in order: where the shards stand. Empty unless the text is clearly tampered
// with.
//
// Some sites cut the title into equal pieces without regard to words (内存涨|疯之后|手机厂|商集体|换将) and
// insert one after another into the running text, over and over. So a cut of the title is looked for whose
// pieces stand in the text in turn, each of them apart from the rest of the title, for more than one round;
// and enough of them must be no words, for words of a title come back in every article. Both title and text
// are folded.
std::vector<Span> FindTitleShards(std::u32string_view title, const WordList& words, std::u32string_view text);

// Takes them out. In place.
void DropTitleShards(std::u32string_view title, const WordList& words, FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_TITLE_SHARDS_H_
