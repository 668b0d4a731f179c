// annals.v1.ExtractorService: each method validates, converts, runs, converts back.
#ifndef ANNALS_EXTRACTOR_SERVICE_EXTRACTOR_SERVICE_H_
#define ANNALS_EXTRACTOR_SERVICE_EXTRACTOR_SERVICE_H_

#include <stop_token>
#include <string>

#include "annals/v1/extractor_service.grpc.pb.h"
#include "common/limits.h"
#include "common/page_token/page_token.h"
#include "common/server/stream_slots.h"
#include "extractor/journal/intake.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"
#include "extractor/service/reextraction.h"
#include "extractor/service/submit_stream.h"
#include "extractor/taught/taught_entities.h"

namespace annals {

// Thread-safe. Statuses: see proto/annals/v1/extractor_service.proto.
class ExtractorServiceImpl final : public v1::ExtractorService::Service {
 public:
  // All outlive the service. `pool` reads what is not kept; `stop` is the server's.
  ExtractorServiceImpl(TaughtEntities& taught, Journal& journal, ExtractionPool& pool, Intake& intake,
                       std::stop_token stop);

  grpc::Status SubmitArticle(grpc::ServerContext* context, const v1::SubmitArticleRequest* request,
                             v1::SubmitArticleResponse* response) override;
  // SubmitArticles takes raw requests: its handler is set by the constructor.
  grpc::Status ExtractArticle(grpc::ServerContext* context, const v1::ExtractArticleRequest* request,
                              v1::ExtractArticleResponse* response) override;
  grpc::Status GetArticle(grpc::ServerContext* context, const v1::GetArticleRequest* request,
                          v1::GetArticleResponse* response) override;
  grpc::Status ListArticles(grpc::ServerContext* context, const v1::ListArticlesRequest* request,
                            v1::ListArticlesResponse* response) override;
  grpc::Status RetractArticle(grpc::ServerContext* context, const v1::RetractArticleRequest* request,
                              v1::RetractArticleResponse* response) override;
  grpc::Status ListEventTypes(grpc::ServerContext* context, const v1::ListEventTypesRequest* request,
                              v1::ListEventTypesResponse* response) override;

  grpc::Status ReextractArticles(grpc::ServerContext* context, const v1::ReextractArticlesRequest* request,
                                 grpc::ServerWriter<v1::ReextractArticlesResponse>* writer) override;
  grpc::Status PutEntity(grpc::ServerContext* context, const v1::PutEntityRequest* request,
                         v1::PutEntityResponse* response) override;
  grpc::Status MergeEntities(grpc::ServerContext* context, const v1::MergeEntitiesRequest* request,
                             v1::MergeEntitiesResponse* response) override;
  grpc::Status DeleteEntity(grpc::ServerContext* context, const v1::DeleteEntityRequest* request,
                            v1::DeleteEntityResponse* response) override;
  grpc::Status ListEntities(grpc::ServerContext* context, const v1::ListEntitiesRequest* request,
                            v1::ListEntitiesResponse* response) override;

 private:
  absl::Status Submit(grpc::ServerContext& context, const v1::SubmitArticleRequest& request,
                      v1::SubmitArticleResponse& response);
  absl::Status Extract(grpc::ServerContext& context, const v1::ExtractArticleRequest& request,
                       v1::ExtractArticleResponse& response);
  absl::Status Get(const v1::GetArticleRequest& request, v1::GetArticleResponse& response) const;
  absl::Status List(const v1::ListArticlesRequest& request, v1::ListArticlesResponse& response) const;
  absl::Status Retract(const v1::RetractArticleRequest& request, v1::RetractArticleResponse& response);
  absl::Status Reextract(grpc::ServerContext& context, const v1::ReextractArticlesRequest& request,
                         Reextraction::Writer& writer);
  grpc::Status ServeSubmissions(grpc::ServerContext& context, SubmitStream::Stream& stream);

  TaughtEntities& taught_;
  Journal& journal_;
  ExtractionPool& pool_;
  Intake& intake_;
  const std::stop_token stop_;
  const PageTokens page_tokens_;
  StreamSlots submit_slots_{limits::kSubmitStreams};
  StreamSlots reextract_slots_{limits::kReextractStreams};
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_EXTRACTOR_SERVICE_H_
