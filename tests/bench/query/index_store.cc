// The index itself, through the code the service runs.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <utility>
#include <vector>

#include "common/limits.h"
#include "query/graph/neighborhood.h"
#include "query/graph/paths.h"
#include "query/index/cache_warmer.h"
#include "query/index/event_scan.h"
#include "query/index/index.h"
#include "query/service/reads.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr size_t kEntriesPerBatch = 512;  // as the follower gets them
constexpr uint64_t kBudget = 1000000;
constexpr PathQuery kPathQuery{
    .max_hops = kPathHops, .max_paths = kPaths, .max_fanout = limits::kDefaultPathFanout};
constexpr NeighborhoodQuery kTwoHopsQuery{.depth = 2, .max_edges = kTwoHopEdges, .max_fanout = kFanout};

class IndexStore final : public Store {
 public:
  IndexStore(const std::string& directory, GraphSize size)
      : directory_(directory), names_(size), index_(Open()) {}

  void Load(GraphData graph) override {
    std::vector<v1::JournalEntry> batch;
    BenchArticle article;
    double seconds = 0;
    for (bool more = true; more;) {
      more = graph.Next(article);
      if (more) batch.push_back(graph.EntryOf(article));
      if (batch.size() < kEntriesPerBatch && more) continue;
      const auto begin = std::chrono::steady_clock::now();
      Require(index_->Apply("journal-of-the-benchmark", batch).ok(), "the index applies");
      seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
      batch.clear();
    }
    std::printf("apply\tindex\t%.0f\tevents a second, without the way from the journal\n",
                graph.events() / seconds);
    // As the service after a restart: what is in memory is on disk, and what the caches hold is read.
    index_.reset();
    index_ = Open();
    Require(index_->Pack(std::stop_token()).ok(), "the index packs its rows");
    Require(WarmCaches(*index_, std::stop_token()).ok(), "the index fills its caches");
  }

  uint64_t Bytes() override {
    uint64_t bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(directory_))
      bytes += file.is_regular_file() ? file.file_size() : 0;
    return bytes;
  }

  size_t Timeline(uint32_t entity) override {
    const auto view = *index_->View();
    const EntityRecord record = RecordOf(*view, entity);
    WorkBudget budget(kBudget);
    EventScan scan(*view, std::vector<EntityRecord>{record}, {.order = ScanOrder::kNewestFirst}, budget);
    size_t rows = 0;
    while (rows < kTimelineRows && scan.Next()) ++rows;
    return rows;
  }

  size_t WholeTimeline(uint32_t entity) override {
    v1::GetTimelineRequest request;
    request.set_entity(names_.IdOf(entity));
    request.set_order(v1::TIMELINE_ORDER_NEWEST_FIRST);
    request.set_page_size(kTimelineRows);
    const auto view = *index_->View();
    WorkBudget budget(kBudget);
    ReadContext context{*view, tokens_, budget};
    // As it is sent: in part of the kept page, which goes out without a copy.
    const auto answer = ReadTimelineBytes(context, request);
    Require(answer.ok(), "the index reads a timeline");
    Require(answer->answer->bytes.size() + answer->head.SerializeAsString().size() > 0, "there is an answer");
    return answer->answer->depends_on.size();
  }

  size_t Hop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Edges(entity, HopWithin(first, last), WalkNeighborhood);
  }
  size_t NamedHop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Edges(entity, HopWithin(first, last), ReadNeighborhood);
  }
  size_t TwoHops(uint32_t entity) override { return Edges(entity, kTwoHopsQuery, WalkNeighborhood); }
  size_t NamedTwoHops(uint32_t entity) override { return Edges(entity, kTwoHopsQuery, ReadNeighborhood); }

  size_t Path(uint32_t from, uint32_t to) override {
    const auto view = *index_->View();
    WorkBudget budget(limits::kReadRows);
    const auto found = FindPaths(*view, RecordOf(*view, from), RecordOf(*view, to), kPathQuery, budget);
    Require(found.ok(), "the index finds paths");
    size_t edges = 0;
    for (const std::vector<GraphEdge>& path : found->paths) edges += path.size();
    return edges;
  }

 private:
  std::unique_ptr<Index> Open() const {
    auto opened = Index::Open(directory_, kIndexCacheBytes);
    Require(opened.ok(), "the index opens");
    return *std::move(opened);
  }

  EntityRecord RecordOf(const IndexView& view, uint32_t entity) const {
    const auto number = view.FindEntity(names_.IdOf(entity));
    Require(number.ok(), "the index finds the entity");
    return view.ReadEntity(*number)->value();
  }

  static NeighborhoodQuery HopWithin(DayNumber first, DayNumber last) {
    NeighborhoodQuery query{.depth = 1, .max_edges = kHopEdges, .max_fanout = kHopEdges};
    query.selection.events.first_day = first;
    query.selection.events.last_day = last;
    return query;
  }

  template <typename Read>
  size_t Edges(uint32_t entity, const NeighborhoodQuery& query, const Read& read) const {
    const auto view = *index_->View();
    WorkBudget budget(kBudget);
    const auto found = read(*view, {RecordOf(*view, entity)}, query, budget);
    Require(found.ok(), "the index reads a neighbourhood");
    return found->edges.size();
  }

  const std::string directory_;
  const GraphData names_;
  const PageTokens tokens_{"a secret of the benchmark"};
  std::unique_ptr<Index> index_;
};

}  // namespace

std::unique_ptr<Store> MakeIndexStore(const std::string& directory, GraphSize size) {
  return std::make_unique<IndexStore>(directory, size);
}

}  // namespace annals::query::bench
