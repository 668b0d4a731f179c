#include "tests/extractor/mentions/text_reader.h"

#include <iostream>
#include <iterator>

#include "absl/strings/str_split.h"
#include "extractor/events/trigger_finder.h"

namespace annals {

int ForEachText(
    const std::string& directory,
    const std::function<absl::Status(const std::string& text, int number, const Lexicons&)>& read) {
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
  for (const auto& text : absl::StrSplit(input, '\f')) {
    if (absl::Status status = read(std::string(text), number++, lexicons); !status.ok())
      return std::cerr << status << "\n", 1;
  }
  return 0;
}

absl::Status WithContext(const std::string& article, ContentType type, const Lexicons& lexicons,
                         const std::function<void(const MentionContext&)>& use) {
  auto text = FoldText(article, type, "", lexicons.fold);
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
  use({*text, structure, times, quantities, walls});
  return absl::OkStatus();
}

}  // namespace annals
