#include "query/index/short_rows.h"

#include <gtest/gtest.h>

#include "query/events/day_span.h"

namespace annals::query {
namespace {

rows::Article ArticleOf(const std::string& published_at, DayNumber known) {
  rows::Article row;
  row.set_number(7);
  row.set_revision(9);
  row.mutable_article()->set_published_at(published_at);
  row.set_known(known);
  return row;
}

TEST(ShortRowsTest, AnArticleKeepsWhatNeitherItsKeyNorItsDateTells) {
  rows::Article row = ArticleOf("2025-08-25", *ParseDayNumber("2025-08-25"));
  Shorten(7, row);
  EXPECT_EQ(row.number(), 0);
  EXPECT_EQ(row.revision(), 2);
  EXPECT_EQ(row.known(), 0);
}

TEST(ShortRowsTest, AnArticleComesBackWhole) {
  const DayNumber day = *ParseDayNumber("2025-08-25");
  for (const rows::Article& whole :
       {ArticleOf("2025-08-25", day), ArticleOf("2025-08-25", day + 3), ArticleOf("", day)}) {
    rows::Article row = whole;
    Shorten(7, row);
    Lengthen(7, row);
    EXPECT_EQ(row.SerializeAsString(), whole.SerializeAsString());
  }
}

TEST(ShortRowsTest, AReportComesBackWhole) {
  rows::Report row;
  row.set_since(7);
  Shorten(7, row);
  EXPECT_EQ(row.since(), 0);
  Lengthen(7, row);
  EXPECT_EQ(row.since(), 7);
}

}  // namespace
}  // namespace annals::query
