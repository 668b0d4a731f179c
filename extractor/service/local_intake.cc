#include "extractor/service/local_intake.h"

#include <chrono>
#include <future>
#include <utility>

#include "common/status_macros.h"

namespace annals {
namespace {

class Reading final : public Intake::Pending {
 public:
  Reading(Intake::Article article, std::future<ExtractionPool::Result> extraction)
      : article_(std::move(article)), extraction_(std::move(extraction)) {}

  bool Ready() const override {
    return extraction_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }
  void Wait() override { extraction_.wait(); }

  absl::StatusOr<Journal::Submission> Submission() {
    ANNALS_ASSIGN_OR_RETURN(v1::Extraction extraction, extraction_.get());
    return Journal::Submission{*article_, std::move(extraction)};
  }

 private:
  const Intake::Article article_;
  std::future<ExtractionPool::Result> extraction_;
};

class LocalLane final : public Intake::Lane {
 public:
  LocalLane(ExtractionPool& pool, Journal& journal) : lane_(pool), journal_(journal) {}

  std::unique_ptr<Intake::Pending> Begin(Intake::Article article, Intake::Abandoned abandoned) override {
    auto extraction = lane_.Extract({article, {}, std::move(abandoned)});
    return std::make_unique<Reading>(std::move(article), std::move(extraction));
  }

  // What could be read goes into the journal as one batch.
  std::vector<absl::StatusOr<Journal::Receipt>> Keep(
      std::vector<std::unique_ptr<Intake::Pending>> pending) override {
    std::vector<Journal::Submission> submissions;
    std::vector<absl::Status> read;
    for (const auto& one : pending) {
      absl::StatusOr<Journal::Submission> submission = static_cast<Reading&>(*one).Submission();
      read.push_back(submission.status());
      if (submission.ok()) submissions.push_back(*std::move(submission));
    }
    const std::vector<absl::StatusOr<Journal::Receipt>> kept = journal_.SubmitAll(std::move(submissions));
    std::vector<absl::StatusOr<Journal::Receipt>> receipts;
    auto next = kept.begin();
    for (const absl::Status& status : read) {
      receipts.push_back(status.ok() ? *next++ : absl::StatusOr<Journal::Receipt>(status));
    }
    return receipts;
  }

 private:
  ExtractionPool::Lane lane_;
  Journal& journal_;
};

}  // namespace

absl::StatusOr<Journal::Receipt> LocalIntake::Take(Article article, Abandoned abandoned) {
  ANNALS_ASSIGN_OR_RETURN(v1::Extraction extraction, pool_.Extract({article, {}, std::move(abandoned)}));
  return journal_.Submit({*article, std::move(extraction)});
}

std::unique_ptr<Intake::Lane> LocalIntake::OpenLane() { return std::make_unique<LocalLane>(pool_, journal_); }

}  // namespace annals
