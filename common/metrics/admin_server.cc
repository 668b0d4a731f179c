#include "common/metrics/admin_server.h"

#include <httplib.h>

#include <atomic>
#include <iterator>
#include <thread>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"
#include "prometheus/metric_family.h"
#include "prometheus/text_serializer.h"

namespace annals {
namespace {

constexpr int kThreads = 2;
constexpr int kPatienceSeconds = 5;
constexpr size_t kRequestBytes = 1 << 10;
constexpr char kMetricsType[] = "text/plain; version=0.0.4; charset=utf-8";
constexpr char kTextType[] = "text/plain; charset=utf-8";

class HttpAdminServer final : public AdminServer {
 public:
  explicit HttpAdminServer(Options options) : options_(std::move(options)) {
    http_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    http_.set_read_timeout(kPatienceSeconds, 0);
    http_.set_write_timeout(kPatienceSeconds, 0);
    http_.set_keep_alive_timeout(kPatienceSeconds);
    http_.set_payload_max_length(kRequestBytes);
    http_.Get("/metrics", [this](const httplib::Request&, httplib::Response& response) {
      response.set_content(Metrics(), kMetricsType);
    });
    http_.Get("/healthz", [](const httplib::Request&, httplib::Response& response) {
      response.set_content("ok\n", kTextType);
    });
    http_.Get("/readyz", [this](const httplib::Request&, httplib::Response& response) {
      const bool ready = options_.ready();
      response.status = ready ? 200 : 503;
      response.set_content(ready ? "ready\n" : "not ready\n", kTextType);
    });
  }

  ~HttpAdminServer() override {
    http_.stop();
    if (thread_.joinable()) thread_.join();
  }

  absl::Status Start() {
    const size_t colon = options_.listen.rfind(':');
    int wanted = -1;
    if (colon == options_.listen.npos || !absl::SimpleAtoi(options_.listen.substr(colon + 1), &wanted) ||
        wanted < 0 || wanted > 65535) {
      return absl::InvalidArgumentError(absl::StrCat("admin address is no HOST:PORT: ", options_.listen));
    }
    const std::string host = options_.listen.substr(0, colon);
    port_ = wanted == 0 ? http_.bind_to_any_port(host) : (http_.bind_to_port(host, wanted) ? wanted : -1);
    if (port_ <= 0) return absl::UnavailableError(absl::StrCat("cannot listen on ", options_.listen));
    thread_ = std::thread([this] {
      http_.listen_after_bind();
      ended_ = true;
    });
    // Stopping a server that does not run yet would be lost.
    while (!http_.is_running() && !ended_) std::this_thread::yield();
    Announce("admin listening", {{"port", int64_t{port_}}});
    return absl::OkStatus();
  }

  int port() const override { return port_; }

 private:
  std::string Metrics() const {
    std::vector<prometheus::MetricFamily> all;
    for (const auto& source : options_.metrics) {
      std::vector<prometheus::MetricFamily> families = source->Collect();
      std::move(families.begin(), families.end(), std::back_inserter(all));
    }
    return prometheus::TextSerializer().Serialize(all);
  }

  const Options options_;
  httplib::Server http_;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
  int port_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<AdminServer>> AdminServer::Create(Options options) {
  auto server = std::make_unique<HttpAdminServer>(std::move(options));
  ANNALS_RETURN_IF_ERROR(server->Start());
  return server;
}

}  // namespace annals
