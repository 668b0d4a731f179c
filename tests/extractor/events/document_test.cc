#include "extractor/events/document.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

Mention Named(Span span, int entity) {
  Mention mention;
  mention.span = span;
  mention.entity = entity;
  return mention;
}

Document Sample() {
  Document document;
  document.mentions.mentions = {Named({0, 2}, 0), Named({5, 9}, 1), Named({5, 7}, 2), Named({9, 12}, 0)};
  return document;
}

TEST(DocumentTest, MentionsInAreThoseThatBeginThere) {
  const Document document = Sample();
  EXPECT_EQ(document.MentionsIn({0, 20}).size(), 4u);
  EXPECT_EQ(document.MentionsIn({1, 6}).size(), 2u) << "one begins before, one of the two ends behind";
  EXPECT_EQ(document.IndexOf(document.MentionsIn({1, 6}).front()), 1);
  EXPECT_TRUE(document.MentionsIn({1, 5}).empty());
  EXPECT_TRUE(document.MentionsIn({9, 5}).empty()) << "a span that ends before it begins";
  EXPECT_TRUE(Document().MentionsIn({0, 20}).empty());
}

TEST(DocumentTest, MentionsBeforeEndWithTheNearest) {
  const Document document = Sample();
  EXPECT_EQ(&document.MentionsBefore(9).back(), &document.mention(2));
  EXPECT_EQ(document.MentionsBefore(6).size(), 3u) << "they may end behind";
  EXPECT_TRUE(document.MentionsBefore(0).empty());
}

TEST(DocumentTest, MentionFromIsTheFirstThereOrBehind) {
  const Document document = Sample();
  EXPECT_EQ(document.MentionFrom(0), &document.mention(0));
  EXPECT_EQ(document.MentionFrom(3), &document.mention(1));
  EXPECT_EQ(document.MentionFrom(10), nullptr);
}

TEST(DocumentTest, AnEntityIsNamedWhereAMentionOfItBegins) {
  const Document document = Sample();
  EXPECT_TRUE(document.IsNamedIn({3, 10}, 0));
  EXPECT_TRUE(document.IsNamedIn({3, 9}, 2));
  EXPECT_FALSE(document.IsNamedIn({3, 9}, 0));
}

}  // namespace
}  // namespace annals
