#include "extractor/service/extractor_service.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"
#include "extractor/journal/submit_response.h"
#include "extractor/service/article_validation.h"
#include "extractor/service/conversions.h"
#include "extractor/service/teaching_requests.h"

namespace annals {
namespace {

constexpr int kSubmitArticlesIndex = 1;  // its place in the proto file

// What has to stay the same from page to page.
std::string ListFingerprint(const v1::ListArticlesRequest& request) {
  return absl::StrCat("ListArticles\n", request.id_prefix());
}

size_t PageSize(int32_t requested) {
  return requested == 0 ? limits::kDefaultArticlePage : std::min(requested, limits::kMaxArticlePage);
}

// Keeps the heads that fit into `page_size` and a page's bytes, and at least one. Whether any was left out.
bool CutPage(size_t page_size, std::vector<v1::ArticleSummary>& heads) {
  size_t kept = 0;
  size_t bytes = 0;
  while (kept < heads.size() && kept < page_size) {
    bytes += heads[kept].ByteSizeLong();
    if (kept > 0 && bytes > limits::kArticlePageBytes) break;
    ++kept;
  }
  const bool cut = kept < heads.size();
  heads.resize(kept);
  return cut;
}

}  // namespace

ExtractorServiceImpl::ExtractorServiceImpl(TaughtEntities& taught, Journal& journal, ExtractionPool& pool,
                                           Intake& intake, std::stop_token stop)
    : taught_(taught),
      journal_(journal),
      pool_(pool),
      intake_(intake),
      stop_(std::move(stop)),
      page_tokens_(journal.page_secret()) {
  MarkMethodStreamed(
      kSubmitArticlesIndex,
      new grpc::internal::BidiStreamingHandler<ExtractorServiceImpl, grpc::ByteBuffer,
                                               v1::SubmitArticlesResponse>(
          [](ExtractorServiceImpl* service, grpc::ServerContext* context, SubmitStream::Stream* stream) {
            return service->ServeSubmissions(*context, *stream);
          },
          this));
}

grpc::Status ExtractorServiceImpl::SubmitArticle(grpc::ServerContext* context,
                                                 const v1::SubmitArticleRequest* request,
                                                 v1::SubmitArticleResponse* response) {
  return ToGrpcStatus(Submit(*context, *request, *response));
}

absl::Status ExtractorServiceImpl::Submit(grpc::ServerContext& context,
                                          const v1::SubmitArticleRequest& request,
                                          v1::SubmitArticleResponse& response) {
  const v1::Article& article = request.article();
  ANNALS_RETURN_IF_ERROR(ValidateArticle(article, ArticleUse::kStore));
  ANNALS_ASSIGN_OR_RETURN(auto receipt, journal_.FindUnchanged(article, pool_.lexicon_version()));
  if (!receipt) {
    ANNALS_ASSIGN_OR_RETURN(receipt, intake_.Take(std::make_shared<const v1::Article>(article),
                                                  [&context] { return context.IsCancelled(); }));
  }
  response.set_revision(receipt->revision);
  response.set_outcome(ToProto(receipt->outcome));
  response.set_event_count(receipt->event_count);
  if (!request.return_extraction()) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(auto entries, journal_.Read(receipt->revision - 1, {1, 0}));
  if (entries.empty()) return CorruptStorage("the entry of the article is missing");
  *response.mutable_extraction() =
      std::move(*entries.front().mutable_article_extracted()->mutable_extraction());
  // Another lexicon that read the same is noted beside the entry.
  if (!receipt->lexicon_version.empty())
    response.mutable_extraction()->set_lexicon_version(receipt->lexicon_version);
  return absl::OkStatus();
}

grpc::Status ExtractorServiceImpl::ExtractArticle(grpc::ServerContext* context,
                                                  const v1::ExtractArticleRequest* request,
                                                  v1::ExtractArticleResponse* response) {
  return ToGrpcStatus(Extract(*context, *request, *response));
}

absl::Status ExtractorServiceImpl::Extract(grpc::ServerContext& context,
                                           const v1::ExtractArticleRequest& request,
                                           v1::ExtractArticleResponse& response) {
  ANNALS_RETURN_IF_ERROR(ValidateArticle(request.article(), ArticleUse::kExtractOnly));
  const auto article = std::make_shared<const v1::Article>(request.article());
  ANNALS_ASSIGN_OR_RETURN(
      *response.mutable_extraction(),
      pool_.Extract({article, {request.explain()}, [&context] { return context.IsCancelled(); }}));
  return absl::OkStatus();
}

grpc::Status ExtractorServiceImpl::GetArticle(grpc::ServerContext* /*context*/,
                                              const v1::GetArticleRequest* request,
                                              v1::GetArticleResponse* response) {
  return ToGrpcStatus(Get(*request, *response));
}

absl::Status ExtractorServiceImpl::Get(const v1::GetArticleRequest& request,
                                       v1::GetArticleResponse& response) const {
  ANNALS_RETURN_IF_ERROR(ValidateArticleId(request.article_id(), "article_id"));
  ANNALS_ASSIGN_OR_RETURN(Journal::StoredArticle stored, journal_.GetArticle(request.article_id()));
  *response.mutable_article() = std::move(stored.article);
  *response.mutable_extraction() = std::move(stored.extraction);
  response.set_revision(stored.revision);
  return absl::OkStatus();
}

grpc::Status ExtractorServiceImpl::ListArticles(grpc::ServerContext* /*context*/,
                                                const v1::ListArticlesRequest* request,
                                                v1::ListArticlesResponse* response) {
  return ToGrpcStatus(List(*request, *response));
}

absl::Status ExtractorServiceImpl::List(const v1::ListArticlesRequest& request,
                                        v1::ListArticlesResponse& response) const {
  if (request.page_size() < 0) return InvalidField("page_size", "is negative");
  if (!request.id_prefix().empty())
    ANNALS_RETURN_IF_ERROR(ValidateArticleId(request.id_prefix(), "id_prefix"));
  std::string after_id;
  if (!request.page_token().empty()) {
    ANNALS_ASSIGN_OR_RETURN(after_id, page_tokens_.Decode(ListFingerprint(request), request.page_token()));
  }
  const size_t page_size = PageSize(request.page_size());
  // One more tells whether there is a next page.
  ANNALS_ASSIGN_OR_RETURN(auto heads, journal_.ListArticles(request.id_prefix(), after_id, page_size + 1));
  const bool more = CutPage(page_size, heads);
  for (v1::ArticleSummary& head : heads) *response.add_articles() = std::move(head);
  if (more) {
    const std::string& last_id = response.articles().rbegin()->article().id();
    response.set_next_page_token(page_tokens_.Encode(ListFingerprint(request), last_id));
  }
  return absl::OkStatus();
}

grpc::Status ExtractorServiceImpl::RetractArticle(grpc::ServerContext* /*context*/,
                                                  const v1::RetractArticleRequest* request,
                                                  v1::RetractArticleResponse* response) {
  return ToGrpcStatus(Retract(*request, *response));
}

absl::Status ExtractorServiceImpl::Retract(const v1::RetractArticleRequest& request,
                                           v1::RetractArticleResponse& response) {
  ANNALS_RETURN_IF_ERROR(ValidateArticleId(request.article_id(), "article_id"));
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, journal_.Retract(request.article_id()));
  response.set_revision(revision);
  return absl::OkStatus();
}

