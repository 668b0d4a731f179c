// An entity as readers see it, from its rows.
#ifndef ANNALS_QUERY_INDEX_ENTITY_RECORD_H_
#define ANNALS_QUERY_INDEX_ENTITY_RECORD_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/entity_bytes.h"
#include "query/index/index_keys.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// An entity as the index knows it.
struct EntityRecord {
  EntityNumber number = kNoEntity;  // of the id that was asked for
  bool is_another = false;          // that id is another entity: `entity` is that one
  bool of_several = false;          // rows of others, too, say what it is
  // name: what a user taught; else the form most articles use as the name, of its own id before the others
  // that are this entity. The other forms are aliases.
  EntityBytes entity;
  uint64_t event_count = 0;
  uint64_t edge_count = 0;
  uint64_t relation_count = 0;                        // of the edges, those of relations
  std::array<uint64_t, kSpanClasses> event_counts{};  // by SpanClass
  uint32_t past_classes = 0;  // bits, by SpanClass: where there are rows of past versions

  // Bytes in memory.
  size_t size() const { return sizeof(*this) + entity.bytes().capacity(); }
};

// `members`: the rows of Entity.members.
EntityRecord ToRecord(EntityNumber number, const rows::Entity& row,
                      const std::vector<rows::Entity>& members = {});

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_RECORD_H_
