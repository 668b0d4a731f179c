#include "common/program/structured_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(StructuredLog, OneObjectWithTypedFields) {
  EXPECT_EQ(FormatLogLine(LogLevel::kWarning, "something",
                          {{"text", std::string("a\"b\\\n甲\xFF")},
                           {"count", int64_t{-3}},
                           {"size", uint64_t{18446744073709551615u}},
                           {"share", 0.5},
                           {"yes", true}}),
            "{\"level\":\"warning\",\"message\":\"something\",\"text\":\"a\\\"b\\\\\\u000a甲\xEF\xBF\xBD\","
            "\"count\":-3,"
            "\"size\":18446744073709551615,\"share\":0.5,\"yes\":true}");
}

TEST(StructuredLog, LinesGoToStandardErrorFromTheThresholdOn) {
  testing::internal::CaptureStderr();
  SetLogLevel(LogLevel::kWarning);
  Log(LogLevel::kInfo, "too low");
  Log(LogLevel::kError, "high enough", {{"braces", std::string("{}%v")}});
  SetLogLevel(LogLevel::kInfo);
  EXPECT_THAT(
      testing::internal::GetCapturedStderr(),
      testing::MatchesRegex("\\{\"time\":\"....-..-..T..:..:..\\.......Z\",\"level\":\"error\",\"message\":"
                            "\"high enough\",\"braces\":\"\\{\\}%v\"\\}\n"));
}

TEST(StructuredLog, LevelsAsFlags) {
  for (const LogLevel level : {LogLevel::kDebug, LogLevel::kInfo, LogLevel::kWarning, LogLevel::kError}) {
    LogLevel parsed{};
    std::string error;
    EXPECT_TRUE(AbslParseFlag(AbslUnparseFlag(level), &parsed, &error));
    EXPECT_EQ(parsed, level);
  }
  LogLevel parsed{};
  std::string error;
  EXPECT_FALSE(AbslParseFlag("loud", &parsed, &error));
  EXPECT_NE(error, "");
}

}  // namespace
}  // namespace annals
