#include "query/identity/namesakes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace annals::query {
namespace {

using Affiliated = std::vector<std::vector<EntityNumber>>;

std::vector<PersonMention> Mentions(const Affiliated& affiliations) {
  std::vector<PersonMention> mentions;
  for (const auto& organizations : affiliations) mentions.push_back({mentions.size() + 1, organizations});
  return mentions;
}

TEST(NamesakesTest, WhoSharesAnOrganisationIsOnePerson) {
  const struct {
    const char* what;
    Affiliated affiliations;
    std::vector<size_t> persons;
  } cases[] = {
      {"nobody", {}, {}},
      {"one mention", {{7}}, {0}},
      {"no organisations at all", {{}, {}, {}}, {0, 0, 0}},
      {"the same organisation", {{7}, {7}}, {0, 0}},
      {"nothing in common", {{7}, {8}}, {0, 1}},
      {"through a third article", {{7}, {8}, {7, 8}}, {0, 0, 0}},
      {"through two more", {{7}, {9}, {8, 7}, {8, 9}}, {0, 0, 0, 0}},
      {"numbered by first mention", {{9}, {8}, {7}, {8}, {9}}, {0, 1, 2, 1, 0}},
      {"without organisation: who is in most articles", {{7}, {8}, {}, {8}}, {0, 1, 1, 1}},
      {"of equals the first", {{8}, {7}, {}}, {0, 1, 0}},
      {"without organisation they do not count as most", {{}, {}, {7}, {8}, {8}}, {0, 0, 1, 0, 0}},
      {"the one who takes the first mention is the first", {{}, {7}, {8}, {8}}, {0, 1, 0, 0}},
  };
  for (const auto& c : cases) EXPECT_EQ(PartNamesakes(Mentions(c.affiliations)), c.persons) << c.what;
}

TEST(NamesakesTest, ALargeGroupIsNotParted) {
  Affiliated affiliations;
  for (EntityNumber i = 1; i <= kMaxNameGroup; ++i) affiliations.push_back({i});
  EXPECT_EQ(PartNamesakes(Mentions(affiliations)).back(), kMaxNameGroup - 1);
  affiliations.push_back({kMaxNameGroup + 1});
  EXPECT_EQ(PartNamesakes(Mentions(affiliations)), std::vector<size_t>(kMaxNameGroup + 1, 0));
}

TEST(NamesakesTest, IdsSayByWhichOrganisation) {
  EXPECT_EQ(NamesakeId("person:张伟", {"organization:乙", "o-a"}), "person:张伟@o-a");
  EXPECT_EQ(NamesakeId("person:张伟", {"o-a", "organization:乙"}), "person:张伟@o-a") << "order is nothing";
  EXPECT_TRUE(IsNamesakeId("person:张伟@o-a", "person:张伟"));
  EXPECT_FALSE(IsNamesakeId("person:张伟", "person:张伟"));
  EXPECT_FALSE(IsNamesakeId("person:张伟大", "person:张伟"));
  EXPECT_FALSE(IsNamesakeId("person:张", "person:张伟"));
}

}  // namespace
}  // namespace annals::query
