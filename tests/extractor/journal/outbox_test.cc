#include "extractor/journal/outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class OutboxTest : public testing::Test {
 protected:
  void SetUp() override { Open(); }

  void Open() {
    outbox_ = nullptr;
    auto opened = Outbox::Open(directory_.path());
    ASSERT_THAT(opened, IsOk());
    outbox_ = *std::move(opened);
  }

  std::string Put(const std::string& article_id, int64_t accepted_at) {
    storage::OutboxRecord record;
    record.set_submission_id(outbox_->NextSubmissionId());
    record.set_accepted_at_micros(accepted_at);
    record.mutable_article()->mutable_article()->set_id(article_id);
    EXPECT_THAT(outbox_->Put(record), IsOk());
    return record.submission_id();
  }

  // "id" of what waits, "id@revision" of what is stored.
  std::vector<std::string> Records() {
    std::vector<std::string> records;
    EXPECT_THAT(outbox_->ForEach([&](const auto& record, const auto& mark) {
      const std::string& id = record.article().article().id();
      records.push_back(mark ? id + "@" + std::to_string(mark->revision()) : id);
      return absl::OkStatus();
    }),
                IsOk());
    return records;
  }

  const TemporaryDirectory directory_;
  std::unique_ptr<Outbox> outbox_;
};

TEST_F(OutboxTest, KeepsWhatWasTakenInAndWhatBecameOfIt) {
  const std::string a = Put("a", 10);
  const std::string b = Put("b", 20);
  const std::string c = Put("c", 30);
  storage::OutboxMark mark;
  mark.set_revision(7);
  ASSERT_THAT(outbox_->MarkStored(b, mark), IsOk());
  ASSERT_THAT(outbox_->Remove(c), IsOk());
  EXPECT_THAT(Records(), ElementsAre("a", "b@7"));
  Open();
  EXPECT_THAT(Records(), ElementsAre("a", "b@7")) << "and after a restart";
}

TEST_F(OutboxTest, NoIdIsGivenTwice) {
  const std::string before = outbox_->NextSubmissionId();
  Put("a", 10);
  Open();
  const std::string after = outbox_->NextSubmissionId();
  EXPECT_NE(before.substr(0, before.find('-')), after.substr(0, after.find('-')));
  Put("b", 20);
  EXPECT_THAT(Records(), ElementsAre("a", "b")) << "nor is a row written over";
}

TEST_F(OutboxTest, ForgetsWhatCanBeLostNoMore) {
  const std::string a = Put("a", 10);
  const std::string b = Put("b", 20);
  Put("c", 30);
  storage::OutboxMark mark;
  mark.set_revision(1);
  mark.set_stored_at_micros(40);
  ASSERT_THAT(outbox_->MarkStored(a, mark), IsOk());
  ASSERT_THAT(outbox_->Forget(absl::FromUnixMicros(25)), IsOk());
  EXPECT_THAT(Records(), ElementsAre("a@1", "c")) << "b was never answered";
  ASSERT_THAT(outbox_->Forget(absl::FromUnixMicros(41)), IsOk());
  EXPECT_THAT(Records(), IsEmpty());
}

TEST_F(OutboxTest, IsOpenedOnce) {
  EXPECT_EQ(Outbox::Open(directory_.path()).status().code(), absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace annals
