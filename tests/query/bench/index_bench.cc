// Measures the index on a synthetic journal: events applied a second, size on disk, and the p50 and p99 of a
// timeline of 50 and of one hop with a date window, in process and over gRPC beside an empty call of the same
// server.
//
// People join companies on days of eight years; companies are drawn by a power law, so that the largest has
// some hundredth of all events. Usage: query_index_bench [events] [entities].
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <random>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/program/structured_log.h"
#include "common/server/server.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "query/entities/entity_lookup.h"
#include "query/index/index.h"
#include "query/service/query_service.h"
#include "query/service/reads.h"

namespace annals::query {
namespace {

constexpr int kEventsPerArticle = 5;
constexpr size_t kEntriesPerBatch = 512;
constexpr int kQueries = 2000;

class Generator {
 public:
  explicit Generator(int entities) : entities_(entities) {}

  v1::JournalEntry Next() {
    v1::JournalEntry entry;
    entry.set_revision(++revision_);
    v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
    extracted.mutable_article()->set_id(absl::StrCat("article-", revision_));
    extracted.mutable_article()->set_title("a title");
    extracted.mutable_article()->set_published_at("2025-01-01");
    for (int i = 0; i < kEventsPerArticle; ++i) AddJoin(*extracted.mutable_extraction(), i);
    return entry;
  }

  // Ids as of a list: people whose ids are made of their names would be parted into namesakes.
  std::string Person() { return absl::StrCat("p", random_() % (entities_ * 9 / 10)); }
  std::string Company() {
    const double u = std::uniform_real_distribution<double>(0, 1)(random_);
    return absl::StrCat("o", static_cast<int>(entities_ / 10 * std::pow(u, 4)));
  }

 private:
  void AddJoin(v1::Extraction& extraction, int i) {
    const std::string person = Person();
    const std::string company = Company();
    AddEntity(extraction, person, v1::ENTITY_TYPE_PERSON);
    AddEntity(extraction, company, v1::ENTITY_TYPE_ORGANIZATION);
    v1::Event& event = *extraction.add_events();
    event.set_id(absl::StrCat("e", i));
    event.set_type(v1::EVENT_TYPE_JOIN);
    event.set_status(v1::EVENT_STATUS_OCCURRED);
    event.set_certainty(v1::CERTAINTY_CONFIRMED);
    const std::string day = FormatDayNumber(736000 + static_cast<DayNumber>(random_() % 2900));
    event.mutable_time()->set_start(day);
    event.mutable_time()->set_end(day);
    AddArgument(event, v1::ROLE_PERSON, person);
    AddArgument(event, v1::ROLE_ORGANIZATION, company);
    event.set_trigger("join");
  }

  static void AddEntity(v1::Extraction& extraction, const std::string& id, v1::EntityType type) {
    v1::Entity& entity = *extraction.add_entities();
    entity.set_id(id);
    entity.set_type(type);
    entity.set_name(id);
  }

  static void AddArgument(v1::Event& event, v1::Role role, const std::string& id) {
    v1::Argument& argument = *event.add_arguments();
    argument.set_role(role);
    argument.set_entity_id(id);
    argument.set_text(id);
  }

