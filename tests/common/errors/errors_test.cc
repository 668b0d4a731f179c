#include "common/errors/errors.h"

#include <gtest/gtest.h>

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
      {NotImplemented("x"), StatusCode::kUnimplemented, "NOT_IMPLEMENTED"},
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
