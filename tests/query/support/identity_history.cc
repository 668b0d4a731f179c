#include "tests/query/support/identity_history.h"

#include <map>
#include <random>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/query/support/history.h"

namespace annals::query {
namespace {

struct Form {
  const char* id;
  v1::EntityType type;
  const char* name;
  std::vector<const char*> aliases;
};

const std::vector<Form>& People() {
  static const auto* const people = new std::vector<Form>{
      {"person:Ann", v1::ENTITY_TYPE_PERSON, "Ann", {}},
      {"person:Ann", v1::ENTITY_TYPE_PERSON, "Ann", {"Annie"}},
      {"person:Bo", v1::ENTITY_TYPE_PERSON, "Bo", {}},
      {"p-cleo", v1::ENTITY_TYPE_PERSON, "Cleo", {"Ann"}},
  };
  return *people;
}

const std::vector<Form>& Organizations() {
  static const auto* const organizations = new std::vector<Form>{
      {"organization:Starboat Labs", v1::ENTITY_TYPE_ORGANIZATION, "Starboat Labs", {"Starboat", "Star"}},
      {"organization:Starboat Labs", v1::ENTITY_TYPE_ORGANIZATION, "Starboat Labs", {}},
      {"organization:Starboat", v1::ENTITY_TYPE_ORGANIZATION, "Starboat", {"Star"}},
      {"organization:Star", v1::ENTITY_TYPE_ORGANIZATION, "Star", {}},
      {"organization:Star", v1::ENTITY_TYPE_ORGANIZATION, "Star", {"SB"}},
      {"organization:Morningstar", v1::ENTITY_TYPE_ORGANIZATION, "Morningstar", {"Star"}},
      {"o-moon", v1::ENTITY_TYPE_ORGANIZATION, "Moon", {"SB"}},
      {"organization:Moon", v1::ENTITY_TYPE_ORGANIZATION, "Moon", {}},
  };
  return *organizations;
}

class Generator {
 public:
  explicit Generator(uint32_t seed) : engine_(seed) {}

  int Below(int bound) { return static_cast<int>(engine_() % bound); }
  template <typename T>
  const T& Of(const std::vector<T>& choices) {
    return choices[Below(static_cast<int>(choices.size()))];
  }

  v1::ArticleExtracted Article(const std::string& id) {
    v1::ArticleExtracted extracted;
    extracted.mutable_article()->set_id(id);
    extracted.mutable_article()->set_published_at(Of<std::string>({"2024-03-01", "2024-03-20", ""}));
    v1::Extraction& extraction = *extracted.mutable_extraction();
    for (int n = 1 + Below(3); n > 0; --n) AddEvent(id, extraction);
    if (Below(3) == 0) AddRelation(extraction);
    if (Below(4) == 0) Mention(Of(Organizations()), extraction);
    return extracted;
  }

  void Teach(TestJournal& journal) {
    v1::JournalEntry entry;
    const std::vector<std::string> ids = {"organization:Star", "organization:Starboat", "o-moon",
                                          "organization:Starboat Labs", "organization:never seen"};
    const std::vector<std::string> people = {"person:Ann", "person:Bo", "p-cleo", "person:Ann@o-moon"};
    const bool person = Below(2) == 0;
    const std::string id = Of(person ? people : ids);
    switch (Below(3)) {
      case 0:
        entry.mutable_entities_merged()->set_from_entity_id(id);
        entry.mutable_entities_merged()->set_into_entity_id(Of(person ? people : ids));
        break;
      case 1:
        entry.mutable_entity_deleted()->set_entity_id(id);
        break;
      default: {
        v1::Entity& entity = *entry.mutable_entity_put()->mutable_entity();
        entity.set_id(id);
        entity.set_type(person ? v1::ENTITY_TYPE_PERSON : v1::ENTITY_TYPE_ORGANIZATION);
        entity.set_name(Of<std::string>({"Taught", "Star", "Ann"}));
        if (Below(2) == 0) entity.add_aliases("SB");
      }
    }
    journal.Add(std::move(entry));
  }

