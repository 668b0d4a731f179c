#include "common/server/request_bytes.h"

#include <gtest/gtest.h>

#include "annals/v1/extractor_service.pb.h"
#include "grpcpp/support/slice.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

// A field of wire type 2.
std::string Field(int number, const std::string& value) {
  std::string bytes(1, static_cast<char>((number << 3) | 2));
  EXPECT_LT(value.size(), 128u);
  bytes.push_back(static_cast<char>(value.size()));
  return bytes + value;
}

TEST(RequestBytes, TheFieldThatIsNotUtf8IsNamed) {
  constexpr auto kInvalid = absl::StatusCode::kInvalidArgument;
  const struct {
    std::string bytes;
    const char* reason;
    const char* field;
  } cases[] = {
      {Field(1, Field(7, "\xFF")), "INVALID_TEXT", "article.text"},
      {Field(1, Field(1, "fine") + Field(2, "\xE5\xAD")), "INVALID_TEXT", "article.title"},
      {Field(1, Field(9, "\xC0\x80")), "INVALID_TEXT", "article.language"},
      {Field(1, Field(7, "\xED\xA0\x80")), "INVALID_TEXT", "article.text"},
      {Field(15, "\xFF") + Field(1, Field(7, "\xFF")), "INVALID_TEXT", "article.text"},
      {"\x0A\x7F", "INVALID_FIELD", ""},
      {std::string("\x0F\x01", 2), "INVALID_FIELD", ""},
      {"\xFF\xFF\xFF", "INVALID_FIELD", ""},
  };
  for (const auto& c : cases) {
    const absl::Status status = DiagnoseRequest(c.bytes, *v1::SubmitArticleRequest::descriptor());
    EXPECT_THAT(status, FailsWith(kInvalid, c.reason));
    EXPECT_THAT(status, BlamesField(c.field));
  }
}

TEST(RequestBytes, BytesWithoutEndAreNoTrap) {
  std::string nested;
  for (int i = 0; i < 60; ++i) nested = Field(1, nested);
  EXPECT_FALSE(DiagnoseRequest(nested, *v1::SubmitArticleRequest::descriptor()).ok());
}

TEST(RequestBytes, ParsesFromSeveralSlices) {
  v1::SubmitArticleRequest request;
  request.mutable_article()->set_text("字节跳动");
  const std::string bytes = request.SerializeAsString();
  const grpc::Slice slices[] = {grpc::Slice(bytes.substr(0, 5)), grpc::Slice(bytes.substr(5))};
  v1::SubmitArticleRequest parsed;
  ASSERT_THAT(ParseRequest(grpc::ByteBuffer(slices, 2), parsed), IsOk());
  EXPECT_EQ(parsed.article().text(), "字节跳动");
  EXPECT_THAT(ParseRequest(grpc::ByteBuffer(slices, 1), parsed),
              FailsWith(absl::StatusCode::kInvalidArgument, "INVALID_FIELD"));
}

}  // namespace
}  // namespace annals
