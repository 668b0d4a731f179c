#include "tests/query/support/history.h"

#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

v1::EntityType TypeOfId(const std::string& id) {
  switch (id.front()) {
    case 'p':
      return v1::ENTITY_TYPE_PERSON;
    case 'o':
      return v1::ENTITY_TYPE_ORGANIZATION;
    case 'u':
      return v1::ENTITY_TYPE_UNIT;
    default:
      return v1::ENTITY_TYPE_PRODUCT;
  }
}

void AddEntities(v1::Extraction& extraction) {
  std::set<std::string> known;
  for (const v1::Entity& entity : extraction.entities()) known.insert(entity.id());
  std::vector<std::string> named;
  for (const v1::Event& event : extraction.events()) {
    for (const v1::Argument& argument : event.arguments()) {
      if (argument.has_entity_id()) named.push_back(argument.entity_id());
    }
  }
  for (const v1::Relation& relation : extraction.relations()) {
    named.push_back(relation.from_entity_id());
    named.push_back(relation.to_entity_id());
  }
  for (const std::string& id : named) {
    if (known.insert(id).second) *extraction.add_entities() = TestEntity(id);
  }
}

// "person=p:王" or "title:CEO".
std::string ArgumentText(absl::string_view argument) {
  const bool entity = argument.find('=') < argument.find(':');
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(argument, absl::MaxSplits(entity ? '=' : ':', 1));
  const std::string filler = entity ? absl::StrCat("entity_id: '", parts.second, "'")
                                    : absl::StrCat("value { text: '", parts.second, "' }");
  return absl::StrCat("arguments { role: ROLE_", absl::AsciiStrToUpper(parts.first), " ", filler, " text: '",
                      parts.second, "' }");
}

std::string TimeText(absl::string_view time) {
  if (time.empty()) return "";
  const std::vector<absl::string_view> ends = absl::StrSplit(time, "..");
  return absl::StrCat("time { start: '", ends.front(), "' end: '", ends.back(), "' }");
}

class RandomSource {
 public:
  explicit RandomSource(uint32_t seed) : engine_(seed) {}

  int Below(int bound) { return static_cast<int>(engine_() % bound); }
  std::string Of(const std::vector<std::string>& choices) {
    return choices[Below(static_cast<int>(choices.size()))];
  }

 private:
  std::mt19937 engine_;
};

std::string RandomTime(RandomSource& random) {
  return random.Of({"", "", "2024-03-05", "2024-03-06", "2024-03-01..2024-03-31", "2024-01-01..2024-12-31",
                    "2024-06-01..2024-06-30", "2023-01-01..2025-12-31", "2024-06-15",
                    "2024-02-20..2024-03-05"});
}

// "p:A", "p:B" and so on; "p:A26" after "p:Z".
std::string Numbered(const char* prefix, int number) {
  const std::string letter(1, static_cast<char>('A' + number % 26));
  return number < 26 ? absl::StrCat(prefix, letter) : absl::StrCat(prefix, letter, number);
}

std::string RandomEvent(RandomSource& random, int people) {
  const std::string person = Numbered("p:", random.Below(people));
  const std::string company = Numbered("o:", random.Below(people));
  const std::string product = random.Of({"r:M", "r:N"});
  const std::string status = random.Of({"OCCURRED", "PLANNED", "NEGATED"});
  const std::string certainty = random.Of({"CONFIRMED", "REPORTED", "RUMORED"});
  const std::string time = RandomTime(random);
  switch (random.Below(7)) {
    case 0:
      return TestEvent("JOIN", absl::StrCat("person=", person, " organization=", company), time, status,
                       certainty);
    case 1:
      return TestEvent("JOIN", absl::StrCat("person=", person, " title:CEO"), time, status, certainty);
    case 2:
      return TestEvent("DEPART", absl::StrCat("person=", person, " organization=", company), time, status,
                       certainty);
    case 3:
      return TestEvent("RELEASE", absl::StrCat("organization=", company, " product=", product), time, status,
                       certainty);
    case 4:
      return TestEvent("PARTNER", "organization=o:A organization=o:B", time, status, certainty);
    case 5:
      return TestEvent("FUND", absl::StrCat("organization=", company, " round:", random.Of({"A", "B"})), time,
                       status, certainty);
    default:
      return TestEvent("STATEMENT",
                       absl::StrCat("speaker=", person, random.Of({" quote:yes", " quote:no", ""})), time,
                       status, certainty);
  }
}

