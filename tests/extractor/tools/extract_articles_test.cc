#include "extractor/tools/extract_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace annals {
namespace {

using testing::HasSubstr;

// Answers with the article's id; refuses texts that say so.
class FakeExtractor : public Extractor {
 public:
  absl::StatusOr<v1::Extraction> Extract(const v1::Article& article,
                                         const ExtractOptions& options) const override {
    if (article.text() == "refuse me") return absl::InvalidArgumentError("refused");
    v1::Extraction extraction;
    extraction.set_article_id(article.id());
    if (options.explain) extraction.mutable_explanation();
    return extraction;
  }
  const std::string& lexicon_version() const override { return version_; }
  const std::vector<EventTypeDescription>& event_types() const override { return types_; }
  std::shared_ptr<const Extractor> With(const Teaching&) const override { return nullptr; }
  std::optional<v1::EntityType> ListedType(const std::string&) const override { return std::nullopt; }
  absl::StatusOr<std::string> FoldName(absl::string_view name) const override { return std::string(name); }

 private:
  std::string version_;
  std::vector<EventTypeDescription> types_;
};

class ExtractArticlesTest : public testing::Test {
 protected:
  ~ExtractArticlesTest() override { std::filesystem::remove_all(directory_); }

  std::string Write(const std::string& name, const std::string& content) {
    const std::string path = directory_ + "/" + name;
    std::ofstream(path) << content;
    return path;
  }

  RunFigures Run(const std::vector<std::string>& files, const ExtractRun& run = {}) {
    auto input = ArticleInput::Open(files);
    EXPECT_TRUE(input.ok()) << input.status();
    return ExtractArticles(FakeExtractor(), run, *input, out_, errors_);
  }

  static std::string NewDirectory() {
    std::string pattern = testing::TempDir() + "/extract_articles_XXXXXX";
    return ::mkdtemp(pattern.data());
  }

  const std::string directory_ = NewDirectory();
  std::ostringstream out_;
  std::ostringstream errors_;
};

TEST_F(ExtractArticlesTest, AllFilesInOrder) {
  const std::string lines =
      Write("lines.jsonl", "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"b\",\"text\":\"22\"}\n");
  const std::string pretty = Write("pretty.json", "{\n  \"id\": \"c\",\n  \"text\": \"333\"\n}\n");
  for (const int threads : {1, 4}) {
    out_.str("");
    const RunFigures figures = Run({lines, pretty}, {.threads = threads});
    EXPECT_EQ(out_.str(), "{\"article_id\":\"a\"}\n{\"article_id\":\"b\"}\n{\"article_id\":\"c\"}\n");
    EXPECT_EQ(errors_.str(), "");
    EXPECT_EQ(figures.articles, 3u);
    EXPECT_EQ(figures.bytes, 6u);
    EXPECT_EQ(figures.failures, 0u);
  }
}

TEST_F(ExtractArticlesTest, AFailureNamesItsLineAndStopsNothing) {
  const std::string path =
      Write("bad.jsonl",
            "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\n\"text\"}\n{\"id\":\"b\",\"text\":\"refuse me\"}\n"
            "{\"id\":\"c\",\"text\":\"3\"}\n");
  const RunFigures figures = Run({path});
  EXPECT_EQ(out_.str(), "{\"article_id\":\"a\"}\n{\"article_id\":\"c\"}\n");
  EXPECT_EQ(figures.articles, 2u);
  EXPECT_EQ(figures.failures, 2u);
  EXPECT_THAT(errors_.str(), HasSubstr("bad.jsonl:2: "));
  EXPECT_THAT(errors_.str(), HasSubstr("bad.jsonl:4: refused\n"));
}

TEST_F(ExtractArticlesTest, ExplainsOnRequest) {
  Run({Write("a.json", "{\"id\":\"a\",\"text\":\"1\"}")}, {.explain = true});
  EXPECT_EQ(out_.str(), "{\"article_id\":\"a\",\"explanation\":{}}\n");
}

TEST_F(ExtractArticlesTest, AFileThatIsNotThere) {
  EXPECT_EQ(ArticleInput::Open({directory_ + "/none"}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ArticleInput::Open({directory_}).status().code(), absl::StatusCode::kNotFound);
}

TEST_F(ExtractArticlesTest, KnowsHowMuchThereIs) {
  const std::string path = Write("a.json", "{\"id\":\"a\",\"text\":\"1\"}\n");
  auto input = ArticleInput::Open({path, path});
  ASSERT_TRUE(input.ok());
  EXPECT_EQ(input->total_bytes(), 2 * std::filesystem::file_size(path));
  ASSERT_TRUE(input->Next());
  EXPECT_EQ(input->bytes_read(), std::filesystem::file_size(path));
  EXPECT_EQ(ArticleInput::Open({path, "-"})->total_bytes(), 0u);
}

TEST(RunFiguresTest, SaysMegabytesASecond) {
  EXPECT_EQ(FormatFigures(RunFigures{.articles = 4, .bytes = 3000000, .failures = 0, .seconds = 1.5}),
            "4 articles, 3000000 bytes, 1.500 s, 2.00 MB/s");
  EXPECT_EQ(FormatFigures(RunFigures{}), "0 articles, 0 bytes, 0.000 s, 0.00 MB/s");
}

}  // namespace
}  // namespace annals
