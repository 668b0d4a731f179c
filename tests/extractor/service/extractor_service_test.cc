// The extractor service over TCP, with the real extractor and journal.
#include "extractor/service/extractor_service.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "common/server/grpc_status.h"
#include "tests/support/extractor_server.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

using absl::StatusCode;
using testing::ElementsAre;

const char kText[] = "8月25日，星河科技宣布，任命陈立为首席技术官。";

class ExtractorServiceTest : public testing::Test {
 protected:
  template <typename Response, typename Request>
  absl::StatusOr<Response> Call(grpc::Status (v1::ExtractorService::Stub::*method)(grpc::ClientContext*,
                                                                                   const Request&, Response*),
                                const Request& request) {
    grpc::ClientContext context;
    Response response;
    const absl::Status status = FromGrpcStatus((server_.extractor().*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<v1::SubmitArticleResponse> Submit(const std::string& id, const std::string& text,
                                                   bool return_extraction = false) {
    v1::SubmitArticleRequest request;
    request.mutable_article()->set_id(id);
    request.mutable_article()->set_text(text);
    request.mutable_article()->set_published_at("2025-08-27");
    request.set_return_extraction(return_extraction);
    return Call(&v1::ExtractorService::Stub::SubmitArticle, request);
  }

  absl::StatusOr<v1::ListArticlesResponse> List(const v1::ListArticlesRequest& request) {
    return Call(&v1::ExtractorService::Stub::ListArticles, request);
  }

  ExtractorServer server_;
};

TEST_F(ExtractorServiceTest, SubmitCreatesThenKnowsThenReplaces) {
  const auto created = Submit("a", kText, true);
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->revision(), 1u);
  EXPECT_EQ(created->outcome(), v1::SUBMIT_OUTCOME_CREATED);
  EXPECT_EQ(created->extraction().article_id(), "a");
  EXPECT_EQ(static_cast<int>(created->event_count()), created->extraction().events_size());
  const auto unchanged = Submit("a", kText, true);
  EXPECT_EQ(unchanged->revision(), 1u);
  EXPECT_EQ(unchanged->outcome(), v1::SUBMIT_OUTCOME_UNCHANGED);
  EXPECT_EQ(unchanged->extraction().SerializeAsString(), created->extraction().SerializeAsString());
  const auto replaced = Submit("a", absl::StrCat(kText, "完。"));
  EXPECT_EQ(replaced->revision(), 2u);
  EXPECT_EQ(replaced->outcome(), v1::SUBMIT_OUTCOME_REPLACED);
  EXPECT_FALSE(replaced->has_extraction());
}

TEST_F(ExtractorServiceTest, WhatIsSubmittedComesBack) {
  ASSERT_THAT(Submit("a", kText), IsOk());
  const auto stored =
      Call(&v1::ExtractorService::Stub::GetArticle, FromText<v1::GetArticleRequest>("article_id: 'a'"));
  ASSERT_THAT(stored, IsOk());
  EXPECT_EQ(stored->article().text(), kText);
  EXPECT_EQ(stored->revision(), 1u);
  EXPECT_EQ(stored->extraction().article_id(), "a");
}

TEST_F(ExtractorServiceTest, ExtractKeepsNothing) {
  v1::ExtractArticleRequest request;
  request.mutable_article()->set_text(kText);
  const auto extracted = Call(&v1::ExtractorService::Stub::ExtractArticle, request);
  ASSERT_THAT(extracted, IsOk());
  EXPECT_NE(extracted->extraction().lexicon_version(), "");
  EXPECT_FALSE(extracted->extraction().has_explanation());
  request.set_explain(true);
  EXPECT_TRUE(Call(&v1::ExtractorService::Stub::ExtractArticle, request)->extraction().has_explanation());
  EXPECT_EQ(server_.journal().last_revision(), 0u);
}

TEST_F(ExtractorServiceTest, RetractTakesItOutOfEveryAnswer) {
  ASSERT_THAT(Submit("a", kText), IsOk());
  const auto request = FromText<v1::RetractArticleRequest>("article_id: 'a'");
  const auto retracted = Call(&v1::ExtractorService::Stub::RetractArticle, request);
  ASSERT_THAT(retracted, IsOk());
  EXPECT_EQ(retracted->revision(), 2u);
  EXPECT_THAT(Call(&v1::ExtractorService::Stub::RetractArticle, request),
              FailsWith(StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_THAT(
      Call(&v1::ExtractorService::Stub::GetArticle, FromText<v1::GetArticleRequest>("article_id: 'a'")),
      FailsWith(StatusCode::kNotFound, "ARTICLE_NOT_FOUND"));
  EXPECT_EQ(List({})->articles_size(), 0);
  EXPECT_EQ(Submit("a", kText)->outcome(), v1::SUBMIT_OUTCOME_CREATED);
}

TEST_F(ExtractorServiceTest, ListsInPages) {
  for (const char* id : {"b1", "b2", "b3", "a"}) ASSERT_THAT(Submit(id, kText), IsOk());
  v1::ListArticlesRequest request = FromText<v1::ListArticlesRequest>("page_size: 2 id_prefix: 'b'");
  const auto first = List(request);
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->articles_size(), 2);
  EXPECT_EQ(first->articles(1).article().id(), "b2");
  EXPECT_EQ(first->articles(1).text_bytes(), sizeof kText - 1);
  EXPECT_EQ(first->articles(1).article().text(), "");
  request.set_page_token(first->next_page_token());
  const auto second = List(request);
  ASSERT_THAT(second, IsOk());
  ASSERT_EQ(second->articles_size(), 1);
  EXPECT_EQ(second->articles(0).article().id(), "b3");
  EXPECT_EQ(second->next_page_token(), "");
  request.set_page_size(1000000);
  EXPECT_THAT(List(request), IsOk());
}

TEST_F(ExtractorServiceTest, ListRefusesWhatItDidNotMake) {
  for (const char* id : {"b1", "b2"}) ASSERT_THAT(Submit(id, kText), IsOk());
  const std::string token = List(FromText<v1::ListArticlesRequest>("page_size: 1"))->next_page_token();
  ASSERT_NE(token, "");
  v1::ListArticlesRequest other = FromText<v1::ListArticlesRequest>("id_prefix: 'b'");
  for (const std::string& forged : {token, std::string("forged"), std::string(10000, 'A')}) {
    other.set_page_token(forged);
    EXPECT_THAT(List(other), FailsWith(StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN"));
    EXPECT_THAT(List(other), BlamesField("page_token"));
  }
  EXPECT_THAT(List(FromText<v1::ListArticlesRequest>("page_size: -1")), BlamesField("page_size"));
}

TEST_F(ExtractorServiceTest, AllEventTypesAreListed) {
  const auto types = Call(&v1::ExtractorService::Stub::ListEventTypes, v1::ListEventTypesRequest());
  ASSERT_THAT(types, IsOk());
  ASSERT_EQ(types->event_types_size(), 20);
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(types->event_types(i).type(), i + 1);
    EXPECT_NE(types->event_types(i).description(), "");
    EXPECT_GT(types->event_types(i).key_roles_size(), 0);
    EXPECT_GE(types->event_types(i).roles_size(), types->event_types(i).key_roles_size());
  }
}

}  // namespace
}  // namespace annals