 private:
  static std::string Mention(const Form& form, v1::Extraction& extraction) {
    for (const v1::Entity& entity : extraction.entities()) {
      if (entity.id() == form.id) return form.id;
    }
    v1::Entity& entity = *extraction.add_entities();
    entity.set_id(form.id);
    entity.set_type(form.type);
    entity.set_name(form.name);
    for (const char* alias : form.aliases) entity.add_aliases(alias);
    return form.id;
  }

  static void AddArgument(v1::Role role, const std::string& id, v1::Event& event) {
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(role);
    argument.set_entity_id(id);
  }

  void AddEvent(const std::string& article, v1::Extraction& extraction) {
    v1::Event& event = *extraction.add_events();
    event.set_id(absl::StrCat(article, "/", extraction.events_size()));
    event.set_type(Of<v1::EventType>({v1::EVENT_TYPE_JOIN, v1::EVENT_TYPE_DEPART, v1::EVENT_TYPE_STATEMENT}));
    event.set_status(v1::EVENT_STATUS_OCCURRED);
    event.set_certainty(v1::CERTAINTY_CONFIRMED);
    if (Below(2) == 0) event.mutable_time()->set_start("2024-03-05");
    const bool speaks = event.type() == v1::EVENT_TYPE_STATEMENT;
    AddArgument(speaks ? v1::ROLE_SPEAKER : v1::ROLE_PERSON, Mention(Of(People()), extraction), event);
    if (speaks || Below(4) == 0) return;
    AddArgument(v1::ROLE_ORGANIZATION, Mention(Of(Organizations()), extraction), event);
    if (Below(4) == 0)
      AddArgument(v1::ROLE_FROM_ORGANIZATION, Mention(Of(Organizations()), extraction), event);
  }

  void AddRelation(v1::Extraction& extraction) {
    v1::Relation& relation = *extraction.add_relations();
    const bool part = Below(3) == 0;
    relation.set_type(part ? v1::RELATION_TYPE_PART_OF : v1::RELATION_TYPE_POSITION);
    relation.set_from_entity_id(Mention(Of(part ? Organizations() : People()), extraction));
    relation.set_to_entity_id(Mention(Of(Organizations()), extraction));
  }

  std::mt19937 engine_;
};

}  // namespace

std::vector<v1::JournalEntry> RandomIdentityHistory(uint32_t seed, int entries) {
  Generator random(seed);
  TestJournal journal;
  for (int i = 0; i < entries; ++i) {
    const std::string article = absl::StrCat("article-", random.Below(entries / 2 + 1));
    const int kind = random.Below(8);
    if (kind == 0) {
      random.Teach(journal);
    } else if (kind == 1) {
      journal.Retract(article);
    } else {
      v1::JournalEntry entry;
      *entry.mutable_article_extracted() = random.Article(article);
      journal.Add(std::move(entry));
    }
  }
  return journal.entries();
}

std::vector<v1::JournalEntry> WithoutDetours(const std::vector<v1::JournalEntry>& history) {
  TestJournal journal;
  std::map<std::string, int> places;
  std::map<int, v1::JournalEntry> articles;
  int next = 0;
  for (const v1::JournalEntry& entry : history) {
    if (entry.has_article_retracted()) {
      if (const auto place = places.find(entry.article_retracted().article_id()); place != places.end()) {
        articles.erase(place->second);
        places.erase(place);
      }
    } else if (entry.has_article_extracted()) {
      const auto [place, added] = places.try_emplace(entry.article_extracted().article().id(), next);
      if (added) ++next;
      articles[place->second] = entry;
    } else {
      journal.Add(entry);
    }
  }
  for (const auto& [place, entry] : articles) journal.Add(entry);
  return journal.entries();
}

}  // namespace annals::query
