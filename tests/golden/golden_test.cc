// Golden articles: whole texts of our own with all that is read from them, as lines. ANNALS_UPDATE_GOLDEN=1
// writes the lines anew; read the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/extraction_text.h"

namespace annals {
namespace {

constexpr char kFolder[] = "tests/golden";
constexpr char kMark[] = "\n--- events and relations\n";

std::vector<std::string> Files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".article") files.push_back(entry.path().stem());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string PathOf(const std::string& name) { return absl::StrCat(kFolder, "/", name, ".article"); }

std::string Read(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path).rdbuf();
  return content.str();
}

// A file is: title, day of publication, empty line, text, mark, lines.
v1::Article ArticleOf(const std::string& name, const std::string& input) {
  const std::vector<std::string> parts = absl::StrSplit(input, absl::MaxSplits('\n', 3));
  v1::Article article;
  article.set_id(name);
  article.set_title(parts[0]);
  article.set_published_at(parts[1]);
  article.set_text(parts[3]);
  return article;
}

const Extractor& SharedExtractor() {
  static const Extractor* extractor = Extractor::Create({}).value().release();
  return *extractor;
}

class GoldenTest : public testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, ReadsTheArticleAsRecorded) {
  const std::string content = Read(PathOf(GetParam()));
  const std::string::size_type mark = content.find(kMark);
  ASSERT_NE(mark, std::string::npos) << PathOf(GetParam()) << " lacks its mark";
  const std::string input = content.substr(0, mark);
  const auto extraction = SharedExtractor().Extract(ArticleOf(GetParam(), input), {});
  ASSERT_TRUE(extraction.ok()) << extraction.status();
  const std::string lines = absl::StrCat(EventLines(*extraction), "\n", RelationLines(*extraction));
  if (std::getenv("ANNALS_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(PathOf(GetParam())) << input << kMark << lines;
    return;
  }
  EXPECT_EQ(lines, content.substr(mark + sizeof(kMark) - 1)) << "for " << PathOf(GetParam());
}

TEST_P(GoldenTest, SpansPointIntoTheSubmittedText) {
  const std::string content = Read(PathOf(GetParam()));
  const v1::Article article = ArticleOf(GetParam(), content.substr(0, content.find(kMark)));
  const v1::Extraction extraction = SharedExtractor().Extract(article, {}).value();
  const auto words = [&article](const v1::Span& span) {
    return article.text().substr(span.begin(), span.end() - span.begin());
  };
  for (const v1::Event& event : extraction.events()) {
    for (const v1::Argument& argument : event.arguments()) EXPECT_EQ(words(argument.span()), argument.text());
    for (const v1::Evidence& evidence : event.evidence()) EXPECT_EQ(words(evidence.span()), evidence.text());
    if (event.has_time()) {
      EXPECT_EQ(words(event.time().span()), event.time().text());
    }
  }
}

TEST_P(GoldenTest, IsTheSameOnEveryRun) {
  const std::string content = Read(PathOf(GetParam()));
  const v1::Article article = ArticleOf(GetParam(), content.substr(0, content.find(kMark)));
  const auto other = Extractor::Create({}).value();
  EXPECT_EQ(SharedExtractor().Extract(article, {true}).value().SerializeAsString(),
            other->Extract(article, {true}).value().SerializeAsString());
}

INSTANTIATE_TEST_SUITE_P(Articles, GoldenTest, testing::ValuesIn(Files()),
                         [](const testing::TestParamInfo<std::string>& test) { return test.param; });

}  // namespace
}  // namespace annals
