#include "query/timeline/part_filter.h"

#include <algorithm>

namespace annals::query {

PartFilter::PartFilter(const std::vector<EntityRecord>& whole_and_parts) {
  for (const EntityRecord& entity : whole_and_parts) {
    const bool part = !order_.empty();
    order_.push_back(entity.number);
    family_.insert(entity.number);
    if (part && entity.entity.type() == v1::ENTITY_TYPE_UNIT) units_.insert(entity.number);
  }
}

bool PartFilter::AdmitsAt(size_t source, const EventHeader& header) const {
  return source >= order_.size() || Admits(order_[source], header);
}

bool PartFilter::Admits(EntityNumber source, const EventHeader& header) const {
  if (!units_.contains(source)) return true;
  bool names_a_company = false;
  for (const HeaderEdge& edge : header.edges) {
    if (edge.own_role != v1::ROLE_UNIT || edge.other_role != v1::ROLE_ORGANIZATION) continue;
    if (family_.contains(edge.other)) return true;
    names_a_company = true;
  }
  return !names_a_company;
}

}  // namespace annals::query
