#include "tests/query/model/random_history.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/query/model/random_teaching.h"

namespace annals::query {
namespace {

using Ids = std::vector<std::string>;

// 1970-01-01 is 719162; a day of publication or, at a distance, of storing.
int64_t NoonOf(const std::string& day) {
  return (int64_t{*ParseDayNumber(day)} - 719162) * 86400 * 1000000 + int64_t{43200} * 1000000;
}

// What a history draws from: the smaller, the more its reports collide.
struct World {
  Ids people;
  Ids companies;
  int favourite = 0;  // kind of event that comes most
  bool teaches = false;
};

World MakeWorld(RandomSource& random) {
  World world{TestPeople(), TestCompanies(), random.Below(10), random.OneIn(2)};
  world.people.resize(1 + random.Below(static_cast<int>(world.people.size())));
  world.companies.resize(2 + random.Below(static_cast<int>(world.companies.size()) - 1));
  return world;
}

// One article's extraction, drawn piece by piece.
class ExtractionMaker {
 public:
  ExtractionMaker(const World& world, RandomSource& random) : world_(world), random_(random) {}

  v1::Extraction Make(const std::string& article_id) {
    extraction_.set_article_id(article_id);
    for (int i = random_.Below(4); i > 0; --i) AddEvent();
    for (int i = random_.Below(3); i > 0; --i) AddRelation();
    if (random_.OneIn(3)) Name(random_.Of(TestEntityIds()));
    for (int i = 0; i < extraction_.events_size(); ++i)
      extraction_.mutable_events(i)->set_id(absl::StrCat(article_id, "/", random_.Below(3), "/", i));
    return std::move(extraction_);
  }

 private:
  // Names the entity in the extraction, once, sometimes by another form or with an alias.
  void Name(const std::string& id) {
    if (!named_.insert(id).second) return;
    v1::Entity& entity = *extraction_.add_entities();
    entity.set_id(id);
    entity.set_type(TypeOfTestId(id));
    const std::string plain = NameInTestId(id);
    entity.set_name(random_.OneIn(6) ? plain + "集团" : plain);
    if (random_.OneIn(5)) entity.add_aliases(random_.Of(Ids{"Alpha", "ALPHA", "Beta", "天枢"}));
    if (plain == "云帆科技" && random_.OneIn(2)) entity.add_aliases("云帆");
    if (plain == "青鸟二代" && random_.OneIn(2)) entity.add_aliases("青鸟");
    if (plain == "林二" && random_.OneIn(6)) entity.add_aliases("陈一");
  }

  v1::Event& Add(v1::EventType type) {
    v1::Event& event = *extraction_.add_events();
    event.set_type(type);
    event.set_status(random_.Of(std::vector<v1::EventStatus>{
        v1::EVENT_STATUS_OCCURRED, v1::EVENT_STATUS_OCCURRED, v1::EVENT_STATUS_OCCURRED,
        v1::EVENT_STATUS_PLANNED, v1::EVENT_STATUS_NEGATED, v1::EVENT_STATUS_ONGOING,
        v1::EVENT_STATUS_FAILED}));
    event.set_certainty(std::vector{v1::CERTAINTY_CONFIRMED, v1::CERTAINTY_REPORTED,
                                    v1::CERTAINTY_RUMORED}[random_.Below(3)]);
    event.set_trigger(random_.Of(Ids{"加入", "离开", "宣布"}));
    event.set_confidence(0.25 * (1 + random_.Below(3)));
    SetTime(event);
    return event;
  }

  void SetTime(v1::Event& event) {
    if (random_.OneIn(4)) return;
    const auto [start, end, precision] = random_.Of(std::vector<std::tuple<std::string, std::string, int>>{
        {"2024-03-05", "2024-03-05", v1::TIME_PRECISION_DAY},
        {"2024-03-06", "2024-03-06", v1::TIME_PRECISION_DAY},
        {"2024-03-01", "2024-03-31", v1::TIME_PRECISION_MONTH},
        {"2024-06-01", "2024-06-30", v1::TIME_PRECISION_MONTH},
        {"2024-06-15", "2024-06-15", v1::TIME_PRECISION_DAY},
        {"2024-01-01", "2024-12-31", v1::TIME_PRECISION_YEAR},
        {"2023-01-01", "2025-12-31", v1::TIME_PRECISION_VAGUE},
        {"2019-05-20", "2019-05-20", v1::TIME_PRECISION_DAY},
        {"2022-02-01", "2022-02-28", v1::TIME_PRECISION_MONTH},
        {"2023-07-01", "2023-09-30", v1::TIME_PRECISION_QUARTER},
        {"2024-03-20", "", v1::TIME_PRECISION_VAGUE}});
    event.mutable_time()->set_start(start);
    event.mutable_time()->set_end(end);
    event.mutable_time()->set_precision(static_cast<v1::TimePrecision>(precision));
    event.mutable_time()->set_text("那时");
  }

