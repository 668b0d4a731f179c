// WatchEvents over gRPC: a stream of changes that ends when its client goes away or the server stops.
#ifndef ANNALS_QUERY_SERVICE_WATCH_STREAM_H_
#define ANNALS_QUERY_SERVICE_WATCH_STREAM_H_

#include <cstdint>
#include <stop_token>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/limits.h"
#include "query/index/index.h"
#include "query/watch/event_watch.h"

namespace annals::query {

struct WatchOptions {
  std::stop_token stop;  // the server's
  absl::Duration heartbeat = limits::kFollowHeartbeat;
  int watchers = limits::kWatchers;
};

// One stream, for the thread of its call; all it is made of outlives it. Each reads the index for itself and
// holds nothing of it while it writes: a slow client keeps nobody back, and costs the changes of one piece.
class WatchStream {
 public:
  WatchStream(const Index& index, const WatchOptions& options, grpc::ServerContext& context,
              grpc::ServerWriter<v1::WatchEventsResponse>& writer)
      : index_(index), options_(options), context_(context), writer_(writer) {}

  // OK: the client went away. INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION: the request. OUT_OF_RANGE
  // (REVISION_AHEAD). UNAVAILABLE (STOPPING).
  absl::Status Run(const v1::WatchEventsRequest& request);

 private:
  // False where the client is gone.
  bool WriteChanges(const std::vector<v1::WatchEventsResponse>& changes);
  bool WritePosition(uint64_t revision);
  // Until more is applied, or for a heartbeat's time.
  void WaitBeyond(uint64_t revision) const;

  const Index& index_;
  const WatchOptions& options_;
  grpc::ServerContext& context_;
  grpc::ServerWriter<v1::WatchEventsResponse>& writer_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_WATCH_STREAM_H_
