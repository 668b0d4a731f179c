// Articles in over gRPC, events out of a timeline over gRPC: both services, in one process and as processes
// of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "annals/v1/extractor_service.grpc.pb.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/server/grpc_status.h"
#include "common/server/server.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"
#include "extractor/service/extractor_service.h"
#include "extractor/service/journal_service.h"
#include "extractor/service/local_intake.h"
#include "extractor/taught/taught_entities.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "query/follower/extractor_source.h"
#include "query/follower/journal_follower.h"
#include "query/service/query_service.h"
#include "tests/support/process.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "annals-end-to-end.XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

v1::Article Rumour() {
  return FromText<v1::Article>(
      "id: 'rumour' published_at: '2025-03-01' text: '有消息称,蓝鲸科技首席技术官林向晚即将离职。'");
}

v1::Article Confirmation() {
  return FromText<v1::Article>(
      "id: 'confirmation' published_at: '2025-03-08' text: "
      "'3月5日,林向晚正式从藍鯨科技離職。2025年4月,林向晚加入星河智能。'");
}

// Clients of both services, wherever they run.
class Clients {
 public:
  Clients(const std::string& extractor, const std::string& query)
      : extractor_(v1::ExtractorService::NewStub(
            grpc::CreateChannel(extractor, grpc::InsecureChannelCredentials()))),
        query_(v1::QueryService::NewStub(grpc::CreateChannel(query, grpc::InsecureChannelCredentials()))) {}

  uint64_t Submit(const v1::Article& article) {
    grpc::ClientContext context;
    v1::SubmitArticleRequest request;
    *request.mutable_article() = article;
    v1::SubmitArticleResponse response;
    const absl::Status status = FromGrpcStatus(extractor_->SubmitArticle(&context, request, &response));
    EXPECT_TRUE(status.ok()) << status;
    return response.revision();
  }

  uint64_t Retract(const std::string& article_id) {
    grpc::ClientContext context;
    v1::RetractArticleRequest request;
    request.set_article_id(article_id);
    v1::RetractArticleResponse response;
    const absl::Status status = FromGrpcStatus(extractor_->RetractArticle(&context, request, &response));
    EXPECT_TRUE(status.ok()) << status;
    return response.revision();
  }

  // "start TYPE article article" for each event of an entity, as of a revision or later; empty where there is
  // no such entity.
  std::vector<std::string> Timeline(const std::string& entity, uint64_t revision) {
    v1::GetTimelineRequest request;
    request.set_entity(entity);
    request.set_min_revision(revision);
    v1::GetTimelineResponse response;
    absl::Status status = absl::UnavailableError("not asked");
    // A server that starts needs more than the two seconds that one call waits.
    for (int attempt = 0; attempt < 20 && absl::IsUnavailable(status); ++attempt) {
      grpc::ClientContext context;
      context.set_wait_for_ready(true);
      status = FromGrpcStatus(query_->GetTimeline(&context, request, &response));
    }
    EXPECT_TRUE(status.ok() || absl::IsNotFound(status)) << status;
    std::vector<std::string> rows;
    for (const v1::EventRow& row : response.events()) {
      std::string line =
          absl::StrCat(row.event().time().start(), " ", v1::EventType_Name(row.event().type()).substr(11));
      for (const std::string& article : row.article_ids()) absl::StrAppend(&line, " ", article);
      rows.push_back(line);
    }
    return rows;
  }

 private:
  std::unique_ptr<v1::ExtractorService::Stub> extractor_;
  std::unique_ptr<v1::QueryService::Stub> query_;
};

// What both set-ups have to do alike: read one's own write, merge, replace, retract.
void ExpectTheMainJob(Clients& clients) {
  uint64_t revision = clients.Submit(Rumour());
  EXPECT_THAT(clients.Timeline("林向晚", revision), ElementsAre(" DEPART rumour"));
  revision = clients.Submit(Confirmation());
  EXPECT_THAT(clients.Timeline("林向晚", revision),
              ElementsAre("2025-03-05 DEPART rumour confirmation", "2025-04-01 JOIN confirmation"));
  EXPECT_THAT(clients.Timeline("星河智能", revision), Contains("2025-04-01 JOIN confirmation"));
  EXPECT_EQ(clients.Submit(Confirmation()), revision) << "the same again costs no entry";
  v1::Article changed = Confirmation();
  changed.set_text("2025年4月,前蓝鲸科技总监林向晚加入星河智能。");
  revision = clients.Submit(changed);
  EXPECT_THAT(clients.Timeline("林向晚", revision),
              ElementsAre("2025-04-01 JOIN confirmation", " DEPART rumour"));
  clients.Retract("rumour");
  revision = clients.Retract("confirmation");
  EXPECT_THAT(clients.Timeline("林向晚", revision), IsEmpty());
}

