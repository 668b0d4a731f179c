// What the tests of the mention stage share: a text read up to its mentions, with a few triggers of their
// own.
#ifndef ANNALS_TESTS_EXTRACTOR_MENTIONS_MENTIONS_TESTING_H_
#define ANNALS_TESTS_EXTRACTOR_MENTIONS_MENTIONS_TESTING_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/utf8.h"
#include "extractor/lexicon/automaton.h"
#include "extractor/lexicon/data_directory.h"
#include "extractor/mentions/mentions.h"
#include "extractor/text/fold.h"

namespace annals {

inline const DataDirectory& BuiltInData() {
  static const auto* const kData =
      new DataDirectory(DataDirectory::Open(DataDirectory::DefaultPath()).value());
  return *kData;
}

inline const NameLexicon& BuiltInNames() {
  static const auto* const kLexicon = new NameLexicon(NameLexicon::Load(BuiltInData()).value());
  return *kLexicon;
}

inline FoldedText Fold(absl::string_view utf8) {
  static const auto* const kLexicon = new FoldLexicon(FoldLexicon::Load(BuiltInData()).value());
  return FoldText(utf8, ContentType::kPlain, "", *kLexicon).value();
}

// The occurrences of a handful of triggers, as the event stage would give them.
inline std::vector<MentionContext::Wall> WallsIn(const FoldedText& text) {
  const TypeSet person = EntityType::kPerson, organization = EntityType::kOrganization,
                product = EntityType::kProduct;
  struct Trigger {
    const char32_t* word;
    TypeSet before, after;
  };
  static const auto* const kTriggers =
      new std::vector<Trigger>{{U"加入", person, organization}, {U"离开", person, organization},
                               {U"离职", person, {}},           {U"表示", person | organization, {}},
                               {U"任命", organization, person}, {U"收购", organization, organization},
                               {U"发布", organization, product}};
  std::vector<Automaton::Word> words;
  for (size_t i = 0; i < kTriggers->size(); ++i) words.push_back({(*kTriggers)[i].word, static_cast<int>(i)});
  std::vector<MentionContext::Wall> walls;
  for (const Automaton::Hit& hit : Automaton::Build(words).Match(text.chars)) {
    walls.push_back({hit.span, (*kTriggers)[hit.value].before, (*kTriggers)[hit.value].after});
  }
  return walls;
}

struct MentionedText {
  explicit MentionedText(absl::string_view utf8, const NameLexicon& lexicon = BuiltInNames())
      : text(Fold(utf8)) {
    const Structure structure = ParseStructure(text);
    const std::vector<TimeMention> times;
    const std::vector<Quantity> quantities;
    const std::vector<MentionContext::Wall> walls = WallsIn(text);
    set = FindMentions({text, structure, times, quantities, walls}, KnownNames(lexicon));
  }

  std::string Words(Span span) const { return span.empty() ? "" : EncodeUtf8(text.View(span)); }

  // The first mention written like this, or nullptr.
  const Mention* Find(absl::string_view words) const {
    for (const Mention& mention : set.mentions) {
      if (Words(mention.span) == words) return &mention;
    }
    return nullptr;
  }

  // Names of the entities of a type, in order of first mention.
  std::vector<std::string> Names(EntityType type) const {
    std::vector<std::string> names;
    for (const DocumentEntity& entity : set.entities) {
      if (entity.type == type) names.push_back(entity.name);
    }
    return names;
  }

  // "POSITION 林知远 > 星湾科技 首席架构师 former"
  std::vector<std::string> Facts() const {
    static constexpr const char* kKinds[] = {"POSITION", "FOUNDER_OF", "MENTOR_OF", "PART_OF"};
    std::vector<std::string> facts;
    for (const Apposition& fact : set.appositions) {
      facts.push_back(absl::StrCat(kKinds[static_cast<int>(fact.kind)], " ", set.entities[fact.from].name,
                                   " > ", set.entities[fact.to].name, fact.title.empty() ? "" : " ",
                                   fact.title, fact.former ? " former" : ""));
    }
    return facts;
  }

  FoldedText text;
  MentionSet set;
};

}  // namespace annals

#endif  // ANNALS_TESTS_EXTRACTOR_MENTIONS_MENTIONS_TESTING_H_
