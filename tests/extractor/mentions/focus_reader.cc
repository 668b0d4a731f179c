// Prints what OrganizationFocus chooses from at places of texts, for deploy/train_focus.py.
//
//   focus_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds; the first line of each holds byte offsets into the rest, separated by
// spaces. For each candidate at each place one line, tab-separated: text, offset, name and aliases ('|'),
// feature=value …
#include <iostream>
#include <iterator>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "extractor/events/trigger_finder.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/mentions/known_names.h"
#include "extractor/mentions/mentions.h"
#include "extractor/text/fold.h"
#include "extractor/times/times.h"

namespace annals {
namespace {

struct Lexicons {
  FoldLexicon fold;
  TimeLexicon times;
  ValencyLexicon valency;
  NameLexicon names;
};

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
  auto text = FoldText(parts.second, ContentType::kPlain, "", lexicons.fold);
  if (!text.ok()) return text.status();
  const Structure structure = ParseStructure(*text);
  const std::vector<TimeMention> times = FindTimes(*text, structure, std::nullopt, lexicons.times);
  std::vector<Span> occupied;
  for (const TimeMention& time : times) occupied.push_back(time.span);
  const std::vector<Quantity> quantities = FindQuantities(
      *text, occupied, lexicons.times.quantities().currency_cues().Match(text->chars), lexicons.times);
  const std::vector<TriggerHit> triggers =
      FindTriggers(*text, structure, lexicons.valency.trigger_words().Match(text->chars), lexicons.valency);
  const std::vector<MentionContext::Wall> walls = WallsOf(triggers, lexicons.valency);
  const MentionSet set =
      FindMentions({*text, structure, times, quantities, walls}, KnownNames(lexicons.names));
  for (const auto& field : absl::StrSplit(parts.first, ' ', absl::SkipEmpty())) {
    int offset = 0;
    if (absl::SimpleAtoi(field, &offset)) PrintCandidates(number, offset, *text, structure, set);
  }
  return absl::OkStatus();
}

int Run(const std::string& directory) {
  auto data = DataDirectory::Open(directory);
  if (!data.ok()) return std::cerr << data.status() << "\n", 1;
  auto fold = FoldLexicon::Load(*data);
  auto times = TimeLexicon::Load(*data);
  auto valency = ValencyLexicon::Load(*data);
  auto names = NameLexicon::Load(*data);
  if (!fold.ok() || !times.ok() || !valency.ok() || !names.ok()) return std::cerr << "broken lexicon\n", 1;
  const Lexicons lexicons{*std::move(fold), *std::move(times), *std::move(valency), *std::move(names)};
  const std::string input((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  int number = 0;
  for (const auto& article : absl::StrSplit(input, '\f')) {
    if (absl::Status read = Read(std::string(article), number++, lexicons); !read.ok())
      return std::cerr << read << "\n", 1;
  }
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) { return argc == 2 ? annals::Run(argv[1]) : 2; }
