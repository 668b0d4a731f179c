#include "extractor/service/article_validation.h"

#include <gtest/gtest.h>

#include <functional>

#include "common/limits.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

v1::Article Good() {
  v1::Article article;
  article.set_id("a/1");
  article.set_text("正文");
  article.set_published_at("2025-08-27");
  article.set_content_type("text/html");
  article.set_language("zh-Hant");
  return article;
}

TEST(ArticleValidation, GoodOnes) {
  EXPECT_THAT(ValidateArticle(Good(), ArticleUse::kStore), IsOk());
  v1::Article bare;
  bare.set_text("正文");
  EXPECT_THAT(ValidateArticle(bare, ArticleUse::kExtractOnly), IsOk());
  v1::Article largest = Good();
  largest.set_id(std::string(limits::kArticleIdBytes, 'x'));
  largest.set_title(std::string(limits::kTitleBytes, 'x'));
  largest.set_text(std::string(limits::kArticleTextBytes, 'x'));
  EXPECT_THAT(ValidateArticle(largest, ArticleUse::kStore), IsOk());
  v1::Article dated = Good();
  dated.set_published_at("2025-08-27T23:00:00+08:00");
  EXPECT_THAT(ValidateArticle(dated, ArticleUse::kStore), IsOk());
  v1::Article controls = Good();
  controls.set_text("\x01\x1B[31m正文\r\n\t\x7F");
  EXPECT_THAT(ValidateArticle(controls, ArticleUse::kStore), IsOk());
}

TEST(ArticleValidation, EachFaultIsNamed) {
  const std::string nul("a\0b", 3);
  const struct {
    std::function<void(v1::Article&)> spoil;
    const char* reason;
    const char* field;
  } cases[] = {
      {[](auto& a) { a.clear_id(); }, "INVALID_FIELD", "article.id"},
      {[](auto& a) { a.set_id("a\nb"); }, "INVALID_FIELD", "article.id"},
      {[&](auto& a) { a.set_id(nul); }, "INVALID_FIELD", "article.id"},
      {[](auto& a) { a.set_id(std::string(257, 'x')); }, "TOO_LARGE", "article.id"},
      {[](auto& a) { a.set_title(std::string(4097, 'x')); }, "TOO_LARGE", "article.title"},
      {[&](auto& a) { a.set_title(nul); }, "INVALID_TEXT", "article.title"},
      {[](auto& a) { a.set_source(std::string(1025, 'x')); }, "TOO_LARGE", "article.source"},
      {[&](auto& a) { a.set_source(nul); }, "INVALID_TEXT", "article.source"},
      {[](auto& a) { a.set_url(std::string(4097, 'x')); }, "TOO_LARGE", "article.url"},
      {[](auto& a) { a.set_author(std::string(1025, 'x')); }, "TOO_LARGE", "article.author"},
      {[](auto& a) { a.set_published_at("0000-13-45"); }, "INVALID_FIELD", "article.published_at"},
      {[](auto& a) { a.set_published_at("2025-02-30"); }, "INVALID_FIELD", "article.published_at"},
      {[](auto& a) { a.set_published_at("gestern"); }, "INVALID_FIELD", "article.published_at"},
      {[&](auto& a) { a.set_published_at(nul); }, "INVALID_FIELD", "article.published_at"},
      {[](auto& a) { a.set_published_at(std::string(65, '2')); }, "TOO_LARGE", "article.published_at"},
      {[](auto& a) { a.set_content_type("application/pdf"); }, "INVALID_FIELD", "article.content_type"},
      {[](auto& a) { a.set_language("en"); }, "INVALID_FIELD", "article.language"},
      {[](auto& a) { a.set_language("zh" + std::string(63, 'x')); }, "TOO_LARGE", "article.language"},
      {[](auto& a) { a.clear_text(); }, "INVALID_FIELD", "article.text"},
      {[&](auto& a) { a.set_text(nul); }, "INVALID_TEXT", "article.text"},
      {[](auto& a) { a.set_text(std::string(limits::kArticleTextBytes + 1, 'x')); }, "TOO_LARGE",
       "article.text"},
  };
  for (const auto& c : cases) {
    v1::Article article = Good();
    c.spoil(article);
    const absl::Status status = ValidateArticle(article, ArticleUse::kStore);
    EXPECT_THAT(status, FailsWith(absl::StatusCode::kInvalidArgument, c.reason)) << c.field;
    EXPECT_THAT(status, BlamesField(c.field));
  }
}

}  // namespace
}  // namespace annals
