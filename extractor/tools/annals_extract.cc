// annals-extract: reads articles from JSON and prints what is in them, or sends them to a running service.
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "extractor/tools/article_input.h"
#include "extractor/tools/extract_articles.h"
#include "extractor/tools/extract_times.h"
#include "extractor/tools/progress_bar.h"
#include "extractor/tools/submit_articles.h"

ABSL_FLAG(int, threads, 1, "articles that are read at once; the output keeps the order of the input");
ABSL_FLAG(bool, explain, false, "say for every trigger what became of it");
ABSL_FLAG(bool, stats, false, "end with articles, bytes, seconds and MB/s on standard error");
ABSL_FLAG(bool, times, false, "print only the time expressions, as {\"times\":[…]}");
ABSL_FLAG(std::string, submit, "", "HOST:PORT of an extractor service to stream the articles to");
ABSL_FLAG(std::string, lexicon_data, "",
          "directory of the built-in lexicon; empty: the one beside this binary");
ABSL_FLAG(std::string, lexicon_dir, "", "directory of your own lexicon files, on top of the built-in ones");

namespace annals {
namespace {

constexpr char kUsage[] =
    "annals-extract [FLAG…] [FILE…]: reads articles as JSON (one object a file, or one a line; no FILE or "
    "\"-\": standard\n"
    "input) and prints one extraction a line, in order. Exit status: 0 done, 1 something failed, 2 wrong "
    "usage.";

int Fail(const absl::Status& status, int exit_status) {
  std::cerr << "annals-extract: " << status.message() << "\n";
  return exit_status;
}

absl::Status CheckFlags() {
  if (absl::GetFlag(FLAGS_threads) < 1) return absl::InvalidArgumentError("--threads: 1 or more");
  if (!absl::GetFlag(FLAGS_submit).empty() && (absl::GetFlag(FLAGS_times) || absl::GetFlag(FLAGS_explain))) {
    return absl::InvalidArgumentError("--submit sends articles only: not with --times or --explain");
  }
  return absl::OkStatus();
}

int Finish(const RunFigures& figures) {
  if (absl::GetFlag(FLAGS_stats)) std::cerr << FormatFigures(figures) << "\n";
  return figures.failures == 0 && std::cout.good() ? kExitOk : kExitFailed;
}

int Submit(ArticleInput& input) {
  ProgressBar bar(std::cerr, isatty(STDERR_FILENO) != 0, input.total_bytes());
  const auto figures = SubmitArticles(absl::GetFlag(FLAGS_submit), input, std::cerr,
                                      [&](uint64_t bytes, const SubmitFigures& so_far) {
                                        bar.Show(bytes, so_far.stored(), so_far.failures);
                                      });
  if (!figures.ok()) return Fail(figures.status(), kExitFailed);
  bar.Finish(figures->stored(), figures->failures);
  std::cerr << FormatFigures(*figures) << "\n";
  return figures->failures == 0 ? kExitOk : kExitFailed;
}

int Times(ArticleInput& input) {
  const auto reader =
      TimesReader::Create(absl::GetFlag(FLAGS_lexicon_data), absl::GetFlag(FLAGS_lexicon_dir));
  if (!reader.ok()) return Fail(reader.status(), kExitFailed);
  return Finish(ExtractTimes(**reader, absl::GetFlag(FLAGS_threads), input, std::cout, std::cerr));
}

int Extract(ArticleInput& input) {
  const auto extractor = Extractor::Create(
      {.lexicon_data = absl::GetFlag(FLAGS_lexicon_data), .lexicon_dir = absl::GetFlag(FLAGS_lexicon_dir)});
  if (!extractor.ok()) return Fail(extractor.status(), kExitFailed);
  const ExtractRun run{.threads = absl::GetFlag(FLAGS_threads), .explain = absl::GetFlag(FLAGS_explain)};
  return Finish(ExtractArticles(**extractor, run, input, std::cout, std::cerr));
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const std::vector<std::string> files = annals::ParseCommandLine(argc, argv, annals::kUsage);
  if (const absl::Status status = annals::CheckFlags(); !status.ok())
    return annals::Fail(status, annals::kExitUsage);
  auto input = annals::ArticleInput::Open(files);
  if (!input.ok()) return annals::Fail(input.status(), annals::kExitFailed);
  if (!absl::GetFlag(FLAGS_submit).empty()) return annals::Submit(*input);
  return absl::GetFlag(FLAGS_times) ? annals::Times(*input) : annals::Extract(*input);
}