grpc::Status ExtractorServiceImpl::ListEventTypes(grpc::ServerContext* /*context*/,
                                                  const v1::ListEventTypesRequest* /*request*/,
                                                  v1::ListEventTypesResponse* response) {
  const std::shared_ptr<const Extractor> extractor = taught_.Current();
  for (const EventTypeDescription& type : extractor->event_types())
    *response->add_event_types() = ToProto(type);
  response->set_lexicon_version(extractor->lexicon_version());
  return grpc::Status::OK;
}

grpc::Status ExtractorServiceImpl::ServeSubmissions(grpc::ServerContext& context,
                                                    SubmitStream::Stream& stream) {
  const StreamSlots::Slot slot(submit_slots_);
  if (!slot.taken()) return ToGrpcStatus(Overloaded("too many streams of submissions are open"));
  return ToGrpcStatus(SubmitStream(pool_, intake_, journal_, stop_, context, stream).Serve());
}

grpc::Status ExtractorServiceImpl::ReextractArticles(
    grpc::ServerContext* context, const v1::ReextractArticlesRequest* request,
    grpc::ServerWriter<v1::ReextractArticlesResponse>* writer) {
  return ToGrpcStatus(Reextract(*context, *request, *writer));
}

absl::Status ExtractorServiceImpl::Reextract(grpc::ServerContext& context,
                                             const v1::ReextractArticlesRequest& request,
                                             Reextraction::Writer& writer) {
  for (const auto& [id, field] : {std::pair(&request.id_prefix(), "id_prefix"),
                                  std::pair(&request.after_article_id(), "after_article_id")}) {
    if (!id->empty()) ANNALS_RETURN_IF_ERROR(ValidateArticleId(*id, field));
  }
  const StreamSlots::Slot slot(reextract_slots_);
  if (!slot.taken()) return Overloaded("too many streams of articles to read again are open");
  return Reextraction(pool_, journal_, stop_, context, writer).Run(request);
}

grpc::Status ExtractorServiceImpl::PutEntity(grpc::ServerContext* /*context*/,
                                             const v1::PutEntityRequest* request,
                                             v1::PutEntityResponse* response) {
  return ToGrpcStatus(annals::PutEntity(taught_, *request, *response));
}

grpc::Status ExtractorServiceImpl::MergeEntities(grpc::ServerContext* /*context*/,
                                                 const v1::MergeEntitiesRequest* request,
                                                 v1::MergeEntitiesResponse* response) {
  return ToGrpcStatus(annals::MergeEntities(taught_, *request, *response));
}

grpc::Status ExtractorServiceImpl::DeleteEntity(grpc::ServerContext* /*context*/,
                                                const v1::DeleteEntityRequest* request,
                                                v1::DeleteEntityResponse* response) {
  return ToGrpcStatus(annals::DeleteEntity(taught_, *request, *response));
}

grpc::Status ExtractorServiceImpl::ListEntities(grpc::ServerContext* /*context*/,
                                                const v1::ListEntitiesRequest* request,
                                                v1::ListEntitiesResponse* response) {
  return ToGrpcStatus(annals::ListEntities(taught_, page_tokens_, *request, *response));
}

}  // namespace annals