std::string RandomRelation(RandomSource& random) {
  const std::string former = random.Below(2) == 0 ? " former: true" : "";
  if (random.Below(2) == 0) {
    return absl::StrCat("relations { type: RELATION_TYPE_PART_OF from_entity_id: '",
                        random.Of({"r:M", "r:N", "o:C"}), "' to_entity_id: '", random.Of({"o:A", "o:B"}), "'",
                        former, " }");
  }
  return absl::StrCat("relations { type: RELATION_TYPE_POSITION from_entity_id: '", random.Of({"p:A", "p:B"}),
                      "' to_entity_id: '", random.Of({"o:A", "o:B"}), "' title: '", random.Of({"CEO", "CTO"}),
                      "'", former, " }");
}

std::string RandomAliases(RandomSource& random) {
  const std::string id = random.Of({"p:A", "p:B", "o:A", "r:M"});
  return absl::StrCat("entities { id: '", id, "' type: ", v1::EntityType_Name(TypeOfId(id)), " name: '",
                      random.Of({id.substr(2), "Other"}), "' aliases: '",
                      random.Of({"Alpha", "ALPHA", "Beta"}), "' }");
}

}  // namespace

v1::Entity TestEntity(const std::string& id) {
  v1::Entity entity;
  entity.set_id(id);
  entity.set_type(TypeOfId(id));
  entity.set_name(id.substr(id.find(':') + 1));
  return entity;
}

void TestJournal::Extract(const std::string& article_id, const std::string& published_at,
                          const std::string& extraction) {
  v1::JournalEntry entry;
  v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
  extracted.mutable_article()->set_id(article_id);
  extracted.mutable_article()->set_published_at(published_at);
  extracted.mutable_article()->set_title(absl::StrCat("title of ", article_id));
  extracted.mutable_article()->set_source("paper");
  *extracted.mutable_extraction() = FromText<v1::Extraction>(extraction);
  extracted.mutable_extraction()->set_article_id(article_id);
  for (int i = 0; i < extracted.extraction().events_size(); ++i) {
    extracted.mutable_extraction()->mutable_events(i)->set_id(absl::StrCat(article_id, "/", i));
  }
  AddEntities(*extracted.mutable_extraction());
  Add(std::move(entry));
}

void TestJournal::Retract(const std::string& article_id) {
  v1::JournalEntry entry;
  entry.mutable_article_retracted()->set_article_id(article_id);
  Add(std::move(entry));
}

void TestJournal::Add(v1::JournalEntry entry) {
  entry.set_revision(entries_.size() + 1);
  entries_.push_back(std::move(entry));
}

std::string TestEvent(absl::string_view type, absl::string_view arguments, absl::string_view time,
                      absl::string_view status, absl::string_view certainty) {
  std::string text = absl::StrCat("events { type: EVENT_TYPE_", type, " status: EVENT_STATUS_", status,
                                  " certainty: CERTAINTY_", certainty, " ", TimeText(time));
  for (absl::string_view argument : absl::StrSplit(arguments, ' ', absl::SkipEmpty())) {
    absl::StrAppend(&text, ArgumentText(argument), " ");
  }
  return absl::StrCat(text, "} ");
}

std::vector<v1::JournalEntry> RandomHistory(uint32_t seed, int entries, int people) {
  RandomSource random(seed);
  TestJournal journal;
  for (int i = 0; i < entries; ++i) {
    const std::string article = absl::StrCat("article-", random.Below(entries / 3 + 1));
    if (random.Below(5) == 0) {
      journal.Retract(article);
      continue;
    }
    std::string text;
    for (int n = random.Below(4); n > 0; --n) text += RandomEvent(random, people);
    for (int n = random.Below(3); n > 0; --n) text += RandomRelation(random);
    if (random.Below(3) == 0) text += RandomAliases(random);
    journal.Extract(article, random.Of({"", "2024-03-10", "2024-04-20", "2024-06-20", "2024-03-15"}), text);
  }
  return journal.entries();
}

}  // namespace annals::query
