#include "query/events/event_shape.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace annals::query {
namespace {

using Shapes = absl::flat_hash_map<int, EventShape>;

const Shapes& AllShapes() {
  using namespace v1;  // NOLINT: a table of enumerators
  static const Shapes* const shapes = new Shapes{
      {EVENT_TYPE_JOIN, {.identity = {ROLE_PERSON, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_DEPART, {.identity = {ROLE_PERSON, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_DISMISS, {.identity = {ROLE_PERSON, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_APPOINT, {.identity = {ROLE_PERSON, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_STEP_DOWN, {.identity = {ROLE_PERSON, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_RECRUIT, {.identity = {ROLE_PERSON, ROLE_RECRUITER}}},
      {EVENT_TYPE_FOUND, {.identity = {ROLE_ORGANIZATION, ROLE_FOUNDER}}},
      {EVENT_TYPE_LAYOFF, {.identity = {ROLE_ORGANIZATION, ROLE_UNIT}}},
      {EVENT_TYPE_ACQUIRE, {.identity = {ROLE_TARGET, ROLE_ACQUIRER}, .agreeing = {ROLE_STAKE}}},
      {EVENT_TYPE_FUND, {.identity = {ROLE_ORGANIZATION}, .agreeing = {ROLE_ROUND}}},
      {EVENT_TYPE_LIST, {.identity = {ROLE_ORGANIZATION}, .agreeing = {ROLE_EXCHANGE}}},
      {EVENT_TYPE_REORGANIZE, {.identity = {ROLE_UNIT, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_PARTNER, {.identity = {ROLE_ORGANIZATION}, .whole_set = true}},
      {EVENT_TYPE_INTEGRATE, {.identity = {ROLE_ADOPTER, ROLE_PRODUCT}}},
      {EVENT_TYPE_RELEASE, {.identity = {ROLE_PRODUCT, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_OPEN_SOURCE, {.identity = {ROLE_PRODUCT, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_DISCONTINUE, {.identity = {ROLE_PRODUCT, ROLE_ORGANIZATION}}},
      {EVENT_TYPE_PIVOT, {.identity = {ROLE_ORGANIZATION}, .agreeing = {ROLE_FROM_TOPIC, ROLE_TO_TOPIC}}},
      {EVENT_TYPE_STATEMENT, {.identity = {ROLE_SPEAKER}, .discriminators = {ROLE_QUOTE, ROLE_TOPIC}}},
      {EVENT_TYPE_METRIC,
       {.identity = {ROLE_SUBJECT}, .discriminators = {ROLE_METRIC}, .agreeing = {ROLE_VALUE, ROLE_CHANGE}}},
  };
  return *shapes;
}

// Who acts or whom it is about, before whom or what it happens with.
const std::vector<v1::Role>& SubjectsFirst() {
  static const std::vector<v1::Role>* const roles = new std::vector<v1::Role>{
      v1::ROLE_RECRUITER, v1::ROLE_FOUNDER, v1::ROLE_ACQUIRER, v1::ROLE_INVESTOR, v1::ROLE_ADOPTER,
      v1::ROLE_SPEAKER,   v1::ROLE_SUBJECT, v1::ROLE_PERSON,   v1::ROLE_LEADER,   v1::ROLE_ORGANIZATION};
  return *roles;
}

}  // namespace

const EventShape& ShapeOf(v1::EventType type) {
  static const EventShape* const none = new EventShape;
  const auto found = AllShapes().find(type);
  return found == AllShapes().end() ? *none : found->second;
}

int RoleRank(v1::EventType type, v1::Role role) {
  // The adopter's owner and the buyer of a person's services stand behind who acts.
  if (type == v1::EVENT_TYPE_PARTNER) return 0;
  const auto& order = SubjectsFirst();
  const auto found = std::find(order.begin(), order.end(), role);
  if (found != order.end()) return static_cast<int>(found - order.begin());
  return static_cast<int>(order.size()) + static_cast<int>(role);
}

}  // namespace annals::query