  const int entities_;
  uint64_t revision_ = 0;
  std::mt19937_64 random_{1};
};

double Seconds(const std::function<void()>& work) {
  const absl::Time start = absl::Now();
  work();
  return absl::ToDoubleSeconds(absl::Now() - start);
}

void PrintTimes(const char* what, const std::function<void(int)>& call) {
  std::vector<double> millis;
  for (int i = 0; i < kQueries; ++i) millis.push_back(1000 * Seconds([&] { call(i); }));
  std::sort(millis.begin(), millis.end());
  std::printf("%-34s p50 %.4f ms  p99 %.4f ms\n", what, millis[kQueries / 2], millis[kQueries * 99 / 100]);
}

void Build(Index& index, Generator& generator, int events) {
  double applying = 0;
  const std::clock_t cpu = std::clock();
  for (int done = 0; done < events;) {
    std::vector<v1::JournalEntry> batch;
    for (size_t i = 0; i < kEntriesPerBatch && done < events; ++i, done += kEventsPerArticle)
      batch.push_back(generator.Next());
    applying += Seconds([&] {
      const absl::Status applied = index.Apply("bench", batch);
      if (!applied.ok()) std::printf("%s\n", applied.ToString().c_str());
    });
  }
  const double cpu_seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
  std::printf(
      "applied %d events in %.2f s: %.0f a second (%.2f s of processor time, generator and compaction "
      "included)\n",
      events, applying, events / applying, cpu_seconds);
}

void CheckOk(bool ok) {
  if (!ok) std::abort();
}

template <typename Request, typename Response>
void InProcess(const Index& index, const Request& request) {
  const PageTokens tokens("secret");
  WorkBudget budget(1000000);
  const auto view = *index.View();
  ReadContext context{*view, tokens, budget};
  Response response;
  CheckOk(Read(context, request, response).ok());
}

v1::GetNeighborhoodRequest OneHop(const std::string& entity) {
  v1::GetNeighborhoodRequest request;
  request.set_entity(entity);
  request.mutable_filter()->mutable_time()->set_start("2020-01-01");
  request.mutable_filter()->mutable_time()->set_end("2020-12-31");
  return request;
}

void Measure(Index& index, Generator& generator) {
  std::vector<v1::GetTimelineRequest> timelines(kQueries);
  std::vector<v1::GetNeighborhoodRequest> hops;
  for (v1::GetTimelineRequest& request : timelines) request.set_entity(generator.Company());
  for (int i = 0; i < kQueries; ++i) hops.push_back(OneHop(generator.Company()));
  PrintTimes("timeline of 50, in process",
             [&](int i) { InProcess<v1::GetTimelineRequest, v1::GetTimelineResponse>(index, timelines[i]); });
  PrintTimes("one hop in a year, in process", [&](int i) {
    InProcess<v1::GetNeighborhoodRequest, v1::GetNeighborhoodResponse>(index, hops[i]);
  });

  QueryService service(
      index, [] { return FollowState(); }, "secret");
  const auto server = *Server::Create({.services = {{"annals.v1.QueryService", &service}}});
  const auto stub =
      v1::QueryService::NewStub(grpc::CreateChannel(server->address(), grpc::InsecureChannelCredentials()));
  PrintTimes("GetStatus, over gRPC", [&](int) {
    grpc::ClientContext context;
    v1::GetStatusResponse response;
    CheckOk(stub->GetStatus(&context, {}, &response).ok());
  });
  PrintTimes("timeline of 50, over gRPC", [&](int i) {
    grpc::ClientContext context;
    v1::GetTimelineResponse response;
    CheckOk(stub->GetTimeline(&context, timelines[i], &response).ok());
  });
}

uint64_t BytesIn(const std::string& directory) {
  uint64_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    if (file.is_regular_file()) bytes += file.file_size();
  }
  return bytes;
}

void Run(int events, int entities) {
  std::string pattern = (std::filesystem::temp_directory_path() / "annals-bench.XXXXXX").string();
  const std::string directory = mkdtemp(pattern.data());
  {
    const auto index = *Index::Open(directory);
    Generator generator(entities);
    Build(*index, generator, events);
    std::printf("on disk %.1f MB\n", BytesIn(directory) / 1e6);
    Measure(*index, generator);
  }
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace annals::query

int main(int argc, char** argv) {
  annals::SetLogLevel(annals::LogLevel::kError);
  int events = 200000;
  int entities = 40000;
  if (argc > 1 && !absl::SimpleAtoi(argv[1], &events)) return 2;
  if (argc > 2 && !absl::SimpleAtoi(argv[2], &entities)) return 2;
  annals::query::Run(events, entities);
  return 0;
}
