// Reads plain texts and prints what the mention stage finds, for mention_score.py and for looking at.
//
//   mention_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds. For each text one line a finding, tab-separated, then a form feed:
//   entity   number type name aliases('|') owner known_id
//   mention  kind types entity head text chain title organization unit former founder list
//   apposition  kind from to title former
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "common/utf8.h"
#include "extractor/events/trigger_finder.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/mentions/mentions.h"
#include "extractor/text/fold.h"
#include "extractor/times/times.h"

namespace annals {
namespace {

constexpr const char* kTypeNames[] = {"PERSON", "ORGANIZATION", "UNIT", "PRODUCT"};
constexpr const char* kKindNames[] = {"name", "pronoun", "nominal", "title"};
constexpr const char* kFactNames[] = {"POSITION", "FOUNDER_OF", "MENTOR_OF", "PART_OF"};

std::string TypesOf(TypeSet types) {
  std::string text;
  for (int t = 0; t < 4; ++t) {
    if (types.Has(static_cast<EntityType>(t))) text += std::string(text.empty() ? "" : "|") + kTypeNames[t];
  }
  return text;
}

void Print(const FoldedText& text, const MentionSet& set) {
  auto words = [&text](Span span) { return span.empty() ? std::string() : EncodeUtf8(text.View(span)); };
  for (size_t e = 0; e < set.entities.size(); ++e) {
    const DocumentEntity& entity = set.entities[e];
    std::cout << "entity\t" << e << '\t' << kTypeNames[static_cast<int>(entity.type)] << '\t' << entity.name
              << '\t' << absl::StrJoin(entity.aliases, "|") << '\t' << entity.owner << '\t' << entity.known_id
              << '\n';
  }
  for (const Mention& m : set.mentions) {
    std::cout << "mention\t" << kKindNames[static_cast<int>(m.kind)] << '\t' << TypesOf(m.types) << '\t'
              << m.entity << '\t' << m.head << '\t' << words(m.span) << '\t' << words(m.chain) << '\t'
              << words(m.title) << '\t'
              << (m.organization < 0 ? "" : words(set.mentions[m.organization].span)) << '\t'
              << (m.unit < 0 ? "" : words(set.mentions[m.unit].span)) << '\t' << m.former << '\t' << m.founder
              << '\t' << m.list << '\n';
  }
  for (const Apposition& fact : set.appositions) {
    std::cout << "apposition\t" << kFactNames[static_cast<int>(fact.kind)] << '\t' << fact.from << '\t'
              << fact.to << '\t' << fact.title << '\t' << fact.former << '\n';
  }
}

int Run(const std::string& directory) {
  auto data = DataDirectory::Open(directory);
  if (!data.ok()) return std::cerr << data.status() << '\n', 1;
  const absl::Time start = absl::Now();
  auto lexicon = NameLexicon::Load(*data);
  if (!lexicon.ok()) return std::cerr << lexicon.status() << '\n', 1;
  std::cerr << "lexicon: " << absl::Now() - start << '\n';
  auto fold = FoldLexicon::Load(*data);
  if (!fold.ok()) return std::cerr << fold.status() << '\n', 1;
  auto times = TimeLexicon::Load(*data);
  if (!times.ok()) return std::cerr << times.status() << '\n', 1;
  auto valency = ValencyLexicon::Load(*data);
  if (!valency.ok()) return std::cerr << valency.status() << '\n', 1;
  absl::Duration spent;
  size_t bytes = 0;
  std::string article;
  while (std::getline(std::cin, article, '\f')) {
    auto text = FoldText(article, ContentType::kHtml, "", *fold);
    if (!text.ok()) return std::cerr << text.status() << '\n', 1;
    const Structure structure = ParseStructure(*text);
    const std::vector<TimeMention> time_mentions = FindTimes(*text, structure, std::nullopt, *times);
    std::vector<Span> occupied;
    for (const TimeMention& time : time_mentions) occupied.push_back(time.span);
    const std::vector<Quantity> quantities =
        FindQuantities(*text, occupied, times->quantities().currency_cues().Match(text->chars), *times);
    const std::vector<MentionContext::Wall> walls = WallsOf(
        FindTriggers(*text, structure, valency->trigger_words().Match(text->chars), *valency), *valency);
    const absl::Time before = absl::Now();
    const MentionSet set =
        FindMentions({*text, structure, time_mentions, quantities, walls}, KnownNames(*lexicon));
    spent += absl::Now() - before;
    bytes += article.size();
    Print(*text, set);
    std::cout << '\f';
  }
  std::cerr << bytes << " bytes in " << spent << '\n';
  return 0;
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: mention_reader DATA_DIR < TEXTS\n", 2;
  return annals::Run(argv[1]);
}
