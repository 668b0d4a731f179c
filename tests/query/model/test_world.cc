#include "tests/query/model/test_world.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using Texts = std::vector<std::string>;

}  // namespace

const Texts& TestPeople() {
  static const Texts* const ids = new Texts{"person:陈一", "person-林二", "person:周三"};
  return *ids;
}

const Texts& TestCompanies() {
  static const Texts* const ids =
      new Texts{"organization-星桥", "organization:云帆科技", "organization:云帆", "organization:北辰"};
  return *ids;
}

const Texts& TestProducts() {
  static const Texts* const ids = new Texts{"product-灵犀", "product:青鸟二代", "product:青鸟"};
  return *ids;
}

const Texts& TestUnits() {
  static const Texts* const ids = new Texts{"unit-研究院", "unit:硬件部"};
  return *ids;
}

const Texts& TestEntityIds() {
  static const Texts* const ids = [] {
    auto* all = new Texts;
    for (const Texts* some : {&TestPeople(), &TestCompanies(), &TestProducts(), &TestUnits()})
      all->insert(all->end(), some->begin(), some->end());
    return all;
  }();
  return *ids;
}

const Texts& TestNamesakeIds() {
  static const Texts* const ids = [] {
    auto* all = new Texts;
    for (const char* person : {"person:陈一", "person:周三"}) {
      for (const std::string& company : TestCompanies()) all->push_back(absl::StrCat(person, "@", company));
    }
    return all;
  }();
  return *ids;
}

const Texts& TestNames() {
  static const Texts* const names =
      new Texts{"陈一", "云帆", "云帆科技", "星桥", "青鸟", "集团", "星桥智能", "alpha", "Be", "无此人"};
  return *names;
}

v1::EntityType TypeOfTestId(const std::string& id) {
  if (absl::StartsWith(id, "person")) return v1::ENTITY_TYPE_PERSON;
  if (absl::StartsWith(id, "organization")) return v1::ENTITY_TYPE_ORGANIZATION;
  return absl::StartsWith(id, "unit") ? v1::ENTITY_TYPE_UNIT : v1::ENTITY_TYPE_PRODUCT;
}

std::string NameInTestId(const std::string& id) { return id.substr(id.find_first_of("-:") + 1); }

const Texts& TestDays() {
  static const Texts* const days = new Texts{"2024-02-20", "2024-03-05", "2024-03-06", "2024-03-15",
                                             "2024-04-20", "2024-06-15", "2024-06-20"};
  return *days;
}

}  // namespace annals::query
