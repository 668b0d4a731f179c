// The operators' port, over HTTP.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include "common/metrics/admin_server.h"
#include "common/metrics/health_probe.h"
#include "common/metrics/metric_source.h"
#include "common/metrics/process_metrics.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using testing::HasSubstr;

class AdminServerTest : public testing::Test {
 protected:
  void SetUp() override {
    AddProcessMetrics(*source_);
    source_->AddGauge("annals_test_gauge", "A gauge.", [this] { return value_; });
    source_->AddCounter("annals_test_total", "A counter.", [] {
      return std::vector<MetricSample>{{{{"kind", "a\"b\nc"}}, 3}};
    });
    auto server = AdminServer::Create({"127.0.0.1:0", {source_}, [this] { return ready_; }});
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
  }

  httplib::Response Get(const std::string& path) {
    httplib::Client client("127.0.0.1", server_->port());
    auto result = client.Get(path);
    EXPECT_TRUE(result) << path;
    return result ? result.value() : httplib::Response();
  }

  const std::shared_ptr<MetricSource> source_ = std::make_shared<MetricSource>();
  double value_ = 7;
  bool ready_ = true;
  std::unique_ptr<AdminServer> server_;
};

TEST_F(AdminServerTest, ShowsTheFiguresOfNow) {
  EXPECT_THAT(Get("/metrics").body, HasSubstr("\nannals_test_gauge 7\n"));
  value_ = 8;
  const std::string metrics = Get("/metrics").body;
  EXPECT_THAT(metrics, HasSubstr("# TYPE annals_test_gauge gauge\nannals_test_gauge 8\n"));
  EXPECT_THAT(metrics,
              HasSubstr("# TYPE annals_test_total counter\nannals_test_total{kind=\"a\\\"b\\nc\"} 3\n"));
  EXPECT_THAT(metrics, HasSubstr("\nprocess_resident_memory_bytes "));
  EXPECT_THAT(metrics, HasSubstr("annals_build_info{version=\""));
}

TEST_F(AdminServerTest, ReadinessIsAskedEachTime) {
  EXPECT_EQ(Get("/readyz").status, 200);
  ready_ = false;
  EXPECT_EQ(Get("/readyz").status, 503);
  EXPECT_EQ(Get("/healthz").status, 200);
  EXPECT_EQ(Get("/").status, 404);
}

TEST_F(AdminServerTest, AProbeFindsAServerThatLives) {
  const std::string port = std::to_string(server_->port());
  EXPECT_THAT(ProbeHealth("127.0.0.1:" + port), IsOk());
  EXPECT_THAT(ProbeHealth("0.0.0.0:" + port), IsOk());
  server_.reset();
  EXPECT_THAT(ProbeHealth("127.0.0.1:" + port), FailsWith(absl::StatusCode::kUnavailable, ""));
  EXPECT_THAT(ProbeHealth(""), FailsWith(absl::StatusCode::kInvalidArgument, ""));
}

TEST_F(AdminServerTest, AWrongAddressIsRefused) {
  for (const char* listen : {"127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000", "127.0.0.1:-1"}) {
    EXPECT_THAT(AdminServer::Create({listen, {}, [] { return true; }}),
                FailsWith(absl::StatusCode::kInvalidArgument, ""))
        << listen;
  }
}

}  // namespace
}  // namespace annals
