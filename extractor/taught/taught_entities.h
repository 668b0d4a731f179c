// What users teach about entities: kept in the journal, and used from the next article on.
//
// Each change is one entry of the journal and one row, from which the state is rebuilt at start; it is on
// disk before it is used or answered. Changes are made one after the other. Laying what is taught over the
// lexicon takes time in all that is taught, so it is not done for each change but when an article is read
// after one: thousands may be taught in a row at the price of their sync each.
#ifndef ANNALS_EXTRACTOR_TAUGHT_TAUGHT_ENTITIES_H_
#define ANNALS_EXTRACTOR_TAUGHT_TAUGHT_ENTITIES_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "annals/v1/entity.pb.h"
#include "annals/v1/journal.pb.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"
#include "extractor/taught/taught_state.h"

namespace annals {

// Thread-safe. Statuses of changes: as in proto/annals/v1/extractor_service.proto; and those of
// Journal::Teach.
class TaughtEntities {
 public:
  // `lexicon` and `journal` outlive it; what others teach the journal it has to be told (Hear). What was
  // taught under another lexicon stays; a merge of an id that this one does not know rests.
  static absl::StatusOr<std::unique_ptr<TaughtEntities>> Load(const Extractor& lexicon, Journal& journal);

  // What somebody else has taught: each such entry, in order. One that is known already is nothing new.
  void Hear(const v1::JournalEntry& lesson);
  // The last entry it knows; 0: none.
  uint64_t revision() const;
  // Waits until it knows that entry; whether it does within `timeout`.
  bool WaitFor(uint64_t revision, absl::Duration timeout) const;

  // An extractor that knows what is taught. Those who hold it keep what it was when they asked.
  std::shared_ptr<const Extractor> Current() const;

  struct Taught {
    v1::Entity entity;  // canonical
    uint64_t revision;
  };
  absl::StatusOr<Taught> Put(const v1::Entity& entity);
  // The revision, as of Delete.
  absl::StatusOr<uint64_t> Merge(const std::string& from, const std::string& into);
  absl::StatusOr<uint64_t> Delete(const std::string& id);

  // What is taught of the first `limit` ids after `after_id`, in their order ("": from the first).
  struct Page {
    std::vector<v1::Entity> entities;
    std::vector<std::pair<std::string, std::string>>
        merges;  // the id that disappears, and the one that stays
    std::string last_id;
    bool more = false;
  };
  Page List(const std::string& after_id, size_t limit) const;

 private:
  TaughtEntities(const Extractor& lexicon, Journal& journal)
      : lexicon_(lexicon), journal_(journal), state_(lexicon) {}

  // A change of what is taught just now, or the revision of the entry that made it before.
  struct Decision {
    Journal::Lesson lesson;
    std::optional<uint64_t> made;
  };
  // Decides and teaches; anew where somebody else was quicker.
  absl::StatusOr<uint64_t> Change(const std::function<absl::StatusOr<Decision>()>& decide);
  absl::StatusOr<uint64_t> Teach(Journal::Lesson lesson);
  void Apply(const v1::JournalEntry& entry);

  const Extractor& lexicon_;
  Journal& journal_;
  std::mutex changing_;       // held from check to use; the state changes only under it
  mutable std::mutex mutex_;  // guards what follows; after changing_
  mutable std::condition_variable heard_;
  TaughtState state_;
  uint64_t revision_ = 0;
  mutable std::shared_ptr<const Extractor> current_;  // null: to be made of the state
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TAUGHT_TAUGHT_ENTITIES_H_
