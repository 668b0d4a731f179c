// Prints what the model of unlisted names weighs in texts, for deploy/train_unlisted.py.
//
//   unlisted_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds. For each candidate one line, tab-separated: text, form, feature …
#include <iostream>
#include <iterator>
#include <string>

#include "absl/strings/str_split.h"
#include "common/utf8.h"
#include "extractor/events/trigger_finder.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/mentions/known_names.h"
#include "extractor/mentions/unlisted_names.h"
#include "extractor/mentions/word_reading.h"
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
  auto text = FoldText(article, ContentType::kHtml, "", lexicons.fold);
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
  PrintCandidates(number, {*text, structure, times, quantities, walls}, lexicons.names);
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
