// Prints what OrganizationFocus chooses from at places of texts, for deploy/train_focus.py.
//
//   focus_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds; the first line of each holds byte offsets into the rest, separated by
// spaces. For each candidate at each place one line, tab-separated: text, offset, name and aliases ('|'),
// feature=value …
#include <iostream>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "extractor/mentions/known_names.h"
#include "tests/extractor/mentions/text_reader.h"

namespace annals {
namespace {

void PrintCandidates(int number, int offset, const FoldedText& text, const Structure& structure,
                     const MentionSet& set) {
  int position = 0;
  while (position + 1 < text.size() && static_cast<int>(text.origin[position].begin) < offset) ++position;
  for (const OrganizationFocus::Candidate& candidate : set.focus.CandidatesAt(position, structure)) {
    const DocumentEntity& entity = set.entities[candidate.entity];
    std::cout << number << '\t' << offset << '\t' << entity.name;
    for (const std::string& alias : entity.aliases) std::cout << '|' << alias;
    for (int i = 0; i < kFocusFeatures; ++i) {
      if (candidate.features[i] != 0)
        std::cout << '\t' << FocusFeatureName(i) << '=' << candidate.features[i];
    }
    std::cout << '\n';
  }
}

absl::Status Read(const std::string& article, int number, const Lexicons& lexicons) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(article, absl::MaxSplits('\n', 1));
  return WithContext(parts.second, ContentType::kPlain, lexicons, [&](const MentionContext& context) {
    const MentionSet set = FindMentions(context, KnownNames(lexicons.names));
    for (const auto& field : absl::StrSplit(parts.first, ' ', absl::SkipEmpty())) {
      int offset = 0;
      if (absl::SimpleAtoi(field, &offset))
        PrintCandidates(number, offset, context.text, context.structure, set);
    }
  });
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) { return argc == 2 ? annals::ForEachText(argv[1], annals::Read) : 2; }
