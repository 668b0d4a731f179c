// Prints what the model of unlisted names weighs in texts, for deploy/train_unlisted.py.
//
//   unlisted_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds. For each candidate one line, tab-separated: text, form, feature …
#include <iostream>
#include <string>

#include "common/utf8.h"
#include "extractor/mentions/known_names.h"
#include "extractor/mentions/unlisted_names.h"
#include "extractor/mentions/word_reading.h"
#include "tests/extractor/mentions/text_reader.h"

namespace annals {
namespace {

void PrintCandidates(int number, const MentionContext& context, const NameLexicon& names) {
  const KnownNames known(names);
  Reading reading = StartReading(context, known);
  const Anchors anchors(reading);
  ReadOnce(anchors, &reading);
  for (const UnlistedName& name : CollectUnlistedNames(reading, anchors)) {
    std::cout << number << '\t' << EncodeUtf8(context.text.View(name.span));
    for (int i = 0; i < kUnlistedFeatures; ++i) {
      if (name.features >> i & 1) std::cout << '\t' << UnlistedFeatureName(i);
    }
    std::cout << '\n';
  }
}

absl::Status Read(const std::string& article, int number, const Lexicons& lexicons) {
  return WithContext(article, ContentType::kHtml, lexicons, [&](const MentionContext& context) {
    PrintCandidates(number, context, lexicons.names);
  });
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) { return argc == 2 ? annals::ForEachText(argv[1], annals::Read) : 2; }
