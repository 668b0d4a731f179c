#include "common/program/command_line.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "absl/flags/flag.h"
#include "absl/flags/reflection.h"
#include "tests/support/status_matchers.h"

ABSL_FLAG(std::string, place, "here", "where");
ABSL_FLAG(int, count, 1, "how many");
ABSL_FLAG(bool, loud, false, "whether");

namespace annals {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CommandLineTest : public testing::Test {
 protected:
  ~CommandLineTest() override {
    unsetenv("ANNALS_PLACE");
    unsetenv("ANNALS_COUNT");
  }

 private:
  const absl::FlagSaver saver_;
};

TEST_F(CommandLineTest, AllWaysToGiveAFlag) {
  const auto others = ParseFlags({"--place=there", "--count", "7", "file", "--loud", "-", "--", "--count=9"});
  ASSERT_THAT(others, IsOk());
  EXPECT_THAT(*others, ElementsAre("file", "-", "--count=9"));
  EXPECT_EQ(absl::GetFlag(FLAGS_place), "there");
  EXPECT_EQ(absl::GetFlag(FLAGS_count), 7);
  EXPECT_TRUE(absl::GetFlag(FLAGS_loud));
}

TEST_F(CommandLineTest, ABooleanCanBeDenied) {
  absl::SetFlag(&FLAGS_loud, true);
  ASSERT_THAT(ParseFlags({"--noloud"}), IsOk());
  EXPECT_FALSE(absl::GetFlag(FLAGS_loud));
}

TEST_F(CommandLineTest, TheEnvironmentFillsInAndTheCommandLineWins) {
  setenv("ANNALS_PLACE", "from environment", 1);
  setenv("ANNALS_COUNT", "5", 1);
  ASSERT_THAT(ParseFlags({"--count=6"}), IsOk());
  EXPECT_EQ(absl::GetFlag(FLAGS_place), "from environment");
  EXPECT_EQ(absl::GetFlag(FLAGS_count), 6);
}

TEST_F(CommandLineTest, WrongFlagsAreNamed) {
  const struct {
    std::vector<std::string> arguments;
    const char* named;
  } cases[] = {{{"--nothing=1"}, "--nothing"},
               {{"--noplace"}, "--noplace"},
               {{"--count=many"}, "--count"},
               {{"--count"}, "--count"},
               {{"--loud=perhaps"}, "--loud"}};
  for (const auto& c : cases) {
    const absl::Status status = ParseFlags(c.arguments).status();
    EXPECT_THAT(status, FailsWith(absl::StatusCode::kInvalidArgument, ""));
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.named));
  }
}

TEST_F(CommandLineTest, AWrongEnvironmentIsAWrongFlag) {
  setenv("ANNALS_COUNT", "many", 1);
  EXPECT_THAT(ParseFlags({}), FailsWith(absl::StatusCode::kInvalidArgument, ""));
}

TEST_F(CommandLineTest, AWrongFlagExitsWithTwoAndHelpWithZero) {
  char program[] = "program";
  char wrong[] = "--nothing";
  char help[] = "--help";
  char* wrong_arguments[] = {program, wrong};
  char* help_arguments[] = {program, help};
  EXPECT_EXIT(ParseCommandLine(2, wrong_arguments, "usage"), testing::ExitedWithCode(2), "no such flag");
  EXPECT_EXIT(ParseCommandLine(2, help_arguments, "usage"), testing::ExitedWithCode(0), "");
}

TEST_F(CommandLineTest, HelpListsFlagsWithDefaults) {
  EXPECT_THAT(HelpText("usage line"),
              testing::AllOf(HasSubstr("usage line"), HasSubstr("--place  where [here]")));
}

}  // namespace
}  // namespace annals
