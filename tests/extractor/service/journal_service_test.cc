// Follow over TCP.
#include "extractor/service/journal_service.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "common/server/grpc_status.h"
#include "tests/support/extractor_server.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using absl::StatusCode;

class JournalServiceTest : public testing::Test {
 protected:
  // One follower of the stream.
  struct Follower {
    Follower(ExtractorServer& server, uint64_t after, const std::string& journal_id = "") {
      v1::FollowRequest request;
      request.set_after_revision(after);
      request.set_journal_id(journal_id);
      stream = server.follower().Follow(&context, request);
    }
    ~Follower() { context.TryCancel(); }

    // The next response; fails the test where there is none.
    v1::FollowResponse Next() {
      v1::FollowResponse response;
      EXPECT_TRUE(stream->Read(&response));
      return response;
    }

    // The next so many entries, across batches and heartbeats.
    std::vector<v1::JournalEntry> Entries(size_t count) {
      std::vector<v1::JournalEntry> entries;
      v1::FollowResponse response;
      while (entries.size() < count && stream->Read(&response)) {
        entries.insert(entries.end(), response.entries().begin(), response.entries().end());
      }
      EXPECT_EQ(entries.size(), count);
      return entries;
    }

    absl::Status Finish() {
      v1::FollowResponse response;
      while (stream->Read(&response)) continue;
      return FromGrpcStatus(stream->Finish());
    }

    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientReader<v1::FollowResponse>> stream;
  };

  void Store(int first, int last, size_t extra_bytes = 0) {
    std::vector<Journal::Submission> submissions;
    for (int i = first; i <= last; ++i) {
      Journal::Submission submission;
      submission.article.set_id(absl::StrCat("a", i));
      submission.article.set_text("x");
      submission.extraction.add_diagnostics()->set_message(std::string(extra_bytes, 'x'));
      submissions.push_back(submission);
    }
    for (const auto& receipt : server_.journal().SubmitAll(submissions)) ASSERT_THAT(receipt, IsOk());
  }

  const GatedExtractor extractor_;
  ExtractorServer server_{{.extractor = &extractor_, .heartbeat = absl::Milliseconds(5), .followers = 3}};
};

TEST_F(JournalServiceTest, TheFirstMessageNamesTheJournal) {
  Store(1, 3);
  const v1::FollowResponse first = Follower(server_, 0).Next();
  EXPECT_EQ(first.journal_id(), server_.journal().journal_id());
  EXPECT_EQ(first.last_revision(), 3u);
  EXPECT_EQ(first.entries_size(), 0);
}

TEST_F(JournalServiceTest, EntriesComeInOrderFromWhereTheFollowerIs) {
  Store(1, 10);
  Follower follower(server_, 4, server_.journal().journal_id());
  uint64_t revision = 4;
  for (const auto& entry : follower.Entries(6)) EXPECT_EQ(entry.revision(), ++revision);
}

TEST_F(JournalServiceTest, NewEntriesFollow) {
  Follower follower(server_, 0);
  follower.Next();
  for (int i = 1; i <= 5; ++i) {
    Store(i, i);
    EXPECT_EQ(follower.Entries(1).at(0).revision(), static_cast<uint64_t>(i));
  }
}

TEST_F(JournalServiceTest, AQuietJournalSendsHeartbeats) {
  Store(1, 1);
  Follower follower(server_, 1);
  for (int i = 0; i < 3; ++i) {
    const v1::FollowResponse response = follower.Next();
    EXPECT_EQ(response.entries_size(), 0);
    EXPECT_EQ(response.last_revision(), 1u);
    EXPECT_EQ(response.journal_id(), server_.journal().journal_id());
  }
}

TEST_F(JournalServiceTest, BatchesKeepToTheirLimits) {
  Store(1, 600);
  Store(601, 605, limits::kFollowBatchBytes / 2);
  Follower follower(server_, 0);
  EXPECT_EQ(follower.Next().entries_size(), 0);
  EXPECT_EQ(follower.Next().entries_size(), static_cast<int>(limits::kFollowBatchEntries));
  for (size_t seen = limits::kFollowBatchEntries; seen < 605;) {
    const v1::FollowResponse response = follower.Next();
    EXPECT_LE(response.ByteSizeLong(), limits::kFollowBatchBytes + 1000);
    seen += static_cast<size_t>(response.entries_size());
  }
}

TEST_F(JournalServiceTest, AnotherJournalOrALaterRevisionIsRefused) {
  Store(1, 2);
  EXPECT_THAT(Follower(server_, 0, "another").Finish(),
              FailsWith(StatusCode::kFailedPrecondition, "JOURNAL_CHANGED"));
  EXPECT_THAT(Follower(server_, 3).Finish(), FailsWith(StatusCode::kOutOfRange, "REVISION_AHEAD"));
  EXPECT_EQ(Follower(server_, 2).Next().last_revision(), 2u);
}

TEST_F(JournalServiceTest, AFollowerThatReadsNothingKeepsNobodyBack) {
  Store(1, 40, limits::kFollowBatchBytes);
  Follower slow(server_, 0);
  slow.Next();
  Follower quick(server_, 0);
  EXPECT_EQ(quick.Entries(40).back().revision(), 40u);
  Store(41, 41);
  EXPECT_EQ(quick.Entries(1).at(0).revision(), 41u);
  EXPECT_EQ(slow.Entries(41).back().revision(), 41u);
}

TEST_F(JournalServiceTest, MoreFollowersThanThereMayBeAreRefusedUntilOneGoes) {
  auto first = std::make_unique<Follower>(server_, 0);
  Follower second(server_, 0);
  Follower third(server_, 0);
  first->Next(), second.Next(), third.Next();
  EXPECT_THAT(Follower(server_, 0).Finish(), FailsWith(StatusCode::kResourceExhausted, "OVERLOADED"));
  first.reset();
  v1::FollowResponse response;
  for (bool accepted = false; !accepted;) {
    Follower again(server_, 0);
    accepted = again.stream->Read(&response);
  }
}

TEST_F(JournalServiceTest, AStopEndsTheStream) {
  Follower follower(server_, 0);
  follower.Next();
  server_.server().Stop();
  EXPECT_THAT(follower.Finish(), FailsWith(StatusCode::kUnavailable, "STOPPING"));
}

}  // namespace
}  // namespace annals
