#include "extractor/tools/json_articles.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

absl::StatusOr<v1::Article> Parse(const std::string& json) {
  return ParseArticle({.text = json, .line = 1, .complete = true});
}

TEST(JsonArticlesTest, AnArticle) {
  const auto article =
      Parse(R"({"id":"a","text":"星河智能成立。","published_at":"2025-01-02","extra":[1,{}]})");
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->id(), "a");
  EXPECT_EQ(article->text(), "星河智能成立。");
  EXPECT_EQ(article->published_at(), "2025-01-02");
}

TEST(JsonArticlesTest, BothCasesOfFieldNames) {
  EXPECT_EQ(Parse(R"({"text":"x","publishedAt":"2025-01-02"})")->published_at(), "2025-01-02");
}

TEST(JsonArticlesTest, AnArticleInsideAnotherObject) {
  const auto article = Parse(R"({"article":{"id":"a","text":"x"},"events":[{"time":{"start":""}}]})");
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->id(), "a");
}

TEST(JsonArticlesTest, WhatIsNoArticle) {
  for (const char* json : {"{}", "[]", "null", "1", R"({"text":""})", R"({"text":7})", R"({"text":"x")",
                           R"({"article":{"id":"a"}})", "{\"text\":\"\xff\"}"}) {
    const auto article = Parse(json);
    EXPECT_EQ(article.status().code(), absl::StatusCode::kInvalidArgument) << json;
    EXPECT_FALSE(article.status().message().empty()) << json;
  }
  EXPECT_FALSE(ParseArticle({.text = R"({"text":"x"})", .line = 1, .complete = false}).ok());
}

}  // namespace
}  // namespace annals
