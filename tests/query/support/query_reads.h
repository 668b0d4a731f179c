// A query service over TCP on a journal, asked in text protos.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_QUERY_READS_H_
#define ANNALS_TESTS_QUERY_SUPPORT_QUERY_READS_H_

#include <gtest/gtest.h>

#include <string>

#include "tests/query/support/history.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {

class QueryReadsTest : public testing::Test {
 protected:
  using Stub = v1::QueryService::Stub;

  explicit QueryReadsTest(const TestJournal& journal) : server_(index_) { index_.Apply(journal.entries()); }

  // Ask(&Stub::GetFlows, "entity: 'life'"): a failure is one of the test.
  template <typename Request, typename Response>
  Response Ask(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
               const std::string& request) {
    Response response;
    const absl::Status status = server_.Call(method, FromText<Request>(request), response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  TestIndex index_;
  QueryServer server_;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_QUERY_READS_H_
