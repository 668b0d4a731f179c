#include "extractor/tools/extract_articles.h"

#include <chrono>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "common/json/proto_json.h"
#include "common/status_macros.h"
#include "extractor/tools/json_articles.h"
#include "extractor/tools/task_pool.h"
#include "google/protobuf/arena.h"

namespace annals {
namespace {

struct Line {
  absl::Status status;
  std::string where;
  std::string json;
  uint64_t bytes = 0;
};

Line ToLine(const ArticleProcess& process, const InputPiece& piece) {
  Line line{.status = absl::OkStatus(), .where = piece.where, .json = "", .bytes = 0};
  const auto article = ParseArticle(piece.json);
  if (!article.ok()) {
    line.status = article.status();
    return line;
  }
  line.bytes = article->text().size();
  auto json = process(*article);
  line.status = json.status();
  if (json.ok()) line.json = *std::move(json);
  return line;
}

}  // namespace

std::string FormatFigures(const RunFigures& figures) {
  const double rate = figures.seconds > 0 ? figures.bytes / figures.seconds / 1e6 : 0;
  return absl::StrFormat("%d articles, %d bytes, %.3f s, %.2f MB/s", figures.articles, figures.bytes,
                         figures.seconds, rate);
}

RunFigures ProcessArticles(int threads, const ArticleProcess& process, ArticleInput& input, std::ostream& out,
                           std::ostream& errors) {
  RunFigures figures;
  const auto emit = [&](Line line) {
    if (!line.status.ok()) {
      ++figures.failures;
      errors << line.where << ": " << line.status.message() << "\n";
      return;
    }
    ++figures.articles;
    figures.bytes += line.bytes;
    out << line.json << "\n" << std::flush;
  };
  const auto start = std::chrono::steady_clock::now();
  RunOrdered<InputPiece, Line>(
      threads, [&] { return input.Next(); }, [&](const InputPiece& piece) { return ToLine(process, piece); },
      emit);
  figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return figures;
}

RunFigures ExtractArticles(const Extractor& extractor, const ExtractRun& run, ArticleInput& input,
                           std::ostream& out, std::ostream& errors) {
  const auto extract = [&](const v1::Article& article) -> absl::StatusOr<std::string> {
    google::protobuf::Arena arena;
    auto& extraction = *google::protobuf::Arena::CreateMessage<v1::Extraction>(&arena);
    ANNALS_RETURN_IF_ERROR(extractor.ExtractInto(article, {.explain = run.explain}, extraction));
    return ToJsonLine(extraction);
  };
  return ProcessArticles(run.threads, extract, input, out, errors);
}

}  // namespace annals
