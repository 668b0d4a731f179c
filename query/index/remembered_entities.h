// Entities as the batches before left them: who is told of often need not be read for each batch anew.
#ifndef ANNALS_QUERY_INDEX_REMEMBERED_ENTITIES_H_
#define ANNALS_QUERY_INDEX_REMEMBERED_ENTITIES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "query/events/report_facts.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Some 30 MB.
inline constexpr size_t kRememberedEntities = 1 << 16;

// The writer's. To be thrown away with a batch that was not committed.
struct RememberedEntities {
  struct Known {
    rows::Entity row;
    uint64_t batch = 0;  // that used it last
  };
  absl::flat_hash_map<EntityNumber, std::unique_ptr<Known>> entities;
  absl::flat_hash_map<std::string, EntityNumber> numbers;  // by id
  uint64_t batch = 0;
  uint64_t thinned_at = 0;
  // Whether there may be entities that no article mentions any more; not set: nobody has looked.
  std::optional<bool> some_past;

  // A batch begins. Of too many those stay that batches used lately: who is told of often.
  void BeginBatch() {
    if (entities.size() > kRememberedEntities) {
      const uint64_t lately = (thinned_at + batch + 1) / 2;
      absl::erase_if(entities, [&](const auto& entity) { return entity.second->batch < lately; });
      absl::erase_if(numbers, [&](const auto& number) { return !entities.contains(number.second); });
      thinned_at = batch;
    }
    ++batch;
  }
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_REMEMBERED_ENTITIES_H_