TEST(QueryEndToEndTest, BothServicesInOneProcess) {
  const TemporaryDirectory directory;
  const auto extractor = Extractor::Create({});
  ASSERT_TRUE(extractor.ok()) << extractor.status();
  const auto journal = Journal::Open({.directory = directory / "journal"});
  ASSERT_TRUE(journal.ok()) << journal.status();
  const auto taught = TaughtEntities::Load(**extractor, **journal);
  ASSERT_TRUE(taught.ok()) << taught.status();
  std::stop_source stop;
  ExtractionPool pool([&] { return (*taught)->Current(); }, 1, limits::kWaitingExtractions);
  LocalIntake intake(pool, **journal);
  ExtractorServiceImpl extractor_service(**taught, **journal, pool, intake, stop.get_token());
  JournalServiceImpl journal_service(**journal, {stop.get_token()});
  const auto extractor_server =
      Server::Create({.services = {{"annals.v1.ExtractorService", &extractor_service},
                                   {"annals.v1.JournalService", &journal_service}},
                      .stop = stop});
  ASSERT_TRUE(extractor_server.ok()) << extractor_server.status();
  const auto index = Index::Open(directory / "index");
  ASSERT_TRUE(index.ok()) << index.status();
  JournalFollower follower(
      **index, std::make_unique<ExtractorSource>(*MakeJournalChannel((*extractor_server)->address())));
  follower.Start();
  QueryService query_service(
      **index, [] { return FollowState(); }, (*index)->secret());
  const auto query_server = Server::Create({.services = {{"annals.v1.QueryService", &query_service}}});
  ASSERT_TRUE(query_server.ok()) << query_server.status();
  Clients clients((*extractor_server)->address(), (*query_server)->address());
  ExpectTheMainJob(clients);
}

absl::StatusOr<std::unique_ptr<Process>> StartExtractor(const std::string& data_dir) {
  return Process::StartServer(
      {BinaryPath("annals-extractor"), "--listen=127.0.0.1:0", "--data_dir=" + data_dir});
}

absl::StatusOr<std::unique_ptr<Process>> StartQuery(const std::string& data_dir,
                                                    const std::string& extractor) {
  return Process::StartServer({BinaryPath("annals-query"), "--listen=127.0.0.1:0", "--data_dir=" + data_dir,
                               "--extractor=" + extractor});
}

TEST(QueryEndToEndTest, BothServicesAsProcesses) {
  const TemporaryDirectory directory;
  const auto extractor = StartExtractor(directory / "journal");
  ASSERT_TRUE(extractor.ok()) << extractor.status();
  const auto query = StartQuery(directory / "index", (*extractor)->address());
  ASSERT_TRUE(query.ok()) << query.status();
  {
    Clients clients((*extractor)->address(), (*query)->address());
    ExpectTheMainJob(clients);
  }
  (*query)->Signal(SIGTERM);
  EXPECT_EQ((*query)->Wait(), 0) << (*query)->Log();
  (*extractor)->Signal(SIGTERM);
  EXPECT_EQ((*extractor)->Wait(), 0) << (*extractor)->Log();
}

TEST(QueryEndToEndTest, AnIndexThatIsGoneOrOfAnotherJournalIsBuiltAgain) {
  const TemporaryDirectory directory;
  const auto extractor = StartExtractor(directory / "journal");
  ASSERT_TRUE(extractor.ok()) << extractor.status();
  const std::vector<std::string> expected = {"2025-03-05 DEPART rumour confirmation",
                                             "2025-04-01 JOIN confirmation"};
  uint64_t revision = 0;
  for (const char* index : {"index", "index again"}) {
    const auto query = StartQuery(directory / index, (*extractor)->address());
    ASSERT_TRUE(query.ok()) << query.status();
    Clients clients((*extractor)->address(), (*query)->address());
    clients.Submit(Rumour());
    revision = clients.Submit(Confirmation());
    EXPECT_EQ(clients.Timeline("林向晚", revision), expected);
  }
  const auto other = StartExtractor(directory / "another journal");
  ASSERT_TRUE(other.ok()) << other.status();
  const auto query = StartQuery(directory / "index", (*other)->address());
  ASSERT_TRUE(query.ok()) << query.status();
  Clients clients((*other)->address(), (*query)->address());
  clients.Submit(Confirmation());
  v1::Article third = Rumour();
  third.set_id("third");
  clients.Submit(third);
  third.set_id("fourth");
  EXPECT_THAT(clients.Timeline("林向晚", clients.Submit(third)),
              ElementsAre("2025-03-05 DEPART confirmation third fourth", "2025-04-01 JOIN confirmation"));
}

}  // namespace
}  // namespace annals::query
