// What the confidence of an event is made of, and that it moves as a reader would expect. The names are
// invented.
#include "extractor/discourse/confidence.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "extractor/extractor.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using testing::HasSubstr;

class ConfidenceModelTest : public testing::Test {
 protected:
  absl::StatusOr<ConfidenceModel> Load(const std::string& rows) {
    std::ofstream(std::filesystem::path(directory_.path()) / "confidence.tsv") << "feature\tweight\n" << rows;
    const auto data = DataDirectory::Open(directory_.path());
    return data.ok() ? ConfidenceModel::Load(*data) : data.status();
  }

  TemporaryDirectory directory_;
};

TEST_F(ConfidenceModelTest, IsTheLogisticFunctionOfTheSum) {
  const ConfidenceModel model = Load("every event\t0.5\na time\t1\nin a heading\t-2.5\n").value();
  EXPECT_DOUBLE_EQ(model.Confidence({"a time", "in a heading"}), 0.2689);  // 1 / (1 + e), to four places
  EXPECT_DOUBLE_EQ(model.Confidence({"a word nobody knows"}), model.Confidence({}));
}

TEST_F(ConfidenceModelTest, IsNeverCertain) {
  const ConfidenceModel model = Load("sure\t1000\nimpossible\t-1000\n").value();
  EXPECT_LT(model.Confidence({"sure"}), 1);
  EXPECT_GT(model.Confidence({"impossible"}), 0);
}

TEST_F(ConfidenceModelTest, DropsWhatIsLessLikelyThanTheLeastReported) {
  const ConfidenceModel model = Load("least reported\t0.4\nweak\t-1\n").value();
  std::vector<EventDraft> drafts(3);
  drafts[2].dropped = true;
  model.Judge({{}, {"weak"}, {}}, drafts);
  EXPECT_FALSE(drafts[0].dropped);
  EXPECT_DOUBLE_EQ(drafts[0].confidence, 0.5);
  EXPECT_TRUE(drafts[1].dropped);
  EXPECT_FALSE(drafts[1].note.empty());
  EXPECT_EQ(drafts[2].confidence, 0);
}

TEST_F(ConfidenceModelTest, ReportsLessSureEventsOfAFeature) {
  const ConfidenceModel model = Load(
                                    "least reported\t0.4\nleast reported of a short text\t0.2\n"
                                    "least reported of a time\t0.3\nleast reported of a title\t0.6\n")
                                    .value();
  EXPECT_DOUBLE_EQ(model.Least({"a number"}), 0.4);
  EXPECT_DOUBLE_EQ(model.Least({"a number", "a short text", "a time"}), 0.2);
  EXPECT_DOUBLE_EQ(model.Least({"a title"}), 0.4);
}

TEST_F(ConfidenceModelTest, AWeightIsANumber) {
  for (const char* cell : {"", "much", "nan", "inf"}) {
    const absl::Status status = Load(std::string("a time\t") + cell + "\n").status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << cell;
    EXPECT_THAT(std::string(status.message()), HasSubstr("confidence.tsv:2"));
  }
}

v1::Extraction Extract(const std::string& text) {
  static const Extractor* extractor = Extractor::Create({}).value().release();
  v1::Article article;
  article.set_text(text);
  article.set_published_at("2025-09-03");
  return extractor->Extract(article, {.explain = true}).value();
}

// The confidence of the only event of a text.
double ConfidenceOf(const std::string& text) {
  const v1::Extraction extraction = Extract(text);
  EXPECT_EQ(extraction.events_size(), 1) << text;
  return extraction.events_size() == 1 ? extraction.events(0).confidence() : -1;
}

TEST(ConfidenceTest, RisesWithWhatSpeaksForAnEvent) {
  const double once = ConfidenceOf("林知远离开了云岚科技。");
  EXPECT_GT(ConfidenceOf("9月1日，林知远离开了云岚科技。"), once);
  EXPECT_GT(ConfidenceOf("林知远离开了云岚科技。\n\n据悉，林知远已从云岚科技离职。"), once);
  EXPECT_LT(ConfidenceOf("林知远离职。"), once);
}

TEST(ConfidenceTest, TheExplanationAddsUpToIt) {
  const v1::Extraction extraction = Extract("9月1日，林知远离开云岚科技，转投晨曦智能。");
  ASSERT_EQ(extraction.events_size(), 2);
  ASSERT_EQ(extraction.explanation().confidences_size(), 2);
  for (int i = 0; i < 2; ++i) {
    const v1::ConfidenceExplanation& explanation = extraction.explanation().confidences(i);
    EXPECT_EQ(explanation.event_id(), extraction.events(i).id());
    double sum = 0;
    for (const v1::ConfidenceTerm& term : explanation.terms()) sum += term.weight();
    EXPECT_NEAR(extraction.events(i).confidence(), 1 / (1 + std::exp(-sum)), 1e-4);
  }
}

}  // namespace
}  // namespace annals
