#include "tests/query/model/random_teaching.h"

#include <string>
#include <vector>

namespace annals::query {
namespace {

using Ids = std::vector<std::string>;

// Of one type: only such are merged.
Ids Teachable(RandomSource& random) {
  switch (random.Below(5)) {
    case 0:
      return TestProducts();
    case 1:
    case 2: {
      Ids ids = TestPeople();
      ids.insert(ids.end(), TestNamesakeIds().begin(), TestNamesakeIds().end());
      return ids;
    }
    default: {
      Ids ids = TestCompanies();
      ids.push_back("organization-从未提及");
      return ids;
    }
  }
}

}  // namespace

v1::JournalEntry MakeTeaching(RandomSource& random) {
  v1::JournalEntry entry;
  const Ids ids = Teachable(random);
  const std::string& id = random.Of(ids);
  const int kind = random.Below(6);
  if (kind < 3) {
    entry.mutable_entities_merged()->set_from_entity_id(id);
    entry.mutable_entities_merged()->set_into_entity_id(random.Of(ids));
  } else if (kind < 5) {
    entry.mutable_entity_deleted()->set_entity_id(id);
  } else {
    v1::Entity& taught = *entry.mutable_entity_put()->mutable_entity();
    taught.set_id(id);
    taught.set_type(TypeOfTestId(id));
    taught.set_name(random.Of(Ids{"星桥智能", "云帆", "陈一", NameInTestId(id)}));
    if (random.OneIn(2)) taught.add_aliases(random.Of(Ids{"Beta", "云帆", "青鸟"}));
  }
  return entry;
}

}  // namespace annals::query
