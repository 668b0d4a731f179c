// Reads plain texts and prints what the mention stage finds, for mention_score.py and for looking at.
//
//   mention_reader DATA_DIR < TEXTS
// TEXTS are separated by form feeds. For each text one line a finding, tab-separated, then a form feed:
//   entity   number type name aliases('|') owner known_id
//   mention  kind types entity head text chain title organization unit former founder list
//   apposition  kind from to title former
#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "common/utf8.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/mentions/mentions.h"
#include "extractor/text/fold.h"

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

// The triggers of the event stage as walls, without the events: what stands before a verb is somebody, what
// stands after it is what its type is about.
std::vector<std::pair<std::u32string, MentionContext::Wall>> TriggerWords(const DataDirectory& data) {
  const TypeSet person = EntityType::kPerson, organization = EntityType::kOrganization,
                product = EntityType::kProduct;
  const std::map<std::string, std::pair<TypeSet, TypeSet>> types = {
      {"JOIN", {person, organization}},
      {"DEPART", {person, organization}},
      {"DISMISS", {organization | person, person}},
      {"APPOINT", {person | organization, person}},
      {"STEP_DOWN", {person, {}}},
      {"RECRUIT", {person | organization, person}},
      {"FOUND", {person, organization}},
      {"LAYOFF", {organization, {}}},
      {"ACQUIRE", {organization, organization}},
      {"FUND", {organization, organization}},
      {"LIST", {organization, {}}},
      {"REORGANIZE", {organization, {}}},
      {"PARTNER", {organization, {}}},
      {"INTEGRATE", {organization, product}},
      {"RELEASE", {organization, product}},
      {"OPEN_SOURCE", {organization, product}},
      {"DISCONTINUE", {organization, product}},
      {"PIVOT", {organization, {}}},
      {"STATEMENT", {person | organization, {}}},
      {"METRIC", {{}, {}}}};
  std::vector<std::pair<std::u32string, MentionContext::Wall>> words;
  auto tables = data.Find("triggers.tsv");
  if (!tables.ok()) return words;
  for (const Table* table : *tables) {
    auto word = table->Column("word"), type = table->Column("type");
    if (!word.ok() || !type.ok()) continue;
    for (int row = 0; row < table->size(); ++row) {
      auto found = types.find(std::string(table->Cell(row, *type)));
      MentionContext::Wall wall;
      if (found != types.end()) wall = {{}, found->second.first, found->second.second};
      words.emplace_back(DecodeUtf8(table->Cell(row, *word)).value_or(U""), wall);
    }
  }
  return words;
}

std::vector<MentionContext::Wall> Walls(
    const FoldedText& text, const Automaton& automaton,
    const std::vector<std::pair<std::u32string, MentionContext::Wall>>& words) {
  std::vector<MentionContext::Wall> walls;
  for (const Automaton::Hit& hit : automaton.Match(text.chars)) {
    walls.push_back(words[hit.value].second);
    walls.back().span = hit.span;
  }
  std::stable_sort(
      walls.begin(), walls.end(), [](const MentionContext::Wall& a, const MentionContext::Wall& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
      });
  std::vector<MentionContext::Wall> longest;
  for (const MentionContext::Wall& wall : walls) {
    if (longest.empty() || wall.span.begin >= longest.back().span.end) longest.push_back(wall);
  }
  return longest;
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
  const auto triggers = TriggerWords(*data);
  std::vector<Automaton::Word> words;
  for (size_t i = 0; i < triggers.size(); ++i) words.push_back({triggers[i].first, static_cast<int>(i)});
  const Automaton automaton = Automaton::Build(words);
  absl::Duration spent;
  size_t bytes = 0;
  std::string article;
  while (std::getline(std::cin, article, '\f')) {
    auto text = FoldText(article, ContentType::kHtml, "", *fold);
    if (!text.ok()) return std::cerr << text.status() << '\n', 1;
    const Structure structure = ParseStructure(*text);
    const std::vector<TimeMention> times;
    const std::vector<Quantity> quantities;
    const std::vector<MentionContext::Wall> walls = Walls(*text, automaton, triggers);
    const absl::Time before = absl::Now();
    const MentionSet set = FindMentions({*text, structure, times, quantities, walls}, *lexicon);
    spent += absl::Now() - before;
    bytes += article.size();
    Print(*text, set);
    std::cout << "text\t" << EncodeUtf8(text->chars.substr(0, 0)) << '\n' << '\f';
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
