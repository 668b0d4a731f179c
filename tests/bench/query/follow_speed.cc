// How fast an empty index follows a journal, and how far it lags behind articles that come at a steady pace.
//
//   query_follow_speed DIRECTORY ENTITIES EDGES
#include <algorithm>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "common/program/structured_log.h"
#include "common/server/server.h"
#include "query/follower/extractor_source.h"
#include "query/follower/housekeeping.h"
#include "query/follower/journal_follower.h"
#include "query/index/index.h"
#include "tests/bench/query/graph_data.h"
#include "tests/bench/query/measures.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr int kEntriesPerMessage = 512;
constexpr int kArticlesASecond = 500;
constexpr int kPacedSeconds = 10;

// Streams the graph's articles as fast as they are taken, then as many a second as asked for.
class GraphJournal final : public v1::JournalService::Service {
 public:
  explicit GraphJournal(GraphSize size) {
    GraphData graph(size);
    BenchArticle article;
    while (graph.Next(article)) entries_.push_back(graph.EntryOf(article));
    events_ = graph.events();
    const size_t paced = kArticlesASecond * kPacedSeconds;
    at_once_ = entries_.size() > paced ? entries_.size() - paced : 0;
    events_at_once_ = events_ * at_once_ / entries_.size();
  }

  grpc::Status Follow(grpc::ServerContext* context, const v1::FollowRequest* request,
                      grpc::ServerWriter<v1::FollowResponse>* writer) override {
    size_t at = request->after_revision();
    while (at < at_once_) at = Send(at, std::min(at_once_, at + kEntriesPerMessage), *writer);
    caught_up_.WaitForNotification();
    paced_from_ = absl::Now();
    while (at < entries_.size() && !context->IsCancelled()) {
      const double seconds = absl::ToDoubleSeconds(absl::Now() - paced_from_);
      const size_t due =
          std::min(entries_.size(), at_once_ + static_cast<size_t>(seconds * kArticlesASecond));
      if (due > at) at = Send(at, due, *writer);
      absl::SleepFor(absl::Milliseconds(2));
    }
    while (!context->IsCancelled()) absl::SleepFor(absl::Milliseconds(20));
    return grpc::Status::OK;
  }

  // What was sent at once is applied.
  void NoteCaughtUp() { caught_up_.Notify(); }

  // When the entry of a revision was due.
  absl::Time DueAt(uint64_t revision) const {
    return paced_from_ + absl::Seconds(static_cast<double>(revision - at_once_) / kArticlesASecond);
  }
  size_t at_once() const { return at_once_; }
  size_t size() const { return entries_.size(); }
  double events_at_once() const { return static_cast<double>(events_at_once_); }

 private:
  size_t Send(size_t from, size_t to, grpc::ServerWriter<v1::FollowResponse>& writer) {
    v1::FollowResponse response;
    response.set_journal_id("journal-of-the-benchmark");
    to = std::min(to, from + kEntriesPerMessage);
    // Of those that come at a pace none is there before it comes: who has all others has caught up.
    response.set_last_revision(std::max(at_once_, to));
    // Lent: what a copy would take is no part of following.
    for (size_t i = from; i < to; ++i) response.mutable_entries()->UnsafeArenaAddAllocated(&entries_[i]);
    const bool written = writer.Write(response);
    while (!response.entries().empty()) response.mutable_entries()->UnsafeArenaReleaseLast();
    return written ? to : entries_.size();
  }

  std::vector<v1::JournalEntry> entries_;
  uint64_t events_ = 0;
  uint64_t events_at_once_ = 0;
  size_t at_once_ = 0;
  absl::Notification caught_up_;
  absl::Time paced_from_;
};

void Run(const std::string& directory, GraphSize size) {
  GraphJournal journal(size);
  const auto server =
      *Server::Create({.services = {{"annals.v1.JournalService", &journal}}, .drain = absl::Seconds(1)});
  auto index = *Index::Open(directory, kIndexCacheBytes);
  {
    JournalFollower follower(*index,
                             std::make_unique<ExtractorSource>(*MakeJournalChannel(server->address())));
    Housekeeping housekeeping(*index, follower);
    housekeeping.Start();
    const double micros = TimeOf([&] {
      follower.Start();
      Require(index->WaitForRevision(journal.at_once(), absl::InfiniteFuture()), "the index follows");
    });
    journal.NoteCaughtUp();
    PrintValue("follow", "index", journal.events_at_once() / micros * 1e6, "events a second");
    std::vector<double> lags;
    for (uint64_t revision = journal.at_once() + 50; revision <= journal.size(); revision += 50) {
      Require(index->WaitForRevision(revision, absl::InfiniteFuture()), "the index follows");
      lags.push_back(std::max(0.0, absl::ToDoubleMicroseconds(absl::Now() - journal.DueAt(revision))));
    }
    PrintTimes("lag at 500 articles a second", "index", lags, 0);
  }
  server->Stop();
}

}  // namespace
}  // namespace annals::query::bench

int main(int argc, char** argv) {
  annals::SetLogLevel(annals::LogLevel::kError);
  annals::query::bench::GraphSize size;
  if (argc != 4 || !absl::SimpleAtoi(argv[2], &size.entities) || !absl::SimpleAtoi(argv[3], &size.edges))
    return 2;
  annals::query::bench::Run(argv[1], size);
  return 0;
}
