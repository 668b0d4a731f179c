// The way of a submitted article into the journal: somebody reads it, and it is kept with what was read.
#ifndef ANNALS_EXTRACTOR_JOURNAL_INTAKE_H_
#define ANNALS_EXTRACTOR_JOURNAL_INTAKE_H_

#include <functional>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

// Thread-safe. Articles are valid (ValidateArticle). Statuses: as of SubmitArticle in
// proto/annals/v1/extractor_service.proto.
class Intake {
 public:
  using Article = std::shared_ptr<const v1::Article>;
  // True: nobody waits for the answer any more.
  using Abandoned = std::function<bool()>;

  virtual ~Intake() = default;

  // Returns when it is durable. RESOURCE_EXHAUSTED (OVERLOADED): too many wait.
  virtual absl::StatusOr<Journal::Receipt> Take(Article article, Abandoned abandoned) = 0;

  // An article on its way.
  class Pending {
   public:
    virtual ~Pending() = default;
    virtual bool Ready() const = 0;  // whether Keep would not wait for its reading
    virtual void Wait() = 0;         // until it is so
  };
  // A caller with many, who bounds how many are on their way: never refused. One thread may begin while
  // another keeps.
  class Lane {
   public:
    virtual ~Lane() = default;
    virtual std::unique_ptr<Pending> Begin(Article article, Abandoned abandoned) = 0;
    // What became of them, in their order; those of this lane.
    virtual std::vector<absl::StatusOr<Journal::Receipt>> Keep(
        std::vector<std::unique_ptr<Pending>> pending) = 0;
  };
  // At most as long as the intake.
  virtual std::unique_ptr<Lane> OpenLane() = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_INTAKE_H_
