// The first stage of the extraction: from the bytes of an article to the characters every later stage reads.
#ifndef ANNALS_EXTRACTOR_TEXT_FOLD_H_
#define ANNALS_EXTRACTOR_TEXT_FOLD_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/text/boilerplate.h"
#include "extractor/text/folded_text.h"
#include "extractor/text/script.h"
#include "extractor/text/title_shards.h"

namespace annals {

enum class ContentType { kPlain, kHtml };

// What folding knows. Immutable after Load; safe to share between threads; refers to `data`, which must
// outlive it.
struct FoldLexicon {
  ScriptTable script;
  Boilerplate boilerplate;
  WordList words;

  // From fold.tsv, script_exceptions.tsv, boilerplate.tsv and words.tsv. NOT_FOUND: one is missing;
  // INVALID_ARGUMENT: one is broken.
  static absl::StatusOr<FoldLexicon> Load(const DataDirectory& data);
};

// INVALID_ARGUMENT: not UTF-8, with the byte offset; 4 GB or more. Else a text of paragraphs parted by single
// '\n', in simplified script and half-width punctuation (。 and 、 stay), with “ ” ‘ ’ 《 》 and '·', without
// markup, boilerplate, idle spaces and injected shards of the title; see the headers of the steps. Letters
// keep their case. Linear.
absl::StatusOr<FoldedText> FoldText(absl::string_view utf8, ContentType type, absl::string_view title,
                                    const FoldLexicon& lexicon);

// Folds a name or a word as FoldText folds running text: width, script and spaces, nothing else. For lexicon
// entries and the names of requests. INVALID_ARGUMENT as above.
absl::StatusOr<std::u32string> FoldPhrase(absl::string_view utf8, const ScriptTable& script);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_FOLD_H_
