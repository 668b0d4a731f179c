#include "extractor/tools/extract_articles.h"

#include <chrono>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "common/json/proto_json.h"
#include "extractor/tools/json_articles.h"
#include "extractor/tools/task_pool.h"

namespace annals {
namespace {

struct Line {
  absl::Status status;
  std::string where;
  std::string json;
  uint64_t bytes = 0;
};

absl::StatusOr<v1::Extraction> Extract(const Extractor& extractor, const ExtractRun& run,
                                       const InputPiece& piece, uint64_t& bytes) {
  auto article = ParseArticle(piece.json);
  if (!article.ok()) return article.status();
  bytes = article->text().size();
  return extractor.Extract(*article, {.explain = run.explain});
}

Line ToLine(const Extractor& extractor, const ExtractRun& run, const InputPiece& piece) {
  Line line{.status = absl::OkStatus(), .where = piece.where, .json = "", .bytes = 0};
  const auto extraction = Extract(extractor, run, piece, line.bytes);
  line.status = extraction.status();
  if (extraction.ok()) line.json = ToJsonLine(*extraction);
  return line;
}

}  // namespace

std::string FormatFigures(const RunFigures& figures) {
  const double rate = figures.seconds > 0 ? figures.bytes / figures.seconds / 1e6 : 0;
  return absl::StrFormat("%d articles, %d bytes, %.3f s, %.2f MB/s", figures.articles, figures.bytes,
                         figures.seconds, rate);
}

RunFigures ExtractArticles(const Extractor& extractor, const ExtractRun& run, ArticleInput& input,
                           std::ostream& out, std::ostream& errors) {
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
      run.threads, [&] { return input.Next(); },
      [&](const InputPiece& piece) { return ToLine(extractor, run, piece); }, emit);
  figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return figures;
}

}  // namespace annals
