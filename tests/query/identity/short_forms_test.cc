#include "query/identity/short_forms.h"

#include <gtest/gtest.h>

#include <map>

namespace annals::query {
namespace {

// An entity of an id that no list knows, with its name and its aliases.
NamedEntity Made(EntityNumber number, const std::string& name, const std::set<std::string>& aliases = {}) {
  return {number, true, {name}, aliases};
}

NamedEntity Known(EntityNumber number, const std::string& name, const std::set<std::string>& aliases = {}) {
  return {number, false, {name}, aliases};
}

// What each is a short form of, by number; those that are of none are left out.
std::map<EntityNumber, EntityNumber> FullForms(const std::vector<NamedEntity>& entities) {
  std::map<EntityNumber, EntityNumber> full_forms;
  for (const NamedEntity& entity : entities) {
    std::vector<NamedEntity> others;
    for (const NamedEntity& other : entities) {
      if (other.number != entity.number) others.push_back(other);
    }
    if (const EntityNumber full = FullFormOf(entity, others); full != kNoEntity)
      full_forms[entity.number] = full;
  }
  return full_forms;
}

using Forms = std::map<EntityNumber, EntityNumber>;

TEST(ShortFormsTest, WhatIsAnAliasOfOneOtherIsThatOne) {
  const struct {
    const char* what;
    std::vector<NamedEntity> entities;
    Forms full_forms;
  } cases[] = {
      {"an alias", {Made(1, "starboat", {"star"}), Made(2, "star")}, {{2, 1}}},
      {"of a known one", {Known(1, "starboat", {"star"}), Made(2, "star")}, {{2, 1}}},
      {"nothing in common", {Made(1, "starboat", {"star"}), Made(2, "moon")}, {}},
      {"its name, not its alias", {Known(1, "star", {"starboat"}), Made(2, "star")}, {}},
      {"an alias here and a name there", {{1, true, {"starboat", "star"}, {}}, Made(2, "star")}, {}},
      {"aliases of two", {Made(1, "starboat", {"star"}), Made(3, "starfish", {"star"}), Made(2, "star")}, {}},
      {"one name is, another is not", {Made(1, "starboat", {"star"}), Made(2, "star", {"SB"})}, {}},
      {"both names are", {Made(1, "starboat", {"star", "SB"}), Made(2, "star", {"SB"})}, {{2, 1}}},
      {"known ones stay", {Made(1, "starboat", {"star"}), Known(2, "star")}, {}},
      {"a known one of the very name",
       {Made(1, "starboat", {"star"}), Made(2, "star"), Known(3, "star")},
       {}},
      {"each an alias of the other", {Made(1, "starboat", {"star"}), Made(2, "star", {"starboat"})}, {}},
  };
  for (const auto& c : cases) EXPECT_EQ(FullForms(c.entities), c.full_forms) << c.what;
}

TEST(ShortFormsTest, FormsBetweenAreNotInTheWay) {
  const NamedEntity full = Made(1, "starboat labs", {"starboat", "star"});
  const NamedEntity middle = Made(2, "starboat", {"star"});
  const NamedEntity shortest = Made(3, "star");
  EXPECT_EQ(FullForms({full, middle, shortest}), (Forms{{2, 1}, {3, 1}}));
  EXPECT_EQ(FullForms({shortest, middle, full}), (Forms{{2, 1}, {3, 1}})) << "order is nothing";
  EXPECT_EQ(FullForms({full, Known(2, "starboat", {"star"}), shortest}), (Forms{}))
      << "a known one between may be the one that is meant";
}

TEST(ShortFormsTest, PeopleHaveNoShortForms) {
  EXPECT_FALSE(MayBeShortForm(v1::ENTITY_TYPE_PERSON));
  EXPECT_FALSE(MayBeShortForm(v1::ENTITY_TYPE_UNSPECIFIED));
  EXPECT_TRUE(MayBeShortForm(v1::ENTITY_TYPE_ORGANIZATION));
  EXPECT_TRUE(MayBeShortForm(v1::ENTITY_TYPE_UNIT));
  EXPECT_TRUE(MayBeShortForm(v1::ENTITY_TYPE_PRODUCT));
}

}  // namespace
}  // namespace annals::query
