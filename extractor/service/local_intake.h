// The intake of an extractor by itself: its own threads read, its own journal keeps.
#ifndef ANNALS_EXTRACTOR_SERVICE_LOCAL_INTAKE_H_
#define ANNALS_EXTRACTOR_SERVICE_LOCAL_INTAKE_H_

#include <memory>

#include "extractor/journal/intake.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"

namespace annals {

// Thread-safe.
class LocalIntake final : public Intake {
 public:
  // Both outlive it.
  LocalIntake(ExtractionPool& pool, Journal& journal) : pool_(pool), journal_(journal) {}

  absl::StatusOr<Journal::Receipt> Take(Article article, Abandoned abandoned) override;
  std::unique_ptr<Lane> OpenLane() override;

 private:
  ExtractionPool& pool_;
  Journal& journal_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_LOCAL_INTAKE_H_
