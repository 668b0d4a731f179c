// annals.v1.JournalService: any log, streamed.
#ifndef ANNALS_EXTRACTOR_SERVICE_JOURNAL_SERVICE_H_
#define ANNALS_EXTRACTOR_SERVICE_JOURNAL_SERVICE_H_

#include <stop_token>

#include "absl/time/time.h"
#include "annals/v1/journal.grpc.pb.h"
#include "common/limits.h"
#include "common/log/journal_log.h"
#include "common/server/stream_slots.h"

namespace annals {

// Thread-safe. Each follower has its own thread and reads for itself, holding nothing while it writes: a slow
// one keeps nobody back.
class JournalServiceImpl final : public v1::JournalService::Service {
 public:
  struct Options {
    std::stop_token stop;  // the server's
    absl::Duration heartbeat = limits::kFollowHeartbeat;
    int followers = limits::kFollowers;
  };

  // `log` outlives the service.
  JournalServiceImpl(const JournalLog& log, const Options& options)
      : log_(log), stop_(options.stop), heartbeat_(options.heartbeat), slots_(options.followers) {}

  grpc::Status Follow(grpc::ServerContext* context, const v1::FollowRequest* request,
                      grpc::ServerWriter<v1::FollowResponse>* writer) override;

 private:
  absl::Status CheckPosition(const v1::FollowRequest& request) const;
  // Until the client goes away (OK), the server stops or the log fails.
  absl::Status Send(uint64_t after_revision, grpc::ServerContext& context,
                    grpc::ServerWriter<v1::FollowResponse>& writer) const;
  // Until there is more, or for a heartbeat's time. Whether the client is still there.
  bool WaitForMore(uint64_t revision, const grpc::ServerContext& context) const;

  const JournalLog& log_;
  const std::stop_token stop_;
  const absl::Duration heartbeat_;
  StreamSlots slots_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_JOURNAL_SERVICE_H_
