#include "common/server/grpc_status.h"

#include <gtest/gtest.h>

#include "annals/v1/query_service.pb.h"
#include "common/limits.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

TEST(GrpcStatus, EveryCodeKeepsItsNumber) {
  for (int code = 1; code <= 16; ++code) {
    const grpc::Status status = ToGrpcStatus(absl::Status(static_cast<absl::StatusCode>(code), "why"));
    EXPECT_EQ(status.error_code(), code);
    EXPECT_EQ(status.error_message(), "why");
  }
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
}

TEST(GrpcStatus, DetailsTravelWithErrorInfoFirst) {
  const google::rpc::Status details = DetailsOf(ToGrpcStatus(InvalidField("article.id", "is required")));
  EXPECT_EQ(details.code(), 3);
  ASSERT_EQ(details.details_size(), 2);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "INVALID_FIELD");
  EXPECT_EQ(info.domain(), "annals.v1");
  google::rpc::BadRequest bad_request;
  ASSERT_TRUE(details.details(1).UnpackTo(&bad_request));
  EXPECT_EQ(bad_request.field_violations(0).field(), "article.id");
  EXPECT_EQ(bad_request.field_violations(0).description(), "is required");
}

TEST(GrpcStatus, RetryAdviceIsADuration) {
  absl::Status status = Overloaded("x");
  AttachRetryDelay(status, absl::Milliseconds(1500));
  const google::rpc::Status details = DetailsOf(ToGrpcStatus(status));
  google::rpc::RetryInfo retry;
  ASSERT_TRUE(details.details(1).UnpackTo(&retry));
  EXPECT_EQ(retry.retry_delay().seconds(), 1);
  EXPECT_EQ(retry.retry_delay().nanos(), 500000000);
}

TEST(GrpcStatus, DetailsTooLargeForATrailerAreLeftOutButNotTheReason) {
  absl::Status status =
      MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_ENTITY_AMBIGUOUS, "several");
  v1::EntityCandidates candidates;
  candidates.add_candidates()->set_name(std::string(limits::kStatusDetailBytes, 'x'));
  AttachDetail(status, candidates);
  const grpc::Status converted = ToGrpcStatus(status);
  EXPECT_EQ(DetailsOf(converted).details_size(), 1);
  EXPECT_THAT(FromGrpcStatus(converted),
              FailsWith(absl::StatusCode::kFailedPrecondition, "ENTITY_AMBIGUOUS"));
}

TEST(GrpcStatus, OurFaultsAlwaysHaveAReason) {
  EXPECT_THAT(FromGrpcStatus(ToGrpcStatus(absl::InternalError("x"))),
              FailsWith(absl::StatusCode::kInternal, "STORAGE"));
  EXPECT_THAT(FromGrpcStatus(ToGrpcStatus(absl::DataLossError("x"))),
              FailsWith(absl::StatusCode::kDataLoss, "STORAGE"));
}

TEST(GrpcStatus, ClientsGetTheSameBack) {
  const absl::Status status = InvalidField("page_size", "is negative");
  EXPECT_EQ(FromGrpcStatus(ToGrpcStatus(status)), status);
  EXPECT_THAT(FromGrpcStatus(grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone", "garbage")),
              FailsWith(absl::StatusCode::kUnavailable, ""));
}

}  // namespace
}  // namespace annals