  void Entity(v1::Event& event, v1::Role role, const std::string& id) {
    Name(id);
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(role);
    argument.set_entity_id(id);
    argument.set_text(NameInTestId(id));
  }

  void Value(v1::Event& event, v1::Role role, const std::string& text) {
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(role);
    argument.mutable_value()->set_text(text);
    argument.set_text(text);
  }

  std::string Person() { return random_.Of(world_.people); }
  std::string Company() { return random_.Of(world_.companies); }
  std::string CompanyBut(const std::string& other) {
    std::string company = Company();
    while (company == other) company = Company();
    return company;
  }

  void AddEvent() {
    switch (random_.OneIn(2) ? world_.favourite : random_.Below(10)) {
      case 0:
      case 1:
        return AddJoin();
      case 2:
        return AddDepart();
      case 3:
        return AddPost(random_.OneIn(2) ? v1::EVENT_TYPE_APPOINT : v1::EVENT_TYPE_STEP_DOWN);
      case 4:
        return AddPost(v1::EVENT_TYPE_DISMISS);
      case 5:
        return AddRelease();
      case 6:
        return AddPartner();
      case 7:
        return AddFund();
      case 8:
        return AddReorganize();
      default:
        return AddStatement();
    }
  }

  void AddJoin() {
    v1::Event& event = Add(v1::EVENT_TYPE_JOIN);
    const std::string company = Company();
    Entity(event, v1::ROLE_PERSON, Person());
    if (!random_.OneIn(4)) Entity(event, v1::ROLE_ORGANIZATION, company);
    if (random_.OneIn(3)) Entity(event, v1::ROLE_FROM_ORGANIZATION, CompanyBut(company));
    if (random_.OneIn(3)) Value(event, v1::ROLE_TITLE, random_.Of(Ids{"CEO", "CTO"}));
  }

  void AddDepart() {
    v1::Event& event = Add(v1::EVENT_TYPE_DEPART);
    const std::string company = Company();
    Entity(event, v1::ROLE_PERSON, Person());
    if (!random_.OneIn(4)) Entity(event, v1::ROLE_ORGANIZATION, company);
    if (random_.OneIn(3)) Entity(event, v1::ROLE_TO_ORGANIZATION, CompanyBut(company));
  }

  void AddPost(v1::EventType type) {
    v1::Event& event = Add(type);
    Entity(event, v1::ROLE_PERSON, Person());
    Entity(event, v1::ROLE_ORGANIZATION, Company());
    Value(event, v1::ROLE_TITLE, random_.Of(Ids{"CEO", "CTO"}));
  }

  void AddRelease() {
    v1::Event& event = Add(v1::EVENT_TYPE_RELEASE);
    if (!random_.OneIn(4)) Entity(event, v1::ROLE_ORGANIZATION, Company());
    Entity(event, v1::ROLE_PRODUCT, random_.Of(TestProducts()));
  }

  void AddPartner() {
    v1::Event& event = Add(v1::EVENT_TYPE_PARTNER);
    const std::string company = Company();
    Entity(event, v1::ROLE_ORGANIZATION, company);
    Entity(event, v1::ROLE_ORGANIZATION, CompanyBut(company));
  }

  void AddFund() {
    v1::Event& event = Add(v1::EVENT_TYPE_FUND);
    const std::string company = Company();
    Entity(event, v1::ROLE_ORGANIZATION, company);
    if (random_.OneIn(2)) Entity(event, v1::ROLE_INVESTOR, CompanyBut(company));
    if (random_.OneIn(2)) Value(event, v1::ROLE_ROUND, random_.Of(Ids{"A", "B"}));
  }

