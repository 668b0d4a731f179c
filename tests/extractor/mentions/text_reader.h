// What the programs share that print the stage's view of texts for training.
#ifndef ANNALS_TESTS_EXTRACTOR_MENTIONS_TEXT_READER_H_
#define ANNALS_TESTS_EXTRACTOR_MENTIONS_TEXT_READER_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/mentions/mentions.h"
#include "extractor/text/fold.h"
#include "extractor/times/times.h"

namespace annals {

struct Lexicons {
  FoldLexicon fold;
  TimeLexicon times;
  ValencyLexicon valency;
  NameLexicon names;
};

// Calls `read` with each text of standard input, which form feeds separate, and its number. Returns the exit
// status of the program; what went wrong stands on standard error.
int ForEachText(
    const std::string& directory,
    const std::function<absl::Status(const std::string& text, int number, const Lexicons&)>& read);

// Calls `use` with what the mentions of a text are read from. Errors: those of FoldText.
absl::Status WithContext(const std::string& text, ContentType type, const Lexicons& lexicons,
                         const std::function<void(const MentionContext&)>& use);

}  // namespace annals

#endif  // ANNALS_TESTS_EXTRACTOR_MENTIONS_TEXT_READER_H_
