// Which words of the text arguments point to. The names are invented.
#include "extractor/discourse/argument_words.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

// role=words of the first argument of a role in the last event.
std::string WordsOf(v1::Role role, const char* text) {
  v1::Article article;
  article.set_text(text);
  article.set_published_at("2025-09-03");
  const v1::Extraction extraction = SharedExtractor().Extract(article, {}).value();
  if (extraction.events().empty()) return "no event";
  for (const v1::Argument& argument : extraction.events().rbegin()->arguments()) {
    if (argument.role() != role) continue;
    EXPECT_EQ(article.text().substr(argument.span().begin(), argument.span().end() - argument.span().begin()),
              argument.text());
    return argument.text();
  }
  return "no argument";
}

TEST(ArgumentWordsTest, TheEmployerInAPersonsNounPhrase) {
  constexpr char kText[] = "云岚科技董事长林知远辞职。";
  EXPECT_EQ(WordsOf(v1::ROLE_ORGANIZATION, kText), "云岚科技");
  EXPECT_EQ(WordsOf(v1::ROLE_PERSON, kText), "云岚科技董事长林知远");
}

TEST(ArgumentWordsTest, TheEmployerOfAClauseBefore) {
  EXPECT_EQ(WordsOf(v1::ROLE_FROM_ORGANIZATION, "云岚科技宣布副总裁林知远本月离任，转投听雨科技。"),
            "云岚科技");
}

TEST(ArgumentWordsTest, TheBrandOfAModel) {
  EXPECT_EQ(WordsOf(v1::ROLE_PRODUCT, "荣耀30S发布"), "荣耀30S");
  EXPECT_EQ(WordsOf(v1::ROLE_ORGANIZATION, "荣耀30S发布"), "荣耀");
}

}  // namespace
}  // namespace annals
