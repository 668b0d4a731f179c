#include "extractor/tools/progress_bar.h"

#include <gtest/gtest.h>

#include <sstream>

namespace annals {
namespace {

TEST(ProgressBarTest, ALogGetsALineATenth) {
  std::ostringstream out;
  ProgressBar bar(out, /*terminal=*/false, 1000);
  for (int i = 1; i <= 1000; ++i) bar.Show(i, i / 100, 0);
  bar.Finish(10, 0);
  const std::string text = out.str();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 10);
  EXPECT_EQ(text.substr(0, text.find('\n')), "[###...........................]  10%  1 articles, 0 failed");
  EXPECT_NE(text.find("[##############################] 100%  10 articles, 0 failed\n"), std::string::npos);
}

TEST(ProgressBarTest, WithoutAnEndItCounts) {
  std::ostringstream out;
  ProgressBar bar(out, /*terminal=*/false, 0);
  for (int i = 1; i <= 200; ++i) bar.Show(i, i, 1);
  EXPECT_EQ(out.str(), "1 articles, 1 failed\n10 articles, 1 failed\n100 articles, 1 failed\n");
}

TEST(ProgressBarTest, ATerminalIsDrawnOver) {
  std::ostringstream out;
  ProgressBar bar(out, /*terminal=*/true, 10);
  bar.Show(5, 1, 0);
  bar.Finish(2, 1);
  EXPECT_EQ(out.str(),
            "\r[###############...............]  50%  1 articles, 0 failed"
            "\r[##############################] 100%  2 articles, 1 failed\n");
}

}  // namespace
}  // namespace annals
