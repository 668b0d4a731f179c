// QueryService over gRPC: waits for the revision, takes a view of the index, runs the read, converts the
// status.
#ifndef ANNALS_QUERY_SERVICE_QUERY_SERVICE_H_
#define ANNALS_QUERY_SERVICE_QUERY_SERVICE_H_

#include <atomic>
#include <functional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/limits.h"
#include "common/page_token/page_token.h"
#include "common/server/stream_slots.h"
#include "grpcpp/support/byte_buffer.h"
#include "query/index/index.h"
#include "query/service/reads.h"
#include "query/service/watch_stream.h"

namespace annals::query {

// What GetStatus tells of the follower.
struct FollowState {
  bool following = false;         // the extractor answered since the last break
  uint64_t journal_revision = 0;  // the last one it spoke of
};

// Thread-safe.
class QueryService final : public v1::QueryService::Service {
 public:
  // The index outlives the service. `follow_state` may be called from any thread. `token_secret`: see
  // PageTokens.
  QueryService(const Index& index, std::function<FollowState()> follow_state, absl::string_view token_secret,
               const WatchOptions& watch = {});

  grpc::Status GetEntity(grpc::ServerContext* context, const v1::GetEntityRequest* request,
                         v1::GetEntityResponse* response) override;
  grpc::Status SearchEntities(grpc::ServerContext* context, const v1::SearchEntitiesRequest* request,
                              v1::SearchEntitiesResponse* response) override;
  grpc::Status GetEvent(grpc::ServerContext* context, const v1::GetEventRequest* request,
                        v1::GetEventResponse* response) override;
  grpc::Status ListEvents(grpc::ServerContext* context, const v1::ListEventsRequest* request,
                          v1::ListEventsResponse* response) override;
  grpc::Status GetNeighborhood(grpc::ServerContext* context, const v1::GetNeighborhoodRequest* request,
                               v1::GetNeighborhoodResponse* response) override;
  grpc::Status FindPaths(grpc::ServerContext* context, const v1::FindPathsRequest* request,
                         v1::FindPathsResponse* response) override;
  grpc::Status GetFlows(grpc::ServerContext* context, const v1::GetFlowsRequest* request,
                        v1::GetFlowsResponse* response) override;
  grpc::Status GetTenures(grpc::ServerContext* context, const v1::GetTenuresRequest* request,
                          v1::GetTenuresResponse* response) override;
  grpc::Status WatchEvents(grpc::ServerContext* context, const v1::WatchEventsRequest* request,
                           grpc::ServerWriter<v1::WatchEventsResponse>* writer) override;
  grpc::Status ExportGraph(grpc::ServerContext* context, const v1::ExportGraphRequest* request,
                           grpc::ServerWriter<v1::ExportGraphResponse>* writer) override;
  grpc::Status GetStatus(grpc::ServerContext* context, const v1::GetStatusRequest* request,
                         v1::GetStatusResponse* response) override;

 private:
  // GetTimeline: the page goes out as it is kept, see TimelineBytes.
  grpc::Status SendTimeline(grpc::ServerContext& context, const v1::GetTimelineRequest& request,
                            grpc::ByteBuffer& response);

  // Runs a read on a view of what the request is about.
  using ReadOnView = absl::FunctionRef<absl::Status(ReadContext&)>;
  template <typename Request>
  absl::Status RunRead(const grpc::ServerContext& context, const Request& request, ReadOnView read);
  template <typename Request, typename Response>
  grpc::Status Answer(const grpc::ServerContext& context, const Request& request, Response& response);
  absl::Status WaitFor(uint64_t revision, const grpc::ServerContext& context);

  const Index& index_;
  const std::function<FollowState()> follow_state_;
  const PageTokens tokens_;
  std::atomic<int> waiting_ = 0;
  const WatchOptions watch_;
  StreamSlots watchers_;
  StreamSlots exports_{limits::kGraphExports};
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_QUERY_SERVICE_H_