  void AddReorganize() {
    v1::Event& event = Add(v1::EVENT_TYPE_REORGANIZE);
    Entity(event, v1::ROLE_UNIT, random_.Of(TestUnits()));
    if (!random_.OneIn(3)) Entity(event, v1::ROLE_ORGANIZATION, Company());
    if (random_.OneIn(3)) Entity(event, v1::ROLE_LEADER, Person());
  }

  void AddStatement() {
    v1::Event& event = Add(v1::EVENT_TYPE_STATEMENT);
    Entity(event, v1::ROLE_SPEAKER, Person());
    if (!random_.OneIn(3)) Value(event, v1::ROLE_QUOTE, random_.Of(Ids{"会的", "不会"}));
  }

  void AddRelation() {
    v1::Relation& relation = *extraction_.add_relations();
    relation.set_former(random_.OneIn(3));
    const int kind = random_.Below(4);
    if (kind == 0) {
      Relate(relation, v1::RELATION_TYPE_PART_OF, random_.Of(random_.OneIn(2) ? TestProducts() : TestUnits()),
             Company());
    } else if (kind == 1 && random_.OneIn(2)) {
      const std::string whole = Company();
      Relate(relation, v1::RELATION_TYPE_PART_OF, CompanyBut(whole), whole);
    } else if (kind == 2) {
      Relate(relation, v1::RELATION_TYPE_FOUNDER_OF, Person(), Company());
    } else {
      Relate(relation, v1::RELATION_TYPE_POSITION, Person(), Company());
      relation.set_title(random_.Of(Ids{"CEO", "CTO"}));
    }
    if (random_.OneIn(4)) relation.mutable_time()->set_start(random_.Of(TestDays()));
    if (relation.has_time() && random_.OneIn(2)) relation.mutable_time()->set_end("2024-06-30");
  }

  void Relate(v1::Relation& relation, v1::RelationType type, const std::string& from, const std::string& to) {
    Name(from);
    Name(to);
    relation.set_type(type);
    relation.set_from_entity_id(from);
    relation.set_to_entity_id(to);
  }

  const World& world_;
  RandomSource& random_;
  v1::Extraction extraction_;
  std::set<std::string> named_;
};

}  // namespace

History MakeHistory(uint64_t seed, int entries) {
  RandomSource random(seed);
  const World world = MakeWorld(random);
  History history;
  for (int i = 0; i < entries; ++i) {
    v1::JournalEntry& entry = history.emplace_back();
    const bool teaches = world.teaches && random.OneIn(4);
    if (teaches) entry = MakeTeaching(random);
    entry.set_revision(history.size());
    entry.set_stored_at_micros(NoonOf(random.Of(TestDays())));
    if (teaches) continue;
    const std::string article = absl::StrCat("a", random.Below(entries / 3 + 1));
    if (random.OneIn(5)) {
      entry.mutable_article_retracted()->set_article_id(article);
      continue;
    }
    v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
    extracted.mutable_article()->set_id(article);
    extracted.mutable_article()->set_title(absl::StrCat("title ", i));
    if (!random.OneIn(5)) extracted.mutable_article()->set_published_at(random.Of(TestDays()));
    *extracted.mutable_extraction() = ExtractionMaker(world, random).Make(article);
  }
  return history;
}

std::vector<History> OneLess(const History& history) {
  std::vector<History> smaller;
  for (size_t at = history.size(); at-- > 0;) {
    History& less = smaller.emplace_back(history);
    less.erase(less.begin() + static_cast<int64_t>(at));
    for (size_t i = 0; i < less.size(); ++i) less[i].set_revision(i + 1);
  }
  for (size_t at = 0; at < history.size(); ++at) {
    const v1::Extraction& extraction = history[at].article_extracted().extraction();
    for (int i = 0; i < extraction.events_size(); ++i)
      smaller.emplace_back(history)[at]
          .mutable_article_extracted()
          ->mutable_extraction()
          ->mutable_events()
          ->DeleteSubrange(i, 1);
    for (int i = 0; i < extraction.relations_size(); ++i)
      smaller.emplace_back(history)[at]
          .mutable_article_extracted()
          ->mutable_extraction()
          ->mutable_relations()
          ->DeleteSubrange(i, 1);
  }
  return smaller;
}

}  // namespace annals::query
