#include "common/errors/errors.h"

#include <gtest/gtest.h>

#include "google/rpc/error_details.pb.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

TEST(Errors, EachHasItsCodeAndReason) {
  using absl::StatusCode;
  const struct {
    absl::Status status;
    StatusCode code;
    const char* reason;
  } cases[] = {
      {InvalidField("f", "bad"), StatusCode::kInvalidArgument, "INVALID_FIELD"},
      {FieldTooLarge("f", 5, 4), StatusCode::kInvalidArgument, "TOO_LARGE"},
      {InvalidText("f", "bad"), StatusCode::kInvalidArgument, "INVALID_TEXT"},
      {InvalidPageToken(), StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN"},
      {ArticleNotFound("a"), StatusCode::kNotFound, "ARTICLE_NOT_FOUND"},
      {EntityNotFound("a"), StatusCode::kNotFound, "ENTITY_NOT_FOUND"},
      {EventNotFound("a"), StatusCode::kNotFound, "EVENT_NOT_FOUND"},
      {RevisionAhead(5, 4), StatusCode::kOutOfRange, "REVISION_AHEAD"},
      {JournalChanged(), StatusCode::kFailedPrecondition, "JOURNAL_CHANGED"},
      {Overloaded("x"), StatusCode::kResourceExhausted, "OVERLOADED"},
      {Stopping(), StatusCode::kUnavailable, "STOPPING"},
      {EntityMerged("a", "b"), StatusCode::kFailedPrecondition, "ENTITY_MERGED"},
      {NameTaken("a", "b"), StatusCode::kAlreadyExists, "NAME_TAKEN"},
      {LimitReached("x"), StatusCode::kResourceExhausted, "LIMIT_REACHED"},
      {Unauthenticated(), StatusCode::kUnauthenticated, "UNAUTHENTICATED"},
      {PermissionDenied("write"), StatusCode::kPermissionDenied, "PERMISSION_DENIED"},
      {RateLimited(absl::Seconds(1)), StatusCode::kResourceExhausted, "RATE_LIMITED"},
      {NoBackupDirectory(), StatusCode::kFailedPrecondition, "NO_BACKUP_DIRECTORY"},
      {StorageError("x"), StatusCode::kInternal, "STORAGE"},
      {CorruptStorage("x"), StatusCode::kDataLoss, "STORAGE"},
  };
  for (const auto& c : cases) EXPECT_THAT(c.status, FailsWith(c.code, c.reason));
}

TEST(Errors, TheFieldAtFaultIsNamed) {
  EXPECT_THAT(InvalidField("article.id", "is required"), BlamesField("article.id"));
  EXPECT_THAT(InvalidPageToken(), BlamesField("page_token"));
  EXPECT_THAT(ArticleNotFound("a"), BlamesField(""));
}

TEST(Errors, WhereWaitingHelpsTheTimeIsSaid) {
  const auto delay_of = [](const absl::Status& status) {
    google::rpc::RetryInfo retry;
    const auto payload = status.GetPayload("type.googleapis.com/google.rpc.RetryInfo");
    return payload && retry.ParseFromString(std::string(*payload)) ? retry.retry_delay().seconds() : -1;
  };
  EXPECT_EQ(delay_of(Overloaded("x")), 1);
  EXPECT_EQ(delay_of(Stopping()), 1);
  EXPECT_EQ(delay_of(RateLimited(absl::Seconds(3))), 3);
  for (const absl::Status& status :
       {LimitReached("x"), Unauthenticated(), StorageError("x"), EntityNotFound("a")})
    EXPECT_EQ(delay_of(status), -1) << status;
}

TEST(Errors, WhatAClientSentIsQuotedShortAndPrintable) {
  EXPECT_EQ(ArticleNotFound("甲\n\x01\xFF").message(), "no article \"甲???\"");
  EXPECT_LT(ArticleNotFound(std::string(100000, 'x')).message().size(), 200u);
}

TEST(Errors, AnOrdinaryStatusHasNoReason) {
  EXPECT_EQ(ReasonOf(absl::InternalError("x")), "");
  EXPECT_EQ(ReasonOf(absl::OkStatus()), "");
}

}  // namespace
}  // namespace annals
