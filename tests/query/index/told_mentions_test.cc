#include "query/index/told_mentions.h"

#include <gtest/gtest.h>

namespace annals::query {
namespace {

// One report: 安禾生物 (4) hires 周一帆 (5), who is called 周博士 there, too.
ArticleReports Reports() {
  ArticleReports reports;
  ResolvedEvent told;
  for (const char* text : {"安禾生物", "周一帆", "首席科学家", "周博士"})
    told.event.add_arguments()->set_text(text);
  told.numbers = {4, 5, kNoEntity, 5};
  reports.reports = {told};
  reports.ids = {told.numbers};
  return reports;
}

rows::Article ArticleWith(EntityNumber entity, const std::string& name) {
  rows::Article row;
  rows::Mention& mention = *row.add_mentions();
  mention.set_entity(entity);
  mention.set_name(name);
  mention.add_aliases("周博士");
  return row;
}

struct Case {
  EntityNumber entity;
  const char* name;
  uint64_t told;  // place, 0: kept as it is
};

TEST(ToldMentionsTest, LeavesOutWhatAnArgumentTells) {
  for (const Case& c : {Case{4, "安禾生物", 1}, Case{5, "周一帆", 2}, Case{5, "周博士", 3},
                        Case{5, "首席科学家", 0}, Case{6, "周一帆", 0}, Case{4, "安禾", 0}}) {
    const rows::Article whole = ArticleWith(c.entity, c.name);
    rows::Article row = whole;
    ShortenToldMentions(Reports(), row);
    EXPECT_EQ(row.mentions(0).told(), c.told) << c.name;
    EXPECT_EQ(row.mentions(0).entity(), c.told == 0 ? c.entity : 0) << c.name;
    EXPECT_EQ(row.mentions(0).aliases_size(), 1) << c.name;
    RestoreToldMentions(Reports(), row);
    EXPECT_EQ(row.SerializeAsString(), whole.SerializeAsString()) << c.name;
  }
}

TEST(ToldMentionsTest, ANamesakeIsNotTheOneWhoHasTheId) {
  rows::Article whole = ArticleWith(9, "周一帆");
  whole.mutable_mentions(0)->set_plain(5);
  rows::Article row = whole;
  ShortenToldMentions(Reports(), row);
  EXPECT_EQ(row.SerializeAsString(), whole.SerializeAsString());
}

}  // namespace
}  // namespace annals::query
