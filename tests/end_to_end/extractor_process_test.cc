// annals-extractor as a process: flags, environment, exit statuses, log, stop.
#include <gtest/gtest.h>

#include <csignal>

#include "absl/strings/str_split.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "tests/support/process.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using testing::HasSubstr;

class ExtractorProcessTest : public testing::Test {
 protected:
  std::vector<std::string> Arguments(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {BinaryPath("annals-extractor"),
                                          "--data_dir=" + directory_.File("data")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }

  // The exit status of a command that ends by itself.
  static int Run(const std::vector<std::string>& arguments, std::string* log = nullptr) {
    auto process = Process::Start(arguments);
    EXPECT_THAT(process, IsOk());
    const int status = (*process)->Wait();
    if (log != nullptr) *log = (*process)->Log();
    return status;
  }

  const TemporaryDirectory directory_;
};

TEST_F(ExtractorProcessTest, StopsOnATermSignalAndItsLogIsJson) {
  auto server = Process::StartServer(Arguments({"--listen=127.0.0.1:0", "--log_level=debug"}));
  ASSERT_THAT(server, IsOk());
  EXPECT_GT((*server)->port(), 0);
  (*server)->Signal(SIGTERM);
  EXPECT_EQ((*server)->Wait(), 0);
  const std::string log = (*server)->Log();
  EXPECT_THAT(log, HasSubstr("\"message\":\"stopped\""));
  for (const absl::string_view line : absl::StrSplit(log, '\n', absl::SkipEmpty())) {
    google::protobuf::Struct object;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(std::string(line), &object).ok()) << line;
    EXPECT_TRUE(object.fields().contains("time") && object.fields().contains("level")) << line;
  }
}

TEST_F(ExtractorProcessTest, FlagsComeFromTheEnvironmentToo) {
  auto process = Process::Start(Arguments(), {"ANNALS_LISTEN=no such place:0"});
  ASSERT_THAT(process, IsOk());
  EXPECT_EQ((*process)->Wait(), 2);
  EXPECT_THAT((*process)->Log(), HasSubstr("plain text on no such place"));
}

TEST_F(ExtractorProcessTest, WrongUsageIsTwo) {
  std::string log;
  EXPECT_EQ(Run(Arguments({"--nothing"}), &log), 2);
  EXPECT_THAT(log, HasSubstr("--nothing"));
  EXPECT_EQ(Run(Arguments({"--threads=many"})), 2);
  EXPECT_EQ(Run(Arguments({"--listen=127.0.0.1:0", "--lame_duck=2h"})), 2);
}

TEST_F(ExtractorProcessTest, WhomItLetsInIsCheckedAtTheStart) {
  std::string log;
  EXPECT_EQ(Run(Arguments({"--listen=0.0.0.0:0"}), &log), 2);
  EXPECT_THAT(log, HasSubstr("--insecure"));
  EXPECT_EQ(Run(Arguments({"--listen=127.0.0.1:0", "--tokens_file=" + directory_.File("none")}), &log), 2);
  EXPECT_THAT(log, HasSubstr("cannot read"));
  EXPECT_EQ(Run(Arguments({"--listen=127.0.0.1:0", "--tls_cert=" + directory_.File("none")}), &log), 2);
  EXPECT_EQ(Run(Arguments({"--listen=127.0.0.1:0", "--rate_per_client=-1"}), &log), 2);
}

TEST_F(ExtractorProcessTest, WhatIsTakenIsAFailureThatSaysWhat) {
  auto first = Process::StartServer(Arguments({"--listen=127.0.0.1:0"}));
  ASSERT_THAT(first, IsOk());
  std::string log;
  EXPECT_EQ(Run(Arguments({"--listen=127.0.0.1:0"}), &log), 1);
  EXPECT_THAT(log, HasSubstr("is in use by another server"));
  EXPECT_EQ(Run({BinaryPath("annals-extractor"), "--data_dir=" + directory_.File("other"),
                 "--listen=" + (*first)->address()},
                &log),
            1);
  EXPECT_THAT(log, HasSubstr("cannot listen on"));
  EXPECT_EQ(Run(Arguments({"--lexicon_dir=" + directory_.File("none")})), 1);
}

}  // namespace
}  // namespace annals
